"""Typing over a slow line: what is late, what piles up, whether a letter is lost or doubled.

    python benchmarks/line.py [--size 80x24] [--rate 10000] [--delay 300] [--write]

`--rate`: bytes a second towards the terminal. `--delay`: milliseconds there and back. The program
runs in a pseudo-terminal that is read at once, as sshd does, which keeps what the line does not
take; when each byte is seen at the other end follows from the rate and the delay. `--write` puts
the table into docs/performance.md, under "A slow line".
"""

from __future__ import annotations

import argparse
import os
import select
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from pathlib import Path
from typing import NamedTuple

from cases import cases
from contenders import fill_upheld
from programs import QUESTION, WELL, Program

PAGE = Path(__file__).parent.parent / "docs" / "performance.md"
SENTENCE = "The parcel was promised for Monday, and it never came to me."
Size = tuple[int, int]
DOWN, UP = b"j", b"k"
QUIET = 0.5  # seconds after which nothing more is expected


class Line:
    """What a line of that rate and delay makes of bytes that come in at some time."""

    def __init__(self, rate: float) -> None:
        self.rate = rate
        self.free = 0.0  # when it can take the next byte
        self.most = 0.0  # bytes that waited at most

    def came(self, at: float, count: int) -> None:
        """So many bytes came in at that time."""
        self.most = max(self.most, (self.free - at) * self.rate + count)
        self.free = max(self.free, at) + count / self.rate


class Typed(NamedTuple):
    """`lag`: seconds from the last key until the last byte is seen; `most`: bytes that waited for
    the line; `count`: bytes in all."""

    lag: float
    most: float
    count: int


class OverLine(Program):
    """A program at the far end of a line."""

    def begin(self, before: bytes, rate: float, delay: float) -> None:
        """What a person does first, at leisure: so the program learns what line it is."""
        self.type((DOWN, UP, DOWN, UP), 1.0, rate, delay)
        if before:
            self.type((before,), 1.0, rate, delay)

    def type(self, keys: Sequence[bytes], every: float, rate: float, delay: float) -> Typed:
        """Type a key every so many seconds, and read on until nothing more comes."""
        line, began, count = Line(rate), time.perf_counter(), 0
        typed = began + (len(keys) - 1) * every
        due = [(began + number * every + delay / 2, key) for number, key in enumerate(keys)]
        end = typed + delay + QUIET
        while due or time.perf_counter() < end:
            now = time.perf_counter()
            if due and now >= due[0][0]:
                os.write(self._fd, heappop(due)[1])
                continue
            if not select.select([self._fd], [], [], due[0][0] - now if due else QUIET)[0]:
                continue
            piece, now = os.read(self._fd, 1 << 20), time.perf_counter()
            count, end = count + len(piece), max(end, now + QUIET)
            for part in piece.split(QUESTION)[:-1]:  # seen there, answered there
                line.came(now, len(part) + len(QUESTION))
                heappush(due, (line.free + delay, WELL))
            line.came(now, len(piece.rpartition(QUESTION)[2]))
        return Typed(line.free + delay / 2 - typed, line.most, count)


HOLDS = (  # what is held, in turn; how often a second it repeats; a key before it
    ("cursor held down", (b"j",), 15, b""),
    ("cursor held down", (b"j",), 30, b""),
    ("pages there and back", (b"\x1b[6~", b"\x1b[5~"), 15, b""),
    ("columns there and back", (b"l", b"h"), 15, b""),
    ("today, held down", (b"j",), 30, b"t"),
)


def held(
    argv: list[str], env: dict[str, str], size: Size, rate: float, delay: float
) -> Iterator[str]:
    """A row for each thing that is held for two seconds."""
    for name, of, often, before in HOLDS:
        program = OverLine(argv, env, *size)
        program.begin(before, rate, delay)
        keys = [of[number % len(of)] for number in range(2 * often)]
        yield row(f"{name}, {often} a second", program.type(keys, 1 / often, rate, delay))
        program.quit(b"q")


def letters(
    argv: list[str], env: dict[str, str], size: Size, rate: float, delay: float, book: Path
) -> Iterator[str]:
    """A row for a sentence typed into a letter, ten letters a second; then what was kept of it."""
    program = OverLine(argv, env, *size)
    program.begin(b"c", rate, delay)
    keys = [letter.encode() for letter in SENTENCE]
    yield row(
        f"{len(keys)} letters into a letter, 10 a second", program.type(keys, 0.1, rate, delay)
    )
    program.quit(b"\x11")
    kept = [path.read_text("utf-8") for path in (book / "drafts").glob("*.json")]
    assert any(f'"{SENTENCE}' in text for text in kept), f"letters were lost or doubled: {kept}"


def row(name: str, typed: Typed) -> str:
    return (
        f"| {name} | {typed.count:,} B | {typed.most:,.0f} B | {max(0, 1000 * typed.lag):.0f} ms |"
    )


def table(size: Size, rate: float, delay: float) -> Iterator[str]:
    command = shutil.which("upheld", path=str(Path(sys.executable).parent)) or "upheld"
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as home:
        book = Path(folder)
        fill_upheld(book, cases(1000))
        env = {**os.environ, "TERM": "xterm-256color", "HOME": home, "LANG": "C.UTF-8"}
        env |= {"UPHELD_DATA": folder, "COLORTERM": ""}
        yield "| what is typed | sent | waited for the line at most | last key until seen |"
        yield "|---|---|---|---|"
        yield from held([command], env, size, rate, delay)
        yield from letters([command], env, size, rate, delay, book)


def write(size: str, lines: list[str]) -> None:
    """Put the table of one size in the place of the one that stands in the page."""
    start, end = f"<!-- line {size} -->\n", "<!-- end -->\n"
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(start)
    PAGE.write_text(before + start + "\n".join(lines) + "\n" + end + rest.partition(end)[2])


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--size", default="80x24")
    asked.add_argument("--rate", type=float, default=10_000)
    asked.add_argument("--delay", type=float, default=300)
    asked.add_argument("--write", action="store_true")
    given = asked.parse_args()
    columns, rows = map(int, given.size.split("x"))
    lines = list(table((columns, rows), given.rate, given.delay / 1000))
    print("\n".join(lines))
    if given.write:
        write(given.size, lines)


if __name__ == "__main__":
    main()
