"""What to do with a case, and the case as the rules see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tui.cases.card import Card
from tui.cases.deadline import Deadline
from tui.cases.sentence import Sentence, say
from tui.cases.words import DeadlineKind
from tui.playbooks.opening import current_step, openings
from tui.playbooks.playbook import Playbook
from tui.playbooks.rung import Rung, other_ways


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


@dataclass(frozen=True, slots=True)
class NextAction:
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


@dataclass(frozen=True, slots=True)
class View:
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

    def reminded_of(self, deadline: Deadline) -> bool:
        """Whether I have written or called since it was missed."""
        contacted = self.card.contacted_on
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
        others = tuple(str(place(r.step.id)) for r in other_ways(self.rungs(), rung))
        number = place(rung.step.id)
        sentence = say("climb to step {number} of {count}", number=number, count=count)
        reason = rung.reason
        if others:
            reason = say("{reason} Another way: step {others}.", reason=reason, others=others)
        return self.do(Action.ESCALATE, sentence, reason, step=rung.step.id)

    def no_step_left(self, reason: Sentence) -> NextAction:
        return self.do(Action.CLOSE, say("close the case: no step is left"), reason)
