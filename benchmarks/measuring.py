"""One contender in a process of its own: measuring.py NAME FOLDER CASES CHANGES prints JSON.

Milliseconds, the median where something is done several times; bytes that one change writes;
megabytes that the process holds more than with an empty book.
"""

from __future__ import annotations

import gc
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from contenders import CONTENDERS, Contender, Upheld

QUERIES = ("refund", "возврат", "refund invoice", '"order no"', "unique7", "refund -order")


def timed(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000


def median(act: Callable[[int], object], numbers: list[int]) -> float:
    return statistics.median(timed(lambda n=number: act(n)) for number in numbers)  # type: ignore[misc]


def resident() -> float:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def written() -> int:
    """Bytes that this process has handed to the system for writing."""
    lines = Path("/proc/self/io").read_text().splitlines()
    return int(dict(line.split(": ") for line in lines)["wchar"])


def measured(name: str, folder: Path, cases: int, changes: int) -> dict[str, float]:
    opened, fill = CONTENDERS[name]
    with tempfile.TemporaryDirectory(dir=folder) as empty:
        fill(Path(empty), ())
        opened(Path(empty)).close()  # what is imported late, and made once, is there
        started = resident()
    book: list[Contender] = []
    result = {"open": timed(lambda: book.append(opened(folder)))}
    result["memory"] = resident() - started
    chance = random.Random(cases)
    some = [chance.randint(1, cases) for _ in range(changes)]
    result["get"] = median(book[0].get, some)
    result["find"] = median(lambda _: book[0].find(), some[:20])
    book[0].change(some[0], "the first change of a day makes a copy")
    before = written()
    result["change"] = median(lambda n: book[0].change(n, f"{time.time_ns()}"), some)
    result["bytes"] = (written() - before) / len(some)
    book[0].close()
    if isinstance(book[0], Upheld):
        result.update(seen(folder, some[:20]))
    return result


def seen(folder: Path, some: list[int]) -> dict[str, float]:
    """How long it takes to take in what another window wrote; and the slowest of the queries."""
    here, there = Upheld(folder), Upheld(folder)

    def poll(number: int) -> float:
        there.change(number, f"{time.time_ns()}")
        return timed(here.store.poll)

    result = {"poll": statistics.median(map(poll, some))}
    result["search"] = max(median(lambda _, q=q: here.store.search(q), some[:5]) for q in QUERIES)
    here.close()
    there.close()
    return result


if __name__ == "__main__":
    name, folder, cases, changes = sys.argv[1:]
    json.dump(measured(name, Path(folder), int(cases), int(changes)), sys.stdout)
