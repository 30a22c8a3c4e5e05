"""What the board, the lists and today need of a case, and no more."""

from __future__ import annotations

from datetime import date

import msgspec

from tui.cases.came_of import came_of
from tui.cases.case import Case, answer_of
from tui.cases.deadline import Deadline
from tui.cases.figures import Figures, figures_of
from tui.cases.gaps import Gap, gaps_of
from tui.cases.judging import unjudged_since
from tui.cases.money import Money
from tui.cases.numbers import known_numbers, their_numbers
from tui.cases.words import (
    Answer,
    Channel,
    DeadlineKind,
    DeadlineState,
    Outcome,
    Owner,
    Problem,
    Stage,
    Urgency,
)


class Card(msgspec.Struct, frozen=True, array_like=True):
    """A case in brief. Small enough that ten thousand of them stay in memory."""

    id: int
    uid: str
    revision: int
    company: str
    subject: str
    problem: Problem
    urgency: Urgency
    stage: Stage
    outcome: Outcome | None
    step: str
    playbook: str
    taken: tuple[str, ...]
    timezone: str
    amount: Money | None
    reference: str
    channel: Channel | None
    deadlines: tuple[Deadline, ...]
    broken_promises: int
    last_answer: Answer | None
    unread: bool
    gaps: tuple[Gap, ...]
    tags: tuple[str, ...]
    last_event: date | None
    contacted_on: date | None
    closed_on: date | None
    opened_on: date | None
    missed_by_law: date | None = None  # the last day of a lawful answer that never came
    numbers: tuple[tuple[str, str], ...] = ()  # kind and bare number, see `known_numbers`
    figures: Figures = Figures()
    party: str = ""  # the role of whom I wrote to last
    last_word: bool = False  # their latest answer is their last word
    windows: tuple[Deadline, ...] = ()  # until when steps may be taken, the nearest first
    came: tuple[tuple[str, str], ...] = ()  # a step and what came of it, see `came_of`
    may_go_on: date | None = None  # from when a rule lets me go on, whatever they have answered

    def open_deadline(self, kind: DeadlineKind) -> Deadline | None:
        """The one open deadline of `kind`, with whom the case is now."""
        same = (d for d in self.deadlines if d.kind is kind and d.party == self.party)
        return next(same, None)

    def window_of(self, step: str) -> Deadline | None:
        """Until when that step may be taken, where that is known."""
        return next((window for window in self.windows if window.step == step), None)

    def windows_on(self, day: date) -> tuple[Deadline, ...]:
        """The windows that are not over yet; a draft and a closed case have no clocks."""
        if self.stage in (Stage.DRAFT, Stage.CLOSED):
            return ()
        return tuple(window for window in self.windows if not window.past_on(day))

    def late(self, day: date) -> tuple[Deadline, ...]:
        """What they owe and did not keep by `day`, the longest late first."""
        theirs = (d for d in self.deadlines if d.owner is Owner.THEIRS and d.late_on(day))
        return tuple(sorted(theirs, key=lambda d: d.late_after))

    @property
    def not_before(self) -> date | None:
        """The agreed next contact."""
        agreed = self.open_deadline(DeadlineKind.CONTACT)
        return agreed.due if agreed else None


def card_of(case: Case) -> Card:
    """The card of a case: open deadlines only, without their working."""
    last, contact = case.timeline[-1] if case.timeline else None, case.last_contact
    answered = case.last_answering
    return Card(
        id=case.id,
        uid=case.uid,
        revision=case.revision,
        company=case.company,
        subject=case.subject,
        problem=case.problem,
        urgency=case.urgency,
        stage=case.stage,
        outcome=case.outcome,
        step=case.step,
        playbook=case.playbook,
        taken=case.taken,
        timezone=case.timezone,
        amount=case.amount,
        reference=next(reversed(their_numbers(case)), ""),
        channel=contact.channel if contact else None,
        deadlines=tuple(map(_without_working, case.open_deadlines)),
        broken_promises=len(broken_promises(case)),
        last_answer=answer_of(answered) if answered else None,
        unread=unjudged_since(case) is not None,
        gaps=gaps_of(case),
        tags=case.tags,
        last_event=last.day if last else None,
        contacted_on=contact.day if contact else None,
        closed_on=case.closed_on,
        opened_on=case.opened_at.date() if case.opened_at else None,
        missed_by_law=_missed_by_law(case),
        numbers=known_numbers(case),
        figures=figures_of(case),
        party=case.party,
        last_word=answered.final if answered else False,
        windows=tuple(map(_without_working, case.windows)),
        came=came_of(case),
        may_go_on=_may_go_on(case),
    )


def _without_working(deadline: Deadline) -> Deadline:
    return msgspec.structs.replace(deadline, working=None)


def _missed_by_law(case: Case) -> date | None:
    """A right that was gained at this step stays, whatever is agreed or asked afterwards."""
    missed = (d for d in case.deadlines if d.by_law and d.state is DeadlineState.MISSED)
    answers = (d for d in missed if d.kind is DeadlineKind.ANSWER and d.step == case.step)
    return max((d.late_after for d in answers), default=None)


def _may_go_on(case: Case) -> date | None:
    """Such a day does not go away with an answer that is not their last word."""
    answers = (d for d in case.deadlines if d.kind is DeadlineKind.ANSWER)
    return max((d.working.opens for d in answers if d.working and d.working.opens), default=None)


def broken_promises(case: Case) -> tuple[Deadline, ...]:
    """Promises of theirs that the history knows as missed."""
    missed = (d for d in case.deadlines if d.state is DeadlineState.MISSED)
    return tuple(d for d in missed if d.kind is DeadlineKind.PROMISE)
