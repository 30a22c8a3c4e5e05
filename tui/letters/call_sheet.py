"""The call sheet: what to have ready, say, ask and write down when phoning.

What is said aloud is in the language of the call; the rules are for the person who calls,
in the language of the screens.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache

from msgspec import Struct

from tui.cases.case import Case
from tui.cases.event import Event
from tui.cases.order import in_order
from tui.cases.promises import Kept, kept
from tui.cases.sentence import Sentence, say
from tui.letters.field_names import FIELDS
from tui.letters.fields import facts_of
from tui.letters.letter import Sender
from tui.letters.matter import Matter
from tui.letters.numbers import identifiers_in_words, numbers_in_words
from tui.letters.paragraphs import Paragraph, read_paragraphs, spoken
from tui.letters.phrases import HERE, Phrases
from tui.letters.plain import one_line
from tui.wording.wording import Wording

CALL_PARTS = ("opening", "question", "polite")


class Phase(StrEnum):
    """When a rule is for."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class Checklist(Struct, frozen=True):
    """The rules for one phase of the call."""

    phase: Phase
    title: Sentence
    rules: tuple[Sentence, ...]


CHECKLISTS = (
    Checklist(
        Phase.BEFORE,
        say("Before the call"),
        (
            say("Have the data ready: names, numbers, dates, and something to write with."),
            say("Put the problem and what you want into one clear sentence each."),
        ),
    ),
    Checklist(
        Phase.DURING,
        say("During the call"),
        (
            say("State the problem clearly, in that one sentence."),
            say("Write down the ticket number and the name of the person."),
            say("Ask for the deadline for a solution and how to track it."),
            say("Keep a calm tone; pause rather than argue."),
            say("Read back what they said before you hang up."),
        ),
    ),
    Checklist(
        Phase.AFTER,
        say("After the call"),
        (
            say("Send a short e-mail: what was agreed, when, with whom, under which number."),
            say("Record the call with the promised date and the next contact."),
        ),
    ),
)


class CallSheet(Struct, frozen=True):
    """Everything for one call. Texts are to be said; sentences are for the caller.

    `opening`: who I am and what it is about. `problem`: one sentence. `polite`: for a heated
    moment.
    """

    opening: str
    identifiers: tuple[str, ...]
    problem: str
    wanted: str
    references: tuple[str, ...]
    last_promise: Sentence | None
    questions: tuple[str, ...]
    polite: tuple[str, ...]
    checklists: tuple[Checklist, ...]


def call_sheet(case: Case, sender: Sender, words: Wording, today: date) -> CallSheet:
    """The call sheet of `case`; `words` is the language of the call."""
    phrases = Phrases(words.language)
    facts = facts_of(Matter(case, sender, words, phrases, today))
    return CallSheet(
        opening=" ".join(_said("opening", facts, words)),
        identifiers=identifiers_in_words(case, phrases),
        problem=facts["problem_sentence"],
        wanted=facts["expected_result"],
        references=numbers_in_words(case),
        last_promise=_last_promise(case, today),
        questions=_said("question", facts, words),
        polite=_said("polite", facts, words),
        checklists=CHECKLISTS,
    )


def _said(part: str, facts: Mapping[str, str], words: Wording) -> tuple[str, ...]:
    return spoken(call_paragraphs(), part, facts, words.language)


@cache
def call_paragraphs() -> tuple[Paragraph, ...]:
    """What can be said on the phone, checked."""
    return read_paragraphs(HERE / "call.toml", FIELDS, CALL_PARTS)


def _last_promise(case: Case, today: date) -> Sentence | None:
    promised = (e for e in reversed(in_order(case)) if e.promise)
    event = next(promised, None)
    return _promise(case, event, today) if event else None


def _promise(case: Case, event: Event, today: date) -> Sentence:
    due, who = event.promise or event.day, one_line(event.agent)
    by = (
        say("{who} on {day}", who=who, day=event.day)
        if who
        else say("said on {day}", day=event.day)
    )
    if kept(case, event, today) is Kept.BROKEN:
        return say("Promised for {due} ({by}), not kept", due=due, by=by)
    if kept(case, event, today) is Kept.KEPT:
        return say("Promised for {due} ({by}), kept", due=due, by=by)
    return say("Promised for {due} ({by})", due=due, by=by)
