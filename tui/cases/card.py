"""What the board, the lists and today need of a case, and no more."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import msgspec

from tui.cases.came_of import came_of, first_clock_of, may_go_on, missed_by_law
from tui.cases.card_parts import (
    broken_promises,
    contacts,
    recorded_on,
    taken_on,
    that_press,
    without_working,
)
from tui.cases.case import Case, answer_of
from tui.cases.deadline import Deadline
from tui.cases.figures import Figures, figures_of
from tui.cases.gaps import Gap, gaps_of
from tui.cases.ignored import ignored_a_reminder
from tui.cases.judging import unjudged
from tui.cases.links import LinkKind
from tui.cases.moments import offsets_of
from tui.cases.money import Money
from tui.cases.numbers import heard_on, known_numbers, their_numbers
from tui.cases.put_off import chase_of, snooze_of
from tui.cases.returned import is_returned
from tui.cases.snooze import Chase, Snooze
from tui.cases.words import (
    Answer,
    Channel,
    DeadlineKind,
    Outcome,
    Owner,
    Problem,
    Stage,
    Urgency,
)

_AS_IN_THE_CASE = (
    *("id", "uid", "revision", "company", "subject", "problem", "urgency", "amount", "tags"),
    *("stage", "outcome", "playbook", "step", "taken", "party", "timezone", "closed_on"),
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
    missed_by_law: Deadline | None = None  # the time of a lawful answer that never came
    numbers: tuple[tuple[str, str], ...] = ()  # kind and bare number, see `known_numbers`
    figures: Figures = Figures()
    party: str = ""  # the role of whom I wrote to last
    last_word: bool = False  # their latest answer is their last word
    windows: tuple[Deadline, ...] = ()  # until when steps may be taken, the nearest first
    came: tuple[tuple[str, str, date], ...] = ()  # a step, what came of it and when: `came_of`
    taken_on: tuple[tuple[str, date], ...] = ()  # when each step was first taken
    answered_on: date | None = None  # the day of their latest answer, see `last_answer`
    may_go_on: date | None = None  # from when a rule lets me go on, whatever they have answered
    contacts: tuple[tuple[str, date], ...] = ()  # by role: see `contacted`
    links: tuple[tuple[str, LinkKind], ...] = ()  # uid of the other case, and how it stands to it
    snooze: Snooze | None = None  # the person put it off, and nothing that happened ended that
    chase: Chase | None = None  # they are reminded again and again
    is_returned: bool = False  # the last that I sent came back
    heard: tuple[tuple[str, str], ...] = ()  # their numbers, and on which step: see `heard_on`
    first_clock: str = ""  # the rule of the time that first ran for them, see `first_clock_of`
    despite: tuple[str, ...] = ()  # steps that are to be taken though their time is over
    has_ignored: bool = False  # they left a reminder without an answer on an earlier step
    contacted_at: datetime | None = None  # the moment of my last letter or call
    offsets: tuple[int, ...] = ()  # of the hours at which its deadlines end: see `moments`
    unjudged: tuple[tuple[int, date, int], ...] = ()  # messages that wait: event, day, mail
    recorded_on: date | None = None  # on which day I recorded something last, see `recorded_on`

    def open_deadline(self, kind: DeadlineKind) -> Deadline | None:
        """The one open deadline of `kind`, with whom the case is now."""
        same = (d for d in self.deadlines if d.kind is kind and d.party == self.party)
        return next(same, None)

    def contacted(self, party: str) -> date | None:
        """The day on which I last wrote to or called those in that role, or climbed past them."""
        return dict(self.contacts).get(party)

    def window_of(self, step: str) -> Deadline | None:
        """Until when that step may be taken, where that is known."""
        return next((window for window in self.windows if window.step == step), None)

    def windows_on(self, day: date) -> tuple[Deadline, ...]:
        """The windows to use, not over yet; a draft and a closed case have no clocks."""
        return self.usable_windows(day) if self.stage.is_live else ()

    def usable_windows(self, day: date) -> tuple[Deadline, ...]:
        """The same of a draft, too: how long a case may wait to begin, or to go on at once."""
        return tuple(w for w in self.windows if not w.idle and not w.past_on(day))

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
    """The card of a case: open deadlines that press, without their working."""
    told = {name: getattr(case, name) for name in _AS_IN_THE_CASE}
    return Card(**told, **_ties(case), **_times(case), **_mine(case), **_theirs(case))


def _ties(case: Case) -> dict[str, Any]:
    """What it lacks, what it is known by, what it is tied to, what it comes to."""
    return {
        "gaps": gaps_of(case),
        "reference": next(reversed(their_numbers(case)), ""),
        "numbers": known_numbers(case),
        "heard": heard_on(case),
        "links": tuple((link.uid, link.kind) for link in case.links),
        "figures": figures_of(case),
    }


def _times(case: Case) -> dict[str, Any]:
    """What runs, and what the person decided about waiting."""
    missed = missed_by_law(case)
    press = tuple(map(without_working, that_press(case)))
    return {
        "opened_on": case.opened_at.date() if case.opened_at else None,
        "last_event": case.timeline[-1].day if case.timeline else None,
        "recorded_on": recorded_on(case),
        "deadlines": press,
        "offsets": offsets_of((*press, missed) if missed else press),
        "windows": tuple(map(without_working, case.windows)),
        "missed_by_law": without_working(missed) if missed else None,
        "may_go_on": may_go_on(case),
        "snooze": snooze_of(case),
        "chase": chase_of(case),
        "first_clock": first_clock_of(case),
    }


def _mine(case: Case) -> dict[str, Any]:
    """When and how I wrote to them, or called."""
    contact = case.last_contact
    return {
        "channel": contact.channel if contact else None,
        "contacted_on": contact.day if contact else None,
        "contacted_at": contact.at if contact else None,
        "contacts": contacts(case),
        "taken_on": taken_on(case),
        "despite": tuple(one.step for one in case.despite),
        "is_returned": is_returned(case),
    }


def _theirs(case: Case) -> dict[str, Any]:
    """What they answered and promised, and what came of it."""
    answered, messages = case.last_answering, unjudged(case)
    return {
        "last_answer": answer_of(answered) if answered else None,
        "last_word": answered.final if answered else False,
        "unread": bool(messages),
        "unjudged": tuple((event.id, event.day, event.mail) for event in messages),
        "broken_promises": broken_promises(case),
        "came": came_of(case),
        "answered_on": answered.day if answered else None,
        "has_ignored": ignored_a_reminder(case),
    }
