"""The checks of length: L16 too long for the channel, L17 too short to act on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.advice.checks.empty_words import words_in
from tui.advice.checks.finding import Context, Finding, Severity
from tui.advice.checks.patterns import names_date
from tui.advice.checks.reading import Reading
from tui.cases.sentence import Sentence, say, say_many
from tui.cases.words import Channel, Part, Problem

FEWEST_WORDS, FEWEST_WITH_A_DATE = 25, 15
MOST_TO_SUPPORT = 350
MOST_IN_A_CLAIM = 900  # two pages
MOST_IN_A_CHAT = 600  # characters

_ON_PAPER = frozenset({Channel.LETTER, Channel.IN_PERSON})
_VOWEL = re.compile(r"[aeiouyаеёиоуыэюя]", re.IGNORECASE)
# What was done before and the enclosures are looked up, and not read through.
_READ_THROUGH = (Part.SUBJECT, Part.GREETING, Part.PROBLEM, Part.RESULT)


def too_long(reading: Reading, context: Context) -> Iterator[Finding]:
    """L16: more than they will read on this channel; the place is the longest part."""
    told = _chat(reading) if context.channel is Channel.CHAT else _letter(reading, context)
    if told:
        longest = max(_READ_THROUGH, key=lambda part: len(reading.text(part)))
        yield reading.about(longest, ("L16", Severity.WARN), *told)


def _chat(reading: Reading) -> tuple[Sentence, Sentence] | None:
    """What is wrong with a message, and how to mend it; None where it is short enough."""
    length = len(reading.whole()) - len(reading.text(Part.SUBJECT))
    if length <= MOST_IN_A_CHAT:
        return None
    message = say_many(
        "The message has {count} character; in a chat {most} are read.",
        "The message has {count} characters; in a chat {most} are read.",
        length,
        most=MOST_IN_A_CHAT,
    )
    return message, say("Send it in pieces, or by e-mail.")


def _letter(reading: Reading, context: Context) -> tuple[Sentence, Sentence] | None:
    """The same of a letter; a claim may be longer."""
    words = sum(len(words_in(text)) for text in reading.of(*_READ_THROUGH))
    is_claim = context.formal or context.channel in _ON_PAPER or context.problem is Problem.FORMAL
    most = MOST_IN_A_CLAIM if is_claim else MOST_TO_SUPPORT
    if words <= most:
        return None
    message = say_many(
        "The letter has {count} word; more than {most} are seldom read.",
        "The letter has {count} words; more than {most} are seldom read.",
        words,
        most=most,
    )
    return message, say("Leave out what they do not need to act, and enclose the rest.")


def too_short(reading: Reading, context: Context) -> Iterator[Finding]:
    """L17: the problem, in enough words to act on where nothing is enclosed."""
    mend = say("Tell what happened in order: dates, numbers, what you expected, what came.")
    text = reading.text(Part.PROBLEM)
    words = len(words_in(text))
    if not any(map(_is_word, words_in(text))):
        rule, message = ("L17", Severity.ERROR), say("The letter does not tell the problem.")
        yield reading.about(Part.PROBLEM, rule, message, mend)
    elif words < _fewest(text) and not reading.has(Part.ENCLOSURES) and _must_tell(context):
        rule = ("L17", Severity.WARN)
        message = say("The problem is told in few words, and nothing is enclosed.")
        yield reading.about(Part.PROBLEM, rule, message, mend)


def _is_word(text: str) -> bool:
    """Whether it can be one: “gj” is what a slip of the keys leaves."""
    return len(text) > 2 and bool(_VOWEL.search(text)) and any(map(str.isalpha, text))


def _fewest(text: str) -> int:
    """How few words may tell it: fewer where they say when."""
    return FEWEST_WITH_A_DATE if names_date(text) else FEWEST_WORDS


def _must_tell(context: Context) -> bool:
    """A question is short, and so is a reminder of what they have been told already."""
    return context.problem is not Problem.CONSULTATION and not context.earlier_contacts
