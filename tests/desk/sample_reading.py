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
from tui.cases.case import Case
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

SAMPLE = Path(tui.desk.__file__).parent / "sample"
TODAY = date(2026, 11, 22)
# How long they have at each step, in days, where no holiday helps them and where many do:
# the states of the book must not depend on the day on which it is opened.
QUICK = {"request": 13, "reasons": 6, "complaint": 13, "higher": 30}
SLOW = {"request": 27, "reasons": 18, "complaint": 27, "higher": 30}


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


def _starts(event: Event, case: Case, clock: dict[str, int]) -> Iterator[Deadline]:
    step = event.step or case.step or "request"
    mine = event.kind in (EventKind.SENT, EventKind.CALL, EventKind.ESCALATED)
    standing = case.open_deadline(DeadlineKind.ANSWER) and event.kind is not EventKind.ESCALATED
    if event.due and (mine or event.kind is EventKind.EXTENDED):
        yield _deadline(Owner.THEIRS, DeadlineKind.ANSWER, event.due)
    elif mine and not standing and step in clock:
        yield _deadline(Owner.THEIRS, DeadlineKind.ANSWER, event.day + timedelta(clock[step]))
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
    case = from_plain(Case, plain)
    assert not case.extra
    yield case
    for told in sample.events:
        event = _event(told, ZONES[case.company])
        assert not event.extra
        starts = tuple(_starts(event, case, clock)) if event.kind is not EventKind.CLOSED else ()
        case = apply(case, replace(event, starts=starts))
        yield case


def played(sample: Sample, clock: dict[str, int]) -> Case:
    return list(history(sample, clock))[-1]


def cards_on(clock: dict[str, int]) -> list[Card]:
    return [card_of(played(sample, clock)) for sample in SAMPLES]
