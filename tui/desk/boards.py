"""The board and today: views over the cards, never over whole cases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from operator import attrgetter
from typing import Any, NamedTuple

from tui.advice.next_action import Action, next_action
from tui.cases.card import Card
from tui.cases.deadline import Deadline
from tui.cases.errors import BadInput
from tui.cases.words import DeadlineKind, Owner, Stage, Urgency
from tui.desk.filters import matching, searched
from tui.desk.office import Office
from tui.desk.pressing import acts_on, dated, pressing
from tui.desk.query import Query, query_of, require
from tui.desk.views import BoardView, CardView, Column, Mark, TodayRow, TodayView, cleaned_card

SOON = timedelta(days=7)
_PRESSING = {urgency: rank for rank, urgency in enumerate(reversed(Urgency))}


def board(office: Office, query: str = "") -> BoardView:
    """All cases by stage, those a query means. What is wrong in the query is passed over."""
    ordered = sorted(_found(office, query_of(query)), key=_BY_ORDER)
    views = [made.view for made in ordered]
    by_stage: dict[Stage, list[CardView]] = {stage: [] for stage in Stage}
    for view in views:
        by_stage[view.card.stage].append(view)
    return BoardView(
        today=office.today(),
        columns=tuple(Column(stage, tuple(cards)) for stage, cards in by_stage.items()),
        late=sum(v.mark is Mark.LATE for v in views),
        due_today=sum(v.mark is Mark.TODAY for v in views),
        my_move=len(by_stage[Stage.MY_MOVE]),
        query=query,
        hidden=len(office.store.cards) - len(views),
    )


def found(office: Office, query: Query) -> list[CardView]:
    """The cases that a query means, in the order of their numbers."""
    return [made.view for made in _found(office, query)]


class _Made(NamedTuple):
    """What is made of a card once a day."""

    order: tuple[Any, ...]
    view: CardView


_BY_ORDER = attrgetter("order")
_ANY_DAY = date.min  # words are the same each day


def _made(card: Card, today: date) -> _Made:
    view = card_view(card, today)
    order = (list(Stage).index(card.stage), *board_order(view))
    return _Made(order, view)


def _found(office: Office, query: Query) -> list[_Made]:
    day = office.days()

    def text(card: Card) -> str:
        found: str = office.texts.of(card, _ANY_DAY, _text)
        return found

    cards = matching(office.cards(), query, day, text, office.store.having)
    return [office.views.of(card, day(card), _made) for card in cards]


def _text(card: Card, _: date) -> str:
    return searched(card)


def card_view(card: Card, today: date) -> CardView:
    """A card on the company's today: its mark and the deadline that matters most."""
    deadline = pressing(card, today)
    return CardView(cleaned_card(card), today, _mark(card, deadline, today), deadline)


def _mark(card: Card, deadline: Deadline | None, today: date) -> Mark:
    if deadline and deadline.late_on(today):
        return Mark.LATE
    if deadline and not deadline.paused_on and acts_on(deadline) <= today:
        return Mark.TODAY
    return Mark.MINE if card.stage is Stage.MY_MOVE else Mark.NONE


def board_order(view: CardView) -> tuple[Any, ...]:
    """Late first, then by date, then by urgency; the newest first among closed and drafts."""
    card = view.card
    if card.stage is Stage.CLOSED:
        return (-(card.closed_on or date.min).toordinal(), -card.id)
    return (view.mark is not Mark.LATE, dated(view.deadline), _PRESSING[card.urgency], -card.id)


def today(office: Office) -> TodayView:
    """Today's lists. A case stands in one of them: the first that it belongs to."""
    lists: dict[str, list[TodayRow]] = {"broken": [], "due": [], "mine": [], "not_before": []}
    day = office.days()
    for card in office.cards():
        if card.stage not in (Stage.CLOSED, Stage.DRAFT):
            name, row = _row(office, card, day(card))
            if name:
                lists[name].append(row)
    ordered = {name: tuple(sorted(rows, key=_when)) for name, rows in lists.items()}
    return TodayView(today=office.today(), **ordered)


def _row(office: Office, card: Card, day: date) -> tuple[str, TodayRow]:
    """In which of today's lists a case stands, if in any, and how it reads there."""
    card = cleaned_card(card)
    step = next_action(card, office.playbook(card), day)
    agreed = card.open_deadline(DeadlineKind.CONTACT)
    # What they owe is no reason to break an agreement; what they ask of me, or wrote, is.
    if agreed and agreed.due > day and step.action is Action.WAIT:
        return "not_before", TodayRow(card, day, agreed, step)
    name, deadline = _list_of(card, day)
    return name, TodayRow(card, day, deadline, step)


def _list_of(card: Card, day: date) -> tuple[str, Deadline | None]:
    """Which list a case belongs to that may be acted upon, and by which deadline."""
    if late := card.late(day):
        return "broken", late[0]
    near = (d for d in card.windows_on(day) if acts_on(d) <= day + SOON)
    mine = [d for d in (*card.deadlines, *near) if _is_mine(d, day)]
    if mine or card.stage is Stage.MY_MOVE:
        return "mine", min(mine, key=acts_on, default=None)
    if not card.deadlines:
        return "mine", None  # nothing runs: a date has to be asked for
    running = [d for d in card.deadlines if not d.paused_on and d.due <= day + SOON]
    return ("due", min(running, key=lambda d: d.due)) if running else ("", None)


def _is_mine(deadline: Deadline, day: date) -> bool:
    """I owe what they asked for at once, an agreed contact on its day."""
    not_yet = deadline.kind is DeadlineKind.CONTACT and deadline.due > day
    return deadline.owner is Owner.MINE and not not_yet


def _when(row: TodayRow) -> tuple[date, int]:
    return (dated(row.deadline), row.card.id)


def listed(office: Office, query: str = "", sort: str = "") -> tuple[CardView, ...]:
    """The cases that a query means, sorted by `id`, `due`, `company`, `stage` or `urgency`.

    Raises BadInput, also where part of the query can be so of no case.
    """
    orders: dict[str, Callable[[CardView], Any]] = {
        "": lambda v: v.id,
        "id": lambda v: v.id,
        "due": lambda v: (dated(v.deadline), v.id),
        "company": lambda v: (v.card.company.casefold(), v.id),
        "stage": lambda v: (list(Stage).index(v.card.stage), v.id),
        "urgency": lambda v: (_PRESSING[v.card.urgency], v.id),
    }
    if sort not in orders:
        raise BadInput("Sort by one of: {known}.", known=tuple(filter(None, orders)))
    return tuple(sorted(found(office, require(query_of(query))), key=orders[sort]))
