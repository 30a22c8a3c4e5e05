"""A deadline: whose, until when, and how it was worked out."""

from __future__ import annotations

from datetime import date

from tui.cases.record import Record
from tui.cases.words import DeadlineKind, DeadlineState, Owner


class Skipped(Record, frozen=True, kw_only=True):
    """A day that was not counted, or that a last day was moved over, and its name."""

    date: date
    why: str


class Pause(Record, frozen=True, kw_only=True):
    """Days on which the clock stood still: from `start` to `end`, both included."""

    start: date
    end: date


class Working(Record, frozen=True, kw_only=True):
    """How a date came about, for a person who checks it by hand.

    `counted` days (or weeks, months) of `period` after `start` end on `raw_end`; `skipped`
    are the days passed over on the way and by the roll; `calendar` names the working-day
    calendar ("RU", "GB-SCT", empty for plain dates). `certainty` is A or B for a sourced
    rule, "practice" for a customary waiting time, "given" for a date that somebody gave.
    `flags` are ids of doubts, such as "calendar_unpublished".
    """

    start: date
    period: str
    counted: int
    raw_end: date
    due: date
    skipped: tuple[Skipped, ...] = ()
    pauses: tuple[Pause, ...] = ()
    roll: str = "none"
    calendar: str = ""
    certainty: str = "given"
    source: str = ""
    flags: tuple[str, ...] = ()


class Deadline(Record, frozen=True, kw_only=True):
    """A date that somebody has to keep.

    Theirs is late from the day after `late_after`. Mine has `act_by`, the last day on which
    acting is certainly in time. `rule` says where it came from: "promise", "agreed",
    "asked", "given", or the id of a step or rule. `event` is the id of the event that
    started it.
    """

    owner: Owner
    kind: DeadlineKind
    due: date
    late_after: date
    rule: str
    state: DeadlineState = DeadlineState.OPEN
    act_by: date | None = None
    step: str = ""
    event: int = 0
    settled_on: date | None = None
    paused_on: date | None = None
    working: Working | None = None

    @property
    def is_open(self) -> bool:
        return self.state is DeadlineState.OPEN

    def late_on(self, day: date) -> bool:
        """Open, not paused before it was late, and its last lawful day is past."""
        return self.is_open and self.paused_on is None and day > self.late_after

    def days_late(self, day: date) -> int:
        """Days since the last lawful day; negative before it."""
        return (day - self.late_after).days
