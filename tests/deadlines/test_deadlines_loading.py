"""The library of holidays is loaded when a day is asked, and not before."""

from __future__ import annotations

import pkgutil
import subprocess
import sys

import pytest

import tui.deadlines

MODULES = [
    f"tui.deadlines.{module.name}" for module in pkgutil.iter_modules(tui.deadlines.__path__)
]


def loaded_after(code: str) -> set[str]:
    shown = f"{code}\nimport sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", shown], capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stdout.split())


def test_importing_the_room_loads_neither_holidays_nor_dateutil() -> None:
    assert {"tui.deadlines.starting", "tui.deadlines.calendars"} <= set(MODULES)
    loaded = loaded_after("\n".join(f"import {name}" for name in MODULES))
    assert set(MODULES) <= loaded
    assert not loaded & {"holidays", "dateutil", "textual", "rich", "tinydb"}


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("calendar", False),
        ("parse_day('2026-11-22', date(2026, 11, 22), calendar)", False),
        ("parse_day('+3d', date(2026, 11, 22), calendar)", False),
        ("parse_day('+3wd', date(2026, 11, 22), calendar)", True),
    ],
)
def test_only_a_question_about_a_working_day_loads_it(question: str, asks: bool) -> None:
    code = (
        "from datetime import date\n"
        "from tui.deadlines.calendars import calendar_for\n"
        "from tui.deadlines.typed import parse_day\n"
        f"calendar = calendar_for('RU')\n{question}"
    )
    assert ("holidays" in loaded_after(code)) is asks
