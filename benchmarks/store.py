"""This project's store beside TinyDB as shipped and plain SQLite: python benchmarks/store.py

    --sizes 100,1000,10000,100000    cases in the books
    --rounds 5                       how often each is measured, in turn; a table has the medians
    --folder DIR                     where the books are made: on the disk that is meant

Prints Markdown. Absolute figures are those of the machine; ratios are made within a round, so
that what else the machine did meanwhile falls on both alike.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TypeAlias

from cases import cases
from contenders import CONTENDERS

HERE = Path(__file__).parent
Round: TypeAlias = dict[str, dict[str, float]]  # contender -> measure -> figure

NAMES = {
    "upheld": "**Upheld**",
    "tinydb": "TinyDB as shipped",
    "json column": "plain SQLite, JSON column",
    "columns": "plain SQLite, columns",
}
MEASURES = {
    "open": "open, ms",
    "get": "get one, ms",
    "find": "find by company, ms",
    "change": "change one, ms",
    "bytes": "bytes written per change",
    "memory": "memory, MB",
}
# What is promised: of Upheld, against whom, not more than.
LIMITS = (
    ("open", "columns", 1.5),
    ("open", "tinydb", 1 / 8),
    ("change", "json column", 2.0),
    ("change", "tinydb", 1 / 1000),
)


def measured(size: int, rounds: int, folder: Path) -> list[Round]:
    """The rounds of one size. Slow ones are changed and measured less often."""
    for _, fill in CONTENDERS.values():
        fill(folder, cases(size))
    return [
        {name: _in_a_process(name, folder, size) for name in _in_turn(number)}
        for number in range(rounds if size <= 10_000 else max(1, rounds // 2))
    ]


def _in_turn(number: int) -> list[str]:
    names = list(CONTENDERS)
    return names[number % len(names) :] + names[: number % len(names)]


def _in_a_process(name: str, folder: Path, size: int) -> dict[str, float]:
    changes = max(3, min(200, 20_000 // size)) if name == "tinydb" else 200
    command = [
        sys.executable,
        str(HERE / "measuring.py"),
        name,
        str(folder),
        str(size),
        str(changes),
    ]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def middle(rounds: list[Round], name: str, measure: str) -> float:
    return statistics.median(each[name][measure] for each in rounds)


def ratio(rounds: list[Round], measure: str, other: str) -> float:
    return statistics.median(each["upheld"][measure] / each[other][measure] for each in rounds)


def table(size: int, rounds: list[Round]) -> str:
    lines = [
        f"### {size:,} cases",
        "",
        f"| | {' | '.join(MEASURES.values())} |",
        f"|---|{'---|' * len(MEASURES)}",
    ]
    for name, title in NAMES.items():
        figures = (_written(middle(rounds, name, measure)) for measure in MEASURES)
        lines.append(f"| {title} | {' | '.join(figures)} |")
    lines += ["", "Upheld against each:", "", f"| | {' | '.join(MEASURES.values())} |"]
    lines.append(f"|---|{'---|' * len(MEASURES)}")
    for name, title in list(NAMES.items())[1:]:
        figures = (
            f"x {_written(ratio(rounds, measure, name))}"
            for measure in MEASURES
            if measure != "memory"
        )
        lines.append(f"| {title} | {' | '.join(figures)} | |")
    seen, search = (_written(middle(rounds, "upheld", each)) for each in ("poll", "search"))
    said = (
        f"Another window's change is there {seen} ms after asking for it; "
        f"the slowest of six searches takes {search} ms."
    )
    lines += ["", said]
    return "\n".join(lines)


def _written(figure: float) -> str:
    if figure >= 100:
        return f"{figure:,.0f}"
    return f"{figure:.3g}"


def verdicts(size: int, rounds: list[Round]) -> list[str]:
    return [
        f"- {size:,} cases, {MEASURES[measure]}: x {_written(ratio(rounds, measure, other))} of "
        f"{NAMES[other]}; meant: x {_written(limit)} at most."
        for measure, other, limit in LIMITS
    ]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--sizes", default="100,1000,10000,100000")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, default=None)
    given = parser.parse_args()
    kept: dict[int, list[Round]] = {}
    for size in map(int, given.sizes.split(",")):
        with tempfile.TemporaryDirectory(dir=given.folder) as folder:
            kept[size] = measured(size, given.rounds, Path(folder))
        sys.stdout.write(table(size, kept[size]) + "\n\n")
        sys.stdout.flush()
    lines = [
        line for size, rounds in kept.items() if size == 10_000 for line in verdicts(size, rounds)
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
