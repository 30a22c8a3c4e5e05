"""The words of a text, and their stems, by which they are found in any form.

Russian and English by Snowball, which is loaded when the first word is asked for.
"""

from __future__ import annotations

import re
import sys
import zlib
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from importlib.util import find_spec, module_from_spec
from pkgutil import get_data
from typing import Any, NamedTuple
from unicodedata import combining, normalize, unidata_version

_SNOWBALL = "snowballstemmer"
_LONGEST = 64  # characters of a word that count
_KEPT = 2**14  # words whose stem is remembered
_SHAPE = 2  # another one: this file makes other stems of the same text

# They are compiled when the first text is looked through: most commands look through none.
# Letters and digits, with the stress marks on them: возвра́т.
_WORD = "[^\\W_]+(?:[\u0300-\u036f]+[^\\W_]*)*"
_COMPOSED = "[0-9a-zа-яё]*"  # as most words are, without capitals
_CYRILLIC = "[\u0400-\u052f]"
_DIGITS = r"[0-9]{3,}"
# Numbers that are written in pieces: 4821-77, PT/1029; +7 (912) 345-67-89.
_PIECES = r"(?<![^\W_])[^\W_]{1,64}(?:[-./_][^\W_]{1,64})+"
_PHONE = "(?<![^\\W_])[0-9](?:[ \u00a0().-]{0,3}[0-9]){9,14}(?![^\\W_])"
# 12 490,00 and 12,490.00: a sum is found by its whole units, however they are grouped.
_SUM = r"(?<![\w.,])(\d{1,3}(?:[ \u00a0\u202f.,’']\d{3})+|\d{3,})(?:[.,]\d{1,2})?(?![\w]|[.,]\d)"
_IN_FOURS = r"(?<!\w)[A-Z]{2}\d\d(?: [A-Z0-9]{4}){3,8}(?: [A-Z0-9]{1,3})?(?!\w)"  # IBAN
_OWN = 10  # last digits of a phone number: what stands before them depends on who writes it

# What Snowball does not bring together: the vowel of посылок and посылки, звонок and звонка, and
# what is frequent in letters about money.
_FLEETING = r"(?<=[бвгджзклмнпрстфхцчшщ])[ое](?=[кц]$)"
_SAME = {
    "денег": "деньг",
    "пис": "письм",
    "paid": "pay",
    "sent": "send",
    "bought": "buy",
    "broke": "break",
    "broken": "break",
}


class Word(NamedTuple):
    """A stem, and where it stands in the text."""

    stem: str
    start: int
    end: int


def stems_of(text: str) -> list[str]:
    """The stems of a text in their order; after them other forms of the numbers in it."""
    found = list(map(stem, re.findall(_WORD, text)))
    return found + [word.stem for word in _forms(text)] if re.search(_DIGITS, text) else found


def words_of(text: str) -> list[Word]:
    """The same with the places."""
    found = [Word(stem(match[0]), *match.span()) for match in re.finditer(_WORD, text)]
    return [*found, *_forms(text)]


def split(text: str) -> list[str]:
    """The words of a text as they stand there."""
    return re.findall(_WORD, text)


@lru_cache(_KEPT)
def stem(word: str) -> str:
    """What the forms of a word have in common."""
    plain = folded(word)
    if not plain.isalpha():
        return plain
    # A new one each time: it is not made for several threads.
    found: str = _stemmer(bool(re.search(_CYRILLIC, plain)))().stemWord(plain)
    return _SAME.get(found) or re.sub(_FLEETING, "", found)


def folded(word: str) -> str:
    """A word without capitals, stress marks and the dots of ё, as much of it as counts."""
    word = word[:_LONGEST].casefold()
    if word.isascii():
        return word
    if re.fullmatch(_COMPOSED, word):  # asked ten times faster than the tables of Unicode
        return word.replace("ё", "е")
    return "".join(c for c in normalize("NFC", word) if not combining(c)).replace("ё", "е")


def number_in(word: str) -> str:
    """What is the same in all ways to write a phone number; "" for what is too short for one."""
    is_long = word.isascii() and word.isdigit() and len(word) > _OWN
    return word[-_OWN:] if is_long else ""


def whole_units(word: str) -> str:
    """12490 of 12490.00 and 12,490; "" for what is no sum in one of these forms."""
    found = re.fullmatch(_SUM, word)
    digits = "".join(c for c in found[1] if c.isdigit()) if found else ""
    return "" if digits == word else digits


@cache
def version() -> str:
    """Another version makes other stems: what was made by it has to be made again.

    Not the number of the release, which takes 20 ms to find.
    """
    _make_light()
    files = (get_data(_SNOWBALL, f"{name}_stemmer.py") for name in ("russian", "english"))
    return f"{_SHAPE} {unidata_version} {zlib.crc32(b''.join(filter(None, files)))}"


def _forms(text: str) -> Iterator[Word]:
    """Numbers in one piece, or without the letters before them, so that they are found so too."""
    for match in re.finditer(_PIECES, text):
        if re.search(_DIGITS, match[0]):
            yield Word(folded("".join(re.findall(_WORD, match[0]))), *match.span())
    for match in re.finditer(_SUM, text):
        whole = "".join(c for c in match[1] if c.isdigit())
        if whole != match[0]:
            yield Word(whole, *match.span())
    for match in re.finditer(_IN_FOURS, text):
        yield Word(folded(match[0].replace(" ", "")), *match.span())
    for match in re.finditer(_PHONE, text):
        digits = "".join(c for c in match[0] if c.isdigit())
        yield from _other(match[0], match.start(), (digits, number_in(digits)))
    for match in re.finditer(_WORD, text):
        if not match[0].isdigit():
            yield from _numbers(match)


def _numbers(word: re.Match[str]) -> Iterator[Word]:
    for match in re.finditer(_DIGITS, word[0][:_LONGEST]):
        start, digits = word.start() + match.start(), match[0]
        yield Word(digits, start, start + len(digits))
        yield from _other(digits, start, (digits.lstrip("0"),))


def _other(text: str, start: int, forms: tuple[str, ...]) -> Iterator[Word]:
    return (Word(form, start, start + len(text)) for form in forms if form not in ("", text))


def _make_light() -> None:
    """The package would import its thirty languages, for which a command of a shell would wait."""
    spec = None if _SNOWBALL in sys.modules else find_spec(_SNOWBALL)
    if spec:
        sys.modules[_SNOWBALL] = module_from_spec(spec)  # not executed


@cache
def _stemmer(is_russian: bool) -> Callable[[], Any]:
    # Not snowballstemmer.stemmer(): that takes another library where there is one.
    _make_light()
    from snowballstemmer import english_stemmer, russian_stemmer

    made: Callable[[], Any] = (
        russian_stemmer.RussianStemmer if is_russian else english_stemmer.EnglishStemmer
    )
    return made
