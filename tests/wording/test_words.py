"""Plurals, dates and money as each language writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tui.cases.case import Money
from tui.cases.deadline import Deadline
from tui.cases.sentence import say, say_many
from tui.cases.words import DeadlineKind, Owner, Stage
from tui.wording.terms import TERMS
from tui.wording.wording import Wording

RU, EN = Wording("ru"), Wording("en")
NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "1 день опоздания"),
        (2, "2 дня опоздания"),
        (5, "5 дней опоздания"),
        (11, "11 дней опоздания"),
        (21, "21 день опоздания"),
        (25, "25 дней опоздания"),
    ],
)
def test_russian_plurals(count: int, said: str) -> None:
    assert RU.n("{count} day late", "{count} days late", count) == said


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 day late"), (2, "2 days late"), (21, "21 days late")]
)
def test_english_plurals(count: int, said: str) -> None:
    assert EN.n("{count} day late", "{count} days late", count) == said


def test_dates() -> None:
    day = date(2026, 11, 24)
    assert RU.day(day) == "24 ноября 2026 г."
    assert EN.day(day) == "24 November 2026"
    assert RU.short_day(day) == "вт 24 ноя"
    assert EN.short_day(day) == "Tue 24 Nov"
    assert EN.short_day(day, date(2027, 1, 1)) == "Tue 24 Nov 2026"
    assert RU.day(date(2026, 5, 9)) == "9 мая 2026 г."
    assert EN.day(date(2026, 5, 9)) == "9 May 2026"


@pytest.mark.parametrize(
    ("value", "currency", "ru", "en"),
    [
        ("12490", "RUB", f"12{NBSP}490{NBSP}₽", f"RUB{NBSP}12,490"),
        ("12490.00", "RUB", f"12{NBSP}490{NBSP}₽", f"RUB{NBSP}12,490"),
        ("1234.5", "EUR", f"1{NBSP}234,50{NBSP}€", "€1,234.50"),
        ("0.005", "USD", f"0,005{NBSP}$", "$0.005"),
        ("7", "XTS", f"7{NBSP}XTS", f"XTS{NBSP}7"),
    ],
)
def test_money(value: str, currency: str, ru: str, en: str) -> None:
    amount = Money(value=Decimal(value), currency=currency)
    assert (RU.money(amount), EN.money(amount)) == (ru, en)


def test_theirs_is_late_only_from_the_day_after() -> None:
    due = date(2026, 11, 20)
    theirs = Deadline(
        owner=Owner.THEIRS, kind=DeadlineKind.PROMISE, due=due, late_after=due, rule="promise"
    )
    assert EN.until(theirs, date(2026, 11, 19)) == "by Fri 20 Nov"
    assert EN.until(theirs, due) == "today"
    assert EN.until(theirs, date(2026, 11, 22)) == "2 days late"


def test_every_word_of_the_trade_is_translated() -> None:
    for (kind, value), text in TERMS.items():
        assert RU.term(kind(value)) != text, text


def test_sentences_take_values_as_values() -> None:
    inner = say("by {day}", day=Stage.DRAFT)
    assert EN.say(inner) == "by Draft"
    assert EN.say(say_many("{count} gap", "{count} gaps", 3)) == "3 gaps"
    assert EN.t("by {day}", day="{name} [/b]") == "by {name} [/b]"
