"""Frozen views: what screens and the command line are shown. Their text is clean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from msgspec.structs import replace

from tui.advice.next_action import NextAction
from tui.cases.card import Card
from tui.cases.case import Case
from tui.cases.company import Company
from tui.cases.deadline import Deadline
from tui.cases.promises import Promise
from tui.cases.record import Record
from tui.cases.words import Stage
from tui.desk.money import MoneyView
from tui.playbooks.ladder import Rung
from tui.terminal.clean import clean_line, clean_text

R = TypeVar("R", bound=Record)

# Facts that may have several lines; everything else is shown on one.
_LONG = frozenset(
    {"details", "done_already", "expected_result", "enclosures", "contacts", "introduction"}
    | {"text", "note", "letters"}
)


class Mark(StrEnum):
    """The sign before a case, so that its state needs no colour."""

    LATE = "!"
    TODAY = "*"
    MINE = ">"
    NONE = " "


@dataclass(frozen=True, slots=True)
class CardView:
    """A card as it stands on `today`, the company's day."""

    card: Card
    today: date
    mark: Mark
    deadline: Deadline | None

    @property
    def id(self) -> int:
        return self.card.id


@dataclass(frozen=True, slots=True)
class Column:
    """The cards of one stage, the most pressing first."""

    stage: Stage
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class BoardView:
    """The board: its columns and what stands in its title. `today` is my day."""

    today: date
    columns: tuple[Column, ...]
    late: int
    due_today: int
    my_move: int
    query: str = ""
    hidden: int = 0

    @property
    def is_empty(self) -> bool:
        return not self.hidden and not any(column.cards for column in self.columns)


@dataclass(frozen=True, slots=True)
class TodayRow:
    """One case in today's lists, with the deadline that put it there."""

    card: Card
    today: date
    deadline: Deadline | None
    next: NextAction


@dataclass(frozen=True, slots=True)
class TodayView:
    """They broke it; due today and next; I owe; not before."""

    today: date
    broken: tuple[TodayRow, ...]
    due: tuple[TodayRow, ...]
    mine: tuple[TodayRow, ...]
    not_before: tuple[TodayRow, ...]

    @property
    def anything_late(self) -> bool:
        return any(
            row.deadline and row.deadline.late_on(row.today) for row in (*self.broken, *self.mine)
        )


@dataclass(frozen=True, slots=True)
class CaseView:
    """One case whole."""

    case: Case
    card: Card
    today: date
    company: Company | None
    next: NextAction
    rungs: tuple[Rung, ...]
    money: MoneyView
    promises: tuple[Promise, ...]


def cleaned(record: R) -> R:
    """The record with every text made harmless for a terminal.

    Fields that this version does not know stay as they are: nobody shows them.
    """
    known = (name for name in record.__struct_fields__ if name != "extra")
    return replace(record, **{n: _clean(getattr(record, n), n in _LONG) for n in known})


def _clean(value: Any, is_long: bool) -> Any:
    if isinstance(value, Record):
        return cleaned(value)
    if isinstance(value, tuple):
        return tuple(_clean(item, is_long) for item in value)
    if isinstance(value, dict):
        return {key: _clean(item, is_long) for key, item in value.items()}
    if isinstance(value, str) and not isinstance(value, StrEnum):
        return clean_text(value) if is_long else clean_line(value)
    return value


def cleaned_card(card: Card) -> Card:
    """The card with its texts on one line each, and harmless."""
    texts = (card.company, card.subject, card.reference, *card.tags)
    clean = tuple(map(clean_line, texts))
    if clean == texts:  # nearly always, and copying ten thousand cards takes its time
        return card
    company, subject, reference, *tags = clean
    return replace(card, company=company, subject=subject, reference=reference, tags=tuple(tags))
