"""What came back of the money stands in every letter that still asks for it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from desk_story import Place, happens, opened

from tui.cases.words import Channel, Part
from tui.desk.desk import Desk
from tui.desk.letters.wish import Wish
from tui.letters.letter_book import template_ids


@pytest.mark.parametrize(
    ("back", "said", "social"),
    [
        ("50 EUR", "Of €124.90, €50 has come back; €74.90 is outstanding.", True),
        ("124.90 EUR", "The whole sum, €124.90, has come back.", False),
        ("200 EUR", "€200 has come back.", False),
        ("50 USD", "$50 has come back.", True),
    ],
)
def test_letters_say_what_came_back(back: str, said: str, social: bool) -> None:
    desk = Place().desk()
    wish = "Refund 124.90 EUR to my card."
    case = opened(desk, amount="124.90 EUR", expected_result=wish, language="en")
    happens(desk, case.id, "sent", at="2026-11-02T10:00", channel="email")
    more = {"answer": "refused", "refund": back}
    happens(desk, case.id, "answered", at="2026-11-10", anyway=True, **more)
    for kind in ("claim", "court", "reminder"):
        made = desk.compose(case.id, template=kind)
        assert f"{wish}\n{said}" in made.letter.text()
        assert "It has not been done." not in made.letter.text()
        again = [f for f in made.findings if f.message.text == "All of the money came back."]
        assert bool(again) is (back in ("124.90 EUR", "200 EUR"))
    (message,) = desk.workspace(case.id, Channel.SOCIAL, Wish(template="reminder")).pieces
    assert ("refund" in message.text) is social
    assert (said in message.text) is social


# What these ask of a company is no money; or they go to a body, and none was written to.
NOT_OF_MONEY = {
    *("account_manager", "data_reminder", "management", "severity", "sponsor"),
    *("higher_reminder", "higher_reply", "court_reminder"),
}
WISH = "Refund 124.90 EUR to my card."
_ASKS = re.compile(
    r"\b(?:pay|refund|in full|outstanding|get the|do so|settle|solve|still open)", re.IGNORECASE
)
_ASKS_RU = re.compile(
    r"верните|прошу вернуть|вас вернуть|полностью|остаток|выполнить|решить вопрос|не решён",
    re.IGNORECASE,
)


def _paid_back(back: str) -> tuple[Desk, int]:
    desk = Place().desk()
    case = opened(desk, amount="124.90 EUR", expected_result=WISH, language="en").id
    happens(desk, case, "sent", at="2026-11-02T10:00", channel="email")
    happens(desk, case, "refused", at="2026-11-10")
    happens(desk, case, "note", at="2026-11-11", text="on the card", refund=back)
    return desk, case


@pytest.mark.parametrize("kind", [one for one in template_ids() if one not in NOT_OF_MONEY])
def test_no_letter_asks_for_money_that_is_there(kind: str) -> None:
    desk, case = _paid_back("124.90 EUR")
    for language, asks in (("en", _ASKS), ("ru", _ASKS_RU)):
        made = desk.compose(case, template=kind, language=language)
        result = made.letter.parts[Part.RESULT]
        told = re.sub("the matter is solved|вопрос решён", "", result.replace(WISH, ""))
        assert not asks.search(told), result


@pytest.mark.parametrize(
    ("kind", "asked", "russian"),
    [
        ("claim", "Please pay the outstanding €74.90 by", "Прошу вернуть остаток ("),
        ("before_action", "Please pay the outstanding €74.90 by", "Прошу вернуть остаток ("),
        ("seller", "Please pay the outstanding €74.90 by", "Прошу вернуть остаток ("),
        ("withdrawal", "Please pay the outstanding €74.90 by", "Прошу вернуть остаток ("),
        ("rejection", "Please pay the outstanding €74.90, tell me", "Прошу вернуть остаток ("),
        ("chargeback", "Please get the outstanding €74.90 back", "Прошу вернуть остаток ("),
        ("section75", "Please pay the outstanding €74.90 and", "Прошу вас вернуть остаток ("),
    ],
)
def test_what_is_left_is_asked_for_with_its_sum(kind: str, asked: str, russian: str) -> None:
    desk, case = _paid_back("50 EUR")
    made = desk.compose(case, template=kind)
    assert asked in made.letter.parts[Part.RESULT]
    assert not re.search("in full|pay the money back|get the payment|the same of you", asked)
    told = desk.compose(case, template=kind, language="ru").letter.parts[Part.RESULT]
    assert f"{russian}74,90" in told
    assert "L28" not in {finding.id for finding in made.findings}


def test_of_another_currency_nobody_knows_what_is_left() -> None:
    desk, case = _paid_back("50 USD")
    assert "Please do what is left of it by" in desk.compose(case, template="claim").letter.text()
    desk.edit(case, {"expected_result": "Please send a courier."})
    assert "Please pay back the rest" in desk.compose(case, template="withdrawal").letter.text()


def test_a_withdrawal_asks_for_the_money_once() -> None:
    desk = Place().desk()
    wishes = (WISH, "Please send a courier.")
    cases = [opened(desk, amount="124.90 EUR", expected_result=wish).id for wish in wishes]
    asked = [desk.compose(c, template="withdrawal").letter.parts[Part.RESULT] for c in cases]
    assert "Please do so in full by" in asked[0]
    assert "Please pay the money back by" in asked[1]


def test_a_letter_of_ones_own_has_nothing_to_ask_for_either(own_desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    texts = "\n".join(f'{language} = "{{fulfil}} {{repay}}"' for language in ("ru", "en"))
    (folder / "mine.toml").write_text(f'[[paragraph]]\npart = "result"\n{texts}\n', "utf-8")
    case = opened(own_desk, amount="124.90 EUR", expected_result=WISH).id
    happens(own_desk, case, "sent", at="2026-11-02")
    assert own_desk.compose(case, template="mine").letter.parts[Part.RESULT]
    happens(own_desk, case, "note", at="2026-11-11", text="back", refund="124.90 EUR")
    assert own_desk.compose(case, template="mine").letter.parts[Part.RESULT] == ""


def test_what_is_outstanding_is_not_called_undone_besides() -> None:
    desk, case = _paid_back("50 EUR")
    assert "only in part" not in desk.compose(case, template="claim").letter.parts[Part.RESULT]
    happens(desk, case, "answered", answer="partly", at="2026-11-20")
    for kind in ("reminder", "last_notice"):
        problem = desk.compose(case, template=kind).letter.parts[Part.PROBLEM]
        assert "The matter is solved only in part." in problem
        assert "still" not in problem
