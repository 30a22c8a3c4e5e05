"""The first frame: Textual takes over the same picture, no key is lost, nothing is left behind."""

from __future__ import annotations

import os
import re
import signal
import sys
import termios
import time
from pathlib import Path
from typing import ClassVar

import pytest
from msgspec.structs import replace
from pty_session import Session
from wire_scan import scan

from tui.clock import SystemClock
from tui.desk.keeping.sample_book import fill_with_sample
from tui.store.contract import Change
from tui.store.opening import open_store
from tui.terminal.app import SafeApp
from tui.terminal.first import FirstFrame
from tui.terminal.looks import PLAIN
from tui.terminal.pen import cells_of_text
from tui.terminal.widths import _ONE_CELL, cell_len

START = "import sys; from tui.cli.start import main; sys.exit(main())"
TAKEN_OVER = b"\x1b[?2004h"
ALONE = """
import sys, time
from tui.terminal.first import FirstFrame
from tui.terminal.looks import PLAIN
from tui.terminal.pen import cells_of_text
with FirstFrame() as first:
    first.show([cells_of_text("DRAWN".ljust(80), PLAIN, 80)] * first.size[1])
    {then}
"""


def demo(home: Path, *arguments: str, **options: object) -> Session:
    options["env"] = {"HOME": str(home), **options.pop("env", {})}  # type: ignore[dict-item]
    command = [sys.executable, "-c", START, "demo", "--on", "2026-11-23", *arguments]
    return Session(command, **options)  # type: ignore[arg-type]


def alone(then: str) -> Session:
    session = Session([sys.executable, "-c", ALONE.format(then=then)])
    session.expect("DRAWN")
    return session


@pytest.mark.parametrize(
    ("env", "language", "size"),
    [
        ({"COLORTERM": "truecolor"}, "en", (80, 24)),
        ({}, "ru", (120, 40)),
        ({"TERM": "xterm"}, "en", (60, 20)),
        ({"NO_COLOR": "1"}, "ru", (80, 24)),
        ({"TERM": "linux"}, "en", (20, 6)),
        ({"COLORTERM": "truecolor", "COLORFGBG": "0;15"}, "ru", (200, 50)),
        (
            {"TERM": "vt100", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
            "en",
            (120, 30),
        ),
    ],
    ids=["true colour", "256", "16, narrow", "no colour", "tiny", "light, vast", "ASCII, wide"],
)
def test_textual_changes_nothing_of_it(
    tmp_path: Path, env: dict[str, str], language: str, size: tuple[int, int]
) -> None:
    columns, rows = size
    with demo(tmp_path, "--lang", language, env=env, columns=columns, rows=rows) as session:
        session.until(lambda: TAKEN_OVER in session.raw, "Textual did not come")
        session.read_on()
        drawn, _, added = bytes(session.raw).partition(TAKEN_OVER)
        assert b"#" in drawn
        assert re.sub(rb"\x1b\[[0-9;?]*[HhlmC]", b"", added) == b""
        session.send(b"q")
        assert session.finish() == 0
        assert session.raw.count(b"\x1b[?1049h") == 1
        assert termios.tcgetattr(session.fd) == session.before


def test_keys_typed_before_textual_is_there_have_their_effect(tmp_path: Path) -> None:
    with demo(tmp_path, "--lang", "en") as session:
        session.expect("Waiting")
        assert TAKEN_OVER not in session.raw
        session.send(b"nRefund")
        session.expect("Refund")
        assert session.raw.count(b"nRefund") == 0
        session.kill(signal.SIGTERM)
        session.finish()


@pytest.mark.parametrize("then", ["import nothing_of_this_name", "sys.exit(1)", "1 / 0"])
def test_a_start_that_fails_gives_the_terminal_back(then: str) -> None:
    with alone(then) as session:
        assert session.finish() == 1
        assert termios.tcgetattr(session.fd) == session.before
        assert {mode for mode, on in scan(session.raw).modes.items() if on} == {7, 25}


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_told_to_leave_it_gives_the_terminal_back(told: signal.Signals) -> None:
    with alone("time.sleep(60)") as session:
        assert not termios.tcgetattr(session.fd)[3] & termios.ECHO
        session.kill(told)
        assert session.finish() == 128 + told
        assert termios.tcgetattr(session.fd) == session.before
        assert {mode for mode, on in scan(session.raw).modes.items() if on} == {7, 25}


def board(home: Path, book: Path, **options: object) -> Session:
    env = {"HOME": str(home), "UPHELD_DATA": str(book), **options.pop("env", {})}  # type: ignore[dict-item]
    return Session([sys.executable, "-c", START], env=env, **options)  # type: ignore[arg-type]


def leave(session: Session) -> bytes:
    """What came until Textual was there and after, when it is left in good order."""
    session.until(lambda: TAKEN_OVER in session.raw, "Textual did not come")
    session.read_on()
    session.send(b"q")
    assert session.finish() == 0
    assert termios.tcgetattr(session.fd) == session.before
    return bytes(session.raw).partition(TAKEN_OVER)[0]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book with a picture of its board, as it was left."""
    if time.time() % 3600 > 3570:
        pytest.skip("the hour is about to end, and with it the picture")
    store = open_store(tmp_path / "book", at=SystemClock().now)
    fill_with_sample(store, SystemClock())
    store.close()
    with board(tmp_path, tmp_path / "book") as session:
        leave(session)
    return tmp_path / "book"


def shown_at_once(home: Path, book: Path, **options: object) -> bool:
    """Whether the picture stands before the book is opened: then it is not drawn twice."""
    waiting = "from tui.cli.at_once import board_at_once; import time; print(bool(board_at_once()))"
    env = {"HOME": str(home), "UPHELD_DATA": str(book), **options.pop("env", {})}  # type: ignore[dict-item]
    with Session([sys.executable, "-c", waiting], env=env, **options) as session:  # type: ignore[arg-type]
        session.finish()
        return b"True" in session.raw


def test_the_board_stands_there_at_once_and_is_drawn_once(tmp_path: Path, book: Path) -> None:
    (frame,) = book.glob("board.*.frame")
    assert frame.stat().st_mode & 0o777 == 0o600
    assert shown_at_once(tmp_path, book)
    with board(tmp_path, book) as session:
        drawn = leave(session)
    assert drawn.count(b"Upheld") == 1
    assert drawn.count(b"\x1b[?1049h") == 1


def test_a_picture_of_anything_else_is_not_shown(tmp_path: Path, book: Path) -> None:
    (frame,) = book.glob("board.*.frame")
    assert not shown_at_once(tmp_path, book, columns=100)
    assert not shown_at_once(tmp_path, book, env={"LANG": "ru_RU.UTF-8"})
    assert not shown_at_once(tmp_path, book, env={"TERM": "dumb"})
    assert not shown_at_once(tmp_path, book, env={"COLORFGBG": "0;15"})
    assert not shown_at_once(tmp_path, book, env={"PYTHONIOENCODING": "latin-1"})
    frame.chmod(0o644)  # somebody else may have written it
    assert not shown_at_once(tmp_path, book)
    frame.chmod(0o600)
    assert shown_at_once(tmp_path, book)
    head, _, text = frame.read_text().partition("\n")
    span, _, key = head.partition(" ")
    frame.write_text(f"{span.partition('-')[0]}-{int(time.time())} {key}\n{text}")  # until now
    assert not shown_at_once(tmp_path, book)
    frame.write_text(f"{head}\n{text}")
    assert shown_at_once(tmp_path, book)
    store = open_store(book, at=SystemClock().now)
    with store.writing(Change(verb="edit", case=1, at=SystemClock().now())) as opened:
        opened.put(replace(opened.case(1), subject="Another"))
    store.close()
    assert not shown_at_once(tmp_path, book)


@pytest.mark.parametrize("asked", [["--on", "2031-12-20"], ["--lang", "ru"]])
def test_a_board_of_another_day_or_language_is_no_picture_for_the_next_time(
    tmp_path: Path, book: Path, asked: list[str]
) -> None:
    kept = {path: path.read_bytes() for path in book.glob("[bc][oe]*.frame")}
    assert len(kept) == 2
    env = {"HOME": str(tmp_path), "UPHELD_DATA": str(book)}
    with Session([sys.executable, "-c", START, *asked], env=env) as session:
        leave(session)
    assert {path: path.read_bytes() for path in kept} == kept


def test_a_book_that_is_gone_leaves_nothing_to_be_kept(tmp_path: Path, book: Path) -> None:
    with board(tmp_path, book) as session:
        session.until(lambda: TAKEN_OVER in session.raw, "Textual did not come")
        session.read_on()
        book.rename(tmp_path / "away")
        leave(session)
    assert not book.exists()


def test_a_picture_that_no_longer_holds_is_drawn_anew(tmp_path: Path, book: Path) -> None:
    (frame,) = book.glob("board.*.frame")
    key, _, text = frame.read_text().partition("\n")
    frame.write_text(f"{key}\n{text.replace('Upheld', 'STALE!')}")
    with board(tmp_path, book) as session:
        drawn = leave(session)
    assert drawn.index(b"STALE!") < drawn.index(b"\x1b[2J") < drawn.index(b"Upheld")


def test_a_character_taken_for_one_cell_is_one() -> None:
    from rich.cells import cell_len as measured

    ones = [chr(code) for code in range(0x20, 0x3000) if _ONE_CELL.fullmatch(chr(code))]
    assert len(ones) > 1000
    assert [one for one in ones if measured(one) != 1] == []
    assert (cell_len("Дело"), cell_len("界e\u0301")) == (4, 3)


def test_nothing_of_textual_is_needed_for_it(tmp_path: Path) -> None:
    import subprocess

    code = (
        "import sys; from pathlib import Path; from tui.desk.entrance import open_sample;"
        "from tui.first_board import FirstBoard; from tui.wording.wording import Wording;"
        "desk = open_sample(Path(sys.argv[1]), 'en', on='2026-11-23');"
        "print(len(FirstBoard(desk, Wording('en'), (80, 24), {}, demo=True).rows()),"
        "[name for name in ('textual', 'rich') if name in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        env={**os.environ, "HOME": str(tmp_path)}, capture_output=True, text=True, check=True,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert told.stdout == "24 []\n"


async def test_keys_wait_for_the_first_screen_that_is_whole() -> None:
    class Counting(SafeApp):
        BINDINGS: ClassVar = [("a", "count", "")]
        counted = 0

        def action_count(self) -> None:
            self.counted += 1

    app = Counting()
    first = FirstFrame()
    first.rows = [cells_of_text(" " * 80, PLAIN, 80)] * 24
    app.go_on_from(first)
    async with app.run_test() as pilot:
        await pilot.press("a", "a")
        assert app.counted == 0
        app.show_kept()
        await pilot.pause()
        await pilot.pause()
        assert app.counted == 2
