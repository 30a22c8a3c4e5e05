"""Which steps of a ladder are open for a case, and why the others are not. Needs no calendar.

A case begins with its first step, or with another that waits for none. What opens the others
is told in `lower`. A step with a window is closed when that is over.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from tui.cases.card import Card
from tui.cases.sentence import Sentence, say
from tui.cases.words import Answer, DeadlineKind, Stage
from tui.playbooks.conditions import ANSWERED, GOES_ON, condition, standing
from tui.playbooks.kept import follows, kept_since
from tui.playbooks.lower import SOLVED, Lower
from tui.playbooks.rung import Rung, RungState, left_out, rung_of
from tui.playbooks.steps import AT_ONCE, FINAL, MISSED, PARTLY, REFUSED, START, Playbook, Step
from tui.playbooks.their_time import (
    last_word,
    missed,
    not_checked,
    too_late,
)

_REASONS = {Answer.REFUSED: REFUSED, Answer.PARTLY: PARTLY}
_SHUT = frozenset({RungState.EARLY, RungState.AHEAD})


def openings(card: Card, playbook: Playbook, today: date) -> tuple[Rung, ...]:
    """Every step as it stands on `today`: what is open, too early until when, or ahead.

    Without the dates that only a calendar can give: `due` is that of the current step alone,
    and a step that waits for a lower one to be taken has no `opens`.
    """
    current = current_step(card, playbook)
    taken = frozenset({*card.taken, current.id} if current else card.taken)
    number = playbook.place(current.id) if current else 0
    place = _Place(card, playbook, today, taken, playbook.passed(taken), number, current)
    return tuple(place.rung(step, number) for number, step in enumerate(playbook.steps, 1))


def current_step(card: Card, playbook: Playbook) -> Step | None:
    """Where a case stands: the first step if its history names none; None for a draft."""
    if card.stage is Stage.DRAFT:
        return None
    places = (playbook.place(step_id) for step_id in (card.step, *reversed(card.taken)))
    return playbook.steps[next((place for place in places if place), 1) - 1]


class _Place(Struct, frozen=True):
    """Where a case stands on its ladder. `number` is that of the `current` step, 0 in a draft.

    `passed`: as `Playbook.passed` has it of the steps that were `taken`.
    """

    card: Card
    playbook: Playbook
    today: date
    taken: frozenset[str]
    passed: frozenset[str]
    number: int
    current: Step | None = None

    @property
    def lower(self) -> Lower:
        return Lower(self.card, self.today)

    def rung(self, step: Step, number: int) -> Rung:
        closed = self.card.stage is Stage.CLOSED
        if number == self.number and not closed:
            answer = self.card.open_deadline(DeadlineKind.ANSWER)
            current = rung_of(step, RungState.CURRENT, standing(self.card, self.today))
            if answer is None:
                return current
            return replace(current, due=answer.due, due_at=answer.due_at, owes=answer.owes)
        if step.id in self.taken:
            return self._taken(step, closed)
        if closed:
            return rung_of(step, RungState.AHEAD, say("The case is closed."))
        if not step.fits(self.card.problem):
            reason = say("This step is for other kinds of problems.")
            return replace(rung_of(step, RungState.AHEAD, reason), fits=False)
        return self._within_window(step, self._in_turn(step, number))

    def _taken(self, step: Step, closed: bool) -> Rung:
        """A step of before; when they have answered, one may go back to it."""
        answered = self.current is not None and self.current.whom == step.whom
        answered = answered or any(step.id == s and how != MISSED for s, how, _ in self.card.came)
        if answered and self.card.last_answer in GOES_ON and not closed:
            reason = say("They have answered: you may go back to this step.")
            return rung_of(step, RungState.BACK, reason)
        return rung_of(step, RungState.DONE, say("You have taken this step."))

    def _within_window(self, step: Step, rung: Rung) -> Rung:
        """The same, if it is not too late for it."""
        window = self.card.window_of(step.id)
        if window is None:
            return rung
        if window.unsure:
            more = not_checked(window, self.today)
            reason = say("{reason} {more}", reason=rung.reason, more=more)
            return replace(rung, reason=reason, unchecked=window.past_on(self.today))
        if window.past_on(self.today):
            closed = rung_of(step, RungState.CLOSED, too_late(window))
            is_open = rung.state is RungState.OPEN
            return replace(closed, closes=window.late_after, only_late=is_open)
        return replace(rung, closes=window.due)

    def _in_turn(self, step: Step, number: int) -> Rung:
        if START in step.opens_on and not self.taken:
            return rung_of(
                step, RungState.OPEN, self._why_here(step), self._past(self.card.opened_on)
            )
        if step.id in self.passed:
            return left_out(step, say("The case began further up."))
        if jumped := self._jumped(step, number):
            return jumped
        if step.asks_final and self._is_final(step):
            reason = say("They have said their last word: it is not asked for again.")
            return left_out(step, reason)
        if not self.passed & set(step.after):
            return self._still_open(step) or rung_of(step, RungState.AHEAD, condition(step))
        if AT_ONCE in step.opens_on:
            return self._at_once(step)
        is_below = number < self.number and not self._is_another_way(step)
        if self.current is None or follows(step, self.current):
            rung = self.lower.here(step, is_below=is_below)
        else:
            rung = self.lower.elsewhere(step, is_below=is_below)
        return self._still_open(step) or rung if rung.state in _SHUT else rung

    def _at_once(self, step: Step) -> Rung:
        """A step that waits for nothing but a lower one. Who solved it is asked for nothing more;
        what another owes, or a department for the trouble, is another matter."""
        if self.card.last_answer is Answer.SOLVED and not (step.aside or step.party):
            return rung_of(step, RungState.AHEAD, SOLVED)
        reason = self._why_now(step)
        lower = [on for name, on in self.card.taken_on if name in step.after]
        since = self._past(min(lower, default=None))
        if step.party:
            return rung_of(step, RungState.OPEN, reason, since)
        return self.lower.unless_agreed(step, since, reason)

    def _is_final(self, step: Step) -> bool:
        """Whether those whom a step asks for their last word have said it."""
        said = {name for name, what, _ in self.card.came if what == FINAL}
        return not said.isdisjoint(step.after)

    def _past(self, day: date | None) -> date:
        """Since when something is so: a day that is known and not ahead, else today."""
        return min(day or self.today, self.today)

    def _is_another_way(self, step: Step) -> bool:
        """Whether it is one of the branch in which the case stands: no way lies below another."""
        return self.current is not None and "" != step.branch == self.current.branch

    def _why_here(self, step: Step) -> Sentence:
        if not step.after:
            return say("The case starts here.")
        return say("Nobody has to be asked first: the case may start here.")

    def _why_now(self, step: Step) -> Sentence:
        """Why a step is open that waits for nothing: what they did, or that nobody has to wait."""
        last, answer = last_word(self.card), self.card.last_answer
        if answer in _REASONS and _REASONS[answer] in step.opens_on:
            return ANSWERED[answer]
        if MISSED in step.opens_on and last and last.late_on(self.today):
            return missed(last)
        return say("You need not wait for what comes of the step before.")

    def _still_open(self, step: Step) -> Rung | None:
        """To take another way takes no right away to go on from what they did before."""
        here = self.current.id if self.current else ""
        since = kept_since(self.card, self.playbook, step, here, self.today, self.passed)
        if since is None:
            return None
        reason = say("What they did before opened it, and it stays open.")
        if step.party != self.card.party:  # what is agreed with one binds me to no other
            return rung_of(step, RungState.OPEN, reason, since)
        return self.lower.unless_agreed(step, since, reason)

    def _jumped(self, step: Step, number: int) -> Rung | None:
        """Their last word opens a step, some of them over the heads of those between."""
        card = self.card
        if not card.last_word or card.last_answer is Answer.SOLVED or number < self.number:
            return None
        in_turn = bool(self.passed & set(step.after)) and FINAL in step.opens_on
        if step.against and self.current and self.current.id not in step.after:
            return None  # it was said by another than the one of whom the body is told
        if in_turn or (step.jump and self.number):
            since = self._past(card.answered_on)
            rung = rung_of(step, RungState.OPEN, say("It is their last word."), since)
            return replace(rung, by_last_word=True)
        return None
