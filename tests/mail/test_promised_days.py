"""The day that a reply promises, and how it was counted."""

from __future__ import annotations

from datetime import date

import pytest
from mails import RUSSIAN, TAILS
from phrases import APART, AWKWARD, TUNED
from read_facts import SAID, facts, of, working

from tui.mail.fact import FactKind
from tui.mail.facts import facts_in


@pytest.mark.parametrize("phrases", [TUNED, APART, AWKWARD], ids=["tuned", "apart", "awkward"])
def test_the_promised_day(phrases: tuple[tuple[str, date | None], ...]) -> None:
    wrong = []
    for phrase, day in phrases:
        days = [fact.day for fact in of(FactKind.PROMISE, phrase) if fact.day]
        if max(days, default=None) != day:
            wrong.append((phrase, day, days))
    assert not wrong


def test_a_day_tells_its_words_its_sentence_and_how_it_was_counted() -> None:
    text = f"Здравствуйте!\n\n{RUSSIAN}\n\n{TAILS['gmail ru']}"
    number, promise = facts(text)
    assert (number.kind, number.number) == (FactKind.NUMBER, "SR-2026-00417")
    assert promise.sentence == "- Ответ предоставим в течение 10 рабочих дней."
    assert (promise.words, promise.unit, promise.count) == ("10 рабочих дней", "working_days", 10)
    assert promise.day == date(2026, 12, 8)


def test_working_days_are_counted_by_whoever_knows_the_calendar() -> None:
    asked: list[tuple[date, int]] = []

    def counted(day: date, count: int) -> date:
        asked.append((day, count))
        return date(2027, 1, 20)

    told = facts_in(
        "We reply within 3-5 business days.", told_at=SAID, day_first=True, working=counted
    )
    assert [fact.day for fact in told] == [date(2027, 1, 20)]
    assert asked == [(SAID.date(), 5)]


def test_a_date_of_strokes_is_read_as_the_country_writes_it() -> None:
    text = "We will reply by 12/05/2026."
    assert [f.day for f in of(FactKind.PROMISE, text, day_first=False)] == [date(2026, 12, 5)]
    assert of(FactKind.PROMISE, text) == []  # 12 May is over


def test_hours_end_on_the_day_they_end_on() -> None:
    late = SAID.replace(hour=22)
    told = facts_in("Ответим в течение 4 часов.", told_at=late, day_first=True, working=working)
    assert [fact.day for fact in told] == [date(2026, 11, 25)]


def test_a_sentence_over_two_lines_is_one() -> None:
    text = (
        "Сообщаем, что денежные средства будут перечислены на вашу карту до\n5 декабря 2026 года."
    )
    assert [f.day for f in of(FactKind.PROMISE, text)] == [date(2026, 12, 5)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Просим предоставить копию чека в течение 5 дней.", date(2026, 11, 29)),
        ("Please provide your order number by Friday.", date(2026, 11, 27)),
        ("If we do not hear from you within 7 days, we will close the case.", date(2026, 12, 1)),
        ("Если вы не ответите в течение 3 дней, обращение будет закрыто.", date(2026, 11, 27)),
        ("Пожалуйста, пришлите скан паспорта.", None),
        ("Для рассмотрения нам потребуется копия договора.", None),
        ("Could you please confirm your address?", None),
    ],
)
def test_a_day_in_a_request_is_mine_and_no_promise(text: str, day: date | None) -> None:
    assert [(f.kind, f.day) for f in facts(text)] == [(FactKind.REQUEST, day)]
