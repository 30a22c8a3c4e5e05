"""How long a person waits for the look at duplicates when a case is opened.

    python benchmarks/duplicates.py --sizes 1000,10000 --rounds 50

Prints milliseconds, the median and the slowest: with a book of many companies, and with one
in which every case is with the same company.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Iterator

from cases import cases
from msgspec.structs import replace

from tui.advice.duplicates import similar_open
from tui.cases.card import Card, card_of
from tui.cases.case import Case


def numbered(count: int) -> list[Case]:
    return [replace(case, id=number) for number, case in enumerate(cases(count), 1)]


def waits(asked: list[Case], cards: list[Card]) -> Iterator[float]:
    for case in asked:
        started = time.perf_counter()
        similar_open(replace(case, id=0, uid=""), cards)
        yield (time.perf_counter() - started) * 1000


def told(name: str, figures: list[float]) -> str:
    return f"{name}: median {statistics.median(figures):.1f} ms, slowest {max(figures):.1f} ms"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--sizes", default="1000,10000")
    parser.add_argument("--rounds", type=int, default=50)
    given = parser.parse_args()
    for size in map(int, given.sizes.split(",")):
        book = numbered(size)
        alone = [replace(case, company="Wallgarth") for case in book]
        names = {"many companies": book, "one company": alone}
        for name, kept in names.items():
            figures = list(waits(kept[: given.rounds], [card_of(case) for case in kept]))
            sys.stdout.write(told(f"{size:,} cases, {name}", figures) + "\n")


if __name__ == "__main__":
    main()
