"""Letters with one thing wrong, and letters with a finding mended."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace
from reference_letters import CLAIM, ESCALATION

from tui.advice.checks.checks import Context, Finding, check_letter, check_text
from tui.cases.words import Part

TODAY = date(2026, 11, 22)
KNOWN = Context(today=TODAY)
LETTERS = {"ru": CLAIM, "en": ESCALATION}


def is_russian(text: str) -> bool:
    return any("а" <= letter <= "я" for letter in text.lower())


def letter_with(text: str, part: Part = Part.PROBLEM) -> dict[Part, str]:
    """A letter of the language of `text` that leaves nothing to wish for, and this text in it."""
    letter = CLAIM if is_russian(text) else ESCALATION
    return {**letter, part: f"{letter[part]}\n{text}"}


def found_in(text: str, part: Part = Part.PROBLEM, known: Context = KNOWN) -> tuple[Finding, ...]:
    """What the checks say of that letter, all of it about this text."""
    return check_letter(letter_with(text, part), context=known)


def ids_in(text: str, part: Part = Part.PROBLEM, known: Context = KNOWN) -> set[str]:
    return {finding.id for finding in found_in(text, part, known)}


def the(finding_id: str, text: str, part: Part = Part.PROBLEM, known: Context = KNOWN) -> Finding:
    """The one finding of this id."""
    (finding,) = (f for f in found_in(text, part, known) if f.id == finding_id)
    assert finding.part is not None
    assert letter_with(text, part)[finding.part][finding.start : finding.end] == finding.text
    return finding


def mended(letter: dict[Part, str], finding: Finding) -> dict[Part, str]:
    """The letter with the replacement in its place."""
    assert finding.part is not None
    assert finding.replacement is not None
    text = letter.get(finding.part, "")
    new = text[: finding.start] + finding.replacement + text[finding.end :]
    return {**letter, finding.part: new}


def mended_text(finding_id: str, text: str, known: Context = KNOWN) -> str:
    """The text after every finding of this id was mended, which leaves none of them."""
    letter = letter_with(text)
    first = len(letter[Part.PROBLEM]) - len(text)
    for _ in range(20):
        left = [f for f in check_letter(letter, context=known) if f.id == finding_id]
        if not left:
            return letter[Part.PROBLEM][first:].strip("\n")
        letter = mended(letter, left[0])
    raise AssertionError(f"{finding_id} does not go away: {letter[Part.PROBLEM]}")


def in_plain(text: str, known: Context = KNOWN) -> tuple[Finding, ...]:
    return check_text(text, context=known)


def knowing(**facts: object) -> Context:
    return replace(KNOWN, **facts)  # type: ignore[arg-type]
