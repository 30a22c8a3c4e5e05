"""By when a letter asks: the hour where hours run, and days from its arrival where it is posted."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from desk_story import Place, at, happens, opened

from tui.cases.words import Channel, Part
from tui.desk.desk import Desk
from tui.desk.letters.wish import Wish

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
    case = opened(desk, playbook="ru-shop", country="RU", problem="defect").id
    happens(desk, case, "sent", channel="email")
    russian = desk.compose(case, "claim", language="ru", channel=Channel.LETTER).letter
    told = "в течение 10 дней со дня получения этого письма"
    assert told in russian.parts[Part.RESULT]
    assert "Этот срок установлен" in russian.parts[Part.RESULT]
    assert "не позднее" not in russian.parts[Part.RESULT]
    posted = desk.letter_file(case, "text", Wish("claim", language="ru"), registered=True)[
        1
    ].decode()
    assert told in " ".join(posted.split())
    by_mail = desk.compose(case, "claim", language="ru", channel=Channel.EMAIL).letter
    assert "не позднее 2 декабря 2026 г." in by_mail.parts[Part.RESULT]


@pytest.mark.parametrize(
    ("step", "template", "english", "russian"),
    [
        ("claim", "", "within 10 working days of receiving", "в течение 10 рабочих дней со дня"),
        ("merchant", "reminder", "within 3 working days of receiving", "в течение 3 рабочих дней"),
        ("merchant", "last_notice", "within 5 working days of", "в течение 5 рабочих дней"),
    ],
)
def test_what_is_only_customary_counts_from_arrival_by_post(
    step: str, template: str, english: str, russian: str
) -> None:
    desk = Place().desk()
    case = opened(desk, playbook="card-chargeback").id
    happens(desk, case, "sent", channel="email", at="2026-10-20")
    posted = [
        desk.compose(case, step, template=template, channel=Channel.LETTER, language=language)
        for language in ("en", "ru")
    ]
    for made, told in zip(posted, (english, russian), strict=True):
        assert told in made.letter.parts[Part.RESULT]
        assert "2026" not in made.letter.parts[Part.RESULT].split(told)[1]
        assert "L03" not in {finding.id for finding in made.findings}
    mailed = desk.compose(case, step, template=template, channel=Channel.EMAIL).letter
    assert "of receiving" not in mailed.parts[Part.RESULT]
    assert mailed.parts[Part.RESULT] != posted[0].letter.parts[Part.RESULT]


def test_a_court_and_a_body_that_owes_nothing_are_given_no_time_by_post() -> None:
    desk = Place().desk()
    case = opened(desk, playbook="general").id
    happens(desk, case, "sent", channel="email", at="2026-10-20")
    told = desk.compose(case, template="court", channel=Channel.LETTER).letter
    assert "within" not in told.parts[Part.RESULT]


@pytest.mark.parametrize(
    ("language", "asked", "law", "late"),
    [
        (
            "en",
            "Please confirm in writing by 4 November 2026 that you have received this letter.",
            "The time for that confirmation is set by 12 CFR 1026.13(c)(1).",
            "A confirmation that you have my letter was due by 8 November 2026;",
        ),
        (
            "ru",
            "Прошу не позднее 4 ноября 2026 г. письменно подтвердить, что письмо получено.",
            "Срок для такого подтверждения установлен п.",
            "Подтверждение, что моё письмо получено, ожидалось не позднее 8 ноября 2026 г.;",
        ),
    ],
)
def test_a_time_for_a_first_word_is_none_for_the_answer(
    language: str, asked: str, law: str, late: str
) -> None:
    """30 days from 5 October, and from its arrival on the 9th; for the answer none is certain."""
    place = Place(country="US")
    facts = {"playbook": "us-billing", "country": "US", "dates": "statement 2026-09-15"}
    first = place.desk(at("2026-10-05 18:00"))
    case = opened(first, problem="billing", language=language, **facts).id
    made = first.compose(case)
    assert made.answer_by is None
    result = made.letter.parts[Part.RESULT]
    assert asked in result
    assert law in result
    happens(first, case, "sent", channel="letter", at="2026-10-05")
    then = place.desk(at("2026-11-09 18:00"))
    then.look_again()
    happens(then, case, "delivered", at="2026-10-09")
    text = then.compose(case).letter.text()
    assert late in text
    assert "Ответ ожидался" not in text
    assert "answer was due" not in text
    assert "answer came" not in text
    happens(then, case, "registered", at="2026-10-30", reference="BE-33")
    text = then.compose(case).letter.text()
    assert "8 November" not in text
    assert "8 ноября" not in text


@pytest.mark.parametrize("kind", ["claim", "seller", "higher"])
def test_a_kind_that_belongs_to_a_step_has_the_day_of_the_ladder(kind: str) -> None:
    desk = Place(country="RU").desk()
    facts = {"playbook": "ru-marketplace", "country": "RU", "language": "ru"}
    case = opened(desk, parties="seller=Lamp", **facts).id
    happens(desk, case, "sent", channel="chat", at="2026-10-05")
    if kind != "seller":  # which is its first letter
        claim = {"step": "claim", "channel": "email", "at": "2026-10-14"}
        happens(desk, case, "escalated", anyway=True, **claim)
        happens(desk, case, "refused", at="2026-10-20")
    made = desk.compose(case, template=kind)
    assert made.draft.step == {"claim": "platform", "seller": "claim", "higher": "regulator"}[kind]
    (due,) = (rung.due for rung in desk.ladder(case) if rung.step.id == made.draft.step)
    assert made.answer_by == due is not None
