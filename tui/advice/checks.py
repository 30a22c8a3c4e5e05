"""Checks a letter: what is missing, empty words, places left blank.

These are the first of the list of checks of Upheld: L01 no number, L02 no result, L03 no
date, L04 unfilled place, L05 subject, L17 too short, L18 no enclosures, L20 no contacts,
L21 no history, L33 unsigned.
"""

from __future__ import annotations

from collections.abc import Mapping

from tui.advice.finding import Context, Finding, Reading, Severity, context_of, of_parts
from tui.advice.part_checks import EVERYWHERE, NOT_IN_PUBLIC
from tui.advice.plain_letter import read_plain
from tui.cases.words import Part

__all__ = ["Context", "Finding", "Severity", "check_letter", "check_text", "context_of"]

_NOTHING_KNOWN = Context()
_PLACE = {part: place for place, part in enumerate(Part)}


def check_letter(
    parts: Mapping[Part, str], *, context: Context = _NOTHING_KNOWN
) -> tuple[Finding, ...]:
    """The findings on a letter of parts, in the order of the letter; places count per part."""
    found = _check(of_parts(parts), context)
    return tuple(sorted(found, key=lambda f: (_PLACE[f.part or Part.SUBJECT], f.start)))


def check_text(text: str, *, context: Context = _NOTHING_KNOWN) -> tuple[Finding, ...]:
    """The findings on a plain text, read as one letter; places count in the whole text."""
    return tuple(sorted(_check(read_plain(text), context), key=lambda f: f.start))


def _check(reading: Reading, context: Context) -> list[Finding]:
    checks = EVERYWHERE if context.public else (*EVERYWHERE, *NOT_IN_PUBLIC)
    return [finding for check in checks for finding in check(reading, context)]
