"""How a card stands on a day, and until when: its mark, what presses, its place among others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tui.advice.silent import WARNED_OF_STEP
from tui.advice.waiting.snoozed import asleep_until, broken_before, put_off_until, wakes_on
from tui.cases.card import Card
from tui.cases.deadline import Deadline
from tui.cases.words import DeadlineKind, Owner, Stage, Urgency
from tui.deadlines.days import day_after
from tui.desk.cleaned import cleaned_card
from tui.desk.ladder.pressing import FAR, acts_on, dated, pressing
from tui.desk.views import CardView, Mark

_DAYS = date.max.toordinal() + 1
_STAGES = {stage: place for place, stage in enumerate(Stage)}
_PRESSING = {urgency: rank for rank, urgency in enumerate(reversed(Urgency))}


def card_view(card: Card, today: date) -> CardView:
    """A card on the company's today: its mark and the deadline that matters most."""
    deadline, snoozed = _shown(card, today), put_off_until(card, today)
    mark, is_asleep = _mark(card, deadline, today), False
    if snoozed and (is_asleep := asleep_until(card, today) is not None):
        mark = Mark.LATE if broken_before(card, today) else Mark.NONE
    return CardView(cleaned_card(card), today, mark, deadline, snoozed, is_asleep)


def _shown(card: Card, today: date) -> Deadline | None:
    """What presses; where they wrote, and I have to judge that first, no time of theirs does."""
    found = pressing(card, today)
    if found is None or not card.unread or found.late_on(today):
        return found
    mine = (d for d in (*card.deadlines, *card.windows_on(today)) if _presses_me(d))
    return min(mine, key=acts_on, default=None)


def _presses_me(deadline: Deadline) -> bool:
    is_mine = deadline.owner is Owner.MINE and not deadline.paused_on
    return is_mine and deadline.kind is not DeadlineKind.CONTACT


def _mark(card: Card, deadline: Deadline | None, today: date) -> Mark:
    if deadline and deadline.late_on(today):
        return Mark.LATE
    if deadline and not deadline.paused_on and _is_due(deadline, today):
        return Mark.TODAY
    return Mark.MINE if card.stage is Stage.MY_MOVE else Mark.NONE


def _is_due(deadline: Deadline, today: date) -> bool:
    """Mine presses from its safe day on; theirs on the day that the card names, not between."""
    is_mine = deadline.owner is Owner.MINE
    return (acts_on(deadline) if is_mine else deadline.shown_on(today)) <= today


def above(view: CardView) -> int:
    """How many could stand above it, whatever their numbers: by stage, then by `board_order`.

    At most 63 bits.
    """
    card, stage = view.card, _STAGES[view.card.stage]
    if card.stage is Stage.CLOSED:
        parts: tuple[int, ...] = (0, _DAYS - (card.closed_on or date.min).toordinal(), 0)
    else:
        rank, by, urgency, _ = board_order(view)
        parts = (rank, by.toordinal(), urgency)
    first, day, pressing_ = parts
    return ((stage << 2 | first) * _DAYS + day) * len(_PRESSING) + pressing_


def holds_until(card: Card, today: date) -> date:
    """The first day after `today` on which the mark of a card, or its place, may be another."""
    if card.unread:
        return day_after(today)
    return min((day for day in _turns(card) if day > today), default=FAR)


def _turns(card: Card) -> Iterator[date]:
    """The days on which something begins or ends, as the functions above ask for them."""
    for deadline in (*card.deadlines, *card.windows):
        safe, last = deadline.safe_day, deadline.late_after
        yield from (deadline.due, safe, last)
        for day in (safe, last):
            if day < FAR:
                yield day_after(day)
        if card.snooze:
            yield safe - WARNED_OF_STEP
    if wakes := wakes_on(card):
        yield wakes


def board_order(view: CardView) -> tuple[Any, ...]:
    """Late first, then by date, then by urgency; the newest first among closed and drafts.

    What is put off stands below all others of its stage, by the day on which it comes back.
    """
    card = view.card
    if card.stage is Stage.CLOSED:
        return (-(card.closed_on or date.min).toordinal(), -card.id)
    is_late = view.mark is Mark.LATE
    is_off = view.is_asleep and not is_late
    by = view.snoozed if view.snoozed and is_off else dated(view.deadline)
    if card.unread and by == FAR:
        by = view.today  # to be judged at once
    rank = 0 if is_late else 2 if is_off else 1
    return (rank, by, _PRESSING[card.urgency], -card.id)
