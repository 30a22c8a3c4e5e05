"""What I want, until when, and what I ask for if they refuse."""

from __future__ import annotations

import pytest
from letter_parts import BARE, part
from msgspec.structs import replace

from tui.cases.words import Part, Problem
from tui.letters.wishes import as_request


@pytest.mark.parametrize(
    ("wish", "first_line"),
    [
        ("Please refund it.", "Please refund it."),
        ("I ask for a refund.", "I ask for a refund."),
        ("Прошу вернуть деньги", "Прошу вернуть деньги."),
        ("Верните деньги", "Верните деньги."),
        ("Please send:", "Please send:"),
        ("Bring the server back", "Please bring the server back."),
        ("I want it back, thanks!", "I want it back, thanks!"),
        ("Refund of €79", "My request: Refund of €79."),
        ("вернуть деньги", "My request: вернуть деньги."),
    ],
)
def test_a_bare_wish_becomes_a_request(wish: str, first_line: str) -> None:
    result = part(Part.RESULT, replace(BARE, expected_result=wish)).splitlines()
    assert result == [
        first_line,
        "Please answer by 2 December 2026.",
        "If you refuse, please give the reasons in writing.",
    ]


@pytest.mark.parametrize(
    ("wish", "asks"),
    [
        ("Вернуть 12 490 ₽ на карту.", "Прошу вернуть 12 490 ₽ на карту."),
        ("ВЕРНУТЬ деньги", "Прошу вернуть деньги"),
        ("Перевести деньги", "Прошу перевести деньги"),
        ("Помочь вернуть деньги", "Прошу помочь вернуть деньги"),
        ("Зачесть платёж", "Прошу зачесть платёж"),
        ("найти посылку: RA1", "Прошу найти посылку: RA1"),
        ("Требую вернуть деньги", "Требую вернуть деньги"),
        ("Требуем вернуть деньги", "Требуем вернуть деньги"),
        *((own, "") for own in ("Часть суммы вернуть", "Пять тысяч вернуть", "Стоимость назад")),
        *((own, "") for own in ("Треть суммы", "Задолженность списать", "Дети ждут", "Сети нет")),
        *((own, "") for own in ("Пусть вернут", "Возврат", "Не списывать", "Ночь", "12 ₽ вернуть")),
    ],
)
def test_a_russian_infinitive_is_asked_for(wish: str, asks: str) -> None:
    assert as_request(wish, "ru") == asks


@pytest.mark.parametrize(
    ("wish", "asks"),
    [
        ("Refund €79 to my card.", "Please refund €79 to my card."),
        ("Refund 79 EUR.", "Please refund 79 EUR."),
        ("Refund EUR 79", "Please refund EUR 79"),
        ("Return my money", "Please return my money"),
        ("correct the invoice", "Please correct the invoice"),
        ("Cancel subscription 12", "Please cancel subscription 12"),
        ("Explain.", "Please explain."),
        ("I want a refund", "I want a refund"),
        *((own, "") for own in ("Refund of €79", "Refund", "Return label", "Credit note for 5")),
        *((own, "") for own in ("Correct amount", "Repair under warranty", "Refunds", "Fix-up")),
        ("Вернуть деньги", ""),
    ],
)
def test_an_english_imperative_is_asked_for(wish: str, asks: str) -> None:
    assert as_request(wish, "en") == asks


@pytest.mark.parametrize(
    ("wish", "asked"),
    [
        ("Please refund it by 30 Nov.", False),
        ("Please refund it by 30.11.2026.", False),
        ("Прошу вернуть до 30.11.", False),
        ("Please refund the payment of 20.10.2026.", True),
        ("Please deliver build 10.2.3 to 14 sites.", True),
        ("Please answer 3 markets and 2 decorators.", True),
    ],
)
def test_a_date_is_asked_for_where_the_wish_has_none_to_come(wish: str, asked: bool) -> None:
    result = part(Part.RESULT, replace(BARE, expected_result=wish))
    assert ("Please answer by 2 December 2026." in result) is asked


def test_reasons_are_not_asked_twice_nor_of_a_question() -> None:
    wish = "Please refund it. If you refuse, tell me why."
    assert part(Part.RESULT, replace(BARE, expected_result=wish)).count("refuse") == 1
    question = replace(BARE, problem=Problem.CONSULTATION, expected_result="Please explain it.")
    assert "refuse" not in part(Part.RESULT, question)
