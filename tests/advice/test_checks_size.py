"""L16: what is too long depends on the channel."""

from __future__ import annotations

import pytest
from finding_story import found_in, knowing

from tui.advice.checks import Severity, check_letter
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
