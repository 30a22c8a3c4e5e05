"""What a person is told without asking: what became late, due, theirs to do, open.

Each piece of news has a key that stays the same as long as it is the same news, so that it can
be told once. What the person has just recorded is no news to them: a move of theirs and a step
that opens are told from the next day on. A case that is put off is quiet, but for what breaks
through a snooze; so is what they owe before an agreed next contact.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date

from tui.advice.action import Action, NextAction, View
from tui.advice.silent import WARNED_BEFORE, WARNED_OF_STEP
from tui.advice.waiting.beside import Letter, Perhaps
from tui.advice.waiting.chased import chased_on
from tui.advice.waiting.news_item import News, Sort, news, told
from tui.advice.waiting.news_mails import lost, may_answer, noted_today, to_judge
from tui.advice.waiting.snoozed import asleep_until, disturbing, put_off_until
from tui.cases.card import Card
from tui.cases.deadline import Deadline
from tui.cases.sentence import Sentence, say
from tui.cases.words import DeadlineKind, Owner, Stage
from tui.deadlines.days import day_after
from tui.playbooks.conditions import GOES_ON
from tui.playbooks.playbook import Playbook
from tui.playbooks.rung import Rung, RungState, next_rung
from tui.playbooks.their_time import arrival_unknown, missed, still_due

Advise = Callable[[Card, date], NextAction]


def news_of(
    view: View, advise: Advise, mails: Collection[Perhaps] = (), letters: Iterable[Letter] = ()
) -> Iterator[News]:
    """All of a case that stands today. `advise` gives its next action; `mails` and `letters` lie
    beside it.
    """
    card, today = view.card, view.today
    yield from lost(view, letters)
    yield from may_answer(view, mails)
    if card.stage is Stage.CLOSED or asleep_until(card, today):
        return
    if put_off_until(card, today):
        held = disturbing(card, today)
        mine = tuple(_mine(view, [held] if held else []))
    else:
        # Who may have answered, or did and nobody has said what, is not called late.
        yield from () if mails or card.unjudged else _theirs(view)
        mine = tuple(_mine(view, _running_out(view)))
    yield from mine
    if not any(one.sort is Sort.CLOSING for one in mine):
        yield from to_judge(view) if card.unjudged else () if mails else _my_move(view, advise)


def _theirs(view: View) -> Iterator[News]:
    """What they owe, unless it was agreed not to ask before a day to come."""
    card, today = view.card, view.today
    agreed = card.open_deadline(DeadlineKind.CONTACT)
    if agreed and agreed.due > today:
        return
    if agreed:
        sentence = say("You agreed to contact them on {day}.", day=agreed.due)
        yield news(view, Sort.DUE, agreed.due, sentence, agreed)
    for deadline in card.deadlines:
        kinds = (DeadlineKind.ANSWER, DeadlineKind.PROMISE)
        if deadline.owner is Owner.THEIRS and deadline.kind in kinds and not deadline.paused_on:
            yield from _their_time(view, deadline)


def _their_time(view: View, deadline: Deadline) -> Iterator[News]:
    today, after = view.today, day_after(deadline.late_after)
    if deadline.late_on(today):
        sort = Sort.BROKEN if deadline.kind is DeadlineKind.PROMISE else Sort.LATE
        # Where hours are counted it is late on its own day.
        yield news(view, sort, min(after, today), missed(deadline), deadline)
    elif unknown := arrival_unknown(deadline, today):
        yield news(view, Sort.MINE, after, unknown, deadline)
    elif deadline.due <= today:
        is_over = deadline.due < today
        sentence = _was_due(deadline) if is_over else still_due(deadline, today)
        yield news(view, Sort.DUE, deadline.due, sentence, deadline)


def _was_due(deadline: Deadline) -> Sentence:
    """The day that they named is over, and they are not late yet."""
    late = day_after(deadline.late_after)
    if deadline.kind is DeadlineKind.PROMISE:
        return say("They promised it by {day}; it is late from {late} on.",
                   day=deadline.due, late=late)  # fmt: skip
    return say("Their answer was due on {day}; it is late from {late} on.",
               day=deadline.due, late=late)  # fmt: skip


def _running_out(view: View) -> Iterator[Deadline]:
    """My own times to act that are worth a warning: of steps, those that may be taken."""
    card = view.card
    mine = (d for d in card.deadlines if d.owner is Owner.MINE)
    yield from (d for d in mine if d.kind is not DeadlineKind.CONTACT)
    if windows := card.usable_windows(view.today):
        open_now = {rung.step.id for rung in view.rungs() if rung.state is RungState.OPEN}
        yield from (window for window in windows if window.step in open_now)


def _mine(view: View, deadlines: Iterator[Deadline] | list[Deadline]) -> Iterator[News]:
    """A warning some days before the last safe day, and one on it."""
    for deadline in deadlines:
        if deadline.kind is DeadlineKind.CONTACT:  # it breaks through a snooze on its day
            sentence = say("You agreed to contact them on {day}.", day=deadline.due)
            yield news(view, Sort.DUE, deadline.due, sentence, deadline)
            continue
        safe = deadline.safe_day
        warned = WARNED_OF_STEP if deadline.step and _is_window(deadline) else WARNED_BEFORE
        is_over = _is_window(deadline) and deadline.past_on(view.today)
        if is_over or safe.toordinal() - view.today.toordinal() > warned.days:
            continue
        is_last = safe <= view.today
        since = safe if is_last else safe - warned
        yield news(
            view, Sort.CLOSING, since, _ends(view, deadline, safe), deadline, is_last=is_last
        )


def _is_window(deadline: Deadline) -> bool:
    return deadline.kind is DeadlineKind.WINDOW


def _ends(view: View, deadline: Deadline, safe: date) -> Sentence:
    """Until when I have to act, and on what."""
    if not _is_window(deadline):
        if deadline.past_on(view.today):
            return say("They wait for what they asked of you: it was due on {day}.", day=safe)
        return say("They wait for what they asked of you: reply by {day}.", day=safe)
    place = view.playbook.place(deadline.step)
    what = say("Your time ends on {day}", day=deadline.due)
    if place:
        what = say(
            "The time for step {number} of {count} ends on {day}",
            number=place,
            count=len(view.playbook.steps),
            day=deadline.due,
        )
    if safe == deadline.due:
        return say("{what}.", what=what)
    return say("{what}: to be safe, act by {day}.", what=what, day=safe)


def _my_move(view: View, advise: Advise) -> Iterator[News]:
    """That it is my move; a reminder that is due; a step that may be taken."""
    card, today = view.card, view.today
    heard = card.last_event or date.min
    if card.stage is Stage.DRAFT or noted_today(view) or put_off_until(card, today):
        return
    opened = _opened(view)
    if opened:
        yield opened
    reminder = chased_on(card)
    is_due = reminder is not None and reminder <= today
    if not is_due and (opened or card.stage is not Stage.MY_MOVE):
        return
    step = advise(card, today)
    if step.action is Action.REMIND and reminder and is_due and step.on == today:
        sentence = say("Your move: {what}.", what=step.sentence)
        yield told(card, Sort.DUE, reminder, sentence, "chase", str(reminder))
    elif card.stage is Stage.MY_MOVE and not opened and step.action is not Action.WAIT:
        sentence = say("Your move: {what}.", what=step.sentence)
        came_back = ("returned",) if card.is_returned else ()
        of_what = (str(card.contacted_on), str(card.last_answer), *came_back)
        yield told(card, Sort.MINE, heard, sentence, "move", *of_what)


def _opened(view: View) -> News | None:
    """The step that may be taken next, if there is one."""
    card, rung = view.card, next_rung(view.rungs())
    if rung is None or not rung.step.after:
        return None
    day = rung.opens
    if day is None or day >= view.today:  # after an answer it is open by any day
        day = card.last_event if card.last_answer in GOES_ON else None
    sentence = _may_be_taken(view.playbook, rung)
    return told(card, Sort.OPENED, day or view.today, sentence, rung.step.id)


def _may_be_taken(playbook: Playbook, rung: Rung) -> Sentence:
    return say(
        "Step {number} of {count} may be taken now: {title}.",
        number=playbook.place(rung.step.id),
        count=len(playbook.steps),
        title=rung.step.title,
    )
