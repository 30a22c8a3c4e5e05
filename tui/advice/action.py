"""What to do with a case, and the case as the rules see it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from tui.cases.card import Card
from tui.cases.deadline import Deadline
from tui.cases.sentence import Sentence, say
from tui.cases.words import DeadlineKind
from tui.playbooks.opening import current_step, openings
from tui.playbooks.playbook import Playbook
from tui.playbooks.rung import Rung, other_ways
from tui.playbooks.steps import Step


class Action(StrEnum):
    """What to do."""

    COMPOSE = "compose"
    SEND = "send"
    WAIT = "wait"
    REMIND = "remind"
    REPLY = "reply"
    JUDGE = "judge"
    ESCALATE = "escalate"
    CLOSE = "close"
    CONTACT = "contact"
    NONE = "none"


class NextAction(Struct, frozen=True):
    """What to do, when, and why.

    `on`: the day to do it, for a wait the day it lasts to; None where there is nothing to do.
    `sentence`: what to do, as an order short enough for a line of the board. `step`: the step
    it belongs to; for a climb the step to take.
    """

    action: Action
    on: date | None
    reason: Sentence
    sentence: Sentence
    step: str = ""


class View(Struct, frozen=True):
    """A living case on a day."""

    card: Card
    playbook: Playbook
    today: date

    def do(
        self,
        action: Action,
        sentence: Sentence,
        reason: Sentence,
        *,
        on: date | None = None,
        step: str = "",
    ) -> NextAction:
        """An action of today and of the current step, unless told otherwise."""
        current = current_step(self.card, self.playbook)
        step = step or (current.id if current else "")
        return NextAction(action, on or self.today, reason, sentence, step)

    def running(self, kind: DeadlineKind) -> Deadline | None:
        return self.card.open_deadline(kind)

    def rungs(self) -> tuple[Rung, ...]:
        return openings(self.card, self.playbook, self.today)

    @property
    def number(self) -> str:
        """The latest number that those of the current step gave; what others gave tells them
        nothing."""
        step = current_step(self.card, self.playbook)
        if step is None:
            return self.card.reference
        heard = reversed(self.card.heard)
        return next((number for number, where in heard if self._knows(step, where)), "")

    def _knows(self, step: Step, where: str) -> bool:
        """Whether those of a step are the same who gave a number on another."""
        if not self.playbook.place(where):
            return not step.is_body and not step.party
        other = self.playbook.step(where)
        same = other.party == step.party and other.is_body == step.is_body
        return same and (other.id == step.id or not step.is_body)

    def whom(self, owed: Deadline) -> dict[str, str] | str:
        """Who owes it: their role by language, or the name of the company of the case."""
        role, step = self.playbook.parties.get(owed.party), self.playbook.step(owed.step)
        return role or (step.addressee if step.is_body else self.card.company)

    def reminded_of(self, deadline: Deadline) -> bool:
        """Whether I have written to those who missed it, or called them, since."""
        card = self.card
        if deadline.due_at and deadline.party == card.party and card.contacted_at:
            return card.contacted_at > deadline.due_at  # on the same day, hours are past or not
        contacted = card.contacted(deadline.party)
        return contacted is not None and contacted > deadline.late_after

    @property
    def have_yet_to_decide(self) -> bool:
        """Whether those of the current step, such as a court, owe it by no day and gave none.

        A public review asks nobody for an answer.
        """
        step, card = current_step(self.card, self.playbook), self.card
        if step is None or step.is_public or card.last_answer is not None:
            return False
        return all(deadline.step != step.id for deadline in card.late(self.today))

    def climb(self, rung: Rung) -> NextAction:
        place, count = self.playbook.place, len(self.playbook.steps)
        number = place(rung.step.id)
        sentence = say("climb to step {number} of {count}", number=number, count=count)
        reason = self.with_ways(rung, self.until_when(rung, rung.reason))
        return self.do(Action.ESCALATE, sentence, reason, step=rung.step.id)

    def until_when(self, rung: Rung, reason: Sentence) -> Sentence:
        """The reason for a climb, and the last day for it where there is one."""
        window = self.card.window_of(rung.step.id)
        if window is None or window.idle:
            return reason
        by, last = window.act_on(self.today), window.due
        if by == last:
            return say("{reason} Your time for it ends on {day}.", reason=reason, day=last)
        return say(
            "{reason} Your time for it ends on {day}; to be safe, act by {by}.",
            reason=reason,
            day=last,
            by=by,
        )

    def with_ways(self, rung: Rung, reason: Sentence) -> Sentence:
        """The reason for a climb, and which other ways there are."""
        ways = other_ways(self.rungs(), rung)
        others = tuple(str(self.playbook.place(r.step.id)) for r in ways)
        if not others:
            return reason
        return say("{reason} Another way: step {others}.", reason=reason, others=others)

    def no_step_left(self, reason: Sentence) -> NextAction:
        return self.do(Action.CLOSE, say("close the case: no step is left"), reason)
