"""Checks a letter: what is missing or empty, what must not stand there, what cannot be right.

The list of checks of Upheld, L01 to L37, is the table below. A check is a function that reads a
letter and gives its findings; it knows nothing of the other checks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from msgspec.structs import replace

from tui.advice.checks import (
    capitals,
    date_checks,
    enclosure_checks,
    identity_checks,
    language_checks,
    number_check,
    part_checks,
    payment_check,
    place_checks,
    profanity,
    secret_checks,
    sense_checks,
    size_checks,
    sum_checks,
    tone_checks,
)
from tui.advice.checks.finding import Context, Finding, Severity, context_of
from tui.advice.checks.plain_letter import read_plain
from tui.advice.checks.reading import Reading, of_parts
from tui.cases.words import Part

__all__ = ["CHECKS", "Context", "Finding", "Severity", "check_letter", "check_text", "context_of"]

_Check: TypeAlias = Callable[[Reading, Context], Iterator[Finding]]

# Every check by the ids that it finds, in their order.
CHECKS: tuple[tuple[str, _Check], ...] = (
    ("L01", number_check.identifier),
    ("L01", payment_check.payment),
    ("L02 L03", part_checks.result),
    ("L04", part_checks.unfilled),
    ("L04", place_checks.nameless),
    ("L05", part_checks.subject),
    ("L06", capitals.capitals),
    ("L07", tone_checks.punctuation),
    ("L08", profanity.profanity),
    ("L09", tone_checks.insult),
    ("L10", tone_checks.threat),
    ("L11", secret_checks.card_number),
    ("L12", secret_checks.card_code),
    ("L13", secret_checks.password),
    ("L11 L13", secret_checks.in_files),
    ("L14", identity_checks.papers),
    ("L15", identity_checks.in_public),
    ("L16", size_checks.too_long),
    ("L17", size_checks.too_short),
    ("L18", enclosure_checks.missing),
    ("L19", enclosure_checks.mismatch),
    ("L20", part_checks.contacts),
    ("L21", part_checks.history),
    ("L22", place_checks.duplicate),
    ("L23", place_checks.too_early),
    ("L24", place_checks.wrong_step),
    ("L25", place_checks.wrong_channel),
    ("L26", sense_checks.several),
    ("L27", date_checks.dates),
    ("L27", date_checks.delivery),
    ("L28", sum_checks.sums),
    ("L29", language_checks.cited_law),
    ("L30", tone_checks.emotion),
    ("L31", sense_checks.vague_time),
    ("L32", language_checks.other_language),
    ("L32", language_checks.foreign_part),
    ("L32", language_checks.mixed_word),
    ("L33", part_checks.signature),
    ("L34", enclosure_checks.originals),
    ("L35", sense_checks.overclaim),
    ("L36", payment_check.debit_card),
    ("L37", place_checks.unread),
)
# What a public text must not have can hardly be missing from it.
_NOT_IN_PUBLIC = frozenset({"L01", "L18", "L20", "L21", "L33"})
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
    language = context.language or language_checks.language_of(reading.whole())
    context = replace(context, language=language, language_chosen=bool(context.language))
    fitting = (one for ids, one in CHECKS if not (context.public and ids in _NOT_IN_PUBLIC))
    return [finding for check in fitting for finding in check(reading, context)]
