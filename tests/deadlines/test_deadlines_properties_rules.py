"""What holds of every rule: extensions, several periods, windows, drafts without clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from any_deadline import DAY, countings, pauses_near, periods, places, plain_periods, rolls, starts
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.event import Event
from tui.cases.words import Answer, DeadlineKind, EventKind, Owner, Problem, Stage
from tui.deadlines.applying import deadline_of, work_out_rule
from tui.deadlines.arithmetic import work_out
from tui.deadlines.calendars import calendar_for
from tui.deadlines.period import Period, Unit
from tui.deadlines.rule import Bound, Combine, Counting, Part, Roll, Rule, StartsOn
from tui.deadlines.starting import started_by
from tui.deadlines.terms import Terms

ASKED = settings(max_examples=200)
OTHERS = (StartsOn.PAYMENT, StartsOn.DELIVERY)
parts = st.lists(st.tuples(periods, st.integers(-60, 60)), min_size=1, max_size=2)
owners = st.sampled_from(Owner)


def terms(place: str, period: Period, **fields: object) -> Terms:
    made = {"owner": Owner.THEIRS, **fields}
    return Terms(Rule(id="x.test", period=period, **made), calendar_for(place))  # type: ignore[arg-type]


@ASKED
@given(starts, periods, st.integers(0, 60), places, rolls, countings, owners, st.data())
def test_extended_it_never_ends_earlier(
    start: date,
    period: Period,
    more: int,
    place: str,
    roll: Roll,
    counting: Counting,
    owner: Owner,
    data: st.DataObject,
) -> None:
    rule = terms(
        place,
        period,
        roll=roll,
        counting=counting,
        owner=owner,
        extended_to=Period(period.count + more, period.unit),
    )
    pauses = data.draw(pauses_near(start))
    plain, longer = (
        work_out_rule(rule, start, pauses=pauses, extended=extended) for extended in (False, True)
    )
    before, after = (deadline_of(rule, one, DeadlineKind.ANSWER) for one in (plain, longer))
    assert (plain.extended, longer.extended) == (False, True)
    assert plain.extended_to == longer.extended_to == f"{period.count + more}{period.unit}"
    whole = work_out(
        start,
        Period(period.count + more, period.unit),
        rule.calendar,
        counting=counting,
        pauses=pauses,
    )
    assert plain.raw_end <= longer.raw_end == whole.raw_end
    assert before.due <= after.due
    assert before.late_after <= after.late_after
    assert (before.act_by or date.min) <= (after.act_by or date.min)


@ASKED
@given(starts, periods, parts, places, rolls, countings, owners)
def test_the_least_and_the_most_of_several_lie_around_each(
    start: date,
    period: Period,
    more: list[tuple[Period, int]],
    place: str,
    roll: Roll,
    counting: Counting,
    owner: Owner,
) -> None:
    named = dict(zip(OTHERS, more, strict=False))
    least, most = (
        terms(
            place,
            period,
            roll=roll,
            counting=counting,
            owner=owner,
            combine=combine,
            parts=tuple(Part(on, other) for on, (other, _) in named.items()),
        )
        for combine in (Combine.MIN, Combine.MAX)
    )
    others = {on: start + DAY * after for on, (_, after) in named.items()}
    alone = [work_out(start, period, least.calendar, roll=roll, counting=counting)]
    alone += [
        work_out(others[on], other, least.calendar, roll=roll, counting=counting)
        for on, (other, _) in named.items()
    ]
    dues = [working.due for working in alone]
    for rule, due in ((least, min(dues)), (most, max(dues))):
        worked = work_out_rule(replace(rule, others=others), start)
        assert worked.due == due
        assert [part.due for part in worked.parts] == dues
        assert [part.starts_on for part in worked.parts] == [StartsOn.DEMAND, *named]
        assert worked.starts_on in [p.starts_on for p in worked.parts if p.due == due]
        assert "part_missing" not in worked.flags
        missing = work_out_rule(rule, start)
        assert missing.due == dues[0]
        assert "part_missing" in missing.flags
    late = [
        deadline_of(
            t, work_out_rule(replace(t, others=others), start), DeadlineKind.ANSWER
        ).late_after
        for t in (least, most)
    ]
    assert late[0] <= late[1]


@ASKED
@given(starts, plain_periods, places, rolls, countings)
def test_what_opens_opens_the_day_after_nobody_is_late_any_more(
    start: date, period: Period, place: str, roll: Roll, counting: Counting
) -> None:
    rule = terms(place, period, roll=roll, counting=counting, owner=Owner.MINE, bound=Bound.OPENS)
    working = work_out_rule(rule, start)
    deadline = deadline_of(rule, working, DeadlineKind.ANSWER)
    assert deadline.owner is Owner.THEIRS
    assert working.opens == deadline.late_after + DAY


some_terms = st.builds(
    terms,
    places,
    plain_periods | st.builds(Period, st.integers(1, 40), st.sampled_from([Unit.HOUR, Unit.MONTH])),
    owner=owners,
    roll=rolls,
    certainty=st.sampled_from(["A", "practice"]),
)
events = st.builds(
    Event,
    at=st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 1), timezones=st.just(UTC)),
    kind=st.sampled_from(EventKind),
    answer=st.none() | st.sampled_from(Answer),
    due=st.none() | st.just(date(2026, 12, 20)),
    promise=st.none() | st.just(date(2026, 12, 21)),
    next_contact=st.none() | st.just(date(2026, 12, 22)),
    rule=st.sampled_from(["", "x.test"]),
    step=st.sampled_from(["", "complaint"]),
)
OPENING = (EventKind.SENT, EventKind.CALL)


@ASKED
@given(events, st.none() | some_terms)
def test_a_draft_has_no_clocks(event: Event, rule: Terms | None) -> None:
    draft = Case(company="Northbank", subject="Fee", problem=Problem.BILLING)
    started = started_by(event, draft, rule, calendar_for("RU"))
    assert draft.stage is Stage.DRAFT
    assert event.kind in OPENING or started == ()


@ASKED
@given(events, st.none() | some_terms)
def test_nor_has_a_closed_case(event: Event, rule: Terms | None) -> None:
    closed = Case(company="Northbank", subject="Fee", problem=Problem.BILLING, stage=Stage.CLOSED)
    started = started_by(event, closed, rule, calendar_for("RU"))
    assert event.kind in (*OPENING, EventKind.REOPENED) or started == ()


@ASKED
@given(events, some_terms)
def test_an_event_starts_at_most_one_deadline_of_a_kind(event: Event, rule: Terms) -> None:
    case = Case(company="Northbank", subject="Fee", problem=Problem.BILLING, stage=Stage.WAITING)
    started = started_by(event, case, rule, calendar_for("RU"))
    kinds = [deadline.kind for deadline in started]
    assert len(kinds) == len(set(kinds))
    for deadline in started:
        assert deadline.due >= event.day - timedelta(days=31)
        assert (deadline.act_by is None) == (deadline.owner is Owner.THEIRS)
