"""Which days off of a library calendar are official, and which are only worked out ahead.

A calendar that is asked about a year that no government has published yet answers all the
same, from fixed and astronomical rules. Whoever relies on such a date has to be told.
"""

from __future__ import annotations

import warnings
from datetime import date
from typing import Any

from tui.deadlines.days import DAY

# A year of which every calendar of the library is complete.
_WHOLE_YEAR = 2025


class Published:
    """What is known of the years of one country object of the `holidays` library."""

    def __init__(self, days: Any) -> None:
        self._days = days
        self._warned: set[int] = set()
        self._last = _last_year(days)
        self._estimated = _estimated_mark(days)

    def look(self, year: int) -> None:
        """Build a year, and keep in mind that the library warned of it.

        Its warnings would end up on a person's screen, and say what the flag says.
        """
        if year in self._days.years:
            return
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            self._days.get(date(year, 1, 1))
        if told:
            self._warned.add(year)

    def doubts(self, first: date, last: date) -> tuple[str, ...]:
        """Ids of the doubts about the days from `first` to `last`."""
        years = range(first.year, last.year + 1)
        if any(self._is_unpublished(year) for year in years):
            return ("calendar_unpublished",)
        return ("calendar_estimated",) if self._has_estimate(first, last) else ()

    def _is_unpublished(self, year: int) -> bool:
        if not self._days.start_year <= year <= self._last:
            return True
        for asked in (year, _WHOLE_YEAR):
            self.look(asked)
        # Some calendars simply end: what is left are the days with a fixed date.
        return year in self._warned or self._count(year) * 2 < self._count(_WHOLE_YEAR)

    def _count(self, year: int) -> int:
        return sum(1 for day in self._days if day.year == year)

    def _has_estimate(self, first: date, last: date) -> bool:
        if not self._estimated:
            return False
        days = (first + DAY * n for n in range((last - first).days + 1))
        return any(self._estimated in (self._days.get(day) or "") for day in days)


def _estimated_mark(days: Any) -> str:
    """How names are marked of holidays that are fixed by the moon and not yet by anybody."""
    label = getattr(days, "estimated_label", None)
    return str(days.tr(label)).replace("%s", "").strip() if label else ""


def _last_year(days: Any) -> int:
    """The last year of which the days off can be known.

    Where a government moves days by a yearly decree, that is the last year with a moved day
    in the library's table. A country that no longer moves days is doubted for nothing, which
    is better than a date that is silently wrong.
    """
    table: dict[int, Any] = getattr(days, "special_public_holidays", {})
    moved = sorted(year for year, entries in table.items() if _moves_a_day(entries))
    last: int = days.end_year
    return min([last, *moved[-1:]])


def _moves_a_day(entries: Any) -> bool:
    """Whether a year's entry of the library's table holds (to month, to day, from month, ...).

    An entry is one row or a tuple of rows; a row of three is a holiday of its own.
    """
    rows = entries if entries and isinstance(entries[0], tuple) else (entries,)
    return any(len(row) > 3 for row in rows)
