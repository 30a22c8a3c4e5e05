"""The board and today: views over the cards, never over whole cases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from tui.advice.next_action import next_action
from tui.cases.card import Card
from tui.cases.deadline import Deadline
from tui.cases.errors import BadInput
from tui.cases.words import DeadlineKind, Owner, Stage, Urgency
from tui.desk.filters import matching
from tui.desk.office import Office
from tui.desk.views import BoardView, CardView, Column, Mark, TodayRow, TodayView, cleaned_card

SOON = timedelta(days=7)
_FAR = date.max
_PRESSING = {urgency: rank for rank, urgency in enumerate(reversed(Urgency))}


def board(office: Office, query: str = "") -> BoardView:
    """All cases by stage, those a query means."""
    views = [card_view(office, card) for card in found(office, query)]
    columns = tuple(
        Column(stage, tuple(sorted((v for v in views if v.card.stage is stage), key=_order)))
        for stage in Stage
    )
    return BoardView(
        today=office.today(),
        columns=columns,
        late=sum(v.mark is Mark.LATE for v in views),
        due_today=sum(v.mark is Mark.TODAY for v in views),
        my_move=sum(v.card.stage is Stage.MY_MOVE for v in views),
        query=query,
        hidden=len(office.store.cards) - len(views),
    )


def found(office: Office, query: str) -> list[Card]:
    """The cards that a query means, in the order of their numbers."""
    return matching(office.store.cards.values(), query, office.today)


def card_view(office: Office, card: Card) -> CardView:
    """A card on the company's today: its mark and the deadline that matters most."""
    today = office.today(card)
    deadline = pressing(card, today)
    return CardView(cleaned_card(card), today, _mark(card, deadline, today), deadline)


def pressing(card: Card, today: date) -> Deadline | None:
    """The deadline that matters most: the longest late, else the nearest running one."""
    late = sorted((d for d in card.deadlines if d.late_on(today)), key=lambda d: d.late_after)
    running = sorted((d for d in card.deadlines if not d.paused_on), key=_acts_on)
    return next(iter((*late, *running, *card.deadlines)), None)


def _acts_on(deadline: Deadline) -> date:
    """Theirs counts until its last lawful day, mine only until the last safe one."""
    return deadline.act_by or deadline.due if deadline.owner is Owner.MINE else deadline.due


def _mark(card: Card, deadline: Deadline | None, today: date) -> Mark:
    if deadline and deadline.late_on(today):
        return Mark.LATE
    if deadline and not deadline.paused_on and _acts_on(deadline) <= today:
        return Mark.TODAY
    return Mark.MINE if card.stage is Stage.MY_MOVE else Mark.NONE


def _order(view: CardView) -> tuple[Any, ...]:
    """Late first, then by date, then by urgency; the newest first among closed and drafts."""
    card, deadline = view.card, view.deadline
    if card.stage is Stage.CLOSED:
        return (-(card.closed_on or date.min).toordinal(), -card.id)
    dated = (
        _acts_on(deadline).toordinal() if deadline and not deadline.paused_on else _FAR.toordinal()
    )
    return (view.mark is not Mark.LATE, dated, _PRESSING[card.urgency], -card.id)


def today(office: Office) -> TodayView:
    """Today's lists. A case stands in one of them: the first that it belongs to."""
    lists: dict[str, list[TodayRow]] = {"broken": [], "due": [], "mine": [], "not_before": []}
    for card in office.store.cards.values():
        day = office.today(card)
        name, deadline = _list_of(card, day)
        if name:
            step = next_action(card, office.playbook(card), day)
            lists[name].append(TodayRow(cleaned_card(card), day, deadline, step))
    ordered = {name: tuple(sorted(rows, key=_when)) for name, rows in lists.items()}
    return TodayView(today=office.today(), **ordered)


def _list_of(card: Card, day: date) -> tuple[str, Deadline | None]:
    """Which of today's lists a case belongs to, and by which deadline."""
    if card.stage in (Stage.CLOSED, Stage.DRAFT):
        return "", None
    if late := card.late(day):
        return "broken", late[0]
    agreed = card.open_deadline(DeadlineKind.CONTACT)
    if agreed and agreed.due > day:
        return "not_before", agreed
    mine = [d for d in card.deadlines if d.owner is Owner.MINE]
    if mine or card.stage is Stage.MY_MOVE:
        return "mine", min(mine, key=_acts_on, default=None)
    running = [d for d in card.deadlines if not d.paused_on and d.due <= day + SOON]
    return ("due", min(running, key=lambda d: d.due)) if running else ("", None)


def _when(row: TodayRow) -> tuple[date, int]:
    return (_acts_on(row.deadline) if row.deadline else _FAR, row.card.id)


def listed(office: Office, query: str = "", sort: str = "") -> tuple[CardView, ...]:
    """The cases that a query means, sorted by `id`, `due`, `company`, `stage` or `urgency`."""
    orders: dict[str, Callable[[CardView], Any]] = {
        "": lambda v: v.id,
        "id": lambda v: v.id,
        "due": lambda v: (_acts_on(v.deadline) if v.deadline else _FAR, v.id),
        "company": lambda v: (v.card.company.casefold(), v.id),
        "stage": lambda v: (list(Stage).index(v.card.stage), v.id),
        "urgency": lambda v: (_PRESSING[v.card.urgency], v.id),
    }
    if sort not in orders:
        raise BadInput("Sort by one of: {known}.", known=tuple(filter(None, orders)))
    return tuple(
        sorted((card_view(office, card) for card in found(office, query)), key=orders[sort])
    )
