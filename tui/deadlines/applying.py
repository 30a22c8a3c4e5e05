"""From a rule and a start to a deadline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from msgspec.structs import replace as changed

from tui.cases.deadline import Deadline, Pause, Working
from tui.cases.errors import BadInput
from tui.cases.words import DeadlineKind, Owner
from tui.deadlines.arithmetic import POST_TAKES, act_by, late_after, mine, theirs
from tui.deadlines.counted import counted
from tui.deadlines.counting import run
from tui.deadlines.days import DAY
from tui.deadlines.period import Period
from tui.deadlines.rule import NOT_LAW, Bound, Combine, Rule, StartsOn
from tui.deadlines.terms import Terms


def work_out_rule(
    terms: Terms,
    start: date | datetime,
    *,
    pauses: tuple[Pause, ...] = (),
    extended: bool = False,
) -> Working:
    """The working of a rule that starts at `start`, a moment for a rule of hours.

    Of a combined rule, a period whose start is not known is left out, which the flag
    "part_missing" says. Raises BadInput as `work_out` does, for an extension that the rule does
    not know, and for a date without a time where hours count.
    """
    rule = terms.rule
    worked = tuple(
        changed(
            counted(terms, begins, period, pauses),
            starts_on=starts_on.value,
            certainty=rule.certainty,
        )
        for begins, starts_on, period in _begun(terms, start, extended)
    )
    pick = max if rule.combine is Combine.MAX else min
    working = pick(worked, key=_end)
    if rule.parts:
        working = changed(working, combine=str(rule.combine or Combine.MIN), parts=worked)
    flags = [*working.flags, *_doubts(rule, working.start, len(worked))]
    return changed(
        _with_rule(working, rule, extended),
        opens=_opens(terms, working),
        flags=tuple(dict.fromkeys(flags)),
    )


def deadline_of(terms: Terms, working: Working, kind: DeadlineKind, step: str = "") -> Deadline:
    """The deadline of a working: theirs with its late day, mine with the day to act by."""
    rule, calendar = terms.rule, terms.calendar
    owed = theirs if terms.owner is Owner.THEIRS else mine
    deadline = owed(working, calendar, kind, rule.id, step)
    deadline = changed(deadline, by_law=rule.certainty not in NOT_LAW, owes=rule.owes)
    if rule.must_arrive and deadline.act_by:
        posted = act_by(working.start, deadline.act_by - POST_TAKES, calendar)
        deadline = changed(deadline, act_by=max(posted, working.start))
    return deadline


def _begun(
    terms: Terms, start: date | datetime, extended: bool
) -> Iterator[tuple[date | datetime, StartsOn, Period]]:
    """The periods of the rule whose start is known."""
    rule, others = terms.rule, terms.others
    yield start, rule.starts_on, _extended_period(rule) if extended else rule.period
    for part in rule.parts:
        if part.starts_on in others:
            yield others[part.starts_on], part.starts_on, part.period


def _end(working: Working) -> tuple[date, date, float]:
    """What ends first sorts first."""
    moment = working.end_at.timestamp() if working.end_at else 0.0
    return working.due, working.raw_end, moment


def _extended_period(rule: Rule) -> Period:
    if rule.extended_to is None:
        raise BadInput("The rule {rule} knows no extension.", rule=rule.id)
    return rule.extended_to


def _with_rule(working: Working, rule: Rule, extended: bool) -> Working:
    quoted = (source for source in rule.sources if source.quote)
    source = next(quoted, next(iter(rule.sources), None))
    return changed(
        working,
        titles=dict(rule.titles),
        certainty=rule.certainty,
        source=source.address if source else "",
        quote=source.quote if source else "",
        extended_to=str(rule.extended_to or ""),
        extended=extended,
    )


def _opens(terms: Terms, working: Working) -> date | None:
    """The first day on which it may be done, where that is not at once."""
    if terms.rule.bound is Bound.OPENS:
        return late_after(working, terms.calendar) + DAY
    if terms.rule.opens_after is None:
        return None
    return run(working.start, terms.rule.opens_after, terms.calendar)[0] + DAY


def _doubts(rule: Rule, start: date, worked: int) -> tuple[str, ...]:
    """What a person must know of the rule before they rely on the date."""
    known_from = rule.known_from
    told = {
        "unverified": not rule.is_on,
        "confirmed": rule.confirmed and rule.certainty in {"C", "X"},
        "older_than_source": known_from is not None and start < known_from,
        "review_due": rule.review_by is not None and start > rule.review_by,
        "must_arrive": rule.must_arrive,
        "part_missing": worked <= len(rule.parts),
    }
    return tuple(flag for flag, holds in told.items() if holds)
