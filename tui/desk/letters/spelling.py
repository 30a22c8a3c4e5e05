"""Words that no dictionary knows, where one is installed: Hunspell's, as most systems have them.

Needs the extra `spell` and a dictionary such as the packages hunspell-ru and hunspell-en-us put
into /usr/share/hunspell. Without either nothing is said.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from tui.cases.sentence import say
from tui.desk.keeping.preferences import profile_of

if TYPE_CHECKING:
    from tui.advice.checks.checks import Finding
    from tui.cases.words import Part
    from tui.desk.letters.composing import Composition
    from tui.desk.office import Office

Span: TypeAlias = tuple[int, int]

FOLDERS: tuple[str, ...] = ("/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts")
_NAMES = {"ru": ("ru_RU",), "en": ("en_GB", "en_US")}
# No part of an address, a file name or a code: so it never gives a letter back.
_WORD = re.compile(r"(?<![\w@./:-])[^\W\d_]++(?:['’-][^\W\d_]++)*+(?![\w@/]|[.:-][\w/])")
_ALPHABETS = {
    "ru": re.compile("[а-яё’'-]+", re.IGNORECASE),
    "en": re.compile("[a-z’'-]+", re.IGNORECASE),
}
_MOST = 20
SPELLING = "SP"  # not one of the checks: only where a dictionary is


def is_available(language: str) -> bool:
    """Whether texts of this language can be checked here."""
    return _dictionary(language, _folders()) is not None


def misspelt(office: Office, made: Composition) -> tuple[Finding, ...]:
    """A finding for each word that no dictionary knows in the person's own words."""
    language = made.letter.language
    if not is_available(language):
        return ()
    case, mine = made.case, profile_of(office, made.case)
    names = (piece.name for piece in case.evidence)
    known = (case.company, case.subject, mine.name, mine.address, *names)
    return tuple(
        _unknown(made, part, span)
        for part, own in made.own.items()
        if own.strip()
        for span in unknown_words(made.letter.parts.get(part, ""), language, known)
    )


def _unknown(made: Composition, part: Part, span: Span) -> Finding:
    from tui.advice.checks.checks import Finding, Severity

    word = made.letter.parts[part][slice(*span)]
    message = say("The dictionary does not know “{word}”.", word=word)
    mend = say("Perhaps it is right all the same: it knows no names and few terms.")
    return Finding(SPELLING, Severity.INFO, part, *span, word, message, mend)


def unknown_words(
    text: str, language: str, known: Iterable[str] = ()
) -> tuple[tuple[int, int], ...]:
    """From where to where the words stand that the dictionary does not know; the first twenty.

    Names and abbreviations are passed over, and words that stand in `known` texts.
    """
    dictionary = _dictionary(language, _folders())
    if dictionary is None:
        return ()
    mine = {word.casefold() for each in known for word in _WORD.findall(each)}
    places = _suspects(text, language, mine)
    wrong = (span for span in places if not _is_known(dictionary, text[slice(*span)]))
    return tuple(span for _, span in zip(range(_MOST), wrong, strict=False))


def suggestion(word: str, language: str) -> str:
    """The likeliest word that was meant; empty where there is none."""
    dictionary = _dictionary(language, _folders())
    found = dictionary.suggest(word) if dictionary else ()
    return str(found[0]) if found else ""


def _suspects(text: str, language: str, mine: set[str]) -> Iterator[Span]:
    """Words of this alphabet that are no name, no abbreviation and not the person's own."""
    for match in _WORD.finditer(text):
        word = match[0]
        is_name = word[:1].isupper() and not _begins_sentence(text, match.start())
        if len(word) < 3 or is_name or not word[1:].islower() or word.casefold() in mine:
            continue
        if _ALPHABETS[language].fullmatch(word):
            yield match.span()


def _begins_sentence(text: str, place: int) -> bool:
    before = text[:place].rstrip(' \t«“"(')
    return not before or before[-1] in ".!?:\n"


def _is_known(dictionary: Any, word: str) -> bool:
    plain = word.replace("’", "'")
    return bool(dictionary.spell(plain) or dictionary.spell(plain.replace("ё", "е")))


def _folders() -> tuple[str, ...]:
    """DICPATH, as Hunspell has it, and where systems put dictionaries."""
    return (*filter(None, os.environ.get("DICPATH", "").split(":")), *FOLDERS)


@cache
def _dictionary(language: str, folders: tuple[str, ...]) -> Any:
    """None where the library or a dictionary is missing, or cannot be read."""
    try:
        from hunspell import Hunspell
    except ImportError:
        return None
    for folder in folders:
        for name in _NAMES.get(language, ()):
            if (Path(folder) / f"{name}.dic").is_file():
                try:
                    return Hunspell(name, hunspell_data_dir=folder)
                except Exception:  # noqa: S112 - whatever is wrong with it, there is none
                    continue
    return None
