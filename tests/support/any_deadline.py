"""Whatever a deadline can be asked of: places, starts, periods, pauses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tui.cases.deadline import Pause, Working
from tui.deadlines.arithmetic import work_out
from tui.deadlines.calendars import Calendar, calendar_for
from tui.deadlines.countries import COUNTRIES
from tui.deadlines.period import Period, Unit
from tui.deadlines.rule import Counting, Roll

DAY = timedelta(days=1)
MONTHS_AND_YEARS = (Unit.MONTH, Unit.YEAR)

PARTS_OF_COUNTRIES = [
    "",
    "GB-ANY",
    "GB-ENG",
    "GB-SCT",
    "GB-NIR",
    "GB-WLS",
    "DE-BY",
    "DE-BE",
    "US-CA",
]
ASKED_OFTEN = [*PARTS_OF_COUNTRIES, "RU", "GB", "DE", "US", "KZ", "BY", "IL", "AE", "CN", "NP"]

places = st.sampled_from(ASKED_OFTEN) | st.sampled_from(sorted(COUNTRIES))
starts = st.dates(date(2015, 1, 1), date(2035, 12, 31))
rolls = st.sampled_from(Roll)
countings = st.sampled_from(Counting)

_day_counts = st.builds(Period, st.integers(1, 60), st.sampled_from([Unit.CAL, Unit.WD]))
_weeks = st.builds(Period, st.integers(1, 13), st.just(Unit.WEEK))
_months = st.builds(Period, st.integers(1, 9), st.just(Unit.MONTH))
plain_periods = _day_counts | _weeks  # each of their days is counted alike, wherever they begin
periods = plain_periods | _months | st.just(Period(1, Unit.YEAR))


@st.composite
def pauses_near(draw: st.DrawFn, start: date) -> tuple[Pause, ...]:
    begins = draw(st.lists(st.integers(-5, 60), max_size=3))
    lengths = [draw(st.integers(0, 20)) for _ in begins]
    return tuple(
        Pause(start=start + DAY * begin, end=start + DAY * (begin + length))
        for begin, length in zip(begins, lengths, strict=True)
    )


@dataclass(frozen=True)
class Asked:
    """All that a date is worked out of."""

    start: date
    period: Period
    place: str
    roll: Roll
    counting: Counting
    pauses: tuple[Pause, ...] = ()

    @property
    def calendar(self) -> Calendar:
        return calendar_for(self.place)

    def worked_out(self, calendar: Calendar | None = None, **other: Any) -> Working:
        """Its working; by name: what is asked otherwise."""
        it = replace(self, **other)
        return work_out(
            it.start,
            it.period,
            calendar or it.calendar,
            roll=it.roll,
            counting=it.counting,
            pauses=it.pauses,
        )


def asked(periods: st.SearchStrategy[Period] = periods) -> st.SearchStrategy[Asked]:
    return st.builds(Asked, starts, periods, places, rolls, countings)


@st.composite
def asked_with_pauses(draw: st.DrawFn, periods: st.SearchStrategy[Period] = periods) -> Asked:
    plain = draw(asked(periods))
    return replace(plain, pauses=draw(pauses_near(plain.start)))


@dataclass(frozen=True)
class WithHoliday:
    """A calendar and one more day off."""

    calendar: Calendar
    holiday: date

    @property
    def id(self) -> str:
        return self.calendar.id

    def is_working(self, day: date) -> bool:
        return day != self.holiday and self.calendar.is_working(day)

    def why_off(self, day: date) -> str:
        return "one more" if day == self.holiday else self.calendar.why_off(day)

    def flags(self, first: date, last: date) -> tuple[str, ...]:
        return self.calendar.flags(first, last)
