"""Whether a phrase that stands instead of words of temper leaves a sentence that can be read.

Only shapes that are known to read well get such a phrase. Everywhere else the words are found and
the person mends them: half a sentence is worse than an angry one.
"""

from __future__ import annotations

import re
from collections.abc import Callable

# Before a clause: nothing, the end of another one, or what joins it.
_BEGINS = re.compile(
    r"(?:^|[.!?…;:,—–(«“\n]\s*|(?:^|\s)(?:и|а|но|что|and|but|that|because|so)\s+)$", re.IGNORECASE
)
# After it: nothing, or the end of the sentence; a comma only where another clause begins.
_ENDS = re.compile(
    r"\s*(?:$|[.!?…;\n)—–»”]|,\s+(?:и|а|но|потому|поэтому|and|but|so|because)\s)", re.IGNORECASE
)
_I = re.compile(r"(?:^|\W)(?:я|мы|то|тогда|иначе|или)\s+$", re.IGNORECASE)
_DID = re.compile(
    r"\s+(?:(?:не|мне|меня|нам|нас|уже|опять|снова|даже|просто)\s+){0,3}"
    r"[а-яё]+(?:л|ли|ет|ют|ут|ят|ит|ат)(?:ся)?\b",
    re.IGNORECASE,
)
_WAS_TOLD = re.compile(r"(?:^|\W)[а-яё]+ли(?:сь)?(?:\s+(?:мне|нам|меня|нас))?\s+$", re.IGNORECASE)
_DOES = re.compile(r"\s+(?!(?:and|or|who|that|like|of|you)\b)[a-z]+", re.IGNORECASE)
_BESIDE = re.compile(r"(?:^|\W)(?:to|with|by|from)\s+$", re.IGNORECASE)
# An adjective or an adverb that leaves whole what it stands before.
_LOOSE = re.compile(
    r"[а-яё]+(?:ый|ий|ой|ая|ое|ые|ого|ому|ым|ую|ых|ыми)"
    r"|(?:mother)?f[*u]?[*c]?[*k]+(?:ing|in|en)|fkn|fcking|goddamn(?:ed)?|bloody|crappy|shitty|bitchy",
    re.IGNORECASE,
)
_NEAR = 120  # characters: more than any of these shapes needs
_WORD_AFTER = re.compile(r"\s+[^\W\d_]{2,}")


def fits(shape: str, text: str, start: int, end: int) -> bool:
    """Whether a phrase of this shape can stand from `start` to `end` of `text`.

    “clause” is a whole clause, “verb” one without its “я”, “those” and “that” name them in a
    Russian sentence, “staff” in an English one.
    """
    return _SHAPES[shape](*_around(text, start, end))


def cut(text: str, start: int, end: int) -> tuple[int, int] | None:
    """From where to where to cut so that a sentence without this word can be read; else None.

    A word that is set off by commas or stands alone goes with its sign, an adjective alone.
    """
    before, after = _around(text, start, end)
    word = text[start:end]
    if _LOOSE.fullmatch(word) and _WORD_AFTER.match(after):
        return start, end + 1
    if alone := re.match(r"\s*[.!?…]+\s*", after):
        if not before.strip() or re.search(r"[.!?…]\s*$|\n\s*$", before):
            return start, end + alone.end()
        if set_off := re.search(r",\s*$", before):
            return start - len(before) + set_off.start(), end
    if set_off := re.match(r",\s*", after):
        if comma := re.search(r",\s*$", before):
            return start - len(before) + comma.start(), end + 1
        if not before.strip() or re.search(r"[.!?…]\s*$|\n\s*$", before):
            return start, end + set_off.end()
    return None


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands near, on both sides: looking at all of a long text would take for ever."""
    return text[max(0, start - _NEAR) : start], text[end : end + _NEAR]


def _clause(before: str, after: str) -> bool:
    return bool(_BEGINS.search(before) and _ENDS.match(after))


def _verb(before: str, after: str) -> bool:
    return bool((_BEGINS.search(before) or _I.search(before)) and _ENDS.match(after))


def _those(before: str, after: str) -> bool:
    return bool(
        (_BEGINS.search(before) and _DID.match(after))
        or (_WAS_TOLD.search(before) and _ENDS.match(after))
    )


def _staff(before: str, after: str) -> bool:
    return bool(
        (_BEGINS.search(before) and _DOES.match(after))
        or (_BESIDE.search(before) and _ENDS.match(after))
    )


_SHAPES: dict[str, Callable[[str, str], bool]] = {
    "clause": _clause,
    "verb": _verb,
    "those": _those,
    "staff": _staff,
}
