"""L16: what is too long depends on the channel. L17: what tells nothing, or too little."""

from __future__ import annotations

import pytest
from finding_story import found_in, knowing
from reference_letters import CLAIM

from tui.advice.checks.checks import Severity, check_letter
from tui.cases.words import Channel, Part, Problem


def _too_long(words: int, **known: object) -> bool:
    found = found_in("Слово " * words, known=knowing(**known))
    return any(f.id == "L16" and f.severity is Severity.WARN for f in found)


@pytest.mark.parametrize(
    ("words", "known", "is_long"),
    [
        (250, {}, False),
        (400, {}, True),
        (400, {"formal": True}, False),
        (400, {"problem": Problem.FORMAL}, False),
        (400, {"channel": Channel.LETTER}, False),
        (400, {"channel": Channel.EMAIL}, True),
        (950, {"channel": Channel.LETTER}, True),
        (5, {"channel": Channel.CHAT}, True),  # the reference letter itself has 900 characters
    ],
)
def test_too_long(words: int, known: dict[str, object], is_long: bool) -> None:
    assert _too_long(words, **known) is is_long


def test_a_short_chat_and_a_long_history_are_not_too_long() -> None:
    chat = knowing(channel=Channel.CHAT)
    short = {Part.PROBLEM: "Заказ 4821-77 не пришёл.", Part.RESULT: "Верните деньги сегодня."}
    assert "L16" not in {f.id for f in check_letter(short, context=chat)}
    history = {**short, Part.DONE: "слово " * 500}
    assert "L16" not in {f.id for f in check_letter(history)}


def test_the_place_is_the_longest_part() -> None:
    found = found_in("word " * 400)
    (finding,) = (f for f in found if f.id == "L16")
    assert finding.part is Part.PROBLEM
    assert finding.message.values["most"] == 350


LONG_ENOUGH = (
    "Пылесос получен 25 сентября 2026 г. Он не включается с первого дня. "
    "28 сентября 2026 г. поддержка отказала."
)


@pytest.mark.parametrize("text", ["gj", "ыв", "123 45", "—", "xx gj wd", "ъъъ"])
def test_a_problem_without_words_is_not_told(text: str) -> None:
    """Also where they have been told before, and where something is enclosed."""
    found = check_letter({**CLAIM, Part.PROBLEM: text}, context=knowing(earlier_contacts=2))
    (finding,) = (f for f in found if f.id == "L17")
    assert (finding.severity, finding.part) == (Severity.ERROR, Part.PROBLEM)


@pytest.mark.parametrize(
    ("text", "is_short"),
    [
        ("Пылесос не включается.", True),
        ("Пылесос куплен 25 сентября 2026 г.", True),
        (LONG_ENOUGH, False),
        ("The kettle is bad and I am not happy with it, not at all, not one bit of it.", True),
    ],
)
def test_what_tells_when_may_be_shorter(text: str, is_short: bool) -> None:
    letter = {**CLAIM, Part.PROBLEM: text, Part.ENCLOSURES: ""}
    assert ("L17" in {f.id for f in check_letter(letter, context=knowing())}) is is_short
