"""The checks of language: L29 law cited that is not certain, L32 another language or alphabet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.advice.checks.citations import Standing, citations_in
from tui.advice.checks.finding import Context, Finding, Severity
from tui.advice.checks.reading import Passage, Reading
from tui.cases.sentence import Sentence, say
from tui.cases.words import Part

_CYRILLIC = re.compile("[А-Яа-яЁё]")
_LATIN = re.compile("[A-Za-z]")
_MIXED = re.compile(r"(?<![\w@./-])[^\W\d_]{2,40}(?![\w@/])")
# A Russian ending on an English word is a habit: VIPу, iPhoneа.
_ENDING = re.compile(r"[A-Z]{2,}[а-яё]+|[A-Za-z]{3,}[а-яё]{1,3}")
# The letters of the two alphabets that look alike, in the same order.
_LATIN_ALIKE, _CYRILLIC_ALIKE = "aceopxyikmABCEHKMOPTXYI", "асеорхуікмАВСЕНКМОРТХУІ"
_TO_CYRILLIC = dict(zip(_LATIN_ALIKE, _CYRILLIC_ALIKE, strict=True))
_TO_LATIN = dict(zip(_CYRILLIC_ALIKE, _LATIN_ALIKE, strict=True))

_MAY_BE_QUOTED = frozenset({Part.DONE, Part.ENCLOSURES})
_WHO = frozenset({Part.GREETING, Part.CONTACTS})
# So many words in a row are more than a name.
_RUSSIAN = re.compile(
    r"(?:(?<!\w)[А-Яа-яЁё]{1,40}(?!\w)[ ,.:;\d№-]{1,12}){2,60}[А-Яа-яЁё]{2,40}(?!\w)"
)
_ENGLISH = re.compile(
    r"(?:(?<!\w)[A-Za-z’']{1,40}(?!\w)[ ,.:;\d-]{1,12}){3,60}[A-Za-z]{2,40}(?!\w)"
)

_DOUBTS: dict[Standing | None, Sentence] = {
    None: say("This norm is not among the rules that Upheld knows."),
    Standing.UNSURE: say("Nobody has verified this norm: it may say something else."),
    Standing.OVER: say("This norm is no longer in force."),
    Standing.AHEAD: say("This norm is not in force yet."),
}


def language_of(text: str) -> str:
    """The language in which most of a text is written; empty where it has no letters."""
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    return ("ru" if cyrillic >= latin else "en") if cyrillic or latin else ""


def cited_law(reading: Reading, context: Context) -> Iterator[Finding]:
    """L29: a norm that is unknown, unverified or not in force."""
    if context.norms is None:
        return
    mend = say("Look it up and quote where you found it, or leave it out.")
    for stretch in reading.stretches():
        for span, norm in citations_in(stretch.text):
            standing = context.norms.get(norm)
            if standing is not Standing.GOOD:
                rule = ("L29", Severity.WARN)
                yield reading.at(stretch, span, rule, _DOUBTS[standing], mend)


def other_language(reading: Reading, context: Context) -> Iterator[Finding]:
    """L32: a letter in a language that the company does not write in."""
    theirs = context.company_language
    if theirs and context.language and theirs != context.language and reading.passages:
        message = say("The letter is not in the language of the company’s country.")
        mend = say("Write in their language, or send both.")
        part = Part.GREETING if reading.has(Part.GREETING) else reading.passages[0].part
        yield reading.about(part, ("L32", Severity.WARN), message, mend)


def foreign_part(reading: Reading, context: Context) -> Iterator[Finding]:
    """L32: Russian text or a Russian name in an English letter, an English wish in a Russian one.

    A Russian letter may quote an English log, so that only its subject and its wish count.
    """
    rule = ("L32", Severity.WARN)
    message = say("This is not in the language of the letter.")
    mend = say("Write it in the language of the letter, as whoever reads it can read it.")
    is_named = False  # my name stands in the greeting and under the letter: said once
    for passage in reading.passages if context.language_chosen else ():
        span = _foreign(passage, context)
        is_name = span is not None and passage.text[slice(*span)] == context.sender.strip()
        if span and not (is_name and is_named):
            yield reading.at(passage, span, rule, message, mend)
        is_named = is_named or is_name


def _foreign(passage: Passage, context: Context) -> tuple[int, int] | None:
    """From where to where a part is not in the language of its letter."""
    text = passage.text
    if context.language == "ru":
        counts = passage.part in (Part.SUBJECT, Part.RESULT) and not _CYRILLIC.search(text)
        found = _ENGLISH.search(text) if counts else None
    elif passage.part in _MAY_BE_QUOTED:
        found = None
    else:
        found = _RUSSIAN.search(text)
        if not found and passage.part in _WHO and _CYRILLIC.search(context.sender):
            found = re.search(re.escape(context.sender.strip()), text)
    return found.span() if found else None


def mixed_word(reading: Reading, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """L32: Latin and Cyrillic letters in one word: no search finds it, no filter reads it."""
    message = say("Letters of two alphabets stand in this word.")
    mend = say("Write it in one alphabet: searches do not find it as it is.")
    for stretch in reading.stretches():
        for found in _MIXED.finditer(stretch.text):
            if new := unmixed(found[0]):
                rule = ("L32", Severity.WARN)
                yield reading.at(stretch, found.span(), rule, message, mend, new)


def unmixed(word: str) -> str:
    """The word in one alphabet, if it is only that the others look alike; else nothing."""
    cyrillic, latin = _CYRILLIC.findall(word), _LATIN.findall(word)
    if not cyrillic or not latin:
        return ""
    is_russian = all(letter in _TO_CYRILLIC for letter in latin)
    is_english = all(letter in _TO_LATIN for letter in cyrillic) and not _ENDING.fullmatch(word)
    if is_russian and (len(cyrillic) >= len(latin) or not is_english):
        return "".join(_TO_CYRILLIC.get(letter, letter) for letter in word)
    return "".join(_TO_LATIN.get(letter, letter) for letter in word) if is_english else ""
