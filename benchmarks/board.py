"""The board at 10 and 10,000 cases beside an empty application, taken in turn.

    python benchmarks/board.py [--rounds 5] [--size 80x24] [--counts 10 10000] [--kanban PATH]
        [--write]

`--kanban`: the command of kanban-tui, installed into an environment of its own, with the tasks
that it is to have. `--write` puts the
tables into docs/performance.md, under "The board".
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from cases import cases
from contenders import fill_upheld
from programs import QUIET, QUIET_AT_START, Answer, Program

from tui.cases.words import EventKind, Stage
from tui.desk.cases.recording import Happening
from tui.desk.entrance import open_desk
from tui.screens.board.picture import BoardPicture
from tui.settings.config import Settings
from tui.settings.paths import config_file
from tui.wording.wording import Wording

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "performance.md"
DOWN, UP, RIGHT, LEFT, PAGE_DOWN = b"\x1b[B", b"\x1b[A", b"\x1b[C", b"\x1b[D", b"\x1b[6~"
KEYS: tuple[tuple[str, tuple[bytes, ...]], ...] = (
    ("cursor move", (DOWN, DOWN, UP, DOWN, UP, UP, DOWN, DOWN, UP)),
    ("column change", (RIGHT, RIGHT, LEFT, LEFT, RIGHT, RIGHT, LEFT, LEFT)),
    ("card move", ()),
    ("column scroll", (PAGE_DOWN, DOWN, PAGE_DOWN, DOWN)),
    ("filter opened", (b"/",)),
    ("filter key", (b"b", b"a", b"n", b"k")),
    ("filter emptied", (b"\x15",)),
    ("filter key", (b"b",)),
    ("filter cleared", (b"\x1b",)),
)
PEERS_KEYS = (KEYS[0], KEYS[1], ("card move", (b"L", b"H")))
MOVED = 3  # cards in a session, at most
LATER = 5  # milliseconds: a frame of its own, not the rest of one
LEAVE_PEER = b"\x11"
_NOT_ASKED_FOR = ("NO_COLOR", "PYTHONDONTWRITEBYTECODE")  # of whoever measures
Measures = dict[str, list[Answer]]


class Contender:
    """A command, and everything that was measured of it."""

    def __init__(
        self, name: str, argv: list[str], leave: bytes = b"q", book: str = "", shows: str = ""
    ) -> None:
        self.name, self.argv, self.leave, self.book = name, argv, leave, book
        self.shows = shows or book
        self.is_peer = leave == LEAVE_PEER
        self.answers: Measures = defaultdict(list)
        self.facts: dict[str, list[float]] = defaultdict(list)

    def round(self, size: tuple[int, int], home: str) -> None:
        """Start it, type, leave it."""
        env = {
            **os.environ,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "HOME": home,
            "LANG": "C.UTF-8",
            "UPHELD_DATA": self.book,
        }
        env = {name: text for name, text in env.items() if name not in _NOT_ASKED_FOR}
        self._begun(size, env)
        self._moved(size, env)
        program = Program(self.argv, env, *size)
        self.answers["first readable"].append(program.started)
        self.facts["idle wakes/s"].append(program.wakes(1.0))
        quiet = QUIET_AT_START if self.is_peer else QUIET
        for name, keys in PEERS_KEYS if self.is_peer else KEYS:
            self.answers[name] += [a for a in (program.key(key, quiet) for key in keys) if a.count]
        self.facts["memory, MB"].append(program.memory)
        self.facts["quit, ms"].append(program.quit(self.leave))

    def _begun(self, size: tuple[int, int], env: dict[str, str]) -> None:
        """Keys from the beginning; SIGTERM; a line that is lost."""
        keys, effect = self._step(size)
        program = Program(self.argv, env, *size, at_once=keys, effect=effect)
        self.facts["cursor obeys, ms"].append(program.accepted)
        program.told(signal.SIGTERM)
        if self.shows:
            program = Program(self.argv, env, *size, at_once=b"?", effect=b"Keys")
            program.told(signal.SIGTERM)
        self.facts["other keys accepted, ms"].append(program.accepted)
        program = Program(self.argv, env, *size)
        self.facts["SIGTERM, ms"].append(program.told(signal.SIGTERM))
        program = Program(self.argv, env, *size)
        self.facts["line lost, ms"].append(program.told(signal.SIGHUP))

    def _step(self, size: tuple[int, int]) -> tuple[bytes, bytes]:
        """Keys that lead to another card, and what tells that they did: it is drawn once more."""
        if not self.shows:
            return DOWN, b""
        desk = open_desk(Path(self.shows), Settings(config_file()))
        plan = BoardPicture(desk, Wording("en"), *size, demo=False).plan
        before, keys = plan.key, b""
        while plan.key in {before, 0}:
            plan.step("right")
            keys += RIGHT
        return keys, f"#{plan.key}\\b.*#{plan.key}\\b".encode()

    def _moved(self, size: tuple[int, int], env: dict[str, str]) -> None:
        """Cases come back from the closed ones to the top of their column."""
        if not self.book:
            return
        desk = open_desk(Path(self.book), Settings(config_file()))
        waiting = next(column for column in desk.board().columns if column.stage is Stage.WAITING)
        moved = waiting.keys[:MOVED]
        for key in moved:
            desk.record(key, Happening(EventKind.CLOSED, {"outcome": "withdrawn"}))
        program = Program(self.argv, env, *size)
        self.answers["card move"] += [program.key(b"u") for _ in moved]
        program.quit(self.leave)

    def time(self, name: str, field: str = "first") -> float:
        """The median of the milliseconds until the first text, or until the end."""
        of = [getattr(answer, field) for answer in self.answers[name]]
        return statistics.median(of) if of else float("nan")

    def rest(self, name: str) -> str:
        """When all of a key's effect is there, where that comes later than its first text."""
        all_of_it = self.time(name, "last")
        is_later = all_of_it > self.time(name) + LATER and name != "first readable"
        return f", all after {all_of_it:.0f} ms" if is_later else ""

    def most(self, name: str, field: str) -> int:
        return max((getattr(a, field) for a in self.answers[name]), default=0)


def contenders(folder: Path, counts: list[int], kanban: str) -> Iterator[Contender]:
    yield Contender("empty app", [sys.executable, str(HERE / "empty_app.py")])
    command = shutil.which("upheld", path=str(Path(sys.executable).parent)) or "upheld"
    for count in counts:
        book = folder / str(count)
        book.mkdir()
        fill_upheld(book, cases(count))
        yield Contender(f"upheld, {count:,}", [command], book=str(book))
        yield Contender(
            f"{count:,}, no kept board", [command, "--data", str(book)], shows=str(book)
        )
    if kanban:
        yield Contender("kanban-tui", [kanban], leave=LEAVE_PEER)


def table(all_: list[Contender]) -> Iterator[str]:
    """Times as multiples of the empty application's start or key."""
    empty = all_[0]
    yield "| | " + " | ".join(c.name for c in all_) + " |"
    yield "|---" * (len(all_) + 1) + "|"
    for name in ("first readable", *dict(KEYS)):
        base = empty.time("first readable" if name == "first readable" else "cursor move")
        cells = (
            f"x {c.time(name) / base:.2f} ({c.time(name):.0f} ms), {c.most(name, 'count'):,} B, "
            f"{c.most(name, 'writes')} w{c.rest(name)}"
            if c.answers[name] and (c is not empty or name in ("first readable", "cursor move"))
            else ""
            for c in all_
        )
        yield f"| {name} | " + " | ".join(cells) + " |"
    for fact in empty.facts:
        cells = (f"{statistics.median(c.facts[fact]):.1f}" for c in all_)
        yield f"| {fact} | " + " | ".join(cells) + " |"


def write(size: str, lines: list[str]) -> None:
    """Put the table of one size in the place of the one that stands in the page."""
    start, end = f"<!-- board {size} -->\n", "<!-- end -->\n"
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(start)
    PAGE.write_text(before + start + "\n".join(lines) + "\n" + end + rest.partition(end)[2])


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--size", default="80x24")
    asked.add_argument("--counts", type=int, nargs="+", default=[10, 10_000])
    asked.add_argument("--kanban", default="")
    asked.add_argument("--write", action="store_true")
    given = asked.parse_args()
    columns, rows = map(int, given.size.split("x"))
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as home:
        all_ = list(contenders(Path(folder), given.counts, given.kanban))
        for number in range(given.rounds):
            for contender in all_ if number % 2 else reversed(all_):
                contender.round((columns, rows), home)
    lines = list(table(all_))
    print("\n".join(lines))
    if given.write:
        write(given.size, lines)


if __name__ == "__main__":
    main()
