"""What statistics need of a case: the days, promises and sums that its timeline tells."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from itertools import dropwhile

import msgspec
from msgspec.structs import replace

from tui.cases.case import I_WRITE, Case, answers
from tui.cases.event import Event
from tui.cases.judging import is_message
from tui.cases.leaving import whom_of
from tui.cases.money import Money, summed
from tui.cases.words import Channel, DeadlineKind, DeadlineState, EventKind


class Share(msgspec.Struct, frozen=True, array_like=True):
    """What one company of a dispute with several did: as in `Figures`, of what was with it alone.

    `roles`: those of its events and deadlines; `broken`: promises that are over and not kept;
    `ended`: it is the one that I had written to last when the case was closed.
    """

    company: str
    roles: tuple[str, ...]
    asked_on: date | None = None
    answered_on: date | None = None
    kept: int = 0
    broken: int = 0
    back: tuple[Money, ...] = ()
    satisfaction: int | None = None
    ended: bool = False


class Figures(msgspec.Struct, frozen=True, array_like=True):
    """A case as numbers. A card carries them, so that no case has to be read for statistics.

    `asked_on`: the company's day on which I first wrote or called; `answered_on`: that of their
    first answer after it, which no receipt is; `kept`: promises kept in time; `back`: money
    that came back, a sum for each currency; `satisfaction`: 1 (bad) to 5, as it was said last.
    `shares`: the same by company, where something was sent to more than one; `elsewhere`: what
    came back from others of the dispute, in the figures of one of them. `answered_by`: the channel
    of their first answer; where that is not told, the one on which these were written to before.
    """

    asked_on: date | None = None
    answered_on: date | None = None
    kept: int = 0
    back: tuple[Money, ...] = ()
    satisfaction: int | None = None
    shares: tuple[Share, ...] = ()
    elsewhere: tuple[Money, ...] = ()
    answered_by: Channel | None = None


def figures_of(case: Case) -> Figures:
    """The figures of a case; all empty while nothing was sent."""
    asked = _asked(case)
    if asked is None:
        return Figures()
    met = (d for d in case.deadlines if d.state is DeadlineState.MET)
    return Figures(
        asked_on=asked,
        answered_on=_answered(case),
        kept=sum(d.kind is DeadlineKind.PROMISE for d in met),
        back=summed(case.refunds),
        satisfaction=_satisfaction(case),
        shares=_shares(case) if case.parties else (),
        answered_by=_answered_by(case),
    )


def with_roles(case: Case, roles: Collection[str]) -> Case:
    """The case with what was with those in these roles alone: for figures, not for the book."""
    return replace(
        case,
        timeline=tuple(e for e in case.timeline if e.party in roles),
        deadlines=tuple(d for d in case.deadlines if d.party in roles),
    )


def roles_of(case: Case) -> dict[str, tuple[str, ...]]:
    """The roles of each company of a dispute, that of the case first. Unnamed ones are left out."""
    found: dict[str, tuple[str, ...]] = {case.company: ("", "company")}
    for party in case.parties:
        if party.company:
            found[party.company] = (*found.get(party.company, ()), party.role)
    return found


def _shares(case: Case) -> tuple[Share, ...]:
    """Nothing where all was with one: then it is told by the figures of the case."""
    parts = {name: (roles, with_roles(case, roles)) for name, roles in roles_of(case).items()}
    asked = {name: part for name, part in parts.items() if _asked(part[1])}
    if not asked.keys() - {case.company}:
        return ()
    return tuple(_share(name, roles, part) for name, (roles, part) in asked.items())


def _share(company: str, roles: tuple[str, ...], part: Case) -> Share:
    promises = [d.state for d in part.deadlines if d.kind is DeadlineKind.PROMISE]
    return Share(
        company=company,
        roles=roles,
        asked_on=_asked(part),
        answered_on=_answered(part),
        kept=promises.count(DeadlineState.MET),
        broken=promises.count(DeadlineState.MISSED),
        back=summed(part.refunds),
        satisfaction=_satisfaction(part),
        ended=any(e.kind is EventKind.CLOSED for e in part.timeline),
    )


def _asked(case: Case) -> date | None:
    return next((e.day for e in case.timeline if e.kind in I_WRITE), None)


def _answered(case: Case) -> date | None:
    answer = _first_answer(case)
    return answer.day if answer else None


def _first_answer(case: Case) -> Event | None:
    since = dropwhile(lambda event: event.kind not in I_WRITE, case.timeline)
    return next((event for event in since if is_answer(event)), None)


def _answered_by(case: Case) -> Channel | None:
    first, mine = _first_answer(case), None
    if first is None:
        return None
    whom = {event.id: who for event, who in whom_of(case)}
    for event in case.timeline[: case.timeline.index(first)]:
        if event.kind in I_WRITE and whom[event.id] == whom[first.id]:
            mine = event.channel or mine
    return first.channel or mine


def _satisfaction(case: Case) -> int | None:
    return next((e.satisfaction for e in reversed(case.timeline) if e.satisfaction), None)


def is_answer(event: Event) -> bool:
    """Somebody there said something: no receipt, and no note of mine."""
    return answers(event) or is_message(event)
