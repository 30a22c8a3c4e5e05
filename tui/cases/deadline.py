"""A deadline: whose, until when, and how it was worked out."""

from __future__ import annotations

from datetime import date, datetime

from tui.cases.record import Record
from tui.cases.words import DeadlineKind, DeadlineState, Owes, Owner


class Skipped(Record, frozen=True, kw_only=True):
    """A day that was not counted, or that a last day was moved over, and its name."""

    date: date
    why: str


class Pause(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Days on which the clock stood still: from `start` to `end`, both included.

    Where hours are counted it stood from the moment `start_at` to `end_at`, and no whole day.
    """

    start: date
    end: date
    start_at: datetime | None = None
    end_at: datetime | None = None


class Working(Record, frozen=True, kw_only=True, omit_defaults=True):
    """How a date came about, for a person who checks it by hand.

    `counted` days (or weeks, months ...) of `period` after `start` end on `raw_end`; `skipped`
    are the days passed over on the way and by the roll; `calendar` names the working-day
    calendar ("RU", "GB-SCT", empty for plain dates). `counting`: how the day of the start
    counts ("event_excluded", "inclusive", "same_date_month"). `start_at` and `end_at` are
    moments, where hours are counted, in `zone`; business hours within `hours`, which are
    `eve` minutes shorter before a holiday.

    `titles` name the rule by language; `starts_on` says what starts it; `assumed`: that day
    is not known, but lies at most so long after sending. `certainty` is A or B for a sourced
    rule, "own" for the person's, "practice" for a customary waiting time, "given" for a date
    that somebody gave; `source` is an address and `quote` words seen there. `extended_to`:
    the whole period if they extend it lawfully; `extended`: they did. `opens`: the first day
    on which it may be done. Of several periods (`combine` "min" or "max" over `parts`) the
    outer fields are those of the one that counts.
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
    counting: str = "event_excluded"
    calendar: str = ""
    certainty: str = "given"
    source: str = ""
    quote: str = ""
    titles: dict[str, str] = {}
    starts_on: str = ""
    assumed: str = ""
    start_at: datetime | None = None
    end_at: datetime | None = None
    hours: str = ""
    zone: str = ""
    eve: int = 0
    extended_to: str = ""
    extended: bool = False
    opens: date | None = None
    combine: str = ""
    parts: tuple[Working, ...] = ()
    flags: tuple[str, ...] = ()


class Deadline(Record, frozen=True, kw_only=True):
    """A date that somebody has to keep.

    Theirs is late from the day after `late_after`. Mine has `act_by`, the last day on which
    acting is certainly in time. `due_at` is the moment, where hours were counted. `rule`
    says where it came from: "promise", "agreed", "asked", "given", or the id of a step or
    rule. `event` is the id of the event that started it. `unsure`: what has to be known
    before anybody may be called late ("receipt": on which day it reached them; "start": on
    which day that happened from which the rule counts; "rule": of my own time, whether the rule
    that gives it is right). `paused_at`: the moment from which it
    stands still, where hours are counted. `by_law`: a rule gives it, and not a
    custom or a person; `owes`: what keeps it. `party`: the role of whom it is with, empty for the
    company of the case.
    `idle`: a window that nobody is urged to use, because another way was taken.
    """

    owner: Owner
    kind: DeadlineKind
    due: date
    late_after: date
    rule: str
    state: DeadlineState = DeadlineState.OPEN
    act_by: date | None = None
    due_at: datetime | None = None
    step: str = ""
    party: str = ""
    event: int = 0
    settled_on: date | None = None
    paused_on: date | None = None
    paused_at: datetime | None = None
    unsure: str = ""
    by_law: bool = False
    owes: Owes = Owes.ANSWER
    idle: bool = False
    working: Working | None = None

    @property
    def is_open(self) -> bool:
        return self.state is DeadlineState.OPEN

    @property
    def safe_day(self) -> date:
        """The last day on which whoever has to act is certainly in time."""
        return self.act_by or self.due

    def act_on(self, today: date) -> date:
        """By when to act, seen today: a safe day that is past helps nobody, the last day does."""
        return self.safe_day if self.safe_day >= today else self.due

    def shown_on(self, today: date) -> date:
        """The day that is told, seen today: the safe one, and when that is past the last lawful."""
        return self.safe_day if self.safe_day >= today else self.late_after

    def past_on(self, day: date) -> bool:
        """Open, not paused before it was over, and its last lawful day is past."""
        return self.is_open and self.paused_on is None and day > self.late_after

    def late_on(self, day: date) -> bool:
        """Past, and nothing has to be known before somebody is called late."""
        return not self.unsure and self.past_on(day)

    def days_late(self, day: date) -> int:
        """Days since the last lawful day; negative before it."""
        return (day - self.late_after).days
