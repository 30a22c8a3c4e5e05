"""Reads the sample book and plays it on made-up deadlines, for the tests of its data."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

import tui.desk
from tui.cases.card import Card, card_of
from tui.cases.case import I_WRITE, Case
from tui.cases.company import Company
from tui.cases.deadline import Deadline
from tui.cases.event import Event
from tui.cases.lifecycle import apply
from tui.cases.record import from_plain
from tui.cases.words import (
    DeadlineKind,
    EventKind,
    Owner,
)
from tui.playbooks.law import Law
from tui.playbooks.playbook import Playbook, Step, load_playbook

SAMPLE = Path(tui.desk.__file__).parent / "sample"
TODAY = date(2026, 11, 22)
# How long they have, in days, where no holiday helps them and where many do: the states of the
# book must not depend on the day on which it is opened.
_EVEN = {"1h": 0, "6w": 42, "8w": 56}
_QUICK = {"5wd": 6, "10wd": 13, "15wd": 20, "20wd": 27, "25wd": 34, "30cal": 30, "1m": 30}
_SLOW = {"5wd": 18, "10wd": 27, "15wd": 40, "20wd": 50, "25wd": 60, "30cal": 40, "1m": 34}
QUICK, SLOW = _EVEN | _QUICK, _EVEN | _SLOW
LAW = Law()


class Sample(NamedTuple):
    """A case as the file has it; `events` without the keys that only place them in time."""

    file: str
    plain: dict[str, Any]
    events: list[dict[str, Any]]


def _samples() -> list[Sample]:
    return [
        Sample(path.name, plain, plain.pop("event", []))
        for path in sorted(SAMPLE.glob("cases_*.toml"))
        for plain in tomllib.loads(path.read_text("utf-8"))["case"]
    ]


SAMPLES = _samples()
COMPANIES = [
    from_plain(Company, plain)
    for plain in tomllib.loads((SAMPLE / "companies.toml").read_text("utf-8"))["company"]
]
ZONES = {company.name: company.timezone for company in COMPANIES}
each = pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: s.plain["subject"][:40])


def day_of(offset: int) -> date:
    return TODAY + timedelta(days=offset)


def _event(plain: dict[str, Any], zone: str) -> Event:
    told = {key: value for key, value in plain.items() if key not in ("day", "at")}
    for key in ("promise", "due", "next_contact"):
        if key in told:
            told[key] = day_of(told[key]).isoformat()
    moment = datetime.combine(day_of(plain["day"]), time.fromisoformat(plain["at"]), ZoneInfo(zone))
    return from_plain(Event, {**told, "at": moment.isoformat()})


def playbook_of(sample: Sample) -> Playbook:
    return load_playbook(sample.plain.get("playbook", "general"))


def _placed(event: Event, case: Case) -> Event:
    """The event with its step and with whom it was, as `climbing.placed` does it."""
    playbook = load_playbook(case.playbook)
    if event.kind is EventKind.ESCALATED:
        return replace(event, party=playbook.step(event.step).party)
    party = "" if event.party == "company" else event.party or case.party
    with_them = [step for step in case.taken if playbook.step(step).party == party]
    step = next(reversed(with_them), playbook.steps[0].id) if event.kind in I_WRITE else ""
    return replace(event, step=step, party=party)


def _days(step: Step, event: Event, case: Case, clock: dict[str, int]) -> int | None:
    """How long they have there; None where no time runs."""
    rule = event.rule or step.clock(case.urgency)
    period = str(LAW.rule(rule, event.day).period) if rule else step.answer_within
    return clock[period] if period else None


def _starts(event: Event, case: Case, clock: dict[str, int]) -> Iterator[Deadline]:
    """What it starts, told of whom it was with."""
    return (replace(deadline, party=event.party) for deadline in _started(event, case, clock))


def _started(event: Event, case: Case, clock: dict[str, int]) -> Iterator[Deadline]:
    mine = event.kind in (EventKind.SENT, EventKind.CALL, EventKind.ESCALATED)
    standing = case.open_deadline(DeadlineKind.ANSWER, event.party)
    if event.due and (mine or event.kind is EventKind.EXTENDED):
        yield _deadline(Owner.THEIRS, DeadlineKind.ANSWER, event.due)
    elif standing and event.kind is EventKind.EXTENDED:
        longer = clock["25wd"] - clock["15wd"]  # the only lawful one in the book
        yield _deadline(Owner.THEIRS, DeadlineKind.ANSWER, standing.due + timedelta(longer))
    elif mine and (not standing or event.kind is EventKind.ESCALATED):
        step = load_playbook(case.playbook).step(event.step)
        if (days := _days(step, event, case, clock)) is not None:
            yield _deadline(Owner.THEIRS, DeadlineKind.ANSWER, event.day + timedelta(days))
    if event.promise:
        yield _deadline(Owner.THEIRS, DeadlineKind.PROMISE, event.promise)
    if event.kind is EventKind.ASKED:
        yield _deadline(Owner.MINE, DeadlineKind.DATA, event.due or event.day + timedelta(3))
    if event.next_contact:
        yield _deadline(Owner.MINE, DeadlineKind.CONTACT, event.next_contact)


def _deadline(owner: Owner, kind: DeadlineKind, due: date) -> Deadline:
    return Deadline(owner=owner, kind=kind, due=due, late_after=due, rule="sample")


def history(sample: Sample, clock: dict[str, int]) -> Iterator[Case]:
    """The case before its first event, and after each."""
    plain = {key: value for key, value in sample.plain.items() if key != "opened"}
    dates = [{**known, "on": day_of(known["on"]).isoformat()} for known in plain.get("dates", [])]
    case = from_plain(Case, {**plain, "dates": dates})
    assert not case.extra
    yield case
    for told in sample.events:
        event = _placed(_event(told, ZONES[case.company]), case)
        assert not event.extra
        starts = tuple(_starts(event, case, clock)) if event.kind is not EventKind.CLOSED else ()
        case = apply(case, replace(event, starts=starts))
        yield case


def played(sample: Sample, clock: dict[str, int]) -> Case:
    return list(history(sample, clock))[-1]


def cards_on(clock: dict[str, int]) -> list[Card]:
    return [card_of(played(sample, clock)) for sample in SAMPLES]
