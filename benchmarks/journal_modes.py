"""What each journal mode of SQLite would cost: python benchmarks/journal_modes.py [--folder DIR]

One change of one case in a book of 1,000, in turn with every mode, by one window alone and by
two processes at once. Prints Markdown.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TypeAlias

from cases import cases
from contenders import Upheld, fill_upheld
from measuring import timed, written

from tui.store import connecting
from tui.store.opening import BOOK

SIZE, CHANGES, ROUNDS = 1000, 100, 5
MODES = ("TRUNCATE", "PERSIST", "DELETE", "WAL")
Figures: TypeAlias = dict[str, float]


def changed(mode: str, folder: Path) -> Figures:
    """Milliseconds of a change, the median and the longest, and the bytes that it writes."""
    connecting.PRAGMAS = (f"journal_mode = {mode}", *connecting.PRAGMAS[1:])
    book = Upheld(folder)
    book.change(1, "the first change of a day makes a copy")
    before = written()
    took = [timed(lambda n=n: book.change(n, f"{time.time_ns()}")) for n in range(1, CHANGES + 1)]  # type: ignore[misc]
    size = (written() - before) / CHANGES
    book.close()
    return {"median": statistics.median(took), "longest": max(took), "bytes": size}


def at_once(mode: str, folder: Path, writers: int) -> Figures:
    """The same by so many processes at once; the slowest of them."""
    command = [sys.executable, __file__, "--folder", str(folder), "--one", mode]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(writers)]
    found: list[Figures] = [json.loads(each.communicate()[0]) for each in running]
    return {name: max(each[name] for each in found) for name in found[0]}


def measured(folder: Path) -> dict[tuple[str, int], list[Figures]]:
    kept: dict[tuple[str, int], list[Figures]] = {}
    for _ in range(ROUNDS):
        for mode in MODES:
            for writers in (1, 2):
                with tempfile.TemporaryDirectory(dir=folder) as place:
                    fill_upheld(Path(place), cases(SIZE))
                    with closing(sqlite3.connect(Path(place) / BOOK)) as db:
                        db.execute(f"PRAGMA journal_mode = {mode}")
                    kept.setdefault((mode, writers), []).append(at_once(mode, Path(place), writers))
    return kept


def table(kept: dict[tuple[str, int], list[Figures]]) -> str:
    lines = [
        "| journal mode | one writer, ms | bytes per change | two writers, ms | longest wait, ms |",
        "|---|---|---|---|---|",
    ]
    for mode in MODES:
        alone, both = kept[mode, 1], kept[mode, 2]
        figures = (
            statistics.median(each["median"] for each in alone),
            statistics.median(each["bytes"] for each in alone),
            statistics.median(each["median"] for each in both),
            max(each["longest"] for each in both),
        )
        lines.append(f"| {mode} | {' | '.join(f'{figure:,.4g}' for figure in figures)} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=None, help="on the disk that is meant")
    parser.add_argument("--one", choices=MODES, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        json.dump(changed(given.one, given.folder), sys.stdout)
    else:
        sys.stdout.write(table(measured(given.folder)) + "\n")


if __name__ == "__main__":
    main()
