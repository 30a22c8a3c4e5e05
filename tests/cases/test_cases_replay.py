"""The timeline is the case: replaying it gives stage, deadlines, outcome and step."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

from casework import a_draft
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from terms import customary

from tui.cases.case import Case
from tui.cases.event import Event, Evidence
from tui.cases.judging import I_WRITE, IS_ANSWER
from tui.cases.lifecycle import apply, possible, replay
from tui.cases.record import from_plain, to_plain
from tui.cases.words import Answer, Channel, DeadlineState, EventKind, Outcome, Owner, Stage
from tui.deadlines.calendars import calendar_for
from tui.deadlines.period import parse_period

BEGINNING = datetime(2026, 1, 12, 12, tzinfo=UTC)
CAN_ANSWER = I_WRITE | {EventKind.RECEIVED, EventKind.ANSWERED}
QUICK = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def lawful_events(draw: st.DrawFn, case: Case, at: datetime) -> Event:
    """An event that the case can record at `at`, with all that its kind needs."""
    kind = draw(st.sampled_from(possible(case.stage)))
    fields: dict[str, Any] = {}
    if kind in CAN_ANSWER:
        fields["answer"] = draw(st.none() | st.sampled_from(Answer))
    if kind is EventKind.ANSWERED:
        fields["answer"] = draw(st.sampled_from(Answer))
    if kind in CAN_ANSWER | IS_ANSWER:
        fields["automatic"] = draw(st.booleans() if kind not in I_WRITE else st.just(False))
    dates = st.integers(0, 25).map(lambda days: at.date() + timedelta(days=days))
    for name in ("promise", "due", "next_contact"):
        fields[name] = draw(st.none() | dates)
    if kind is EventKind.PROMISE or fields.get("answer") is Answer.PROMISE:
        fields["promise"] = draw(dates)
    if kind is EventKind.EXTENDED:
        fields["due"] = draw(dates)
    if kind is EventKind.CLOSED:
        fields["outcome"] = draw(st.sampled_from(Outcome))
    steps = ["request", "appeal", "regulator"]
    if kind in I_WRITE:
        fields["step"] = draw(st.sampled_from(steps))
    fields["reference"] = draw(st.sampled_from(["", "55-10", "T-88"]))
    fields["channel"] = draw(st.none() | st.sampled_from(Channel))
    if kind is EventKind.EVIDENCE:
        fields["evidence"] = (Evidence(number=len(case.evidence) + 1, name="receipt.pdf"),)
    return Event(at=at, kind=kind, **fields)


@st.composite
def histories(draw: st.DrawFn) -> list[Case]:
    """A case after each of its events, the draft first."""
    country = draw(st.sampled_from(["", "RU", "GB", "DE-BY"]))
    within = draw(st.sampled_from(["10cal", "5wd", "2w", "1m"]))
    cases, at = [a_draft(country=country)], BEGINNING
    for _ in range(draw(st.integers(1, 12))):
        at += timedelta(days=draw(st.integers(-1, 9)))
        event, case = draw(lawful_events(cases[-1], at)), cases[-1]
        period = draw(st.sampled_from([parse_period(within), None]))
        starts = customary(event, case, period, calendar_for(country))
        cases.append(apply(case, replace(event, starts=starts)))
    return cases


@QUICK
@given(histories())
def test_replaying_the_timeline_gives_the_case(history: list[Case]) -> None:
    case = history[-1]
    assert replay(case) == case
    wrong = replace(case, stage=Stage.DRAFT, outcome=None, step="", deadlines=())
    assert replay(wrong, case.timeline) == case


@QUICK
@given(histories())
def test_a_case_is_the_same_after_a_journey_to_disk(history: list[Case]) -> None:
    case = history[-1]
    assert from_plain(Case, to_plain(case)) == case
    assert replay(from_plain(Case, to_plain(case))) == case


@QUICK
@given(histories())
def test_at_most_one_deadline_of_a_kind_is_open_and_none_without_clocks(
    history: list[Case],
) -> None:
    for case in history:
        kinds = [deadline.kind for deadline in case.open_deadlines]
        assert len(kinds) == len(set(kinds))
        if case.stage in (Stage.DRAFT, Stage.CLOSED):
            assert kinds == []


@QUICK
@given(histories())
def test_history_is_never_rewritten(history: list[Case]) -> None:
    for before, after in pairwise(history):
        ended = [d for d in before.deadlines if not d.is_open]
        assert all(deadline in after.deadlines for deadline in ended)
        assert after.timeline[:-1] == before.timeline


@QUICK
@given(histories())
def test_nobody_is_called_late_who_was_not(history: list[Case]) -> None:
    for deadline in history[-1].deadlines:
        if deadline.state is DeadlineState.MISSED:
            assert deadline.settled_on is not None
            assert deadline.settled_on > deadline.late_after >= deadline.due


@QUICK
@given(histories())
def test_an_automatic_reply_ends_nothing_that_they_owe(history: list[Case]) -> None:
    for before, after in pairwise(history):
        event = after.timeline[-1]
        if event.automatic and not event.starts:
            owed = [d for d in before.open_deadlines if d.owner is Owner.THEIRS]
            assert [d for d in after.open_deadlines if d.owner is Owner.THEIRS] == owed


@QUICK
@given(histories(), st.sampled_from([EventKind.NOTE, EventKind.EVIDENCE]))
def test_a_note_changes_nothing_but_the_timeline(history: list[Case], kind: EventKind) -> None:
    case = history[-1]
    noted = apply(case, Event(at=BEGINNING + timedelta(days=300), kind=kind))
    assert replace(noted, timeline=case.timeline) == case
