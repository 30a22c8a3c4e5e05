"""My own history with a company: which of its channels has answered, and kept its word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from msgspec import Struct

from tui.advice.channel_rules import Weight
from tui.cases.case import I_WRITE, Case
from tui.cases.figures import is_answer
from tui.cases.sentence import say, say_many
from tui.cases.words import Channel, DeadlineKind, DeadlineState, Outcome

ENOUGH = 2  # of one case nobody can tell a habit
# Points for a median of at most so many days.
_DAYS = ((1, 8), (3, 5), (7, 2), (14, -2), (30, -5))
_SLOWER = -8
_SHARE = 12  # points between nothing and all: half of it is worth nothing
_SILENCE = 10


class Past(Struct, frozen=True):
    """What came of one channel. `days`: how long each answer took; `silent`: requests that
    were never answered; promises `kept` and `broken`; cases that `ended`, and of them `upheld`,
    wholly or in part."""

    days: tuple[int, ...] = ()
    silent: int = 0
    kept: int = 0
    broken: int = 0
    ended: int = 0
    upheld: int = 0


History: TypeAlias = Mapping[Channel, Past]


def history_of(cases: Iterable[Case]) -> dict[Channel, Past]:
    """What came of each channel in these cases, which are all with one company."""
    history: dict[Channel, Past] = {}
    for case in cases:
        for channel, past in (*_answers(case), *_promises(case), *_end(case)):
            history[channel] = _sum(history.get(channel, Past()), past)
    return history


def _sum(one: Past, other: Past) -> Past:
    return Past(
        days=one.days + other.days,
        silent=one.silent + other.silent,
        kept=one.kept + other.kept,
        broken=one.broken + other.broken,
        ended=one.ended + other.ended,
        upheld=one.upheld + other.upheld,
    )


def _answers(case: Case) -> list[tuple[Channel, Past]]:
    """Each answer, for the channel it came on if I asked there too, else for the last I used.

    The days run from my first message there; the other channels of that wait stayed silent.
    """
    found: list[tuple[Channel, Past]] = []
    asked: dict[Channel, date] = {}
    for event in case.timeline:
        if event.kind in I_WRITE and event.channel:
            asked.setdefault(event.channel, event.day)
        if asked and is_answer(event):
            there = event.channel if event.channel in asked else list(asked)[-1]
            found.append((there, Past(days=(max(0, (event.day - asked.pop(there)).days),))))
            found += [(channel, Past(silent=1)) for channel in asked]
            asked.clear()
    never = case.closed_on and case.outcome is not Outcome.WITHDRAWN
    return found + [(channel, Past(silent=1)) for channel in asked if never]


def _promises(case: Case) -> list[tuple[Channel, Past]]:
    """Each promise that is over, for the channel on which it was given."""
    given: dict[int, Channel] = {}
    last: Channel | None = None
    for event in case.timeline:
        last = event.channel or last
        if last:
            given[event.id] = last
    over = {DeadlineState.MET: Past(kept=1), DeadlineState.MISSED: Past(broken=1)}
    promises = (d for d in case.deadlines if d.kind is DeadlineKind.PROMISE and d.state in over)
    return [(given[d.event], over[d.state]) for d in promises if d.event in given]


def _end(case: Case) -> list[tuple[Channel, Past]]:
    """How it ended, for the channel that I used last."""
    contact = case.last_contact
    if case.closed_on is None or case.outcome is Outcome.WITHDRAWN:
        return []
    if contact is None or contact.channel is None:
        return []
    upheld = case.outcome in (Outcome.UPHELD, Outcome.PARTLY)
    return [(contact.channel, Past(ended=1, upheld=int(upheld)))]


def weigh(past: Past) -> tuple[Weight, ...]:
    """What the past of a channel says for and against it. Too little of it says nothing."""
    weighed = (*_speed(past), *_word(past), *_outcome(past), *_silence(past))
    return tuple((points, why) for points, why in weighed if points)


def _speed(past: Past) -> tuple[Weight, ...]:
    if len(past.days) < ENOUGH:
        return ()
    days = middle(past.days)
    points = next((points for most, points in _DAYS if days <= most), _SLOWER)
    why = say_many(
        "Your history: half of {answers} answers here came within {count} day.",
        "Your history: half of {answers} answers here came within {count} days.",
        days,
        answers=len(past.days),
    )
    if days == 0:
        why = say(
            "Your history: half of {answers} answers here came on the same day.",
            answers=len(past.days),
        )
    return ((points, why),)


def middle(days: Sequence[int]) -> int:
    """The median in whole days. Of `statistics`, which is slow to load, no more is needed."""
    ordered, count = sorted(days), len(days)
    return round((ordered[(count - 1) // 2] + ordered[count // 2]) / 2)


def _word(past: Past) -> tuple[Weight, ...]:
    promises = past.kept + past.broken
    if promises < ENOUGH:
        return ()
    why = say(
        "Your history: of {promises} promises given here they kept {kept}.",
        promises=promises,
        kept=past.kept,
    )
    return ((_points(past.kept, promises), why),)


def _outcome(past: Past) -> tuple[Weight, ...]:
    if past.ended < ENOUGH:
        return ()
    why = say(
        "Your history: of {ended} cases that ended here, {upheld} were upheld at least in part.",
        ended=past.ended,
        upheld=past.upheld,
    )
    return ((_points(past.upheld, past.ended), why),)


def _silence(past: Past) -> tuple[Weight, ...]:
    asked = past.silent + len(past.days)
    if past.silent < ENOUGH or past.silent * 2 < asked:
        return ()
    why = say(
        "Your history: of {asked} requests here {silent} were never answered.",
        asked=asked,
        silent=past.silent,
    )
    return ((-round(_SILENCE * past.silent / asked), why),)


def _points(good: int, of: int) -> int:
    return round(_SHARE * good / of - _SHARE / 2)
