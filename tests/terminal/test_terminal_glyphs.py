"""On a terminal without lines, arrows or Cyrillic something else stands in as many cells."""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pty_session import Picture, Session
from textual.color import Color

from tui.terminal.filter import GlyphFilter
from tui.terminal.glyphs import ASCII, ENCODING_ERRORS, Glyphs, is_whole, register
from tui.terminal.widths import cell_len

ROOT = Path(__file__).parents[2]
START = "import sys; from tui.cli.start import main; sys.exit(main())"
PLAIN_C = {"LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TERM": "xterm"}


def test_signs_become_letters_and_what_has_none_a_question_mark() -> None:
    of = Glyphs("ascii").of
    assert of("│ ─ ↓ ↑ … “a” № ‹x›") == '| - v ^ ~ "a" N <x>'
    assert of("Дело #12") == "???? #12"
    assert of("漢字") == "????"  # two cells each
    assert of("plain") == "plain"


def test_an_encoding_keeps_what_it_has() -> None:
    of = Glyphs("koi8-r").of
    assert of("Дело │ …") == "Дело │ ~"
    assert Glyphs("utf-8").of("│ Дело") == "│ Дело"
    assert not Glyphs("UTF-8").is_needed
    assert is_whole("utf_8")


def test_lines_can_be_wished_in_ascii_and_letters_stay() -> None:
    glyphs = Glyphs("utf-8", is_ascii=True)
    assert glyphs.is_needed
    assert glyphs.of("Срок │ ─── ↓ ₽") == "Срок | --- v ₽"


@given(st.text().filter(str.isprintable))
def test_nothing_moves_and_all_can_be_sent(text: str) -> None:
    written = Glyphs("ascii").of(text)
    assert written.isascii()
    assert cell_len(written) == cell_len(text)


def test_the_table_gives_one_ascii_letter_for_a_sign_of_one_cell() -> None:
    assert all(len(letter) == 1 and letter.isprintable() for letter in ASCII.values())
    assert {sign for sign in ASCII if cell_len(sign) != 1} == set()


def test_a_filter_changes_text_alone() -> None:
    from rich.segment import Segment
    from rich.style import Style

    bold = Style(bold=True)
    made = GlyphFilter(Glyphs("ascii")).apply([Segment("│", bold)], Color(0, 0, 0))
    assert made == [Segment("|", bold)]


def test_a_stream_uses_the_table() -> None:
    register()
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", errors=ENCODING_ERRORS)
    stream.write("█░ “Дело”")
    stream.flush()
    assert raw.getvalue() == b'#: "????"'


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_screens_stand_on_a_terminal_without_unicode(tmp_path: Path, language: str) -> None:
    env = {"HOME": str(tmp_path), **PLAIN_C}
    command = [sys.executable, "-c", START, "demo", "--on", "2026-11-23", "--lang", language]
    with Session(command, env=env, columns=120, rows=30) as session:
        session.until(lambda: b"\x1b[?2004h" in session.raw, "Textual did not come")
        session.read_on()
        session.send(b"j\r")  # the case, with the line between its panes
        session.read_on()
        session.send(b"\x1bO")  # back, and the settings
        session.read_on()
        shown = Picture(120, 30).with_(bytes(session.raw))
        session.send(b"\x11")
        assert session.finish() == 0
        assert all(byte < 128 for byte in session.raw)
        assert b"---" in session.raw
        assert b"| " in session.raw
        assert "theme = " in shown or "config.toml" in shown or "??" in shown


@pytest.mark.skipif(not which("tmux"), reason="there is no tmux")
def test_the_same_inside_tmux_which_knows_no_unicode_either(tmp_path: Path) -> None:
    """What tmux cannot show it sends as _, or as a line of another character set."""
    env = {"HOME": str(tmp_path), "TMUX_TMPDIR": str(tmp_path), **PLAIN_C}
    inner = shlex.join([sys.executable, "-c", START, "demo", "--on", "2026-11-23", "--lang", "en"])
    with Session(["tmux", "-f", "/dev/null", "new-session", inner], env=env, columns=90) as session:
        picture = Picture(90, 24)
        session.until(lambda: "Hostwerk" in picture.with_(bytes(session.raw)), "no board came")
        session.send(b"\r")
        session.until(lambda: "Timeline" in picture.with_(bytes(session.raw)), "no case came")
        above = picture.with_(bytes(session.raw)).splitlines()[:22]  # the last line is that of tmux
        session.send(b"\x11")
        assert session.finish() == 0
    assert sum(" | " in line for line in above) > 10
    assert "_" not in "".join(above)
    assert "\ufffd" not in "".join(above)


def test_without_colours_not_one_is_sent(tmp_path: Path) -> None:
    env = {"HOME": str(tmp_path), "NO_COLOR": "1", "COLORTERM": "truecolor"}
    command = [sys.executable, "-c", START, "demo", "--on", "2026-11-23", "--lang", "en"]
    with Session(command, env=env) as session:
        session.until(lambda: b"\x1b[?2004h" in session.raw, "Textual did not come")
        for keys in (b"A", b"/ref\r", b"\r", b"c", b"\x1b", b"S", b"n"):  # a toast, fields, bars
            session.read_on()
            session.send(keys)
        session.read_on()
        session.send(b"\x11")
        session.finish()
        sent = re.findall(rb"\x1b\[([\d;]*)m", session.raw)
        codes = {int(code or 0) for codes in sent for code in codes.split(b";")}
        assert 7 in codes  # what is chosen is reversed
        assert 1 in codes
        assert {code for code in codes if code >= 30} <= {39, 49}


def test_the_command_line_draws_its_bars_without_unicode(tmp_path: Path) -> None:
    env = {**os.environ, **PLAIN_C, "HOME": str(tmp_path), "UPHELD_DATA": str(tmp_path / "b")}
    command = [sys.executable, "-c", START, "config", "--lang", "ru"]
    told = subprocess.run(command, env=env, capture_output=True, check=True, cwd=ROOT)
    assert told.stdout.isascii()
    assert b"??" in told.stdout
