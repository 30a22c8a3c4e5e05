"""What a person has decided about waiting: a case put off, and reminders at regular times."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec

from tui.cases.record import Record
from tui.cases.sentence import Sentence, say, say_many

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
RHYTHM = rf"^({'|'.join(WEEKDAYS)}|[1-9][0-9]{{0,2}}(cal|wd|w))$"

_ON_A_WEEKDAY = (
    say("every Monday"),
    say("every Tuesday"),
    say("every Wednesday"),
    say("every Thursday"),
    say("every Friday"),
    say("every Saturday"),
    say("every Sunday"),
)


class Snooze(Record, frozen=True, kw_only=True):
    """A case that is put off since the company's day `since`, when it had `after` events.

    It ends on `until`; with `reply` also with an answer of theirs, of which a mere receipt is
    none. Without `until` it ends at the latest when a time of theirs is over.
    """

    since: date
    until: date | None = None
    reply: bool = False
    after: int = 0


class Chase(Record, frozen=True, kw_only=True):
    """Reminders at regular times until they answer, set on `since`, after so many events.

    `every`: a weekday ("monday"), or a period after I last wrote ("3wd", "7cal", "1w"). `on`:
    the day of the next one, worked out anew with every change, because working days need a
    calendar; None while nobody may be reminded.
    """

    every: Annotated[str, msgspec.Meta(pattern=RHYTHM)]
    since: date
    after: int = 0
    on: date | None = None

    @property
    def weekday(self) -> int | None:
        """0 for Monday; None where it is a period."""
        return WEEKDAYS.index(self.every) if self.every in WEEKDAYS else None


def every_said(every: str) -> Sentence:
    """How often, in words: every Monday, every 3 working days."""
    if every in WEEKDAYS:
        return _ON_A_WEEKDAY[WEEKDAYS.index(every)]
    count = int(every.rstrip("caldw"))
    if every.endswith("wd"):
        return say_many("every working day", "every {count} working days", count)
    if every.endswith("w"):
        return say_many("every week", "every {count} weeks", count)
    return say_many("every day", "every {count} days", count)
