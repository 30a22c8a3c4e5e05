"""An event that lacks its matter is refused in one sentence."""

from __future__ import annotations

from typing import Any

import pytest
from casework import IN_STAGE, on

from tui.cases.errors import BadInput
from tui.cases.lifecycle import apply
from tui.cases.words import Answer, EventKind, Stage
from tui.wording.wording import Wording


@pytest.mark.parametrize(
    ("kind", "fields", "told"),
    [
        (EventKind.ANSWERED, {}, "Say what they answered"),
        (EventKind.PROMISE, {}, "which date they promised"),
        (EventKind.ANSWERED, {"answer": Answer.PROMISE}, "which date they promised"),
        (EventKind.CLOSED, {}, "how the case ended: upheld, partly upheld"),
        (EventKind.EXTENDED, {}, "until when"),
        (EventKind.ESCALATED, {}, "to which step"),
    ],
)
def test_what_is_missing_is_asked_for(kind: EventKind, fields: dict[str, Any], told: str) -> None:
    with pytest.raises(BadInput) as error:
        apply(IN_STAGE[Stage.WAITING], on(5, kind, **fields))
    assert told in Wording("en").say(error.value.sentence)


ANSWERLESS = [
    EventKind.DELIVERED,
    EventKind.UNDELIVERED,
    EventKind.REGISTERED,
    EventKind.EXTENDED,
    EventKind.PAUSED,
    EventKind.RESUMED,
    EventKind.EVIDENCE,
    EventKind.NOTE,
    EventKind.CLOSED,
]


@pytest.mark.parametrize("kind", ANSWERLESS)
def test_an_event_that_is_no_contact_carries_no_answer(kind: EventKind) -> None:
    with pytest.raises(BadInput) as error:
        apply(IN_STAGE[Stage.WAITING], on(5, kind, answer=Answer.SOLVED))
    assert "cannot carry the answer “solved”" in Wording("en").say(error.value.sentence)


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.CLOSED])
def test_a_note_with_an_answer_moves_neither_a_draft_nor_a_closed_case(stage: Stage) -> None:
    with pytest.raises(BadInput):
        apply(IN_STAGE[stage], on(5, EventKind.NOTE, answer=Answer.SOLVED))


def test_a_refusal_cannot_be_a_solution() -> None:
    with pytest.raises(BadInput):
        apply(IN_STAGE[Stage.WAITING], on(5, EventKind.REFUSED, answer=Answer.SOLVED))
    case = apply(IN_STAGE[Stage.WAITING], on(5, EventKind.REFUSED, answer=Answer.REFUSED))
    assert case.last_answer is Answer.REFUSED


def test_an_automatic_answer_needs_no_judgement() -> None:
    case = apply(IN_STAGE[Stage.WAITING], on(5, EventKind.ANSWERED, automatic=True))
    assert case.stage is Stage.WAITING
