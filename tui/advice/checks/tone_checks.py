"""The checks of tone: L07 punctuation, L09 insults, L10 threats, L30 emotion.

What is said in temper gets an answer to the temper. Naming a regulator, an ombudsman or a court
as the next step is no threat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import Struct

from tui.advice.checks.empty_words import words_in
from tui.advice.checks.finding import Context, Finding, Severity
from tui.advice.checks.reading import Reading
from tui.advice.checks.replacement import fits
from tui.advice.checks.word_lists import flat, whole_words, word_list
from tui.cases.sentence import say, say_many

FEWEST_EMOTIONS = 2
WORDS_FOR_ONE = 60  # in a letter shorter than this a single one is much

_NAMES = re.compile(r"<(\w+)>")
_SHOUTED = re.compile(r"[!?]{2,}")
_EMOJI = re.compile(
    "[ \t]{0,3}(?:[\U0001f000-\U0001faff\u2600-\u260d\u260f\u2613-\u26ff\u2753-\u2757\u2763\u2764"
    "\u2b50\u2728\u274c\u274e\u2705][\ufe0e\ufe0f\u200d\u20e3]?){1,20}"
)


class _Phrase(Struct, frozen=True):
    """What may stand instead: `text` where it has `shape`, and for the forms of `only`."""

    text: str
    shape: str
    only: re.Pattern[str] | None

    def instead(self, text: str, start: int, end: int) -> str | None:
        """The phrase, if it leaves a sentence that can be read."""
        named = flat(text[start:end])
        if not self.text or (self.only and not self.only.fullmatch(named)):
            return None
        if not fits(self.shape, text, start, end):
            return None
        return self.text[:1].upper() + self.text[1:] if text[start].isupper() else self.text


class _Rows(Struct, frozen=True):
    """The rows of a list as one pattern; its groups are called after their place."""

    pattern: re.Pattern[str]
    phrases: tuple[_Phrase, ...]
    severities: tuple[Severity, ...]


@cache
def _rows(kind: str) -> _Rows:
    rows = word_list("tone")[kind]
    groups = (f"(?P<row{place}>{_either(row)})" for place, row in enumerate(rows))
    severities = (Severity(row.get("severity", "warn")) for row in rows)
    return _Rows(whole_words(groups), tuple(map(_phrase, rows)), tuple(severities))


def _phrase(row: dict[str, Any]) -> _Phrase:
    only = re.compile(row["only"]) if "only" in row else None
    return _Phrase(row.get("neutral", ""), row.get("shape", ""), only)


def _either(row: dict[str, Any]) -> str:
    """Any of the words of a row, with what falls with them."""
    words = _NAMES.sub(lambda name: word_list("tone")["names"][name[1]], "|".join(row["words"]))
    return f"(?:(?:{row['before']}) )?(?:{words})" if "before" in row else words


@cache
def _emotion() -> re.Pattern[str]:
    return whole_words(word_list("tone")["emotion"]["words"])


def punctuation(reading: Reading, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """L07: one sign at the end of a sentence is enough, and no pictures."""
    rule = ("L07", Severity.INFO)
    for stretch in reading.stretches():
        for found in _SHOUTED.finditer(stretch.text):
            sign = "?" if "?" in found[0] else "!"
            message = say("Several signs in a row read like shouting.")
            mend = say("One sign is enough.")
            yield reading.at(stretch, found.span(), rule, message, mend, sign)
        for found in _EMOJI.finditer(stretch.text):
            message = say("Pictures have no place in a letter that may be read by a judge.")
            yield reading.at(stretch, found.span(), rule, message, say("Take it out."), "")


def insult(reading: Reading, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """L09: a name for them instead of what they did."""
    message = say("This is an insult: they will answer it, and not the matter.")
    mend = say("Say what they did or did not do, and when.")
    for stretch in reading.stretches():
        for span, neutral, severity in _temper("insult", stretch.text):
            yield reading.at(stretch, span, ("L09", severity), message, mend, neutral)


def threat(reading: Reading, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """L10: violence is an error; other threats, where the next step would do."""
    mend = say("Name the next step: the regulator, the ombudsman or the court.")
    for stretch in reading.stretches():
        for span, neutral, severity in _temper("threat", stretch.text):
            if severity is Severity.ERROR:
                message = say("This threatens somebody, which can be a crime.")
            else:
                message = say("This is a threat; a lawful next step is stronger.")
            yield reading.at(stretch, span, ("L10", severity), message, mend, neutral)


def _temper(kind: str, text: str) -> Iterator[tuple[tuple[int, int], str | None, Severity]]:
    """Where words of temper stand, what may be said instead if anything, and how bad they are."""
    rows = _rows(kind)
    for found in rows.pattern.finditer(flat(text)):
        if _is_name(text, *found.span()):
            continue
        row = int(str(found.lastgroup).removeprefix("row"))
        yield found.span(), rows.phrases[row].instead(text, *found.span()), rows.severities[row]


def _is_name(text: str, start: int, end: int) -> bool:
    """A single word with a capital within a sentence: there are people called Дураков."""
    word, before = text[start:end], text[max(0, start - 3) : start].rstrip()
    return word.istitle() and word.isalpha() and before[-1:].isalnum()


def emotion(reading: Reading, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """L30: words of emotion where they crowd out the facts; told once."""
    found = [
        (stretch, match.span())
        for stretch in reading.stretches()
        for match in _emotion().finditer(flat(stretch.text))
    ]
    if not found:
        return
    short = len(words_in(reading.whole())) < WORDS_FOR_ONE
    if len(found) < FEWEST_EMOTIONS and not short:
        return
    message = say_many(
        "{count} word of emotion: it tells nothing that they can check.",
        "{count} words of emotion: they tell nothing that can be checked.",
        len(found),
    )
    mend = say("Put a fact in its place: a date, a number, what was said.")
    yield reading.at(*found[0], ("L30", Severity.INFO), message, mend)
