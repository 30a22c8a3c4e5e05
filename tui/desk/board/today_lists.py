"""Today's lists: they broke it, due today and next, I owe, not before."""

from __future__ import annotations

from datetime import date, timedelta

from tui.advice.next_action import Action, NextAction
from tui.advice.waiting.chased import chased_on
from tui.advice.waiting.snoozed import asleep_until, broken_before, put_off_until
from tui.cases.card import Card
from tui.cases.deadline import Deadline
from tui.cases.words import DeadlineKind, Owner, Stage
from tui.desk.cases.linked import blocking
from tui.desk.cleaned import cleaned_card
from tui.desk.ladder.advising import next_on
from tui.desk.ladder.pressing import acts_on, dated
from tui.desk.mail.beside_case import letters_of, lies_beside
from tui.desk.office import Office
from tui.desk.views import TodayRow, TodayView

SOON = timedelta(days=7)


def today(office: Office) -> TodayView:
    """Today's lists. A case stands in one of them: the first that it belongs to."""
    lists: dict[str, list[TodayRow]] = {"broken": [], "due": [], "mine": [], "not_before": []}
    day, ready = office.days(), 0
    for card in office.cards():
        if card.stage not in (Stage.CLOSED, Stage.DRAFT):
            name, row = _row(office, card, day(card))
            if name:
                lists[name].append(row)
        elif card.stage is Stage.DRAFT and asleep_until(card, day(card)) is None:
            if hurries := _draft_row(office, card, day(card)):
                lists["mine"].append(hurries)
            else:
                ready += not card.gaps and not letters_of(office, card)
    ordered = {name: tuple(sorted(rows, key=_when)) for name, rows in lists.items()}
    inbox = len(office.pending.mails(office.store))
    return TodayView(today=office.today(), ready=ready, inbox=inbox, **ordered)


def _row(office: Office, card: Card, day: date) -> tuple[str, TodayRow]:
    """In which of today's lists a case stands, if in any, and how it reads there."""
    card = cleaned_card(card)
    step = next_on(office, card, day)
    agreed, snoozed = card.open_deadline(DeadlineKind.CONTACT), put_off_until(card, day)
    if lies_beside(office, card):
        return "mine", TodayRow(card, day, None, step, snoozed)
    if asleep_until(card, day) and not broken_before(card, day):
        return "not_before", TodayRow(card, day, None, step, snoozed)
    # What they owe is no reason to break an agreement; what they ask of me, or wrote, is.
    if agreed and agreed.due > day and step.action is Action.WAIT:
        return "not_before", TodayRow(card, day, agreed, step, snoozed)
    name, deadline = _list_of(card, day)
    reminder = chased_on(card)
    if name in ("", "mine") and deadline is None and reminder and _is_rhythm(step, reminder, day):
        name = "due" if reminder <= day + SOON else ""
        return name, TodayRow(card, day, None, step, snoozed, max(reminder, day))
    if step.action is Action.WAIT and (name == "broken" or deadline is None):
        if owed := _awaited(card, step, day):
            name, deadline = "due" if owed.due <= day + SOON else "", owed
        elif name == "mine" and blocking(office, card):
            name = "not_before"  # nothing is to be done about it
    if deadline is None and card.stage is Stage.MY_MOVE:
        deadline = min(card.windows_on(day), key=acts_on, default=None)
    return name, TodayRow(card, day, deadline, step, snoozed)


def _draft_row(office: Office, card: Card, day: date) -> TodayRow | None:
    """A draft behind which my own time runs out, before anything was sent, or whose letter may be
    lost."""
    if lies_beside(office, card):
        return TodayRow(cleaned_card(card), day, None, next_on(office, card, day))
    near = (d for d in card.usable_windows(day) if acts_on(d) <= day + SOON)
    window = min(near, key=acts_on, default=None)
    if window is None:
        return None
    return TodayRow(cleaned_card(card), day, window, next_on(office, card, day))


def _awaited(card: Card, step: NextAction, day: date) -> Deadline | None:
    """What they still have time for, where that is waited for: whatever else they broke, or have
    answered, there is nothing to be done before."""
    theirs = (d for d in card.deadlines if d.owner is Owner.THEIRS and not d.late_on(day))
    return next((d for d in theirs if step.on in (d.due, d.late_after)), None)


def _is_rhythm(step: NextAction, reminder: date, day: date) -> bool:
    """Whether the next action is the regular reminder, or the wait for its day."""
    return step.action in (Action.REMIND, Action.WAIT) and step.on == max(reminder, day)


def _list_of(card: Card, day: date) -> tuple[str, Deadline | None]:
    """Which list a case belongs to that may be acted upon, and by which deadline."""
    if late := card.late(day):
        return "broken", late[0]
    near = (d for d in card.windows_on(day) if acts_on(d) <= day + SOON)
    mine = [d for d in (*card.deadlines, *near) if _is_mine(d, day)]
    if mine or card.stage is Stage.MY_MOVE:
        return "mine", min(mine, key=acts_on, default=None)
    if not card.deadlines:
        return "mine", None  # nothing runs: a date has to be asked for
    running = [d for d in card.deadlines if not d.paused_on and d.due <= day + SOON]
    return ("due", min(running, key=lambda d: d.due)) if running else ("", None)


def _is_mine(deadline: Deadline, day: date) -> bool:
    """I owe what they asked for at once, an agreed contact on its day."""
    not_yet = deadline.kind is DeadlineKind.CONTACT and deadline.due > day
    return deadline.owner is Owner.MINE and not not_yet


def _when(row: TodayRow) -> tuple[date, int]:
    asleep = row.snoozed if row.deadline is None else None
    return (asleep or row.chased or dated(row.deadline), row.card.id)
