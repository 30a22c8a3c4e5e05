"""Their words stand in quotation marks in the history, wherever they fell; my notes do not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from letter_parts import BARE, TODAY
from msgspec.structs import replace

from tui.cases.deadline import Deadline
from tui.cases.event import Event
from tui.cases.lifecycle import apply
from tui.cases.words import Answer, Channel, DeadlineKind, EventKind, Owner
from tui.letters.history import history
from tui.letters.letter import Sender
from tui.letters.matter import Matter
from tui.letters.phrases import Phrases
from tui.wording.wording import Wording

Happened = Callable[..., Event]


def line(event: Event, language: str = "ru") -> str:
    case = replace(BARE, timeline=(event,))
    (said,) = history(Matter(case, Sender(), Wording(language), Phrases(language), TODAY))
    return said.split(" — ", 1)[1]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Товар передан", "«Товар передан»."),
        ("Товар передан.", "«Товар передан.»"),
        ("Товар передан…", "«Товар передан…»"),
        ("«Товар передан»", "«Товар передан»."),
        ('"Товар передан"', "«Товар передан»."),
        ("ООО «Ромашка» передала товар", "«ООО „Ромашка“ передала товар»."),
        ("«Да» и «нет»", "«„Да“ и „нет“»."),
    ],
)
def test_their_words_are_quoted_with_one_stop(happened: Happened, text: str, quoted: str) -> None:
    refusal = happened(11, 8, EventKind.REFUSED, channel=Channel.CHAT, text=text)
    assert line(refusal) == f"вы отказали (чат): {quoted}"


@pytest.mark.parametrize("kind", ["received", "answered", "refused", "asked", "promise"])
def test_whatever_they_wrote_is_quoted(happened: Happened, kind: str) -> None:
    said = line(happened(11, 8, EventKind(kind), text="We never “lose” parcels"), "en")
    assert said.endswith(": “We never ‘lose’ parcels”.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Попросила вернуть деньги", "моё обращение (чат). Попросила вернуть деньги."),
        ("Попросила вернуть деньги.", "моё обращение (чат). Попросила вернуть деньги."),
        ("обещали ответ за 3 дня", "моё обращение (чат): обещали ответ за 3 дня."),
        ("3 фото", "моё обращение (чат): 3 фото."),
    ],
)
def test_my_own_note_is_a_sentence_or_goes_on(happened: Happened, text: str, said: str) -> None:
    assert line(happened(11, 6, EventKind.SENT, channel=Channel.CHAT, text=text)) == said


@pytest.mark.parametrize(
    ("facts", "text", "said"),
    [
        ({"promise": TODAY}, "We refund it", "my call. What was said: We refund it."),
        ({"promise": TODAY}, "they will refund", "my call. What was said: they will refund."),
        ({"answer": Answer.REFUSED}, "None", "my call, you refused. What was said: None."),
        ({"reference_refused": True}, "We have none", "my call. What was said: We have none."),
        ({}, "Asked for a refund", "my call. Asked for a refund."),
    ],
)
def test_what_was_said_in_a_call_of_mine_is_neither_mine_nor_a_quotation(
    happened: Happened, facts: dict[str, Any], text: str, said: str
) -> None:
    assert line(happened(11, 6, EventKind.CALL, text=text, **facts), "en").startswith(said)


def test_a_mail_of_mine_is_in_my_words_though_they_promised_something(happened: Happened) -> None:
    mail = happened(11, 6, EventKind.SENT, channel=Channel.EMAIL, promise=TODAY, text="Refund it")
    assert line(mail, "en").startswith("my message (e-mail). Refund it.")


def test_beside_their_answer_no_line_says_that_none_came(happened: Happened) -> None:
    """The time for an answer is over, and its chat holds what they answered there."""
    due = date(2026, 11, 13)
    time = Deadline(owner=Owner.THEIRS, kind=DeadlineKind.ANSWER, due=due, late_after=due, rule="r")
    chat = happened(11, 6, EventKind.SENT, channel=Channel.CHAT, promise=due, starts=(time,))
    told = {}
    for text in ("", "We refund it by then"):
        case = apply(BARE, replace(chat, text=text))
        (told[text],) = history(Matter(case, Sender(), Wording("en"), Phrases("en"), TODAY))
        assert "The promised date, 13 November 2026, was not kept." in told[text]
    assert "No answer came by 13 November 2026." in told[""]
    assert "No answer came" not in told["We refund it by then"]
