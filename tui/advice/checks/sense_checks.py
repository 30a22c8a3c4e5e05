"""The checks of sense: L26 several matters, L31 no dates, L35 more than the law gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from tui.advice.checks.citations import citations_in
from tui.advice.checks.finding import Context, Finding, Severity
from tui.advice.checks.patterns import names_date
from tui.advice.checks.reading import Reading
from tui.advice.checks.told_sums import sums_in
from tui.advice.checks.word_lists import flat, whole_words, word_list
from tui.cases.sentence import say
from tui.cases.words import Part

# Fact ru.zpp.23.cap of the rules: Law 500-FZ of 28 December 2025, certainty B.
CAPPED_FROM = date(2026, 2, 1)

_NEAR = 60  # characters between the word and its sum

_TOLD = (Part.PROBLEM, Part.DONE)
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
_PENALTY = re.compile(r"(?<!\w)(?:неустойк\w{1,2}|пен[ияюей]{1,2})(?!\w)")
_MUST = re.compile(
    r"(?<!\w)(?:(?P<ru>вы (?:обязаны|должны))|(?P<en>you (?:must|have to"
    r"|are (?:legally )?(?:obliged|required|bound) to"
    r"|shall)))(?!\w)"
)
_WITHIN = re.compile(
    r"\b(?:в течение|за|не позднее,? чем через|через)\s(?:\w+\s){0,2}?(?:\d{1,3}|одного|двух"
    r"|тр[её]х|пяти|семи|десяти|суток)\s?[^.!?\n]{0,24}?"
    r"(?:дн\w{1,2}|час\w{0,2}|сут\w{1,2}|недел\w{1,2})"
    r"|\bwithin (?:the next )?(?:\w+ )?(?:\d{1,3}|one|two|three|five|seven|ten"
    r"|fourteen) ?(?:business |working |calendar )?(?:hours?|days?|weeks?)"
)
_GROUNDS = re.compile(
    r"закон|кодекс|\bст\.|стать|договор|оферт|правил|гаранти|обещал|регламент|условия|law"
    r"|\bact (?:19|20)|regulation|section|article"
    r"|contract|agreement|terms|policy|warranty|promised|\bsla\b"
)


@cache
def _another() -> re.Pattern[str]:
    return whole_words(word_list("matters")["another"])


@cache
def _kinds() -> tuple[re.Pattern[str], ...]:
    return tuple(whole_words(words) for words in word_list("matters")["kind"].values())


@cache
def _vague() -> re.Pattern[str]:
    return whole_words(word_list("tone")["vague"]["words"])


def several(reading: Reading, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """L26: a second matter, where the letter itself begins one and it is of another kind."""
    for stretch in reading.stretches():
        low = flat(stretch.text)
        kinds = [[found.start() for found in pattern.finditer(low)] for pattern in _kinds()]
        told = [places for places in kinds if places]
        if len(told) < 2:
            continue
        for found in _another().finditer(low):
            here = found.start()
            is_told = any(places[0] < here for places in told)
            if is_told and any(places[0] > here for places in told):
                message = say("A second matter begins here: one of the two will be forgotten.")
                mend = say("Write one letter for each, so that each gets its own number.")
                yield reading.at(stretch, found.span(), ("L26", Severity.INFO), message, mend)
                return


def vague_time(reading: Reading, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """L31: “recently”, “several times”, where no date stands beside it."""
    rule = ("L31", Severity.INFO)
    message = say("This says neither when nor how often.")
    mend = say("Write the dates.")
    for passage in reading.passages:
        if passage.part not in _TOLD:
            continue
        for found in _vague().finditer(flat(passage.text)):
            if not names_date(_sentence(passage.text, *found.span())):
                yield reading.at(passage, found.span(), rule, message, mend)


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence around a place; of a very long one what is near."""
    first, last = max(0, start - 300), end + 300
    breaks = [m.end() for m in _SENTENCE.finditer(text, first, start)]
    after = _SENTENCE.search(text, end, last)
    return text[breaks[-1] if breaks else first : after.start() if after else last]


def overclaim(reading: Reading, context: Context) -> Iterator[Finding]:
    """L35: a penalty above the price, and an order with a time for which nothing is named."""
    yield from _beyond_cap(reading, context)
    for stretch in reading.stretches():
        low = flat(stretch.text)
        for found in _MUST.finditer(low):
            sentence = flat(_sentence(stretch.text, *found.span()))
            if not _WITHIN.search(sentence) or _is_grounded(sentence):
                continue
            message = say("This orders them to act within a time, and names no law or contract.")
            mend = say("Name the norm, or ask instead: “please … by …”.")
            new = "прошу вас" if found["ru"] else "please"
            if stretch.text[found.start()].isupper():
                new = new.capitalize()
            rule = ("L35", Severity.WARN)
            yield reading.at(stretch, found.span(), rule, message, mend, new)


def _is_grounded(sentence: str) -> bool:
    return bool(_GROUNDS.search(sentence)) or any(True for _ in citations_in(sentence))


def _beyond_cap(reading: Reading, context: Context) -> Iterator[Finding]:
    """A Russian consumer's penalty above what was paid, which the court will not give."""
    paid = context.amount
    if paid is None or paid.currency != "RUB" or (context.today or CAPPED_FROM) < CAPPED_FROM:
        return
    for stretch in reading.stretches():
        penalties = [found.start() for found in _PENALTY.finditer(flat(stretch.text))]
        for told in sums_in(stretch.text) if penalties else ():
            near = any(0 < told.start - place <= _NEAR for place in penalties)
            if near and told.currency == "RUB" and told.value > paid.value:
                message = say(
                    "The penalty is higher than the price, which it cannot be since {day}.",
                    day=CAPPED_FROM,
                )
                mend = say("Ask for no more than what you paid.")
                span = (told.start, told.end)
                yield reading.at(stretch, span, ("L35", Severity.WARN), message, mend)
