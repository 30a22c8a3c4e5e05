"""A date with its working, without a case."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from tui.cases.deadline import Deadline, Pause
from tui.cases.errors import BadInput
from tui.cases.words import DeadlineKind, Owner
from tui.deadlines.applying import deadline_of, work_out_rule
from tui.deadlines.calendars import Calendar
from tui.deadlines.hours import Hours, parse_hours
from tui.deadlines.period import is_period, parse_period
from tui.deadlines.rule import FIRM, Rule, StartsOn
from tui.deadlines.terms import Terms
from tui.deadlines.typed import parse_day
from tui.deadlines.zones import zone_named
from tui.desk.office import Office


class Circumstances(Struct, frozen=True):
    """What a date depends on besides its start and its period, as typed.

    `owner` None: that of the rule, theirs for a bare period. `pauses` are `A..B`, both
    included; `also` the starts of the other periods of a combined rule, `payment=2026-01-05`;
    `hours`, `zone` and `eve` (minutes by which the day before a holiday is shorter) are for
    business hours.
    """

    country: str = ""
    owner: Owner | None = None
    pauses: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    extended: bool = False
    hours: str = ""
    zone: str = ""
    eve: int = 0


NOWHERE = Circumstances()


def calc(office: Office, start: str, what: str, given: Circumstances) -> Deadline:
    """The deadline of a period, or of a rule, that starts at `start`.

    Raises BadInput, or NotFound for an unknown rule; each says what to write instead.
    """
    here = office.law.calendar(given.country or office.settings.config.country)
    begins = _start(office, start, given.zone, here)
    rule = _rule(office, what, begins.date() if isinstance(begins, datetime) else begins, given)
    calendar = _calendar(office, rule, given, here)
    others = dict(other_start(rule, text, office.today(), here) for text in given.also)
    terms = Terms(rule, calendar, _hours(rule, given), others)
    working = work_out_rule(
        terms,
        begins,
        pauses=tuple(_pause(text, office.today(), here) for text in given.pauses),
        extended=given.extended,
    )
    kind = DeadlineKind.ANSWER if terms.owner is Owner.THEIRS else DeadlineKind.WINDOW
    return deadline_of(terms, working, kind)


def _rule(office: Office, what: str, on: date, given: Circumstances) -> Rule:
    """The rule of this id as it held on that day, or a bare period that nothing rolls."""
    if is_period(what) or "." not in what:
        period = parse_period(what)
        owner = given.owner or Owner.THEIRS
        return Rule(id=str(period), owner=owner, period=period, certainty="given")
    rule = office.law.rule(what.strip(), on)
    if given.owner and given.owner is not rule.owner:
        raise BadInput(
            "The rule {rule} is a deadline of the other side. Leave out --owner.", rule=rule.id
        )
    return rule


def _start(office: Office, text: str, zone: str, here: Calendar) -> date | datetime:
    """A day as `parse_day` reads it, or an ISO moment; without offset in `zone`, else here."""
    typed = text.strip()
    if ":" not in typed:
        return parse_day(typed, office.today(), here)
    try:
        at = datetime.fromisoformat(typed)
    except ValueError:
        raise BadInput(
            "“{text}” is not a moment. Write 2026-11-22T15:00 or 2026-11-22T15:00+03:00.",
            text=text,
        ) from None
    if at.tzinfo is None:
        at = at.replace(tzinfo=zone_named(zone) if zone else office.clock.now().tzinfo)
    return at.astimezone(zone_named(zone)) if zone else at


def _calendar(office: Office, rule: Rule, given: Circumstances, here: Calendar) -> Calendar:
    if rule.calendar in (FIRM, ""):
        return here
    if not given.country:
        return office.law.calendar(rule.calendar)
    if here.id.startswith(f"{rule.calendar}-"):
        return here
    if here.id not in (rule.calendar, rule.calendar.partition("-")[0]):
        raise BadInput(
            "The rule {rule} counts by the calendar of {calendar}. Leave out --country.",
            rule=rule.id,
            calendar=rule.calendar,
        )
    return office.law.calendar(rule.calendar)


def _hours(rule: Rule, given: Circumstances) -> Hours | None:
    hours, zone = given.hours or rule.hours, given.zone or rule.zone
    if not rule.period.unit.is_business:
        if given.hours or given.eve:
            raise BadInput("Opening hours matter only for a period such as 8bh.")
        return None
    if not hours or not zone:
        raise BadInput(
            "“{period}” counts hours in which they are open. Give --hours and --zone, such as "
            "“Mon-Fri 09:00-18:00” and Europe/Moscow.",
            period=str(rule.period),
        )
    return parse_hours(hours, zone, given.eve)


def other_start(rule: Rule, text: str, today: date, here: Calendar) -> tuple[StartsOn, date]:
    """The start of one more period of a combined rule, written `payment=2026-01-05`."""
    name, _, day = text.partition("=")
    known = tuple(part.starts_on for part in rule.parts)
    if not known:
        raise BadInput("{rule} has only one start. Leave out --start.", rule=rule.id)
    if name.strip() not in known:
        raise BadInput(
            "“{text}”: {rule} has no other start of that name. It has: {known}.",
            text=text,
            rule=rule.id,
            known=known,
        )
    return StartsOn(name.strip()), parse_day(day, today, here)


def _pause(text: str, today: date, calendar: Calendar) -> Pause:
    begin, mark, end = text.partition("..")
    if not mark:
        raise BadInput("A pause is written 2026-11-01..2026-11-05, not “{text}”.", text=text)
    return Pause(start=parse_day(begin, today, calendar), end=parse_day(end, today, calendar))
