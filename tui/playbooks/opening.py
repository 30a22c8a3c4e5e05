"""Which steps of a ladder are open for a case, and why the others are not. Needs no calendar.

The general rule, a practice and no law: a step opens when they refuse, or when the last day of
their time to answer and of their promise is past; never before an agreed next contact, unless
they refused. A step with a window is closed when that is over.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from tui.cases.card import Card
from tui.cases.deadline import Deadline
from tui.cases.sentence import Sentence, say
from tui.cases.words import Answer, DeadlineKind, Stage
from tui.playbooks.conditions import ANSWERED, GOES_ON, condition
from tui.playbooks.rung import Rung, RungState
from tui.playbooks.steps import AT_ONCE, FINAL, MISSED, PARTLY, REFUSED, Playbook, Step
from tui.playbooks.their_time import (
    agreed_until,
    arrival_unknown,
    last_word,
    missed,
    missed_on,
    paused_since,
    short_of_last_word,
    still_due,
    too_early,
    too_late,
)

DAY = timedelta(days=1)
_SHUT = frozenset({RungState.EARLY, RungState.AHEAD})


def openings(card: Card, playbook: Playbook, today: date) -> tuple[Rung, ...]:
    """Every step as it stands on `today`: what is open, too early until when, or ahead.

    Without the dates that only a calendar can give: `due` is that of the current step alone,
    and a step that waits for a lower one to be taken has no `opens`.
    """
    current = current_step(card, playbook)
    taken = {*card.taken, current.id} if current else set(card.taken)
    number = playbook.place(current.id) if current else 0
    at_body = bool(current and current.is_body)
    place = _Place(card, today, frozenset(taken), number, at_body)
    return tuple(place.rung(step, number) for number, step in enumerate(playbook.steps, 1))


def current_step(card: Card, playbook: Playbook) -> Step | None:
    """Where a case stands: the first step if its history names none; None for a draft."""
    if card.stage is Stage.DRAFT:
        return None
    places = (playbook.place(step_id) for step_id in (card.step, *reversed(card.taken)))
    return playbook.steps[next((place for place in places if place), 1) - 1]


def _rung(
    step: Step,
    state: RungState,
    reason: Sentence,
    opens: date | None = None,
    due: date | None = None,
) -> Rung:
    return Rung(step=step, state=state, opens=opens, closes=None, due=due, reason=reason)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a case stands on its ladder. `number` is that of the current step, 0 in a draft."""

    card: Card
    today: date
    taken: frozenset[str]
    number: int
    at_body: bool = False

    def rung(self, step: Step, number: int) -> Rung:
        closed = self.card.stage is Stage.CLOSED
        if number == self.number and not closed:
            answer = self.card.open_deadline(DeadlineKind.ANSWER)
            due = answer.due if answer else None
            return _rung(step, RungState.CURRENT, self._standing(), due=due)
        if step.id in self.taken:
            return self._taken(step, closed)
        if closed:
            return _rung(step, RungState.AHEAD, say("The case is closed."))
        return self._within_window(step, self._in_turn(step, number))

    def _taken(self, step: Step, closed: bool) -> Rung:
        """A step of before; when they have answered, one may go back to it."""
        if self.card.last_answer in GOES_ON and not closed:
            reason = say("They have answered: you may go back to this step.")
            return _rung(step, RungState.BACK, reason)
        return _rung(step, RungState.DONE, say("You have taken this step."))

    def _within_window(self, step: Step, rung: Rung) -> Rung:
        """The same, if it is not too late for it."""
        window = self.card.window_of(step.id)
        if window is None:
            return rung
        if window.past_on(self.today):
            return replace(
                _rung(step, RungState.CLOSED, too_late(window)), closes=window.late_after
            )
        return replace(rung, closes=window.due)

    def _in_turn(self, step: Step, number: int) -> Rung:
        if not step.after:
            return _rung(step, RungState.OPEN, say("The case starts here."), self.today)
        if jumped := self._jumped(step, number):
            return jumped
        if not self.taken & set(step.after):
            return _rung(step, RungState.AHEAD, condition(step))
        if AT_ONCE in step.opens_on:
            reason = say("You need not wait for what comes of the step before.")
            if step.party:
                return _rung(step, RungState.OPEN, reason, self.today)
            return self._unless_agreed(step, self.today, reason)
        decided = self._short_of_last_word(step) or self._after_answer(step)
        rung = decided or self._after_silence(step, is_below=number < self.number)
        return self._still_open(step, number) or rung if rung.state in _SHUT else rung

    def _still_open(self, step: Step, number: int) -> Rung | None:
        """To go to a body takes no right away to go on from what the company did."""
        if number < self.number or self.card.unread or self.card.last_answer is Answer.SOLVED:
            return None
        came = {what for lower, what in self.card.came if lower in step.after}
        if not self.at_body or not step.opens_on & came:
            return None
        reason = say("What the company did opened it: nobody has to wait for the other body.")
        return self._unless_agreed(step, self.today, reason)

    def _jumped(self, step: Step, number: int) -> Rung | None:
        """Their last word opens a step, some of them over the heads of those between."""
        card = self.card
        if not card.last_word or card.last_answer is Answer.SOLVED or number < self.number:
            return None
        in_turn = bool(self.taken & set(step.after)) and FINAL in step.opens_on
        if in_turn or (step.jump and self.number):
            rung = _rung(step, RungState.OPEN, say("It is their last word."), self.today)
            return replace(rung, by_last_word=True)
        return None

    def _short_of_last_word(self, step: Step) -> Rung | None:
        """A step that no refusal opens waits for a day by law; None while they may answer."""
        opens, answer = self.card.may_go_on, self.card.open_deadline(DeadlineKind.ANSWER)
        waits = MISSED in step.opens_on and REFUSED not in step.opens_on
        if opens is None or not waits or self.card.last_answer is Answer.SOLVED:
            return None
        if answer and answer.late_after + DAY >= opens:
            return None
        return self._unless_agreed(step, opens, short_of_last_word(opens - DAY, self.today))

    def _after_answer(self, step: Step) -> Rung | None:
        """How their answer decides about a step; None if it does not."""
        answer = self.card.last_answer
        if answer is Answer.REFUSED and REFUSED in step.opens_on:
            return _rung(step, RungState.OPEN, ANSWERED[answer], self.today)
        if answer is Answer.PARTLY and PARTLY in step.opens_on:
            return self._unless_agreed(step, self.today, ANSWERED[answer])
        if answer is Answer.SOLVED:
            reason = say("They solved it: close the case, or record what is still wrong.")
            return _rung(step, RungState.AHEAD, reason)
        return None if MISSED in step.opens_on else _rung(step, RungState.AHEAD, condition(step))

    def _after_silence(self, step: Step, *, is_below: bool) -> Rung:
        """A step that opens when they let their time pass."""
        if is_below:
            return _rung(step, RungState.AHEAD, say("The case has gone past this step."))
        if self.card.unread:
            reason = say("Too early: first judge what they wrote. It may be the answer.")
            return _rung(step, RungState.EARLY, reason)
        if lapsed := self._lapsed_by_law():
            return self._unless_agreed(step, lapsed.late_after + DAY, missed(lapsed))
        if day := self.card.missed_by_law:
            return self._unless_agreed(step, day + DAY, missed_on(day))
        if paused := paused_since(self.card):
            reason = say("Too early: their time has stood still since {day}.", day=paused)
            return _rung(step, RungState.EARLY, reason)
        last = last_word(self.card)
        if last is None:
            return _rung(step, RungState.AHEAD, say("No date runs for them. Ask them for one."))
        if unknown := arrival_unknown(last, self.today):
            return _rung(step, RungState.EARLY, unknown)
        reason = missed(last) if last.late_on(self.today) else too_early(last)
        return self._unless_agreed(step, last.late_after + DAY, reason)

    def _lapsed_by_law(self) -> Deadline | None:
        """A lawful time to answer that is over; a later promise changes nothing."""
        answer = self.card.open_deadline(DeadlineKind.ANSWER)
        lapsed = answer and answer.by_law and answer.late_on(self.today)
        return answer if lapsed else None

    def _unless_agreed(self, step: Step, opens: date, reason: Sentence) -> Rung:
        """Open or early; an agreed next contact puts it off."""
        agreed = self.card.not_before
        if agreed and agreed > self.today and agreed >= opens:
            return _rung(step, RungState.EARLY, agreed_until(agreed), agreed)
        state = RungState.EARLY if opens > self.today else RungState.OPEN
        return _rung(step, state, reason, opens)

    def _standing(self) -> Sentence:
        """How it stands with the current step."""
        card, last = self.card, last_word(self.card)
        if card.unread:
            return say("They wrote: judge what it is.")
        if card.last_answer in ANSWERED:
            return ANSWERED[card.last_answer]
        if paused := paused_since(card):
            return say("Their time has stood still since {day}.", day=paused)
        if last is None:
            return say("No date runs for them.")
        if unknown := arrival_unknown(last, self.today):
            return unknown
        return missed(last) if last.late_on(self.today) else still_due(last)
