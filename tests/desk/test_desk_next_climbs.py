"""A missed time that opened a step goes on proposing it, by its name; nobody is reminded twice."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from desk_story import Place, happens, opened
from dispute_story import Dispute

from tui.advice.action import Action
from tui.cases.words import EventKind
from tui.desk.desk import Desk
from tui.desk.ladder.next_said import next_words
from tui.wording.wording import Wording

ENGLISH, BERLIN = Wording("en"), ZoneInfo("Europe/Berlin")


def said(desk: Desk) -> str:
    return next_words(desk, ENGLISH, desk.card(1), desk.next_action(1))


@pytest.mark.parametrize("now", ["2026-11-26 10:31", "2026-11-26 23:00", "2026-11-27 09:00"])
def test_an_urgent_ticket_climbs_on_the_day_of_the_hour_and_on_the_next(now: str) -> None:
    place = Place()
    desk = place.desk(datetime(2026, 11, 26, 9, 40, tzinfo=BERLIN))
    facts = {"urgency": "critical", "problem": "technical", "playbook": "vendor-support"}
    opened(desk, timezone="Europe/Berlin", country="DE", **facts)
    happens(desk, 1, "sent", channel="form", at="2026-11-26 09:30")
    later = place.desk(datetime.fromisoformat(now).replace(tzinfo=BERLIN))
    assert said(later) == "climb to step 2 of 7: Second line"


@pytest.mark.parametrize(("now", "is_asked"), [("2026-11-26 13:31", True), ("2026-11-27", True)])
def test_a_call_before_the_hour_was_no_reminder(now: str, is_asked: bool) -> None:
    place = Place()
    desk = place.desk(datetime(2026, 11, 26, 9, 40, tzinfo=BERLIN))
    opened(desk, timezone="Europe/Berlin", country="DE", problem="technical")
    rule = "vendors.redhat.premium.p1"
    happens(desk, 1, "sent", channel="form", at="2026-11-26 09:30", rule=rule)
    later = place.desk(datetime.fromisoformat(now).replace(tzinfo=BERLIN))
    assert (later.next_action(1).action is Action.REMIND) is is_asked
    happens(later, 1, "sent", channel="form")
    assert later.next_action(1).action is Action.ESCALATE


def test_who_left_a_reminder_lying_is_not_sent_a_second_before_the_climb() -> None:
    dispute = Dispute("general", "2026-11-02").writes("request").on("2026-11-17")
    assert dispute.desk.next_action(1).action is Action.REMIND
    dispute.happens(EventKind.SENT, channel="email").on("2026-11-18").writes("complaint")
    dispute.on("2026-12-03")
    assert said(dispute.desk) == "climb to step 4 of 5: Higher body"


def test_who_answered_since_is_reminded_first() -> None:
    dispute = Dispute("general", "2026-11-02").writes("request").on("2026-11-17")
    dispute.happens(EventKind.SENT, channel="email").on("2026-11-18").happens(EventKind.REFUSED)
    dispute.writes("complaint").on("2026-12-03")
    assert dispute.desk.next_action(1).action is Action.REMIND
