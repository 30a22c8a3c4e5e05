"""What a query may ask of how a case stands: `is:late`, `mine`, `stage:waiting`."""

from __future__ import annotations

from collections.abc import Callable, Container
from datetime import date
from functools import cache
from typing import Protocol, TypeAlias

from tui.advice.waiting.snoozed import put_off_until
from tui.cases.card import Card
from tui.cases.errors import BadInput
from tui.cases.words import Owner, Stage
from tui.desk.board.query_names import SAME_FIELD, SAME_STATE, told
from tui.wording.wording import LANGUAGES, Wording

Test: TypeAlias = Callable[[Card, date], bool]


class Linked(Protocol):
    """What a card alone does not tell: how its case stands to others."""

    def is_blocked(self, card: Card) -> bool:
        """Whether it waits for a case that is open."""

    def with_case(self, number: int) -> Container[int]:
        """The numbers of the cases that are linked with that one. Raises NotFound."""


class _Unlinked:
    def is_blocked(self, card: Card) -> bool:
        return not card

    def with_case(self, number: int) -> Container[int]:
        return (number,)[:0]


UNLINKED = _Unlinked()
_BLOCKED = "blocked"

_STATES: dict[str, Test] = {
    "late": lambda card, day: any(deadline.late_on(day) for deadline in card.deadlines),
    "overdue": lambda card, day: any(deadline.late_on(day) for deadline in card.deadlines),
    "open": lambda card, _: card.stage is not Stage.CLOSED,
    "closed": lambda card, _: card.stage is Stage.CLOSED,
    "mine": lambda card, _: (
        card.stage is Stage.MY_MOVE or any(d.owner is Owner.MINE for d in card.deadlines)
    ),
    "theirs": lambda card, _: any(d.owner is Owner.THEIRS for d in card.deadlines),
    "snoozed": lambda card, day: put_off_until(card, day) is not None,
    "draft": lambda card, _: card.stage is Stage.DRAFT,
    _BLOCKED: lambda card, _: UNLINKED.is_blocked(card),
}
ALONE = ("mine", "theirs")  # states that need no `is:`


def state(_: str, value: str, linked: Linked = UNLINKED) -> Test:
    """`is:`: of these; begun, it is any that begins so."""
    states: dict[str, Test] = {**_STATES, _BLOCKED: lambda card, _: linked.is_blocked(card)}
    low = SAME_STATE.get(value.casefold(), value.casefold())
    tests = [states[low]] if low in states else [t for n, t in states.items() if n.startswith(low)]
    if not tests:
        raise BadInput(
            "“{name}:{value}” is not known. Known: {known}.",
            name=told("is", SAME_FIELD),
            value=value,
            known=tuple(told(known, SAME_STATE) for known in states),
        )
    return lambda card, day: any(test(card, day) for test in tests)


def stage(_: str, value: str) -> Test:
    """`stage:`: of these, by their names or in words; begun, any that begins so."""
    low = value.casefold().replace("ё", "е")
    stages = {s for s, names in _stage_names().items() if any(n.startswith(low) for n in names)}
    if not stages:
        known = tuple(_told(stage) for stage in Stage)
        raise BadInput("There is no stage “{value}”. Known: {known}.", value=value, known=known)
    return lambda card, _: card.stage in stages


def _told(stage: Stage) -> dict[str, str]:
    """A stage as each language tells it, so that it can be typed: of its name the first word."""
    return {"en": stage.value, "ru": _stage_names()[stage][-1].partition(" ")[0]}


@cache
def _stage_names() -> dict[Stage, tuple[str, ...]]:
    spoken = [Wording(language) for language in LANGUAGES]
    return {
        stage: (stage.value, *(words.term(stage).casefold().replace("ё", "е") for words in spoken))
        for stage in Stage
    }
