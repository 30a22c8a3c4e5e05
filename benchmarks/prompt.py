"""What a shell prompt waits for: `upheld today --count` beside Python doing nothing, in turn."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cases import cases
from contenders import fill_upheld

ROUNDS = 30


def timed(argv: list[str], env: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run(argv, env=env, capture_output=True, check=False)
    return (time.perf_counter() - began) * 1000


def main() -> None:
    command = shutil.which("upheld", path=str(Path(sys.executable).parent)) or "upheld"
    contenders = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "python importing click and msgspec": [sys.executable, "-c", "import click, msgspec"],
        "upheld today --count": [command, "today", "--count"],
        "upheld today": [command, "today"],
    }
    with tempfile.TemporaryDirectory() as home:
        book = Path(home) / "book"
        book.mkdir()
        fill_upheld(book, cases(300))
        env = {**os.environ, "HOME": home, "UPHELD_DATA": str(book)}
        times: dict[str, list[float]] = {name: [] for name in contenders}
        for number in range(ROUNDS + 1):
            for name, argv in contenders.items():
                took = timed(argv, env)
                if number:  # the first makes what is kept
                    times[name].append(took)
    base = statistics.median(times["python -c pass"])
    for name, all_ in times.items():
        print(f"{name}: {statistics.median(all_):.1f} ms, x {statistics.median(all_) / base:.2f}")


if __name__ == "__main__":
    main()
