"""The checks that look at one part of a letter. Each gives its findings, or none.

The ids and triggers are those of the list of checks of Upheld; L05 and L33 follow what
Alaveteli has refused for years: generic subjects, subjects in capitals, unsigned letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.advice.checks.capitals import LONGEST_ACRONYM, lowered
from tui.advice.checks.empty_words import asks_for_nothing_else, is_generic, is_vague, words_in
from tui.advice.checks.finding import Context, Finding, Severity
from tui.advice.checks.neutral import neutral
from tui.advice.checks.patterns import (
    EMAIL,
    names_broken_contact,
    names_contact,
    names_date,
    names_person,
    names_post,
)
from tui.advice.checks.placeholders import placeholders
from tui.advice.checks.reading import Reading
from tui.advice.checks.told_dates import written
from tui.cases.sentence import Sentence, say, say_many
from tui.cases.words import Channel, Part, Problem

SHORTEST_SUBJECT, LONGEST_SUBJECT = 3, 80

_RUSSIAN_ZONE = re.compile(r"\.(?:ru|рф|su|xn--p1ai)$", re.IGNORECASE)
_ON_PAPER = frozenset({Channel.LETTER, Channel.IN_PERSON})


def subject(reading: Reading, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """L05: a subject that tells what, which and whose in 3 to 80 characters."""
    text = reading.text(Part.SUBJECT).strip()
    mend = say("Name the matter and its number, such as “Refund: order 4821-77 not delivered”.")
    rule = ("L05", Severity.WARN)
    if not text:
        rule = ("L05", Severity.ERROR)
        yield reading.about(Part.SUBJECT, rule, say("The letter has no subject."), mend)
    elif message := _bad_subject(text):
        yield reading.about(Part.SUBJECT, rule, message, mend)
    elif text == text.upper() and any(len(word) > LONGEST_ACRONYM for word in _letters(text)):
        message = say("The subject is in capitals, which reads like shouting.")
        new = lowered(reading.text(Part.SUBJECT))
        mend = say("Write it in small letters.")
        yield reading.about(Part.SUBJECT, rule, message, mend, new)


def _letters(text: str) -> list[str]:
    return [word for word in words_in(text) if any(map(str.isalpha, word))]


def _bad_subject(text: str) -> Sentence | None:
    if len(text) < SHORTEST_SUBJECT or not _letters(text):
        return say("The subject says too little.")
    if len(text) > LONGEST_SUBJECT:
        return say_many(
            "The subject has {count} character; many see only the first 80.",
            "The subject has {count} characters; many see only the first 80.",
            len(text),
        )
    return say("The subject could stand above any letter.") if is_generic(text) else None


def signature(reading: Reading, context: Context) -> Iterator[Finding]:
    """L33: a greeting, and a name in it or under the letter."""
    rule = ("L33", Severity.WARN)
    mend = say("Greet them and say who you are: “Hello, my name is …, customer no. …”.")
    signed = f"{reading.text(Part.GREETING)}\n{reading.text(Part.CONTACTS)}"
    if not reading.has(Part.GREETING):
        message = say("The letter does not greet and does not say who writes.")
        yield reading.about(Part.GREETING, rule, message, mend)
    elif not names_person(signed, context.sender):
        message = say("The letter does not say who writes.")
        yield reading.about(Part.GREETING, rule, message, mend)


def history(reading: Reading, context: Context) -> Iterator[Finding]:
    """L21: what was tried before, so that they need not ask for it again."""
    if reading.has(Part.DONE):
        return
    if context.earlier_contacts:
        message = say("You have written or called before, and the letter does not mention it.")
        mend = say("List the contacts: date, channel, number, person, promise, kept or not.")
    else:
        message = say("The letter does not say what you have already done.")
        mend = say("Say what you have tried, or that this is your first request.")
    yield reading.about(Part.DONE, ("L21", Severity.INFO), message, mend)


def result(reading: Reading, context: Context) -> Iterator[Finding]:
    """L02 and L03: one measurable result, and by when."""
    text = reading.text(Part.RESULT)
    mend = say("Ask for one thing that can be measured: “Please refund 120 EUR by 2 December.”")
    rule = ("L02", Severity.ERROR)
    if asks_for_nothing_else(text) and _wants_more(text, context):
        message = say("The letter does not say what you expect.")
        yield reading.about(Part.RESULT, rule, message, mend)
    elif is_vague(text):
        message = say("What you expect cannot be measured: they may do anything, or nothing.")
        yield reading.about(Part.RESULT, rule, message, mend)
    elif not names_date(text) and context.problem is not Problem.CONSULTATION:
        yield _undated(reading, context)


def _wants_more(text: str, context: Context) -> bool:
    """A question wants nothing but an answer."""
    return context.problem is not Problem.CONSULTATION or not words_in(text)


def _undated(reading: Reading, context: Context) -> Finding:
    """L03, with the day by which they would have to answer, where it is known."""
    rule, message = ("L03", Severity.WARN), say("The letter does not say by when.")
    if context.answer_by is None:
        return reading.about(Part.RESULT, rule, message, say("Add a date: “by 2 December”."))
    day = written(context.answer_by, context.language)
    sentence = neutral("by_day", context.language).replace("{day}", day)
    mend = say("Add a date: {day}.", day=context.answer_by)
    return reading.after(Part.RESULT, rule, message, mend, f" {sentence}")


def contacts(reading: Reading, context: Context) -> Iterator[Finding]:
    """L20: where the answer can go; a body of the Russian state answers only in its own zone."""
    rule, text = ("L20", Severity.ERROR), reading.text(Part.CONTACTS)
    if not names_contact(text):
        message = say("The letter does not say where to answer.")
        mend = say("Add your e-mail or phone, and when you can be reached.")
        if names_broken_contact(text):
            message = say("Neither an e-mail address nor a phone in the letter is whole.")
            mend = say("Write one of them whole, here and in your profile.")
        yield reading.about(Part.CONTACTS, rule, message, mend)
    elif context.to_state and context.channel not in _ON_PAPER and not _reaches_state(text):
        message = say("A state body answers by e-mail only to an address in the Russian zone.")
        mend = say("Add an e-mail address that ends with .ru or .рф, or your postal address.")
        yield reading.about(Part.CONTACTS, rule, message, mend)


def _reaches_state(text: str) -> bool:
    """547-ФЗ of 28 December 2024 (fact ru.59fz.channel): the zone .ru, .рф or .su; or by post."""
    return names_post(text) or any(_RUSSIAN_ZONE.search(found[0]) for found in EMAIL.finditer(text))


def unfilled(reading: Reading, context: Context) -> Iterator[Finding]:
    """L04: a place of a template that nobody filled in; in public “…” stands for a number."""
    message = say("A place of the template is not filled in.")
    mend = say("Write what belongs here, or take it out.")
    for passage in reading.passages:
        for span in placeholders(passage.text):
            if context.public and "…" in passage.text[slice(*span)]:
                continue
            yield reading.at(passage, span, ("L04", Severity.ERROR), message, mend)
