"""The board on every kind of terminal and in every locale: drawn right, asked for no more than that
terminal knows, and left clean also where there is no other screen to go back to (pyte has none)."""

from __future__ import annotations

import re
import sys
import termios
from collections.abc import Callable
from pathlib import Path

import pytest
from pty_session import Picture, Session
from wire_scan import scan

from tui.clock import SystemClock
from tui.desk.desk import Desk
from tui.settings.config import Settings
from tui.store.opening import open_store

Begin = Callable[..., Session]
UTF_8 = {"LANG": "en_GB.UTF-8"}
RUSSIAN = {"LANG": "ru_RU.UTF-8"}  # not installed on most machines that run this
ASCII = {"LANG": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
OLD = ("linux", "vt100")
_DEEP = re.compile(rb"\x1b\[(?:[\d;]*;)?[34]8;([25]);")
_QUERIES = re.compile(rb"\x1b\[[?<>=][\d;]*(?:\$p|u)")
_CHARACTER_SETS = re.compile(rb"\x1b[()*+]|[\x0e\x0f]")


@pytest.fixture(scope="module")
def begin(tmp_path_factory: pytest.TempPathFactory) -> Begin:
    """Starts upheld on one book with two cases."""
    home = tmp_path_factory.mktemp("home")
    store = open_store(home / "book", at=SystemClock().now)
    desk = Desk(store, SystemClock(), Settings(home / "config.toml"))
    for company in ("Severmart", "Гостиница"):
        desk.open_case({"company": company, "subject": "Refund", "problem": "refund"})
    store.close()
    code = "import sys; from tui.cli.start import main; sys.exit(main())"

    def start(*arguments: str, shell: str = "", **env: str) -> Session:
        argv = ["/bin/sh", "-c", f'{shell}:; exec "$@"', "sh", sys.executable, "-c", code]
        told = {"HOME": str(home), "UPHELD_DATA": str(home / "book"), **env}
        return Session([*argv, *arguments], env=told)

    return start


@pytest.mark.parametrize(
    ("term", "depth", "locale"),
    [
        ("linux", 16, UTF_8), ("vt100", 16, {"LANG": "C"}), ("xterm", 16, UTF_8),
        ("screen", 16, {"LANG": "en_GB.ISO-8859-1"}), ("tmux-256color", 256, UTF_8),
        ("xterm-256color", 256, RUSSIAN), ("linux", 16, ASCII),
    ],
    ids=lambda value: value.get("LANG") if isinstance(value, dict) else str(value),
)  # fmt: skip
def test_the_board_is_drawn_and_left(
    begin: Begin, term: str, depth: int, locale: dict[str, str]
) -> None:
    with begin(TERM=term, **locale) as session:
        session.expect("#2 " + ("?" * 9 if locale is ASCII else "Гостиница"))
        session.expect("#1 Severmart")
        session.send(b"\x1b[Bkt")
        session.expect("Сегодня" if locale is RUSSIAN else "Today")
        session.send(b"q")
        assert session.finish() == 0
        assert Picture(*session.size).with_(bytes(session.raw)).strip() == ""
        assert termios.tcgetattr(session.fd) == session.before
    found = scan(session.raw)
    assert found.strange == []
    assert {mode for mode, on in found.modes.items() if on} == {7, 25}
    assert not _CHARACTER_SETS.search(session.raw)
    assert set(_DEEP.findall(session.raw)) == ({b"5"} if depth == 256 else set())
    assert bool(_QUERIES.search(session.raw)) is (term not in OLD)


@pytest.mark.parametrize("wanted", [True, False], ids=["on", "off"])
def test_the_mouse(begin: Begin, tmp_path: Path, wanted: bool) -> None:
    (tmp_path / "upheld").mkdir()
    (tmp_path / "upheld" / "config.toml").write_text(f"mouse = {str(wanted).lower()}\n")
    with begin(XDG_CONFIG_HOME=str(tmp_path), **UTF_8) as session:
        session.expect("#1 Severmart")
        session.until(lambda: scan(session.raw).modes.get(2004), "Textual did not come")
        asked = {mode for mode, on in scan(session.raw).modes.items() if on and mode > 999}
        assert asked & {1000, 1002, 1003, 1006, 1015, 1016} == ({1000, 1006} if wanted else set())
        if wanted:
            press = b"\x1b[<0;5;7M\x1b[<0;5;7m"  # on the second card of the first column
            session.send(press * 2)
            session.expect("Timeline")
        session.send(b"q")
        assert session.finish() == 0
    assert {mode for mode, on in scan(session.raw).modes.items() if on} == {7, 25}


@pytest.mark.parametrize("term", ["dumb", "unknown", None])
def test_where_nothing_can_be_drawn_a_sentence_says_what_can_be_done(
    begin: Begin, term: str | None
) -> None:
    with begin(TERM=term) if term else begin(shell="unset TERM;") as session:
        assert session.finish() == 2
    told = session.raw.decode()
    assert "\x1b" not in told
    assert "upheld today" in " ".join(told.split())
    assert max(map(len, told.splitlines())) <= 80


@pytest.mark.parametrize("locale", [UTF_8, ASCII], ids=["UTF-8", "ASCII"])
def test_lists_go_anywhere(begin: Begin, locale: dict[str, str]) -> None:
    with begin("list", TERM="dumb", **locale) as session:
        assert session.finish() == 0
    told = session.raw.decode()
    assert ("?" * 9 if locale is ASCII else "Гостиница") in told
    assert "\x1b" not in told
