"""Where hours count, the letters up a vendor's ladder tell hours, zones, and what was missed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from desk_story import Place, happens, opened

from tui.cases.words import Part
from tui.desk.desk import Desk

FAULT = {
    "problem": "technical",
    "subject": "Production database 4821 is down",
    "details": "Since 08:10 the primary does not start: error 5021.",
    "expected_result": "Restore the service",
    "urgency": "critical",
    "playbook": "vendor-support",
}
Window = Callable[..., Desk]


@pytest.fixture
def window() -> Window:
    """A window on one book, opened in London at a time of 27 November 2026, a Friday."""
    place = Place()

    def opened_at(time: str, day: int = 27) -> Desk:
        at = datetime.fromisoformat(f"2026-11-{day} {time}")
        return place.desk(at.replace(tzinfo=ZoneInfo("Europe/London")))

    return opened_at


def _ticket(window: Window, **facts: str) -> int:
    """One hour to answer; they asked within it, and had it within minutes."""
    here = {"country": "GB-ENG", "timezone": "Europe/London", "language": "en"}
    case = opened(window("08:20"), **(FAULT | here | facts)).id
    happens(window("08:20"), case, "sent", channel="phone", promise="2026-11-27")
    happens(window("08:40"), case, "asked", text="Send the logs")
    happens(window("08:50"), case, "sent", channel="email", text="logs")
    return case


def _done(desk: Desk, case: int, step: str) -> list[str]:
    return desk.compose(case, step).letter.parts[Part.DONE].splitlines()[1:]


def test_a_missed_hour_is_told_though_they_asked_for_something_that_they_had(
    window: Window,
) -> None:
    case = _ticket(window)
    (told,) = (line for line in _done(window("11:00"), case, "manager") if "No answer" in line)
    assert told.endswith(" on 27 November 2026.")


def test_a_promise_is_broken_though_they_asked_for_something_that_they_had(
    window: Window,
) -> None:
    case = _ticket(window)
    happens(window("11:00"), case, "escalated", step="manager", channel="phone")
    told = _done(window("11:00", day=30), case, "account")
    assert "The promised date, 27 November 2026, was not kept." in told[0]


def test_what_happened_on_one_day_is_told_with_its_hours(window: Window) -> None:
    told = _done(window("11:00"), _ticket(window), "manager")
    assert [line.split(" — ")[0] for line in told] == [
        f"27 November 2026, {hour}" for hour in ("08:20", "08:40", "08:50")
    ]


def test_where_days_count_no_hour_is_told(window: Window) -> None:
    told = _done(window("11:00"), _ticket(window, urgency="normal"), "manager")
    assert [line.split(" — ")[0] for line in told] == ["27 November 2026"] * 3


@pytest.mark.parametrize(
    ("facts", "asked"),
    [
        ({}, "by 09:20 on"),
        ({"details": "Down since 08:10 UTC."}, "by 09:20 UTC on"),
        ({"timezone": "Europe/Berlin"}, "by 10:20 UTC+1 on"),
        ({"timezone": "America/St_Johns"}, "by 05:50 UTC−3:30 on"),
    ],
)
def test_an_hour_names_its_zone_where_there_is_another(
    window: Window, facts: dict[str, str], asked: str
) -> None:
    case = opened(window("08:20"), **FAULT | {"timezone": "Europe/London"} | facts, language="en")
    assert asked in window("08:20").compose(case.id).letter.parts[Part.RESULT]
