"""The checks that look at one part of a letter. Each gives its findings, or none.

The ids and triggers are those of the list of checks of Upheld; L05 and L33 follow what
Alaveteli has refused for years: generic subjects, subjects in capitals, unsigned letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from tui.advice.empty_words import is_generic, is_vague, words_in
from tui.advice.finding import Context, Finding, Reading, Severity
from tui.advice.patterns import names_contact, names_date, names_identifier, names_person
from tui.advice.placeholders import placeholders
from tui.cases.sentence import Sentence, say, say_many
from tui.cases.words import Part, Problem

SHORTEST_SUBJECT, LONGEST_SUBJECT = 3, 80
FEWEST_WORDS = 25
LONGEST_ACRONYM = 6  # ЗАО, ГИС ЖКХ, API are written in capitals and shout at nobody

_NEEDS_NO_NUMBER = frozenset({Problem.CONSULTATION, Problem.OTHER})
# A letter about a mobile app (“в приложении”) encloses nothing by that.
_CLAIMS_ENCLOSURES = re.compile(
    r"\bприлага(?:ю|ем|ет|ют)|\bприложен[аоы]?\b|\bво вложении|\bсм\. (?:вложени|приложени)"
    r"|\bв приложени(?:и|ях) к (?:\w+ ){0,2}(?:письм|обращени|заявлени|претензи|жалоб)"
    r"|^\s*приложения:|\b(?:attached|enclosed)\b"
    r"|\bsee (?:the )?(?:attachments?|enclosures?)\b",
    re.IGNORECASE | re.MULTILINE,
)


def _finding(
    reading: Reading,
    part: Part,
    rule: tuple[str, Severity],
    message: Sentence,
    mend: Sentence,
) -> Finding:
    """A finding about the whole of a part, or about its absence."""
    start, end = reading.span(part)
    text = reading.written(part, start, end)
    return Finding(rule[0], rule[1], part, start, end, text, message, mend)


def subject(reading: Reading, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """L05: a subject that tells what, which and whose in 3 to 80 characters."""
    text = reading.text(Part.SUBJECT).strip()
    mend = say("Name the matter and its number, such as “Refund: order 4821-77 not delivered”.")
    if not text:
        rule = ("L05", Severity.ERROR)
        yield _finding(reading, Part.SUBJECT, rule, say("The letter has no subject."), mend)
    elif message := _bad_subject(text):
        yield _finding(reading, Part.SUBJECT, ("L05", Severity.WARN), message, mend)


def _bad_subject(text: str) -> Sentence | None:
    letters = [word for word in words_in(text) if not word.isdigit()]
    if len(text) < SHORTEST_SUBJECT or not letters:
        return say("The subject says too little.")
    if len(text) > LONGEST_SUBJECT:
        return say_many(
            "The subject has {count} character; many see only the first 80.",
            "The subject has {count} characters; many see only the first 80.",
            len(text),
        )
    if is_generic(text):
        return say("The subject could stand above any letter.")
    if text == text.upper() and any(len(word) > LONGEST_ACRONYM for word in letters):
        return say("The subject is in capitals, which reads like shouting.")
    return None


def identifier(reading: Reading, context: Context) -> Iterator[Finding]:
    """L01: a number by which they find the matter, wherever in the letter it stands."""
    if context.problem in _NEEDS_NO_NUMBER:
        return
    if names_identifier(reading.whole(), context.identifiers):
        return
    mend = (
        say("Add the number: {number}.", number=context.identifiers[0])
        if context.identifiers
        else say("Add the number of the order, contract, account or device.")
    )
    message = say("There is no number by which they can find the matter.")
    yield _finding(reading, Part.GREETING, ("L01", Severity.ERROR), message, mend)


def signature(reading: Reading, context: Context) -> Iterator[Finding]:
    """L33: a greeting, and a name in it or under the letter."""
    rule = ("L33", Severity.WARN)
    mend = say("Greet them and say who you are: “Hello, my name is …, customer no. …”.")
    signed = f"{reading.text(Part.GREETING)}\n{reading.text(Part.CONTACTS)}"
    if not reading.has(Part.GREETING):
        message = say("The letter does not greet and does not say who writes.")
        yield _finding(reading, Part.GREETING, rule, message, mend)
    elif not names_person(signed, context.sender):
        message = say("The letter does not say who writes.")
        yield _finding(reading, Part.GREETING, rule, message, mend)


def description(reading: Reading, context: Context) -> Iterator[Finding]:
    """L17: the problem, in enough words to act on where nothing is enclosed."""
    mend = say("Tell what happened in order: dates, numbers, what you expected, what came.")
    words = len(words_in(reading.text(Part.PROBLEM)))
    if not words:
        rule, message = ("L17", Severity.ERROR), say("The letter does not tell the problem.")
        yield _finding(reading, Part.PROBLEM, rule, message, mend)
    elif words < FEWEST_WORDS and not reading.has(Part.ENCLOSURES) and _must_tell(context):
        rule = ("L17", Severity.WARN)
        message = say("The problem is told in few words, and nothing is enclosed.")
        yield _finding(reading, Part.PROBLEM, rule, message, mend)


def _must_tell(context: Context) -> bool:
    """A question is short, and so is a reminder of what they have been told already."""
    return context.problem is not Problem.CONSULTATION and not context.earlier_contacts


def history(reading: Reading, context: Context) -> Iterator[Finding]:
    """L21: what was tried before, so that they need not ask for it again."""
    if reading.has(Part.DONE):
        return
    rule = ("L21", Severity.INFO)
    if context.earlier_contacts:
        message = say("You have written or called before, and the letter does not mention it.")
        mend = say("List the contacts: date, channel, number, person, promise, kept or not.")
    else:
        message = say("The letter does not say what you have already done.")
        mend = say("Say what you have tried, or that this is your first request.")
    yield _finding(reading, Part.DONE, rule, message, mend)


def result(reading: Reading, context: Context) -> Iterator[Finding]:
    """L02 and L03: one measurable result, and by when."""
    text = reading.text(Part.RESULT)
    mend = say("Ask for one thing that can be measured: “Please refund 120 EUR by 2 December.”")
    if not words_in(text):
        rule, message = ("L02", Severity.ERROR), say("The letter does not say what you expect.")
        yield _finding(reading, Part.RESULT, rule, message, mend)
    elif is_vague(text):
        message = say("What you expect cannot be measured: they may do anything, or nothing.")
        yield _finding(reading, Part.RESULT, ("L02", Severity.ERROR), message, mend)
    elif not names_date(text) and context.problem is not Problem.CONSULTATION:
        message = say("The letter does not say by when.")
        mend = say("Add a date: “by 2 December”.")
        yield _finding(reading, Part.RESULT, ("L03", Severity.WARN), message, mend)


def enclosures(reading: Reading, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """L18: the list of what is enclosed."""
    if reading.has(Part.ENCLOSURES):
        return
    if _CLAIMS_ENCLOSURES.search(reading.whole()):
        rule = ("L18", Severity.WARN)
        message = say("The letter speaks of enclosures and does not list any.")
    else:
        rule, message = ("L18", Severity.INFO), say("Nothing is enclosed.")
    mend = say("List copies of the proof: receipt, screenshots, logs.")
    yield _finding(reading, Part.ENCLOSURES, rule, message, mend)


def contacts(reading: Reading, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """L20: where the answer can go."""
    if names_contact(reading.text(Part.CONTACTS)):
        return
    message = say("The letter does not say where to answer.")
    mend = say("Add your e-mail or phone, and when you can be reached.")
    yield _finding(reading, Part.CONTACTS, ("L20", Severity.ERROR), message, mend)


def unfilled(reading: Reading, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """L04: a place of a template that nobody filled in."""
    message = say("A place of the template is not filled in.")
    mend = say("Write what belongs here, or take it out.")
    for passage in reading.passages:
        for start, end in placeholders(passage.text):
            first, last = passage.start + start, passage.start + end
            text = passage.text[start:end]
            yield Finding("L04", Severity.ERROR, passage.part, first, last, text, message, mend)


_Check: TypeAlias = Callable[[Reading, Context], Iterator[Finding]]

EVERYWHERE: tuple[_Check, ...] = (subject, description, result, unfilled)
# What a public text must not have can hardly be missing from it.
NOT_IN_PUBLIC: tuple[_Check, ...] = (identifier, signature, history, enclosures, contacts)
