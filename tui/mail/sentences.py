"""The sentences of a reply, its wrapped lines joined; quoted lines are not theirs and left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.mail.trim import without_quotes

_MARK = re.compile(r"^\s*(?:[-*•–—+]|\d{1,2}[.)])\s+")
# A line of a chat: “[10:02] Olga: …”, “10:02 Olga …”, “21.11.2026, 10:02 …”, “Olga: …”
_SAID = re.compile(
    r"^\s*(?:\[[^\]]{1,40}\]|[(\[]?\d{1,2}:\d\d(?::\d\d)?[)\]]?(?: ?[ap]m)?[\s,—–-]"
    r"|\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?,? \d{1,2}:\d\d"
    r"|[A-ZА-ЯЁ][\w-]{0,20}(?: [A-ZА-ЯЁ][\w.-]{0,20}){0,2}:\s)",
)
_WRAPPED = 55  # a line so long, without an end, goes on in the next
_END = re.compile(r"[.!?…][\"»)]?\s+(?=[\"«(]?[A-ZА-ЯЁ0-9])")
_SHORT = re.compile(
    r"(?:^|[\s(«\"])(?:г|гг|руб|коп|тыс|млн|р|д|дн|т|п|ст|ул|стр|им|вх|исх|тел|доб|раб|кал|№|no|nr"
    r"|mr|mrs|ms|dr|inc|ltd|approx|янв|фев|мар|апр|июн|июл|авг|сент?|окт|нояб?|дек|jan|feb|mar|apr"
    r"|jun|jul|aug|sept?|oct|nov|dec|пн|вт|ср|чт|пт|сб|вс|ref|ext|[a-zа-я])\.$",
    re.IGNORECASE,
)
_LONGEST = 1000  # characters: what is longer is no sentence and is cut into pieces


def sentences(text: str) -> Iterator[str]:
    """One sentence after the other, each on one line, at most a thousand characters long."""
    for paragraph in _paragraphs(without_quotes(text)):
        start = 0
        for found in _END.finditer(paragraph):
            if not _SHORT.search(paragraph[max(start, found.start() - 8) : found.start() + 1]):
                yield from _pieces(paragraph[start : found.end()])
                start = found.end()
        yield from _pieces(paragraph[start:])


def _pieces(sentence: str) -> Iterator[str]:
    for at in range(0, len(sentence), _LONGEST):
        if piece := sentence[at : at + _LONGEST].strip():
            yield piece


def _paragraphs(text: str) -> Iterator[str]:
    """Lines that belong together, as one line."""
    so_far: list[str] = []
    for line in text.split("\n"):
        if so_far and not _goes_on(so_far[-1], line):
            yield " ".join(so_far)
            so_far = []
        if words := " ".join(line.split()):
            so_far.append(words)
    yield " ".join(so_far)


def _goes_on(before: str, line: str) -> bool:
    """Whether `line` was parted from the one before it by the width of a letter alone."""
    line = line.strip()
    if not line or _MARK.match(line) or _SAID.match(line):
        return False
    return len(before) >= _WRAPPED or line[:1].islower() or before.endswith((",", "—", "–"))
