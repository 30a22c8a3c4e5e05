"""L27 dates and L28 sums that cannot be right."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from finding_story import KNOWN, ids_in, knowing, the
from msgspec.structs import replace
from reference_letters import CLAIM, ESCALATION

from tui.advice.checks.checks import Severity, check_letter
from tui.advice.checks.told_dates import dates_in, written
from tui.advice.checks.told_sums import sums_in
from tui.cases.case import Money
from tui.cases.money import left_of
from tui.cases.words import Part

AGAIN = ("is left.", "came back.")

WRONG = [
    ("Писала 31.02.2026 в чат.", "31.02.2026"),
    ("Писала 30 февраля 2026 г. в чат.", "30 февраля 2026"),
    ("I wrote on 31 June 2026.", "31 June 2026"),
    ("Ждала в пятницу, 21 ноября 2026 г., курьера.", "пятницу, 21 ноября 2026"),
    ("Ждала 24.11.2026 (ср) курьера.", "24.11.2026 (ср"),
    ("I waited on Monday 24 November 2026.", "Monday 24 November 2026"),
    ("It was Fri 21 Nov 2026.", "Fri 21 Nov 2026"),
    ("Я оплатила заказ 05.12.2026 картой.", "05.12.2026"),
    ("Я звонила 3 января 2027 г. оператору.", "3 января 2027"),
    ("I paid for it on 5 December 2026.", "5 December 2026"),
    ("They charged me on 2027-01-03.", "2027-01-03"),
    ("Заказала 20.10.2026. Получила заказ 15.10.2026.", "15.10.2026"),
    ("I ordered it on 20 October 2026. It arrived on 15 October 2026.", "15 October 2026"),
]


@pytest.mark.parametrize(("text", "place"), WRONG)
def test_a_date_that_cannot_be_right(text: str, place: str) -> None:
    finding = the("L27", text)
    assert (finding.severity, finding.text) == (Severity.ERROR, place)


@pytest.mark.parametrize(
    "text",
    [
        "Ждала во вторник, 24 ноября 2026 г., курьера.",
        "Во вторник 24 ноября ждала курьера.",
        "Обещали вернуть 05.12.2026 деньги.",
        "Оплачено до 05.12.2027.",
        "Не получила ответа 05.12.2025.",
        "They promised that it would be delivered on 5 December 2026.",
        "The order was paid until 5 December 2027.",
        "29 февраля 2028 г. истекает гарантия.",
    ],
)
def test_a_date_that_can(text: str) -> None:
    assert "L27" not in ids_in(text)


def test_the_right_day_is_named_where_the_year_is() -> None:
    assert the("L27", "In Friday, 21 November 2026.").mend.values == {"day": date(2026, 11, 21)}
    assert "L27" in ids_in("Ждала в пятницу 17 ноября курьера.")
    assert "L27" not in ids_in("Ждала во вторник 17 ноября курьера.")


@pytest.mark.parametrize(
    ("wish", "day"),
    [
        ("Прошу вернуть 9500 ₽ до 1 ноября 2026", "1 ноября 2026"),
        ("Прошу ответить не позднее 21.11.2026.", "21.11.2026"),
        ("Please refund it by Friday, 20 November 2026.", "20 November 2026"),
    ],
)
def test_nobody_can_do_it_by_a_day_that_is_past(wish: str, day: str) -> None:
    finding = the("L27", wish, Part.RESULT)
    assert (finding.severity, finding.text) == (Severity.ERROR, day)


@pytest.mark.parametrize(
    "wish",
    [
        "Прошу вернуть деньги до 22.11.2026.",
        "Прошу вернуть деньги по договору от 1 ноября 2026 г.",
        "Моя просьба от 6 ноября 2026 г.:\nПрошу вернуть деньги до 20 ноября 2026 г.",
        "What I asked for on 6 November 2026:\nPlease refund it by 20 November 2026.",
    ],
)
def test_an_old_wish_may_be_told_again(wish: str) -> None:
    assert "L27" not in ids_in(wish, Part.RESULT)


def test_without_a_calendar_the_future_is_not_known() -> None:
    unknown = replace(KNOWN, today=None)
    assert "L27" not in ids_in("Я оплатила заказ 05.12.2026 картой.", known=unknown)
    assert "L27" in ids_in("Писала 31.02.2026 в чат.", known=unknown)


def test_a_wish_may_name_the_future() -> None:
    assert "L27" not in ids_in("Верните то, что я оплатила, 05.12.2026.", Part.RESULT)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_date_that_is_written_is_read_again(language: str) -> None:
    for day in (date(2026, 12, 2), date(2028, 2, 29)):
        (told,) = dates_in(f"до {written(day, language)}.")
        assert told.day == day


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("12 490 ₽", "12490", "RUB"),
        ("12\u00a0490,50 руб.", "12490.50", "RUB"),
        ("€1,234.50", "1234.50", "EUR"),
        ("1.234,50 EUR", "1234.50", "EUR"),
        ("$49.00", "49.00", "USD"),
        ("£1,150", "1150", "GBP"),
        ("120 EUR", "120", "EUR"),
        ("RUB 12,490", "12490", "RUB"),
        ("5000 тенге", "5000", "KZT"),
    ],
)
def test_sums_are_read_as_people_write_them(text: str, value: str, currency: str) -> None:
    (found,) = sums_in(f"за {text}, да")
    assert (found.value, found.currency) == (Decimal(value), currency)


def _sums(letter: dict[Part, str], **known: object) -> list[str]:
    found = check_letter(letter, context=knowing(**known))
    assert all(f.severity is Severity.WARN for f in found if f.id == "L28")
    return [f.text for f in found if f.id == "L28"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Всего 5000 + 3000 = 9000 ₽.", ["9000 ₽"]),
        ("€120.50 + €9.50 = €131", ["€131"]),
        ("12 490 ₽ − 490 ₽ = 12 100 ₽", ["12 100 ₽"]),
        ("Всего 5000 + 3000 + 1000 = 9000 ₽.", []),
        ("12 490 ₽ − 490 ₽ = 12 000 ₽", []),
        ("The log says a=1+2=4x and 2026-11-22=today.", []),
    ],
)
def test_what_is_reckoned_in_a_letter_has_to_come_out(text: str, wrong: list[str]) -> None:
    found = check_letter({**ESCALATION, Part.PROBLEM: text}, context=KNOWN)
    assert [f.text for f in found if f.message.text == "It comes to {total}."] == wrong


def test_a_wish_for_another_sum_than_the_one_told() -> None:
    wrong = {**CLAIM, Part.RESULT: "Прошу вернуть 12 940 ₽ не позднее 02.12.2026."}
    assert _sums(wrong) == ["12 940 ₽"]
    assert _sums(CLAIM) == []


def test_a_subject_with_another_sum() -> None:
    letter = {**ESCALATION, Part.PROBLEM: "I paid €120.50 twice.", Part.RESULT: "Refund €120.50."}
    assert _sums({**letter, Part.SUBJECT: "Refund of €120.50"}) == []
    assert _sums({**letter, Part.SUBJECT: "Refund of €210.50"}) == ["€210.50"]


@pytest.mark.parametrize(
    "wish",
    [
        "Верните 12 990 ₽.",  # the price and the delivery
        "Верните 11 990 ₽.",  # the price without the delivery
        "Верните 6 245 ₽ (половину).",
        "Верните 500 ₽.",
        "Верните 12 490 ₽ и 500 ₽.",
    ],
)
def test_a_sum_that_follows_from_those_told(wish: str) -> None:
    letter = {**CLAIM, Part.PROBLEM: "Заплатила 12 490 ₽ за товар и 500 ₽ за доставку."}
    assert _sums({**letter, Part.RESULT: wish}) == []


def test_what_they_offered_explains_a_sum_and_accuses_none() -> None:
    letter = {**CLAIM, Part.SUBJECT: "Чемодан", Part.PROBLEM: "Чемодан повреждён."}
    letter |= {Part.DONE: "Предлагают 7 000 ₽.", Part.RESULT: "Верните 11 900 ₽."}
    assert _sums(letter) == []


def test_another_currency_than_the_one_paid() -> None:
    wrong = {**CLAIM, Part.RESULT: "Прошу вернуть $12490 не позднее 02.12.2026."}
    assert "$12490" in _sums(wrong)
    paid = Money(value=Decimal(12490), currency="EUR")
    assert "12 490 ₽" in _sums(CLAIM, amount=paid)


@pytest.mark.parametrize(
    ("back", "wish", "told"),
    [
        ("5000", "Refund 18990 RUB.", "18990 RUB"),
        ("5000", "Refund 18990 RUB. Of 18990 RUB, 5000 RUB came back.", "18990 RUB"),
        ("5000", "Refund 18990 RUB. Of 18990 RUB, 13990 RUB is outstanding.", None),
        ("5000", "5000 RUB came back: refund the other 13990 RUB.", None),
        ("15000", "15000 RUB came back: refund the other 3990 RUB.", None),
        ("5000", "Refund 13990 RUB and pay a penalty of 40000 RUB.", None),
        ("18990", "Refund 18990 RUB.", "18990 RUB"),
        (None, "Refund 18990 RUB.", None),
    ],
)
def test_what_came_back_is_not_asked_for_again(back: str, wish: str, told: str | None) -> None:
    amount = Money(value=Decimal(18990), currency="RUB")
    came = (Money(value=Decimal(back), currency="RUB"),) if back else ()
    known = replace(KNOWN, amount=amount, left=left_of(amount, came))
    parts = {**CLAIM, Part.SUBJECT: "A refund", Part.PROBLEM: f"I paid 18990 RUB. {wish}"}
    found = check_letter(parts | {Part.RESULT: wish}, context=known)
    again = [f.text for f in found if f.id == "L28" and f.message.text.endswith(AGAIN)]
    assert again == ([told] if told else [])
