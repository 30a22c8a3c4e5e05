"""Whether somebody is there now, by their clock and by mine."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from tui.advice.open_now import CLOSED, MAYBE, OPEN, open_now, weigh
from tui.deadlines.calendars import Calendar, WeekendsOnly, calendar_for
from tui.deadlines.week import parse_week
from tui.wording.wording import Wording

MOSCOW, LISBON = ZoneInfo("Europe/Moscow"), ZoneInfo("Europe/Lisbon")
NONE = WeekendsOnly()
WORDS = Wording("en")


def said(
    hours: str,
    at: str,
    zone: ZoneInfo = MOSCOW,
    mine: ZoneInfo = MOSCOW,
    calendar: Calendar = NONE,
) -> tuple[int, str]:
    moment = datetime.fromisoformat(at).replace(tzinfo=mine)
    points, why = weigh(open_now(parse_week(hours), zone, moment, calendar))
    return points, WORDS.say(why)


@pytest.mark.parametrize(
    ("hours", "at", "points", "text"),
    [
        ("09:00-18:00", "2026-11-23T12:00", OPEN, "Open now, until 18:00."),
        ("09:00-18:00", "2026-11-23T09:00", OPEN, "Open now, until 18:00."),
        ("пн-пт 9-18; сб 10-15", "2026-11-21T12:00", OPEN, "Open now, until 15:00."),
        ("ежедневно с 9 до 21", "2026-11-22T12:00", OPEN, "Open now, until 21:00."),
        ("24/7", "2026-11-22T03:00", OPEN, "Open now, round the clock."),
        ("Mon-Sun 20:00-02:00", "2026-11-23T01:00", OPEN, "Open now, until 02:00."),
        ("Mon-Sun 20:00-02:00", "2026-11-23T23:00", OPEN, "Open now, until 02:00."),
        ("Mon 22:00-24:00; Tue 00:00-24:00; Wed 00:00-06:00", "2026-11-23T23:00", OPEN,
         "Open now, until 06:00."),
        ("09:00-13:00, 14:00-18:00", "2026-11-23T13:30", CLOSED,
         "Closed now: opens Mon 23 Nov 2026, 14:00."),
        ("09:00-18:00", "2026-11-23T18:00", CLOSED, "Closed now: opens Tue 24 Nov 2026, 09:00."),
        ("Mon-Fri 9-18", "2026-11-22T12:00", CLOSED, "Closed now: opens Mon 23 Nov 2026, 09:00."),
    ],
)  # fmt: skip
def test_their_hours(hours: str, at: str, points: int, text: str) -> None:
    assert said(hours, at) == (points, text)


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("2026-11-23T14:00", "Open now, until 18:00 there (15:00 here)."),
        ("2026-11-23T16:00", "Closed now: opens Tue 24 Nov 2026, 09:00 there (06:00 here)."),
    ],
)
def test_the_clock_there_is_not_mine(at: str, text: str) -> None:
    assert said("09:00-18:00", at, MOSCOW, LISBON)[1] == text


def test_where_their_morning_is_my_evening_the_day_is_told_too() -> None:
    text = said("09:00-18:00", "2026-11-23T20:00", ZoneInfo("Asia/Vladivostok"), LISBON)[1]
    assert text.endswith("opens Tue 24 Nov 2026, 09:00 there (Mon 23 Nov 2026, 23:00 here).")


def test_a_zone_of_the_same_time_is_not_told() -> None:
    assert said("09:00-18:00", "2026-11-23T12:00", ZoneInfo("Europe/London"), LISBON)[1] == (
        "Open now, until 18:00."
    )


class Feast(WeekendsOnly):
    """Monday, 23 November is a holiday."""

    def why_off(self, day: date) -> str:
        return "Harvest\x1b" if day == date(2026, 11, 23) else super().why_off(day)


def test_on_a_holiday_they_may_be_closed() -> None:
    points, text = said("09:00-18:00", "2026-11-23T12:00", calendar=Feast())
    assert (points, "Harvest" in text, "\x1b" in text) == (MAYBE, True, False)
    assert "Tue 24 Nov" in said("09:00-18:00", "2026-11-22T12:00", calendar=Feast())[1]


def test_the_holidays_of_a_country_count() -> None:
    new_year = said("09:00-18:00", "2026-01-01T12:00", calendar=calendar_for("RU"))
    assert new_year[0] == MAYBE
    assert said("09:00-18:00", "2026-01-14T12:00", calendar=calendar_for("RU"))[0] == OPEN
