"""What a key on the board may cost: figures that are the same on every machine.

Times are measured by benchmarks/board.py; docs/performance.md has them.
"""

from __future__ import annotations

import fcntl
import os
import random
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pyte
import pytest
from pty_session import Session
from pyte.screens import Char

from tui.cases.case import Case
from tui.cases.words import EventKind, Stage
from tui.clock import SystemClock
from tui.desk.cases.recording import Happening
from tui.desk.entrance import open_desk
from tui.desk.keeping.sample_book import fill_with_sample
from tui.settings.config import Settings
from tui.store.contract import Change
from tui.store.opening import memory_store, open_store

ROOT = Path(__file__).parents[2]
START = "import sys; from tui.cli.start import main; sys.exit(main())"
DOWN, UP, RIGHT, LEFT, PAGE_DOWN = b"\x1b[B", b"\x1b[A", b"\x1b[C", b"\x1b[D", b"\x1b[6~"
PAGE_UP, TOP, BOTTOM = b"\x1b[5~", b"g", b"G"
RESTED = 0.3  # seconds: what follows where the cursor rests has come
MOST = {  # bytes at 80x24 in true colour; writes are always one
    "move": 210, "column": 260, "scroll": 800, "filter": 2400, "card": 1300,
    "whole": 6500, "move at 160x48": 300, "there at 160x48": 400,
}  # fmt: skip


def many(count: int) -> Iterator[Case]:
    store = memory_store()
    fill_with_sample(store, SystemClock())
    models = [case for case in store.all() if case.stage is not Stage.CLOSED]
    for number in range(count):
        yield models[number % len(models)]


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Homes with books of 60 and of 3,000 cases."""
    made = {}
    for count in (60, 3000):
        home = made[count] = tmp_path_factory.mktemp("home")
        store = open_store(home / "book", at=SystemClock().now)
        with store.writing(Change(verb="import", at=SystemClock().now(), undoable=False)) as book:
            for number, case in enumerate(many(count)):
                book.add(_of_its_own(case, number))
        store.close()
    return made


def _of_its_own(case: Case, number: int) -> Case:
    from msgspec.structs import replace

    return replace(case, id=0, uid=f"case-{number}")


def opened(home: Path, columns: int = 80, rows: int = 24) -> Session:
    env = {"HOME": str(home), "UPHELD_DATA": str(home / "book"), "COLORTERM": "truecolor"}
    session = Session(
        [sys.executable, "-c", START, "--lang", "en"], env=env, columns=columns, rows=rows
    )
    session.until(lambda: b"\x1b[?2004h" in session.raw, "Textual did not come")
    session.read_on()
    session.read_on(RESTED)
    return session


def cost(session: Session, key: bytes) -> int:
    """The bytes that a key brings."""
    before = len(session.raw)
    session.send(key)
    session.read_on()
    return len(session.raw) - before


def cost_at_rest(session: Session, keys: bytes) -> int:
    """The same, with what follows where the cursor rests."""
    before = len(session.raw)
    session.send(keys)
    session.read_on(RESTED)
    session.read_on(RESTED)
    return len(session.raw) - before


def cells(raw: bytes, columns: int, rows: int) -> list[list[tuple[object, ...]]]:
    """What a terminal shows that was sent that: letters with their looks, blanks with theirs."""
    screen = pyte.Screen(columns, rows)
    pyte.ByteStream(screen).feed(re.sub(rb"\x1b\[[<>][0-9;]*u", b"", raw))
    return [[_seen(screen.buffer[y][x]) for x in range(columns)] for y in range(rows)]


def _seen(cell: Char) -> tuple[object, ...]:
    ground = (cell.data, cell.bg, cell.reverse, cell.underscore)
    return ground if cell.data == " " else (*ground, cell.fg, cell.bold)


@pytest.mark.parametrize("count", [60, 3000])
def test_what_is_sent(homes: dict[int, Path], count: int) -> None:
    with opened(homes[count]) as session:
        assert len(session.raw) <= MOST["whole"]
        session.send(RIGHT)
        session.read_on()
        costs = {
            "move": [cost(session, key) for key in (DOWN, DOWN, UP)],
            "column": [cost(session, RIGHT)],
            "scroll": [cost(session, PAGE_DOWN)],
        }
        assert cost(session, b"/") > 0
        costs["filter"] = [cost(session, key) for key in (b"r", b"e", b"f", b"\x1b")]
        assert {name: max(found) for name, found in costs.items() if max(found) > MOST[name]} == {}
        assert min(costs["move"]) > 0
        session.send(b"\x11")
        session.finish()


def test_on_a_wide_terminal_what_stands_beside_follows_where_the_cursor_rests(
    homes: dict[int, Path],
) -> None:
    with opened(homes[60], 160, 48) as session:
        session.send(RIGHT)
        session.read_on()
        session.read_on(RESTED)
        rested = cost_at_rest(session, LEFT)
        assert rested > MOST["there at 160x48"]  # the pane
        # As keys that are held down: there and back, with none on the way.
        assert 0 < cost_at_rest(session, (RIGHT + LEFT) * 4) <= 8 * MOST["there at 160x48"]
        assert 0 < cost_at_rest(session, (DOWN + UP) * 2) <= 4 * MOST["move at 160x48"]
        session.send(b"\x11")
        session.finish()


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (50, 14), (160, 48)])
def test_what_a_cursor_leaves_behind_is_what_a_fresh_screen_shows(
    homes: dict[int, Path], columns: int, rows: int
) -> None:
    chance = random.Random(columns)
    keys = (DOWN, UP, RIGHT, LEFT, PAGE_DOWN, PAGE_UP, TOP, BOTTOM)
    with opened(homes[60], columns, rows) as session:
        # At the end where there are cards: looked at again, the board goes to the nearest.
        for key in [*chance.choices(keys, k=80), *[LEFT] * 4]:
            session.send(key)
            session.read_on(0.01)
        session.read_on(RESTED)
        walked = cells(bytes(session.raw), columns, rows)
        for width in (columns - 1, columns):  # nothing is known of a terminal of another size
            since = len(session.raw)
            fcntl.ioctl(session.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, width, 0, 0))
            session.read_on(RESTED)
        assert cells(bytes(session.raw[since:]), columns, rows) == walked
        session.send(b"\x11")
        session.finish()


def test_a_case_that_comes_back_is_sent_alone(homes: dict[int, Path]) -> None:
    """Of the columns that it leaves and enters; a notice says what was taken back."""
    home = homes[60]
    desk = open_desk(home / "book", Settings(home / "config.toml"))
    waiting = desk.board().columns[1]
    desk.record(waiting.keys[0], Happening(EventKind.CLOSED, {"outcome": "withdrawn"}))
    with opened(home) as session:
        assert 0 < cost(session, b"u") <= MOST["card"]
        session.send(b"\x11")
        session.finish()
    desk.look_again()
    assert desk.board().columns[1].keys == waiting.keys


def test_it_sleeps_when_nothing_is_typed(homes: dict[int, Path]) -> None:
    """One look a second at what other windows wrote; nothing is sent."""
    with opened(homes[60]) as session:
        assert session.wakes_within(3.0) <= 8
        session.send(b"\x11")
        session.finish()


def test_ten_thousand_are_drawn_as_ten(homes: dict[int, Path]) -> None:
    """Instructions cannot be counted here, but cards can: only those that are seen are drawn."""
    code = (
        "import sys; from pathlib import Path; from tui.desk.entrance import open_desk;"
        "from tui.settings.config import Settings; from tui.settings.paths import config_file;"
        "from tui.wording.wording import Wording; from tui.screens.board import picture;"
        "drawn = []; real = picture.card_lines;"
        "picture.card_lines ="
        " lambda words, view, **more: drawn.append(view) or real(words, view, **more);"
        "desk = open_desk(Path(sys.argv[1]), Settings(config_file()));"
        "picture.BoardPicture(desk, Wording('en'), 80, 24, demo=False).lines(); print(len(drawn))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, str(homes[3000] / "book")],
        env={**os.environ, "HOME": str(homes[3000])}, capture_output=True, text=True, check=True,
        cwd=ROOT,
    )  # fmt: skip
    assert 0 < int(told.stdout) <= 35


def test_what_is_imported_before_the_board_is_seen(tmp_path: Path) -> None:
    """The kept board needs nothing but the standard library; see test_first_frame for the rest."""
    code = (
        "import sys; from tui.cli.at_once import board_at_once;"
        "import tui.terminal.first, tui.terminal.kept, tui.settings.paths; print(*sys.modules)"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "HOME": str(tmp_path)},
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    heavy = re.findall(r"\b(textual|rich|click|msgspec|tinydb|holidays|asyncio)\b", told.stdout)
    assert heavy == []
