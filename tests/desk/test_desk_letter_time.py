"""By when a letter asks: the hour where hours run, and days from its arrival where it is posted."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from desk_story import Place, happens, opened

from tui.cases.words import Channel, Part
from tui.desk.desk import Desk

LONDON = ZoneInfo("Europe/London")
OUTAGE = {
    "problem": "technical",
    "subject": "API 4821 answers nothing",
    "details": "Since 21:40 every request ends with error 503.",
    "expected_result": "Please restore the service",
    "urgency": "critical",
    "playbook": "vendor-support",
    "country": "GB-ENG",
    "timezone": "Europe/London",
}


def window(place: Place, time: str, day: str = "2026-11-28") -> Desk:
    return place.desk(datetime.fromisoformat(f"{day} {time}").replace(tzinfo=LONDON))


@pytest.fixture
def outage() -> Place:
    """Work stopped on a Saturday night, and the ticket was sent at 22:45: an hour to answer."""
    place = Place()
    desk = window(place, "22:45")
    happens(desk, opened(desk, **OUTAGE).id, "sent", channel="form")
    return place


def test_a_ticket_in_an_outage_names_the_hour() -> None:
    desk = window(Place(), "22:45")
    case = opened(desk, **OUTAGE).id
    english = desk.compose(case).letter.parts[Part.RESULT]
    assert "Please answer by 23:45 on 28 November 2026." in english
    russian = desk.compose(case, language="ru").letter.parts[Part.RESULT]
    assert "Прошу ответить не позднее 23:45 28 ноября 2026 г." in russian
    assert "by 29 November 2026, and write" in desk.preparation(case).results[0]  # a Sunday


@pytest.mark.parametrize("step", ["second-line", "severity", "manager"])
def test_who_is_asked_next_has_no_more_time_and_hears_of_the_missed_hour(
    outage: Place, step: str
) -> None:
    letter = window(outage, "23:57").compose(1, step).letter
    assert "by 00:57 on 29 November 2026" in letter.parts[Part.RESULT]
    assert "No answer came by 23:45 on 28 November 2026." in letter.parts[Part.DONE]


def test_an_hour_that_has_not_passed_is_not_missed(outage: Place) -> None:
    assert "No answer" not in window(outage, "23:44").compose(1, "manager").letter.text()


def test_a_claim_by_post_counts_from_its_arrival() -> None:
    desk = Place(country="RU").desk()
    case = opened(desk, playbook="ru-shop", country="RU").id
    happens(desk, case, "sent", channel="email")
    russian = desk.compose(case, "claim", language="ru", channel=Channel.LETTER).letter
    told = "в течение 10 дней со дня получения этого письма"
    assert told in russian.parts[Part.RESULT]
    assert "Этот срок установлен" in russian.parts[Part.RESULT]
    assert "не позднее" not in russian.parts[Part.RESULT]
    posted = desk.letter_file(case, "text", "claim", "ru", registered=True)[1].decode()
    assert told in " ".join(posted.split())
    by_mail = desk.compose(case, "claim", language="ru", channel=Channel.EMAIL).letter
    assert "не позднее 2 декабря 2026 г." in by_mail.parts[Part.RESULT]
