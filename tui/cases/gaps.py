"""What a draft still lacks before it can be sent."""

from __future__ import annotations

from enum import StrEnum

from tui.cases.case import Case
from tui.cases.words import Problem

_NEEDS_NO_NUMBER = frozenset({Problem.CONSULTATION, Problem.OTHER})


class Gap(StrEnum):
    """A thing that the request cannot do without."""

    SUBJECT = "subject"
    DETAILS = "details"
    RESULT = "expected_result"
    IDENTIFIER = "identifiers"


def gaps_of(case: Case) -> tuple[Gap, ...]:
    """The gaps of a case, in the order in which they are best filled."""
    lacking = {
        Gap.SUBJECT: not case.subject.strip(),
        Gap.IDENTIFIER: case.problem not in _NEEDS_NO_NUMBER and not _known_by(case),
        Gap.DETAILS: not case.details.strip(),
        Gap.RESULT: not case.expected_result.strip(),
    }
    return tuple(gap for gap, is_lacking in lacking.items() if is_lacking)


def _known_by(case: Case) -> bool:
    return any(identifier.value.strip() for identifier in case.identifiers)
