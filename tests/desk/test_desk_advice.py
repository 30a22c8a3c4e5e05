"""Channel advice for a case of the book: the hours, the past, and the addressee count."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from desk_story import LISBON, Place, at, happens, opened

from tui.advice.channels import Advised
from tui.cases.errors import NotFound
from tui.cases.words import Channel, Problem
from tui.desk.desk import Desk
from tui.desk.ladder.channel_advice import Question
from tui.wording.wording import Wording

MONDAY = at("2026-11-23T12:00")


def by_channel(ranking: tuple[Advised, ...]) -> dict[Channel, list[str]]:
    words = Wording("en")
    return {one.channel: [words.say(why) for why in one.reasons] for one in ranking}


def moscow(desk: Desk, points: str = "", **facts: str) -> None:
    """Meteor, in Moscow, open from 9 to 18."""
    texts = {"timezone": "Europe/Moscow", "country": "RU", "hours": "Mon-Fri 09:00-18:00"}
    desk.save_company("Meteor", {**texts, **facts}, points)


@pytest.mark.parametrize(
    ("now", "why"),
    [
        (at("2026-11-23T12:00"), "Open now, until 18:00 there (15:00 here)."),
        (at("2026-11-23T16:00"), "Closed now: opens Tue 24 Nov 2026, 09:00 there (06:00 here)."),
        (at("2026-11-22T12:00"), "Closed now: opens Mon 23 Nov 2026, 09:00 there (06:00 here)."),
        (at("2026-11-04T12:00"), "it is a holiday there (День народного единства)"),
    ],
    ids=["open", "evening", "sunday", "holiday"],
)
def test_phone_and_chat_are_weighed_by_their_hours(now: datetime, why: str) -> None:
    desk = Place().desk(now)
    moscow(desk)
    told = by_channel(desk.advise_case(opened(desk).id))
    for channel in Channel:
        live = channel in (Channel.PHONE, Channel.CHAT)
        assert any(why in reason for reason in told[channel]) is live


def test_hours_noted_with_a_number_are_those_of_the_number() -> None:
    desk = Place().desk(at("2026-11-22T12:00"))
    moscow(desk, "phone +7 900 # круглосуточно\nchat app # ask for a person")
    told = by_channel(desk.advise(Question(Problem.BILLING, company="Meteor")))
    assert "Open now, round the clock." in told[Channel.PHONE]
    assert told[Channel.CHAT][-1].startswith("Closed now")


def test_nothing_is_said_of_hours_that_nobody_can_read_or_of_a_channel_they_lack() -> None:
    desk = Place().desk(MONDAY)
    moscow(desk, "email a@meteor.example", hours="24/7")
    assert not _speaks_of_hours(desk)
    moscow(desk, "phone 1", hours="when we like")
    assert not _speaks_of_hours(desk)
    moscow(desk, "phone 1", hours="24/7")
    assert _speaks_of_hours(desk)


def _speaks_of_hours(desk: Desk) -> bool:
    told = by_channel(desk.advise(Question(company="Meteor")))
    return any(why.startswith(("Open now", "Closed now")) for whys in told.values() for why in whys)


def test_without_a_zone_their_clock_is_mine() -> None:
    desk = Place().desk(datetime(2026, 11, 23, 12, tzinfo=LISBON))
    desk.save_company("Meteor", {"hours": "09:00-18:00"})
    told = by_channel(desk.advise(Question(company="Meteor")))
    assert "Open now, until 18:00." in told[Channel.PHONE]


def test_my_past_with_the_company_speaks_after_two_cases() -> None:
    desk = Place().desk(at("2026-11-02T12:00"))
    case = opened(desk)
    for number in range(2):
        assert not _past(desk, case.id), number
        other = opened(desk, company=" METEOR ", subject=f"Case {number}", identifiers="order 1-9")
        happens(desk, other.id, "sent", channel="email", at="2026-10-20")
        happens(desk, other.id, "answered", answer="solved", at="2026-10-23")
        happens(desk, other.id, "closed", outcome="upheld")
    told = _past(desk, case.id)
    assert told == [
        "Your history: half of 2 answers here came within 3 days.",
        "Your history: of 2 cases that ended here, 2 were upheld at least in part.",
    ]
    assert _past(desk, opened(desk, company="Severmart").id) == []


def test_a_case_is_not_its_own_past() -> None:
    desk = Place().desk(at("2026-11-02T12:00"))
    case = opened(desk)
    for day in ("20", "26"):
        happens(desk, case.id, "sent", channel="email", at=f"2026-10-{day}")
        happens(desk, case.id, "answered", answer="partly", at=f"2026-10-{int(day) + 2}")
    assert _past(desk, case.id) == []


def _past(desk: Desk, case_id: int) -> list[str]:
    told = by_channel(desk.advise_case(case_id))
    return [why for why in told[Channel.EMAIL] if why.startswith("Your history")]


def test_the_step_where_the_letter_goes_decides_what_counts() -> None:
    desk = Place(country="RU").desk(MONDAY)
    case = opened(desk, playbook="ru-housing", country="RU")
    assert not _email_warnings(desk, case.id)
    (warning,) = _email_warnings(desk, case.id, "regulator")
    assert "housing inspection" in warning
    assert "From 30 March 2025" in warning
    with pytest.raises(NotFound):
        desk.advise_case(case.id, "nowhere")


def _email_warnings(desk: Desk, case_id: int, step: str = "") -> list[str]:
    email = next(a for a in desk.advise_case(case_id, step) if a.channel is Channel.EMAIL)
    return [Wording("en").say(warning) for warning in email.warnings]


def test_before_the_law_of_logins_a_plain_email_is_only_not_named() -> None:
    desk = Place(country="RU").desk(datetime(2025, 3, 29, 12, tzinfo=ZoneInfo("Europe/Moscow")))
    case = opened(desk, playbook="ru-state", country="RU")
    (warning,) = _email_warnings(desk, case.id)
    assert "30 March 2025" not in warning
