"""The parts of which the urgency of a case is a sum, and what each says."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any, NamedTuple

from tui.cases.sentence import Sentence, say, say_many


class Why(Enum):
    """What a part of the sum says; its sentence names `{count}`, `{value}`, or nothing."""

    LATE = "late"
    LATE_TODAY = "late today"
    MINE_OVER = "mine over"
    MINE = "mine"
    AGREED = "agreed"
    PROMISE = "promise"
    URGENCY = "urgency"
    MY_MOVE = "my move"
    MONEY = "money"
    AGE = "age"
    QUIET = "quiet"
    SILENT = "silent"
    TODAY = "today"
    BLOCKED = "blocked"
    SNOOZED = "snoozed"


class Part(NamedTuple):
    """Points with their reason. `value`: the days, day, moment, sum or numbers of it."""

    points: int
    why: Why
    value: Any = 0

    @property
    def sentence(self) -> Sentence:
        """Why, for a person."""
        return _SAID[self.why](self.value)


_SAID: dict[Why, Callable[[Any], Sentence]] = {
    Why.LATE: lambda v: say_many("They are {count} day late.", "They are {count} days late.", v),
    Why.LATE_TODAY: lambda v: say("They have been late since {time} today.", time=f"{v:%H:%M}"),
    Why.MINE_OVER: lambda v: say("I owe them something since {day}.", day=v),
    Why.MINE: lambda v: say("I have to act by {day}.", day=v),
    Why.AGREED: lambda v: say("I agreed to contact them on {day}.", day=v),
    Why.PROMISE: lambda v: say_many(
        "They broke {count} promise.", "They broke {count} promises.", v
    ),
    Why.URGENCY: lambda v: say("Its urgency is: {urgency}.", urgency=v),
    Why.MY_MOVE: lambda _: say("It is my move."),
    Why.MONEY: lambda v: say("{sum} is at stake.", sum=v),
    Why.AGE: lambda v: say_many("It is {count} day old.", "It is {count} days old.", v),
    Why.QUIET: lambda v: say_many(
        "Nothing has happened for {count} day, and no date runs.",
        "Nothing has happened for {count} days, and no date runs.",
        v,
    ),
    Why.SILENT: lambda v: say_many(
        "Nothing has happened for {count} day.", "Nothing has happened for {count} days.", v
    ),
    Why.TODAY: lambda v: say("Their time ends; they have to act by {day}.", day=v),
    Why.BLOCKED: lambda v: say("It waits for {cases}.", cases=v),
    Why.SNOOZED: lambda v: say("I put it off until {day}.", day=v),
}
