"""L26 several matters, L31 words without a date, L35 more than the law gives."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from finding_story import ids_in, knowing, mended_text, the

from tui.advice.checks.checks import Severity
from tui.cases.case import Money
from tui.cases.words import Part


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Посылка не доставлена. Кроме того, с карты дважды списали деньги.", "Кроме того"),
        ("Телевизор сломался. Вторая проблема: оператор нагрубил мне.", "Вторая проблема"),
        ("The parcel was not delivered. Another issue: I was charged twice.", "Another issue"),
        ("The laptop arrived broken. Secondly, your agent was rude.", "Secondly"),
    ],
)
def test_a_second_matter(text: str, begins: str) -> None:
    finding = the("L26", text)
    assert (finding.severity, finding.text) == (Severity.INFO, begins)


@pytest.mark.parametrize(
    "text",
    [
        "Посылка не доставлена. Кроме того, прошу копию договора.",
        "Посылка не доставлена, деньги дважды списали.",
        "The parcel was not delivered. In addition, it did not arrive at the shop.",
    ],
)
def test_one_matter_with_more_to_say(text: str) -> None:
    assert "L26" not in ids_in(text)


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("Недавно я писала вам.", "Недавно"),
        ("Звонила несколько раз и без толку.", "несколько раз"),
        ("Сломалось на прошлой неделе.", "на прошлой неделе"),
        ("Обращалась неоднократно.", "неоднократно"),
        ("I wrote recently.", "recently"),
        ("It failed several times.", "several times"),
        ("I called last week.", "last week"),
        ("It broke a few days ago.", "a few days ago"),
    ],
)
@pytest.mark.parametrize("part", [Part.PROBLEM, Part.DONE])
def test_a_time_that_is_none(text: str, vague: str, part: Part) -> None:
    finding = the("L31", text, part)
    assert (finding.severity, finding.text) == (Severity.INFO, vague)


@pytest.mark.parametrize(
    "text",
    [
        "Звонила несколько раз: 3.11.2026, 5.11.2026.",
        "Падает несколько раз в час.",
        "I called several times, on 3 and 5 November 2026.",
        "It crashes several times a day.",
    ],
)
def test_with_dates_beside_it_nothing_is_vague(text: str) -> None:
    assert "L31" not in ids_in(text)


def test_a_wish_may_be_as_it_likes() -> None:
    assert "L31" not in ids_in("Верните недавно списанное до 2 декабря.", Part.RESULT)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Вы обязаны ответить в течение 3 дней.", "Прошу вас ответить в течение 3 дней."),
        (
            "В течение трёх дней вы должны вернуть всё.",
            "В течение трёх дней прошу вас вернуть всё.",
        ),
        ("You must refund me within 3 days.", "Please refund me within 3 days."),
        ("Within 24 hours you have to act.", "Within 24 hours please act."),
    ],
)
def test_an_order_without_a_norm_becomes_a_request(text: str, asked: str) -> None:
    assert the("L35", text).severity is Severity.WARN
    assert mended_text("L35", text) == asked


PENALTY = "Неустойка составляет 25 000 ₽ на сегодня."
PRICE = Money(value=Decimal(12490), currency="RUB")


def test_a_penalty_above_the_price_cannot_be_since_february_2026() -> None:
    assert the("L35", PENALTY, known=knowing(amount=PRICE)).text == "25 000 ₽"
    before = knowing(amount=PRICE, today=date(2026, 1, 31))
    assert "L35" not in ids_in(PENALTY, known=before)
    assert "L35" not in ids_in("Неустойка составляет 12 490 ₽.", known=knowing(amount=PRICE))
    assert "L35" not in ids_in(PENALTY)
    euro = knowing(amount=Money(value=Decimal(100), currency="EUR"))
    assert "L35" not in ids_in(PENALTY, known=euro)
