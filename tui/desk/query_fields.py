"""What a query may ask of a case: `company:`, `stage:`, `tag:`, `is:`, `due`, `amount` and more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import TypeAlias

from tui.cases.card import Card
from tui.cases.errors import BadInput
from tui.cases.words import Owner, Stage
from tui.desk.amounts import amount_of
from tui.desk.pressing import FAR, dated, pressing
from tui.desk.query_times import DAYS_AGO, DAYS_AHEAD, compared_amount, compared_day
from tui.store.parts import Part
from tui.wording.wording import LANGUAGES, Wording

Test: TypeAlias = Callable[[Card, date], bool]

_STATES: dict[str, Test] = {
    "late": lambda card, day: any(deadline.late_on(day) for deadline in card.deadlines),
    "overdue": lambda card, day: any(deadline.late_on(day) for deadline in card.deadlines),
    "open": lambda card, _: card.stage is not Stage.CLOSED,
    "closed": lambda card, _: card.stage is Stage.CLOSED,
    "mine": lambda card, _: (
        card.stage is Stage.MY_MOVE or any(d.owner is Owner.MINE for d in card.deadlines)
    ),
    "theirs": lambda card, _: any(d.owner is Owner.THEIRS for d in card.deadlines),
    "draft": lambda card, _: card.stage is Stage.DRAFT,
}
# The same in the letters of the other layout. What is typed is no text of the catalogue.
_SAME_STATE = {
    "просрочено": "late",
    "открыто": "open",
    "закрыто": "closed",
    "моё": "mine",
    "мое": "mine",
    "их": "theirs",
    "черновик": "draft",
}
_SAME_FIELD = {
    "компания": "company",
    "стадия": "stage",
    "метка": "tag",
    "состояние": "is",
    "срок": "due",
    "сумма": "amount",
    "сценарий": "ladder",
    "открыто": "opened",
}
ALONE = ("mine", "theirs")  # states that need no `is:`


def field_of(part: Part) -> str:
    """The field that a part asks of; empty where there is none of that name."""
    name = _SAME_FIELD.get(part.field, part.field)
    return name if name in FIELDS else ""


def test_of(part: Part) -> Test | None:
    """What a part asks of a card; None while its value is not typed yet.

    Raises BadInput where nothing could ever be so.
    """
    name, value = field_of(part), part.value.strip()
    if not value:
        return None
    if name not in _COMPARED and part.sign not in ":=":
        raise BadInput("“{typed}” compares nothing: write {name}:…", typed=part.typed, name=name)
    return FIELDS[name](part.sign, value)


def state(_: str, value: str) -> Test:
    """`is:`: of these; begun, it is any that begins so."""
    low = _SAME_STATE.get(value.casefold(), value.casefold())
    tests = [_STATES[low]] if low in _STATES else [t for n, t in _STATES.items() if _begins(n, low)]
    if not tests:
        known = tuple(_STATES)
        raise BadInput("“is:{value}” is not known. Known: {known}.", value=value, known=known)
    return lambda card, day: any(test(card, day) for test in tests)


def _stage(_: str, value: str) -> Test:
    low = value.casefold().replace("ё", "е")
    stages = {s for s, names in _stage_names().items() if any(_begins(n, low) for n in names)}
    if not stages:
        known = tuple(stage.value for stage in Stage)
        raise BadInput("There is no stage “{value}”. Known: {known}.", value=value, known=known)
    return lambda card, _: card.stage in stages


@cache
def _stage_names() -> dict[Stage, tuple[str, ...]]:
    spoken = [Wording(language) for language in LANGUAGES]
    return {
        stage: (stage.value, *(words.term(stage).casefold().replace("ё", "е") for words in spoken))
        for stage in Stage
    }


def _begins(name: str, typed: str) -> bool:
    return name.startswith(typed)


def _company(_: str, value: str) -> Test:
    low = value.casefold()
    return lambda card, _: low in card.company.casefold()


def _tag(_: str, value: str) -> Test:
    low = value.casefold()
    return lambda card, _: any(low == tag.casefold() for tag in card.tags)


def _ladder(_: str, value: str) -> Test:
    low = value.casefold()
    return lambda card, _: card.playbook.casefold().startswith(low)


def _due(sign: str, value: str) -> Test:
    """By the deadline that presses; a case without one, or whose clock stands still, is not so."""
    is_so = compared_day(sign, value, DAYS_AHEAD)

    def test(card: Card, today: date) -> bool:
        by = FAR if card.stage is Stage.CLOSED else dated(pressing(card, today))
        return by != FAR and is_so(by, today)

    return test


def _opened(sign: str, value: str) -> Test:
    is_so = compared_day(sign, value, DAYS_AGO)
    return lambda card, today: card.opened_on is not None and is_so(card.opened_on, today)


def _amount(sign: str, value: str) -> Test:
    """In any currency, unless one is named."""
    than, currency = amount_of(value)
    is_so = compared_amount(sign, than)
    return lambda card, _: (
        card.amount is not None
        and (not currency or card.amount.currency == currency)
        and is_so(card.amount.value)
    )


FIELDS: dict[str, Callable[[str, str], Test]] = {
    "company": _company,
    "stage": _stage,
    "tag": _tag,
    "is": state,
    "due": _due,
    "amount": _amount,
    "ladder": _ladder,
    "opened": _opened,
}
_COMPARED = ("due", "amount", "opened")
