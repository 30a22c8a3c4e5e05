"""What a request still lacks."""

from __future__ import annotations

import pytest
from casework import a_draft

from tui.cases.gaps import Gap, gaps_of
from tui.cases.particulars import Identifier
from tui.cases.words import Problem


def test_a_whole_request_has_no_gaps() -> None:
    assert gaps_of(a_draft()) == ()


@pytest.mark.parametrize(
    ("lacking", "gap"),
    [
        ({"subject": " "}, Gap.SUBJECT),
        ({"details": "\n"}, Gap.DETAILS),
        ({"expected_result": ""}, Gap.RESULT),
        ({"identifiers": ()}, Gap.IDENTIFIER),
        ({"identifiers": (Identifier(kind="order", value=" "),)}, Gap.IDENTIFIER),
    ],
)
def test_an_empty_fact_is_a_gap(lacking: dict[str, object], gap: Gap) -> None:
    assert gaps_of(a_draft(**lacking)) == (gap,)


def test_gaps_come_in_the_order_in_which_they_are_best_filled() -> None:
    empty = a_draft(subject="", details="", expected_result="", identifiers=())
    assert gaps_of(empty) == (Gap.SUBJECT, Gap.IDENTIFIER, Gap.DETAILS, Gap.RESULT)


@pytest.mark.parametrize("problem", list(Problem))
def test_only_a_question_needs_no_number(problem: Problem) -> None:
    needs_none = problem in (Problem.CONSULTATION, Problem.OTHER)
    assert gaps_of(a_draft(problem=problem, identifiers=())) == (
        () if needs_none else (Gap.IDENTIFIER,)
    )
