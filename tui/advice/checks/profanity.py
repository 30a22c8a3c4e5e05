"""L08: swear words, also with letters replaced by look-alikes, by stars, or set apart.

In words of one alphabet the patterns of `data/profanity.toml` decide. A word that mixes
alphabets, digits and signs is read in every way in which its look-alikes can be meant; one with
stars, or letters standing alone, is compared with a list of whole words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tui.advice.checks.finding import Context, Finding, Severity
from tui.advice.checks.log_lines import line_around
from tui.advice.checks.reading import Reading
from tui.advice.checks.replacement import cut
from tui.advice.checks.word_lists import flat, whole_words, word_list
from tui.cases.sentence import say

_TOKEN = re.compile(r"(?<![\w@$])[\w@$!|]{2,40}(?<!!)(?![\w@$])")
_CYRILLIC, _LATIN = re.compile("[а-яё]"), re.compile("[a-z]")
_NOT_A_LETTER = re.compile(r"[^a-zа-яё]")
_MODEL = re.compile(r"[a-zа-яё]{1,2}\d+|\d+[a-zа-яё]{1,2}")  # A55 is a telephone, 220в a voltage
_STARRED = re.compile(r"(?<![\w*#@.])[^\W\d_][^\W_]{0,12}[*#@$%]{1,6}[^\W_]{0,12}(?![\w*@#])")
_APART = re.compile(r"(?<!\w)[^\W_](?:[ .*_-]{1,2}[^\W_]){2,9}(?!\w)")
_BEGIN_ONE = frozenset("хпбеёжгмfsb")
_ONE_BY_ONE = re.compile(r"[^\W_]")

# How look-alikes are meant in a Russian word: by their shape, and by their sound.
_LIKE_SHAPE = str.maketrans(
    {"a": "а", "b": "в", "c": "с", "e": "е", "h": "н", "k": "к", "m": "м", "n": "п", "o": "о",
     "p": "р", "t": "т", "u": "и", "x": "х", "y": "у", "i": "і", "0": "о", "3": "з", "4": "ч",
     "6": "б", "1": "и", "@": "а", "$": "с", "ё": "е", "|": "і"}
)  # fmt: skip
_LIKE_SOUND = str.maketrans(
    {"a": "а", "b": "б", "c": "с", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х", "i": "и",
     "j": "й", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "r": "р", "s": "с",
     "t": "т", "u": "у", "v": "в", "x": "х", "y": "у", "z": "з", "0": "о", "3": "з", "4": "ч",
     "6": "б", "1": "и", "9": "я", "@": "а", "$": "с", "ё": "е", "!": "и"}
)  # fmt: skip
_LIKE_LATIN = str.maketrans(
    {"а": "a", "в": "b", "с": "c", "е": "e", "н": "h", "к": "k", "м": "m", "о": "o", "р": "p",
     "т": "t", "х": "x", "у": "y", "і": "i", "ё": "e", "0": "o", "1": "i", "3": "e", "4": "a",
     "5": "s", "7": "t", "8": "b", "@": "a", "$": "s", "!": "i", "|": "l"}
)  # fmt: skip


def profanity(reading: Reading, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """L08: swear words."""
    rule = ("L08", Severity.ERROR)
    message = say("A swear word: many companies end the conversation at the first one.")
    mend = say("Take it out.")
    for stretch in reading.stretches():
        for start, end in swear_words(stretch.text):
            span, new = _without(stretch.text, start, end)
            yield reading.at(stretch, span, rule, message, mend, new)


def _without(text: str, start: int, end: int) -> tuple[tuple[int, int], str | None]:
    """What to cut and what to put there; nothing where half a sentence would be left."""
    left = cut(text, start, end)
    if left is None:
        return (start, end), None
    following = text[left[1] : left[1] + 1]
    if text[start].isupper() and following.islower():
        return (left[0], left[1] + 1), following.upper()
    return left, ""


def swear_words(text: str) -> list[tuple[int, int]]:
    """From where to where swear words stand, in order; none within another."""
    low = flat(text)
    found = {*_plain(low), *_disguised(low), *_starred(text, low), *_set_apart(low)}
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


@cache
def _words(language: str) -> re.Pattern[str]:
    return whole_words(word_list("profanity")[language]["words"])


@cache
def _in_full() -> str:
    """Whole swear words of both languages, one a line."""
    lists = word_list("profanity")
    return "\n".join((*lists["ru"]["plain"].split(), *lists["en"]["plain"].split()))


def _plain(low: str) -> Iterator[tuple[int, int]]:
    for found in _words("ru").finditer(low.replace("ё", "е")):
        yield found.span()
    for found in _words("en").finditer(low):
        yield found.span()


def _disguised(low: str) -> Iterator[tuple[int, int]]:
    """Words that mix alphabets, digits and signs."""
    for found in _TOKEN.finditer(low):
        token = found[0]
        if not _NOT_A_LETTER.search(token) and not _is_mixed(token):
            continue
        if not _MODEL.fullmatch(token) and any(map(_is_swearing, _readings(token))):
            yield found.span()


def _is_mixed(token: str) -> bool:
    return bool(_CYRILLIC.search(token) and _LATIN.search(token))


def _readings(token: str) -> Iterator[str]:
    """What a word with look-alikes can be meant to be."""
    if _CYRILLIC.search(token):
        yield token.translate(_LIKE_SHAPE)
        yield token.translate(_LIKE_SOUND)
    if _LATIN.search(token):
        yield token.translate(_LIKE_LATIN)


def _is_swearing(word: str) -> bool:
    return any(_words(language).fullmatch(word) for language in ("ru", "en"))


def _starred(text: str, low: str) -> Iterator[tuple[int, int]]:
    """Words whose inner letters are hidden: бл*дь, f**k.

    Banks write names as П***.
    """
    for found in _STARRED.finditer(low):
        word = found[0].replace("ё", "е")
        hidden = re.search(r"[*#@$%]+", word)
        if hidden is None:
            continue
        if hidden.end() == len(word) and not _hides_the_end(text, found.start(), hidden[0]):
            continue
        fewest, most = len(hidden[0]), len(hidden[0]) + 1
        around = word[: hidden.start()], word[hidden.end() :]
        for before, after in {around, tuple(part.translate(_LIKE_SHAPE) for part in around)}:
            pattern = rf"^{re.escape(before)}[^\n]{{{fewest},{most}}}{re.escape(after)}$"
            if re.search(pattern, _in_full(), re.MULTILINE):
                yield found.span()
                break


def _hides_the_end(text: str, start: int, stars: str) -> bool:
    """Two stars after a small letter with which such words begin; they close nothing bold."""
    line, first = line_around(text, start, start)
    return len(stars) > 1 and text[start] in _BEGIN_ONE and "**" not in line[: start - first]


def _set_apart(low: str) -> Iterator[tuple[int, int]]:
    """Words whose letters stand apart: х у й, f.u.c.k."""
    words = frozenset(_in_full().split())
    for found in _APART.finditer(low):
        places = [m.start() + found.start() for m in _ONE_BY_ONE.finditer(found[0])]
        letters = "".join(low[place] for place in places)
        variants = {letters, *_readings(letters)}
        for first in range(len(letters) - 2):
            for last in range(first + 3, len(letters) + 1):
                if any(one[first:last] in words for one in variants):
                    yield places[first], places[last - 1] + 1
