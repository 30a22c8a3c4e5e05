"""What a key on the board may cost: figures that are the same on every machine.

Times are measured by benchmarks/board.py; docs/performance.md has them.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pty_session import Session

from tui.cases.case import Case
from tui.cases.words import Stage
from tui.clock import SystemClock
from tui.desk.sample_book import fill_with_sample
from tui.store.contract import Change
from tui.store.opening import memory_store, open_store

ROOT = Path(__file__).parents[2]
START = "import sys; from tui.cli.start import main; sys.exit(main())"
DOWN, UP, RIGHT, PAGE_DOWN = b"\x1b[B", b"\x1b[A", b"\x1b[C", b"\x1b[6~"
MOST = {  # bytes at 80x24 in true colour; writes are always one
    "move": 400, "column": 560, "scroll": 900, "filter": 2400, "whole": 7000,
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


def opened(home: Path) -> Session:
    env = {"HOME": str(home), "UPHELD_DATA": str(home / "book"), "COLORTERM": "truecolor"}
    session = Session([sys.executable, "-c", START, "--lang", "en"], env=env)
    session.until(lambda: b"\x1b[?2004h" in session.raw, "Textual did not come")
    session.read_on(1.0)
    return session


def cost(session: Session, key: bytes) -> int:
    """The bytes that a key brings."""
    before = len(session.raw)
    session.send(key)
    session.read_on()
    return len(session.raw) - before


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
        costs["filter"] = [cost(session, key) for key in (b"r", b"e", b"f")]
        assert {name: max(found) for name, found in costs.items() if max(found) > MOST[name]} == {}
        assert min(costs["move"]) > 0
        session.send(b"\x11")
        session.finish()


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
        "from tui.wording.wording import Wording; from tui.screens import boardlines;"
        "drawn = []; real = boardlines.card_lines;"
        "boardlines.card_lines = lambda words, view: drawn.append(view) or real(words, view);"
        "desk = open_desk(Path(sys.argv[1]), Settings(config_file()));"
        "boardlines.board_picture(desk, Wording('en'), 80, 24, demo=False); print(len(drawn))"
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
