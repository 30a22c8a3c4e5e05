"""Frozen views: what screens and the command line are shown. Their text is clean."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from tui.advice.figures.urgency_parts import Part
    from tui.advice.next_action import NextAction
    from tui.cases.card import Card
    from tui.cases.case import Case
    from tui.cases.company import Company
    from tui.cases.deadline import Deadline
    from tui.cases.links import LinkKind
    from tui.cases.promises import Promise
    from tui.cases.sentence import Sentence, Value
    from tui.cases.words import Stage
    from tui.desk.cases.dated import Dated
    from tui.desk.ladder.money import MoneyView
    from tui.playbooks.ladder import Rung


class Mark(StrEnum):
    """The sign before a case, so that its state needs no colour."""

    LATE = "!"
    TODAY = "*"
    MINE = ">"
    NONE = " "


class CardView(Struct, frozen=True):
    """A card as it stands on `today`, the company's day.

    `snoozed`: until when it is put off, if it is; `is_asleep`: nothing breaks through.
    """

    card: Card
    today: date
    mark: Mark
    deadline: Deadline | None
    snoozed: date | None = None
    is_asleep: bool = False

    @property
    def id(self) -> int:
        return self.card.id


class Column(Struct, frozen=True):
    """The cases of one stage, the most pressing first: their numbers."""

    stage: Stage
    keys: tuple[int, ...]
    views: Mapping[int, CardView]

    @property
    def cards(self) -> tuple[CardView, ...]:
        """All of its cards; whoever needs a few takes them from `views`."""
        return tuple(self.views[key] for key in self.keys)


class LinkView(Struct, frozen=True):
    """A linked case as one side has it; `card` is None where the other is not in the book."""

    kind: LinkKind
    uid: str
    card: Card | None


class BoardView(Struct, frozen=True):
    """The board: its columns and what stands in its title. `today` is my day.

    `cards`: those that are shown by number, each made when it is asked for.

    `inbox`: how many mails wait that lie in no case.

    `waits`: for which open cases one waits, by its number. `is_by_urgency`: whether the most
    urgent stand first in each column, and not what is due first.
    """

    today: date
    columns: tuple[Column, ...]
    cards: Mapping[int, CardView]
    late: int
    due_today: int
    my_move: int
    query: str = ""
    hidden: int = 0
    waits: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    is_by_urgency: bool = False
    inbox: int = 0

    @property
    def is_empty(self) -> bool:
        return not self.hidden and not any(column.keys for column in self.columns)


class TodayRow(Struct, frozen=True):
    """One case in today's lists, with the deadline that put it there.

    `snoozed`: until when it is put off, if it is. `chased`: the day of the reminder that put it
    there.
    """

    card: Card
    today: date
    deadline: Deadline | None
    next: NextAction
    snoozed: date | None = None
    chased: date | None = None


class TodayView(Struct, frozen=True):
    """They broke it; due today and next; I owe; not before. A draft has no clocks: it stands among
    them only where my own time runs out. `ready`: how many others lack nothing and may be sent.
    `inbox`: how many mails wait that lie in no case."""

    today: date
    broken: tuple[TodayRow, ...]
    due: tuple[TodayRow, ...]
    mine: tuple[TodayRow, ...]
    not_before: tuple[TodayRow, ...]
    ready: int = 0
    inbox: int = 0

    @property
    def anything_late(self) -> bool:
        """Whether somebody let a day pass, also where there is nothing to do but to wait."""
        rows = (*self.broken, *self.due, *self.mine)
        mine = any(row.deadline.late_on(row.today) for row in rows if row.deadline)
        return mine or any(row.card.late(row.today) for row in rows)


class CaseView(Struct, frozen=True):
    """One case whole. `fault`: why its ladder cannot be used; `rungs` is the general one then.

    `offered`: numbers that automatic replies name, and that nobody recorded. `dates`: theirs and
    mine, each with who has to keep it. `with_whom`: of several, by the id of the event.
    """

    case: Case
    card: Card
    today: date
    company: Company | None
    next: NextAction
    rungs: tuple[Rung, ...]
    money: MoneyView
    promises: tuple[Promise, ...]
    links: tuple[LinkView, ...] = ()
    urgency: tuple[Part, ...] = ()
    fault: Sentence | None = None
    offered: tuple[str, ...] = ()
    dates: tuple[Dated, ...] = ()
    with_whom: Mapping[int, Value] = field(default_factory=dict)
