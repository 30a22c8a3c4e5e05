"""Good goods that do not suit are to be exchanged; money is asked for only where that cannot be."""

from __future__ import annotations

import pytest
from desk_story import Place, happens, opened

from tui.cases.words import Part
from tui.desk.desk import Desk

MONEY = "Вернуть 8 990 ₽"
EXCHANGE = (
    "бменять товар на аналогичный, который мне подойдёт, а если обменять не на что — вернуть за "
    "него деньги."
)


def _shop(wish: str = MONEY) -> tuple[Desk, int]:
    desk = Place(country="RU").desk()
    case = opened(desk, playbook="ru-shop", country="RU", language="ru", expected_result=wish,
                  details="Куплено 20.11.2026 в магазине, не подошёл размер.").id  # fmt: skip
    return desk, case


@pytest.mark.parametrize(
    ("language", "asks", "rests"),
    [
        ("ru", f"Прошу о{EXCHANGE}", "Моё требование основано на ст.\u00a025 Закона"),
        ("en", "Please exchange the goods for equivalent ones", "My request rests on article 25"),
    ],
)
def test_the_letter_asks_for_an_exchange_and_rests_on_its_article(
    language: str, asks: str, rests: str
) -> None:
    desk, case = _shop()
    made = desk.compose(case, "exchange", language=language)
    result = made.letter.parts[Part.RESULT]
    assert result.startswith(asks)
    assert rests in result
    assert MONEY not in made.letter.text()
    assert "ретензи" not in made.letter.text()
    assert made.letter.parts[Part.SUBJECT].startswith(("Обмен товара", "Exchange of goods"))


def test_an_exchange_in_my_own_words_stays_and_has_a_way_out() -> None:
    desk, case = _shop("Обменять на 42 размер")
    result = desk.compose(case, "exchange").letter.parts[Part.RESULT]
    assert result.startswith(
        "Прошу обменять на 42 размер.\nЕсли обменять не на что, прошу вернуть за товар деньги."
    )


def test_what_follows_an_exchange_asks_for_no_other_thing() -> None:
    desk, case = _shop()
    happens(desk, case, "sent", step="exchange", channel="in_person", at="2026-11-21")
    reminder = desk.compose(case, "exchange").letter
    assert f"О{EXCHANGE}" in reminder.parts[Part.RESULT]
    assert MONEY not in reminder.text()
    assert "моё требование об обмене" in reminder.parts[Part.DONE]
    assert f"О{EXCHANGE}" in desk.compose(case, "regulator").letter.parts[Part.RESULT]


def test_a_claim_asks_for_what_i_want() -> None:
    desk, case = _shop()
    happens(desk, case, "sent", step="exchange", channel="in_person", at="2026-11-21")
    assert MONEY[1:] in desk.compose(case, template="claim").letter.parts[Part.RESULT]
