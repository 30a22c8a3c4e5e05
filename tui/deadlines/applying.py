"""From a rule and a start to a deadline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from msgspec.structs import replace as changed

from tui.cases.deadline import Deadline, Pause, Working
from tui.cases.errors import BadInput
from tui.cases.words import DeadlineKind, Owner
from tui.deadlines.arithmetic import (
    POST_TAKES,
    act_by,
    check_pause,
    late_after,
    mine,
    theirs,
    work_out,
)
from tui.deadlines.calendars import Calendar
from tui.deadlines.counting import run
from tui.deadlines.days import DAY
from tui.deadlines.hours import Hours, parse_hours, run_clock
from tui.deadlines.period import Period, parse_period
from tui.deadlines.rule import NOT_LAW, Bound, Combine, Counting, Roll, Rule, StartsOn

_OF_THE_RULE = frozenset(
    {"unverified", "confirmed", "older_than_source", "review_due", "must_arrive"}
)


@dataclass(frozen=True, slots=True)
class Terms:
    """A rule with what it needs to become a date: the calendar, and hours for business hours.

    `others` are the starts of the other periods of a combined rule, as far as they are known.
    """

    rule: Rule
    calendar: Calendar
    hours: Hours | None = None
    others: Mapping[StartsOn, date | datetime] = field(default_factory=dict)

    @property
    def owner(self) -> Owner:
        """Whose time runs. When I may go on is when theirs is over."""
        return Owner.THEIRS if self.rule.bound is Bound.OPENS else self.rule.owner


def work_out_rule(
    terms: Terms,
    start: date | datetime,
    *,
    pauses: tuple[Pause, ...] = (),
    extended: bool = False,
) -> Working:
    """The working of a rule that starts at `start`, a moment for a rule of hours.

    Of a combined rule, a period whose start is not known is left out, which the flag
    "part_missing" says. Raises BadInput as `work_out` does, for
    an extension that the rule does not know, and for a date without a time where hours count.
    """
    rule, others = terms.rule, terms.others
    period = _extended_period(rule) if extended else rule.period
    begun = [(start, rule.starts_on, period)]
    begun += [
        (others[p.starts_on], p.starts_on, p.period) for p in rule.parts if p.starts_on in others
    ]
    worked = tuple(
        changed(
            _counted(terms, begins, length, pauses),
            starts_on=starts_on.value,
            certainty=rule.certainty,
        )
        for begins, starts_on, length in begun
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
    deadline = changed(deadline, by_law=rule.certainty not in NOT_LAW)
    if rule.must_arrive and deadline.act_by:
        posted = act_by(working.start, deadline.act_by - POST_TAKES, calendar)
        deadline = changed(deadline, act_by=max(posted, working.start))
    return deadline


def work_out_again(
    working: Working,
    start: date | datetime,
    calendar: Calendar,
    *,
    pauses: tuple[Pause, ...],
    extended: bool = False,
) -> Working:
    """The same working from another start, with other pauses, or with the time extended.

    It needs no rule: the working holds the rule as it stood when it was worked out.
    """
    extended = extended or working.extended
    rule = Rule(
        id="",
        owner=Owner.THEIRS,
        period=parse_period(working.extended_to if extended else working.period),
        roll=Roll(working.roll),
        counting=Counting(working.counting),
    )
    hours = parse_hours(working.hours, working.zone, working.eve) if working.hours else None
    if isinstance(start, datetime) and working.zone:
        start = start.astimezone(ZoneInfo(working.zone))  # a book knows the offset alone
    new = _counted(Terms(rule, calendar, hours), start, rule.period, pauses)
    lasting = tuple(flag for flag in working.flags if flag in _OF_THE_RULE)
    return changed(
        new,
        period=working.period,
        certainty=working.certainty,
        source=working.source,
        quote=working.quote,
        titles=working.titles,
        starts_on=working.starts_on,
        extended_to=working.extended_to,
        extended=extended,
        opens=late_after(new, calendar) + DAY if working.opens else None,
        flags=(*new.flags, *lasting),
    )


def _end(working: Working) -> tuple[date, date, float]:
    """What ends first sorts first."""
    moment = working.end_at.timestamp() if working.end_at else 0.0
    return working.due, working.raw_end, moment


def _extended_period(rule: Rule) -> Period:
    if rule.extended_to is None:
        raise BadInput("The rule {rule} knows no extension.", rule=rule.id)
    return rule.extended_to


def _counted(
    terms: Terms, start: date | datetime, period: Period, pauses: tuple[Pause, ...]
) -> Working:
    """The bare working of one period, by days or by the clock."""
    if isinstance(start, datetime) and period.unit.is_clock:
        return _by_the_clock(terms, start, period, pauses)
    return work_out(
        start.date() if isinstance(start, datetime) else start,
        period,
        terms.calendar,
        roll=terms.rule.roll,
        counting=terms.rule.counting,
        pauses=pauses,
    )


def _by_the_clock(
    terms: Terms, start: datetime, period: Period, pauses: tuple[Pause, ...]
) -> Working:
    for pause in pauses:
        check_pause(pause)
    calendar, hours, business = terms.calendar, terms.hours, period.unit.is_business
    if business and hours:
        start = start.astimezone(hours.zone)
    end, skipped = run_clock(start, period, hours, calendar, pauses)
    # What ends at midnight has lasted the whole day before.
    last = (end - datetime.resolution).date()
    return Working(
        start=start.date(),
        period=str(period),
        counted=period.count,
        raw_end=last,
        due=last,
        skipped=skipped,
        pauses=pauses,
        calendar=calendar.id if business else "",
        start_at=start,
        end_at=end,
        hours=str(hours) if business and hours else "",
        zone=start.tzinfo.key if isinstance(start.tzinfo, ZoneInfo) else "",
        eve=hours.eve if business and hours else 0,
        flags=calendar.flags(start.date(), last) if business else (),
    )


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
