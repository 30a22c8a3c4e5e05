"""Days of the week as a person writes them: `fri`, `friday`, `пт`, `пятницу`."""

from __future__ import annotations

from datetime import date, timedelta

# In Russian also the forms after “с”, “до” and “каждую”.
_WRITTEN = (
    "monday mon mo понедельник понедельника пн",
    "tuesday tues tue tu вторник вторника вт",
    "wednesday wed we среда среды среду ср",
    "thursday thurs thur thu th четверг четверга чт",
    "friday fri fr пятница пятницы пятницу пт",
    "saturday sat sa суббота субботы субботу сб",
    "sunday sun su воскресенье воскресенья вс",
)
# 0 for Monday.
WEEKDAY_NAMES = {name: day for day, names in enumerate(_WRITTEN) for name in names.split()}
_WEEK = 7


def weekday_named(text: str) -> int | None:
    """0 for Monday; None for what is no day of the week."""
    return WEEKDAY_NAMES.get(text.strip().lower())


def next_weekday(weekday: int, today: date) -> date:
    """The next such day after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % _WEEK + 1)
