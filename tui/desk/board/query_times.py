"""When something is, as a query compares it: `<7d`, `>2w`, `:2026-12-01`, `<=tomorrow`."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tui.cases.errors import BadInput
from tui.deadlines.typed import spoken_day

DAYS_AHEAD, DAYS_AGO = 1, -1

COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    ":": operator.eq,
    "=": operator.eq,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_BACKWARDS = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}

_SPAN = re.compile(r"([0-9]{1,4})\s*([dwmyднмг]?)")
_UNITS = {"д": "d", "н": "w", "м": "m", "г": "y", "": "d"}
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

OnADay = Callable[[date, date], bool]


def compared_day(sign: str, value: str, way: int) -> OnADay:
    """Whether a day is so, on a given today.

    A span counts from today, ahead or ago as `way` has it: seven days ago is later than `>7d`
    asks for. Without a unit it is of days. A day without a year is the nearest such day, or
    the latest where days are ago. Raises BadInput for what is neither span nor day.
    """
    if span := _SPAN.fullmatch(value.lower()):
        count, unit = int(span[1]) * way, _UNITS.get(span[2], span[2])
        compare = COMPARE[sign if way == DAYS_AHEAD else _BACKWARDS.get(sign, sign)]
        return lambda day, today: compare(day, _moved(today, count, unit))
    _day(value, date(2026, 1, 1), way)  # what is wrong with it is wrong on each day
    return lambda day, today: COMPARE[sign](day, _day(value, today, way))


def _day(value: str, today: date, way: int) -> date:
    try:
        if _ISO.fullmatch(value):
            return date.fromisoformat(value)
        day = spoken_day(value, today, past=True)
        if way == DAYS_AHEAD and day and (ahead := spoken_day(value, today)):
            day = min(ahead, day, key=lambda one: abs(one - today))
    except (ValueError, BadInput):
        day = None
    if day is None:
        raise BadInput("“{value}” is no time: write 7d, 2w, 1m or 2026-12-01.", value=value)
    return day


def _moved(day: date, count: int, unit: str) -> date:
    """So many days, weeks, months or years on; the end of the calendar where there is no more."""
    from calendar import monthrange  # which hardly anybody asks for

    try:
        if unit in "dw":
            return day + timedelta(days=count * (7 if unit == "w" else 1))
        year, month = divmod(day.year * 12 + day.month - 1 + count * (12 if unit == "y" else 1), 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return date.max if count > 0 else date.min


def compared_amount(sign: str, than: Decimal) -> Callable[[Decimal], bool]:
    """Whether an amount is so."""
    return lambda value: COMPARE[sign](value, than)
