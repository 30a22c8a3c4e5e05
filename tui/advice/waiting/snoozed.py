"""A case that is put off: until when, and what of it does not wait.

A snooze is the person's wish not to be asked, and never a way to lose anything. What they wrote
and nobody has read, what I owe, and the end of a time of mine break through it, unless enough
days are left when it ends. What they broke before it was set stays in its list.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from tui.advice.action import Action, NextAction, View
from tui.advice.silent import WARNED_BEFORE, WARNED_OF_STEP
from tui.cases.card import Card
from tui.cases.deadline import Deadline
from tui.cases.sentence import Sentence, say
from tui.cases.snooze import Snooze
from tui.cases.words import DeadlineKind, Owner
from tui.deadlines.days import day_after
from tui.playbooks.their_time import missed

_THEIRS = (DeadlineKind.ANSWER, DeadlineKind.PROMISE)


def wakes_on(card: Card) -> date | None:
    """The first day on which it is not put off any more, whatever disturbs it before.

    Where the snooze names no day it is the day after the first of their running times: nothing
    sleeps for ever. None where there is no snooze, or no such time.
    """
    snooze = card.snooze
    if snooze is None or snooze.until:
        return snooze.until if snooze else None
    theirs = (d for d in card.deadlines if d.kind in _THEIRS and not d.paused_on)
    ends = [d.late_after for d in theirs if d.late_after >= snooze.since]
    return day_after(min(ends)) if ends else None


def put_off_until(card: Card, today: date) -> date | None:
    """The end of a snooze that is in force on `today`; None where there is none."""
    end = wakes_on(card)
    return end if end and end > today else None


def asleep_until(card: Card, today: date) -> date | None:
    """The same, where nothing breaks through: until then the case may be left alone."""
    end = put_off_until(card, today)
    return None if end is None or card.unread or disturbing(card, today) else end


def disturbing(card: Card, today: date) -> Deadline | None:
    """What of mine a snooze that is in force may not hide today, the nearest first."""
    snooze = card.snooze
    if snooze is None:
        return None
    mine = (d for d in _mine(card, today) if not _may_wait(d, snooze, today))
    return min(mine, key=lambda d: d.safe_day, default=None)


def breaks_through(card: Card, today: date) -> Deadline | None:
    """What of mine will do so before a snooze that is in force ends, the nearest first."""
    snooze, end = card.snooze, put_off_until(card, today)
    if snooze is None or end is None:
        return None
    coming = (d for d in _mine(card, today) if _ends_within(d, snooze.since, end))
    return min(coming, key=lambda d: d.safe_day, default=None)


def _ends_within(deadline: Deadline, since: date, end: date) -> bool:
    """A contact on its day; of anything else too little would be left."""
    if deadline.kind is DeadlineKind.CONTACT:
        return since < deadline.due < end
    return deadline.safe_day < end + WARNED_BEFORE


def _mine(card: Card, today: date) -> Iterator[Deadline]:
    # The clocks of a draft do not run yet, but its first step may have to be taken in time.
    running = (*card.deadlines, *card.usable_windows(today))
    return (d for d in running if d.owner is Owner.MINE or d.kind is DeadlineKind.CONTACT)


def _may_wait(deadline: Deadline, snooze: Snooze, today: date) -> bool:
    """Whether enough of it is left at the end of the snooze, or it is too far to be told of."""
    if deadline.kind is DeadlineKind.CONTACT:  # one that was due already is put off knowingly
        return not snooze.since < deadline.due <= today
    if snooze.until and not _ends_within(deadline, snooze.since, snooze.until):
        return True
    if deadline.kind is DeadlineKind.DATA:
        return False
    return deadline.safe_day - WARNED_OF_STEP > today


def broken_before(card: Card, today: date) -> Deadline | None:
    """What they owed and had not kept when it was put off. It is no secret afterwards."""
    snooze = card.snooze
    late = (d for d in card.late(today) if snooze and d.late_after < snooze.since)
    return next(late, None)


def rest(view: View) -> NextAction | None:
    """Leave it alone until the snooze ends."""
    end, snooze = asleep_until(view.card, view.today), view.card.snooze
    if end is None or snooze is None:
        return None
    if snooze.reply:
        sentence = say("snoozed until they answer, or until {day}", day=end)
    else:
        sentence = say("snoozed until {day}", day=end)
    reason = say("You put it off on {day}.", day=snooze.since)
    if broken := broken_before(view.card, view.today):
        reason = say("{reason} {before}", reason=reason, before=missed(broken))
    return view.do(Action.WAIT, sentence, reason, on=end)


def with_snooze(view: View, action: NextAction) -> NextAction:
    """An action that breaks through a snooze says so."""
    end = put_off_until(view.card, view.today)
    if end is None:
        return action
    reason: Sentence = say(
        "{reason} It is snoozed until {day}, but this does not wait.", reason=action.reason, day=end
    )
    return replace(action, reason=reason)
