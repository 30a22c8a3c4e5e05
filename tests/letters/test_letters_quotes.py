"""Their words stand in quotation marks in the history; my notes do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from letter_parts import BARE, TODAY
from msgspec.structs import replace

from tui.cases.event import Event
from tui.cases.words import Answer, Channel, EventKind
from tui.letters.history import history
from tui.letters.phrases import Phrases
from tui.wording.wording import Wording

Happened = Callable[..., Event]


def line(event: Event, language: str = "ru") -> str:
    case = replace(BARE, timeline=(event,))
    (said,) = history(case, Wording(language), Phrases(language), TODAY)
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


def test_my_note_of_a_call_is_not_put_into_their_mouth(happened: Happened) -> None:
    call = happened(11, 6, EventKind.CALL, answer=Answer.REFUSED, text="Rude. No reasons given")
    assert line(call, "en") == "my call, you refused. Rude. No reasons given."
