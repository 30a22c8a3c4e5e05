"""Meters from what files say of them, and which of them run in a case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.deadline import Deadline
from tui.cases.errors import BadInput, NotFound
from tui.cases.money import summed
from tui.cases.order import in_order
from tui.cases.sentence import say
from tui.cases.words import Answer, DeadlineKind, DeadlineState, Owner
from tui.deadlines.days import DAY
from tui.deadlines.meter import Meter, Reading, read_meter
from tui.playbooks.meter_fields import OWN_METER_NEEDS
from tui.playbooks.rule_making import in_both_languages
from tui.playbooks.rule_reading import Told
from tui.playbooks.tables import Table

# Where one of these differs, neither the sources nor the examples are about it any more.
_COUNTED = frozenset({"rate", "per", "base", "cap", "cap_from"})


class Running(Struct, frozen=True):
    """A meter of a case. `late_since`: the first day of the delay that it counts.

    `reading` is None while the meter is off, and where the case has no amount at stake.
    `ended`: it stands still, because they did what was asked or the case is closed.
    """

    meter: Meter
    late_since: date
    reading: Reading | None = None
    ended: bool = False


def meter_of(shipped: Told | None, own: Told | None) -> Meter:
    """The meter of a file that ships, as the person changes it, or one of their own.

    Raises BadInput where something is missing or contradicts.
    """
    told = shipped or own
    if told is None:
        raise ValueError("nothing says anything of it")
    told.table.needs(OWN_METER_NEEDS)
    meter = _checked(_made(told), told.table)
    return _checked(_changed(meter, own), own.table) if shipped and own else meter


def switched_on(meters: Sequence[Meter], meter_id: str) -> Meter:
    """The meter of this id. Raises NotFound, and BadInput where it is off."""
    wanted = meter_id.strip().lower()
    found = next((meter for meter in meters if meter.id == wanted), None)
    if found is None:
        ids = tuple(meter.id for meter in meters)
        raise NotFound("There is no penalty “{id}”. There are: {ids}.", id=meter_id, ids=ids)
    if not found.is_on:
        raise BadInput(
            "“{id}” is unverified and off. If you have checked it, switch it on: write "
            '[meter."{id}"] and below it confirmed = true in a file of the rules folder.',
            id=found.id,
        )
    return found


def running(case: Case, meters: Iterable[Meter], today: date) -> tuple[Running, ...]:
    """The meters that run in a case, each from the first delay by a rule it names."""
    # Of several by one rule the first that was missed counts: it comes last into the dict.
    lately = sorted(_missed(case, today), key=lambda d: d.late_after, reverse=True)
    missed = {deadline.rule: deadline for deadline in lately}
    found = []
    for meter in meters:
        late = [missed[rule].late_after for rule in meter.for_rules if rule in missed]
        if late:
            found.append(_running(case, meter, min(late) + DAY, today))
    return tuple(found)


def missed_rules(case: Case, today: date) -> tuple[str, ...]:
    """The rules by which they had to answer or to pay, and did not in time."""
    return tuple(dict.fromkeys(deadline.rule for deadline in _missed(case, today)))


def _running(case: Case, meter: Meter, first: date, today: date) -> Running:
    ended_on = _ended_on(case, first)
    last = min(ended_on, today) if ended_on else today
    on = meter.is_on and case.amount is not None
    reading = read_meter(meter, case.amount, first, last) if on and case.amount else None
    return Running(meter, first, reading, ended=ended_on is not None)


def _missed(case: Case, today: date) -> Iterable[Deadline]:
    """Times to answer or to pay that they let pass. Where something has to be known first, none."""
    owed = (d for d in case.deadlines if d.kind in (DeadlineKind.ANSWER, DeadlineKind.DEED))
    theirs = (d for d in owed if d.owner is Owner.THEIRS)
    return (d for d in theirs if d.state is DeadlineState.MISSED or d.late_on(today))


def _ended_on(case: Case, first: date) -> date | None:
    """The last day that counts: on which they solved it, paid it all, or the case was closed."""
    answering = case.last_answering
    solved = answering.day if answering and case.last_answer is Answer.SOLVED else None
    days = (day for day in (solved, case.closed_on, paid_on(case)) if day)
    ended = min(days, default=None)
    return max(ended, first - DAY) if ended else None


def paid_on(case: Case) -> date | None:
    """The day on which all that is at stake had come back."""
    if case.amount is None:
        return None
    back = []
    for event in in_order(case):
        if event.refund and event.refund.currency == case.amount.currency:
            back.append(event.refund)
            if summed(back)[0].value >= case.amount.value:
                return event.day
    return None


def _made(told: Told) -> Meter:
    return Meter(id=told.table.name, file=told.file, **in_both_languages(told.fields))


def _changed(meter: Meter, told: Told) -> Meter:
    """As for rules: what is counted otherwise is the person's own, with no source."""
    given = dict(told.fields)
    for name, texts in (("titles", meter.titles), ("notes", meter.notes)):
        if name in given:
            given[name] = {**texts, **given[name]}
    if _COUNTED & given.keys():
        given = {"certainty": "own", "sources": (), "examples": ()} | given
    return replace(meter, file=told.file, **given)


def _checked(meter: Meter, table: Table) -> Meter:
    if meter.cap_from and meter.cap is None:
        raise table.wrong("cap_from", say("needs “cap”"))
    return meter
