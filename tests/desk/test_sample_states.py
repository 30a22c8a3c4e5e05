"""The sample book has every state in it, on whatever day it is opened."""

from __future__ import annotations

from collections import Counter

import pytest
from sample_reading import QUICK, SAMPLES, SLOW, TODAY, cards_on

from tui.cases.words import (
    Answer,
    Channel,
    DeadlineKind,
    EventKind,
    Outcome,
    Owner,
    Problem,
    Stage,
    Urgency,
)


def test_every_stage_and_every_word_occurs() -> None:
    cards = cards_on(QUICK)
    stages = Counter(card.stage for card in cards)
    least = {Stage.DRAFT: 4, Stage.WAITING: 8, Stage.MY_MOVE: 6, Stage.ESCALATED: 4}
    assert all(stages[stage] >= count for stage, count in {**least, Stage.CLOSED: 8}.items())
    assert {card.outcome for card in cards if card.outcome} == set(Outcome)
    assert {card.problem for card in cards} == set(Problem)
    assert {card.urgency for card in cards} == set(Urgency)
    events = [event for sample in SAMPLES for event in sample.events]
    reached = {e["channel"] for e in events if e["kind"] in ("sent", "call", "escalated")}
    assert reached == set(Channel)
    assert {e["kind"] for e in events} == set(EventKind) - {EventKind.EVIDENCE}
    answers = {e["answer"] for e in events if "answer" in e} | {e["kind"] for e in events}
    assert set(Answer) <= answers
    steps = {e["step"] for e in events if "step" in e}
    assert steps == {"reasons", "complaint", "higher", "review", "claim", "chargeback"}
    assert any(e.get("reference_refused") for e in events)
    assert sum(len(sample.events) >= 8 for sample in SAMPLES) >= 3


@pytest.mark.parametrize("clock", [QUICK, SLOW], ids=["quick", "slow"])
def test_something_is_always_late_due_promised_and_waiting(clock: dict[str, int]) -> None:
    cards = cards_on(clock)
    late = {(d.kind, d.days_late(TODAY)) for card in cards for d in card.late(TODAY)}
    assert {(DeadlineKind.PROMISE, 2), (DeadlineKind.PROMISE, 9)} <= late
    assert any(kind is DeadlineKind.ANSWER and 10 <= days <= 14 for kind, days in late)
    assert sum(bool(card.late(TODAY)) for card in cards) in (3, 4)
    due = Counter((d.owner, d.kind, (d.due - TODAY).days) for c in cards for d in c.deadlines)
    assert due[Owner.THEIRS, DeadlineKind.PROMISE, 0] == 2
    assert due[Owner.MINE, DeadlineKind.CONTACT, 0] == 1
    assert sum(n for (owner, _, day), n in due.items() if owner == "theirs" and 0 < day < 7) >= 4
    assert due[Owner.MINE, DeadlineKind.DATA, 2] == 1
    assert sum(n for (_, kind, day), n in due.items() if kind == "contact" and 3 <= day <= 8) >= 3


def test_the_states_that_screens_must_show_occur() -> None:
    cards = cards_on(QUICK)
    waiting = [card for card in cards if card.stage is Stage.WAITING]
    mine = [card for card in cards if card.stage is Stage.MY_MOVE]
    assert any(d.paused_on for card in waiting for d in card.deadlines)
    assert any(card.unread for card in mine)
    assert {Answer.REFUSED, Answer.PARTLY, Answer.SOLVED, Answer.ASKED} <= {
        card.last_answer for card in mine
    }
    assert any(
        card.broken_promises and card.open_deadline(DeadlineKind.PROMISE) for card in waiting
    )
    quiet = [c for c in cards if c.stage is Stage.ESCALATED and not c.late(TODAY)]
    assert len(quiet) >= 3
    gaps = sorted(len(card.gaps) for card in cards if card.stage is Stage.DRAFT)
    assert gaps == [0, 1, 1, 3]
    assert not any(card.gaps for card in cards if card.stage is not Stage.DRAFT)
    asked = [s.events[-1] for s in SAMPLES if s.events and s.events[-1]["kind"] == "asked"]
    assert any("due" in event for event in asked)
    assert any("due" not in event for event in asked)
    assert any(e["kind"] == "extended" and e.get("due", 0) > 0 for s in SAMPLES for e in s.events)
