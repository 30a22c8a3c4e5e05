"""What the checks say of the letter of a case, or of a text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.advice.checks import Context, Finding, check_letter, check_text, context_of
from tui.cases.words import Channel, Problem
from tui.desk.office import Office
from tui.desk.preferences import profile_of

if TYPE_CHECKING:
    from tui.cases.case import Case
    from tui.letters.letter import Letter

# A channel without a subject line needs no subject (L05); one where the account or the voice
# says who it is needs no signature (L33) and no contacts (L20); what everybody can read must
# not name a number of mine (L01).
_NO_PLACE_FOR: dict[Channel, frozenset[str]] = {
    Channel.PHONE: frozenset({"L05", "L20", "L33"}),
    Channel.IN_PERSON: frozenset({"L05", "L20", "L33"}),
    Channel.CHAT: frozenset({"L05", "L33"}),
    Channel.SOCIAL: frozenset({"L01", "L05", "L20", "L33"}),
}


def check_composed(
    office: Office,
    case: Case,
    letter: Letter,
    channel: Channel | None = None,
    problem: Problem | None = None,
    *,
    public: bool = False,
) -> tuple[Finding, ...]:
    """The findings on a letter of a case, for the channel that it goes by.

    A `public` one, such as a review, must not have what others need: number and contacts.
    """
    context = context_of(case, profile_of(office, case).name, public=public)
    context = replace(context, problem=problem or context.problem)
    return _fitting(check_letter(letter.parts, context=context), channel)


def check_plain(
    office: Office, text: str, channel: Channel | None = None, problem: Problem | None = None
) -> tuple[Finding, ...]:
    """The findings on a plain text, read as one letter."""
    context = Context(problem=problem, sender=profile_of(office).name)
    return _fitting(check_text(text, context=context), channel)


def _fitting(findings: tuple[Finding, ...], channel: Channel | None) -> tuple[Finding, ...]:
    """Without those that ask for what the channel has no place for."""
    idle = _NO_PLACE_FOR.get(channel, frozenset()) if channel else frozenset()
    return tuple(finding for finding in findings if finding.id not in idle)
