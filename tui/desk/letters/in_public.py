"""What goes out on a social network in the place of the whole letter, and its findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.cases.words import Channel
from tui.desk.letters.letter_matter import Written

if TYPE_CHECKING:
    from tui.advice.checks.checks import Finding

# Findings that a part of a letter is missing: a short public text has no parts.
_OF_PARTS = frozenset({"L01", "L02", "L03", "L05", "L17", "L18", "L19", "L20", "L21", "L33"})


def is_shortened(done: Written, channel: Channel | None) -> bool:
    """Whether a short text goes out instead: of a letter that is for everybody, itself does."""
    return channel is Channel.SOCIAL and done.template.voice != "public"


def in_public(done: Written) -> Written:
    """The short text that everybody can read, as a letter that has nothing else."""
    from tui.letters.social import public_letter

    return replace(done, letter=public_letter(done.matter))


def of_public_text(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What is found in that text. It is mended in the letter of which it is made, not in itself."""
    kept = (finding for finding in findings if finding.id not in _OF_PARTS)
    return tuple(replace(finding, replacement=None) for finding in kept)
