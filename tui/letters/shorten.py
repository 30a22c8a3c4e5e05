"""Making a subject that is too long shorter, so that what is left reads as a whole."""

from __future__ import annotations

import re

from tui.letters.plain import ends_short

# A subject that lost whole clauses still says enough with this many characters.
FEWEST_LEFT = 35

_CLAUSE_END = re.compile(r"[,:;.](?=\s)|\s[—–](?=\s)")
# What cannot stand last: a sign without its number, a dash, an opening bracket.
_DANGLING = re.compile(r"(?:[\s№#,:;—–(\[«“-]|(?<!\w)no\.)$", re.IGNORECASE)
_LONE_LETTER = re.compile(r"\s[^\W\d_]$")
_UNCLOSED = re.compile(r"\([^()]*$|\[[^\[\]]*$|«[^«»]*$|“[^“”]*$")
_SPLIT_NUMBER = re.compile(r"(?:^|\s)[\d\s.,-]*\d$")


def shortened(text: str, limit: int) -> str:
    """`text` in at most `limit` characters.

    Whole clauses go first, the last one first. Where too little would be left it is cut
    between words, never within a number or right after its sign.
    """
    if len(text) <= limit:
        return text
    return _by_clauses(text, limit) or _by_words(text, limit)


def _by_clauses(text: str, limit: int) -> str:
    """Empty where less than FEWEST_LEFT would be left, or half of a bracket."""
    for end in reversed([match.start() for match in _CLAUSE_END.finditer(text)]):
        left = text[:end]
        if not FEWEST_LEFT <= end <= limit or _UNCLOSED.search(left):
            continue
        if not ends_short(text[: end + 1]):
            return _trimmed(left)
    return ""


def _by_words(text: str, limit: int) -> str:
    left, gap, _ = text[: limit + 1].rpartition(" ")
    if not gap:
        return text[:limit]
    if text[len(left) + 1 :][:1].isdigit():  # “12 490” is one number
        left = _SPLIT_NUMBER.sub("", left) or left
    unclosed = _UNCLOSED.search(left)
    if unclosed and unclosed.start() >= FEWEST_LEFT:
        left = left[: unclosed.start()]
    return _trimmed(left, _LONE_LETTER) or left


def _trimmed(text: str, *more: re.Pattern[str]) -> str:
    """`text` without what dangles at its end."""
    patterns, before = (_DANGLING, *more), ""
    while text != before:
        before = text
        for pattern in patterns:
            text = pattern.sub("", text).rstrip()
    return text
