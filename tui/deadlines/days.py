"""One day."""

from datetime import date, timedelta

DAY = timedelta(days=1)
_LAST = date.max - timedelta(weeks=1)


def day_after(day: date) -> date:
    """The next day; near the end of the calendar none that could not be counted from."""
    return min(day, _LAST) + DAY
