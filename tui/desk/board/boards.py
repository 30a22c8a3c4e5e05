"""The board and the list: views over the cards, never over whole cases."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from tui.cases.errors import BadInput
from tui.cases.words import Stage
from tui.clock import HOUR, midnight_after, stretch
from tui.desk.board import kept_briefs
from tui.desk.board.brief import Brief, Standing
from tui.desk.board.brief_cards import BriefCards, Views
from tui.desk.board.filters import matching, searched
from tui.desk.board.in_order import InOrder
from tui.desk.board.ordering import Order, order_of, points, waits
from tui.desk.board.query import Query, query_of, require
from tui.desk.board.standing import above, card_view, holds_until
from tui.desk.cases.linked import Links
from tui.desk.ladder.pressing import dated
from tui.desk.office import Office, known_zone
from tui.desk.views import BoardView, CardView, Column, Mark
from tui.store.all_cards import Token

_STAGES = {stage: place for place, stage in enumerate(Stage)}


def board(office: Office, query: str = "") -> BoardView:
    """All cases by stage, those a query means. What is wrong in the query is passed over."""
    every, cards = _all(office), BriefCards(office)
    numbers, order = _of(office, cards, query_of(query, Links(office))), order_of(office)
    if order is Order.URGENCY:
        numbers = _most_urgent_first(numbers, cards)
    views = Views(numbers, cards)
    blocked, held_up = _blocked(office, cards)
    return BoardView(
        today=office.today(),
        columns=tuple(_columns(numbers, cards.standings, views)),
        cards=views,
        late=every.marks[Mark.LATE],
        due_today=every.marks[Mark.TODAY],
        my_move=every.awake[Stage.MY_MOVE] - held_up,
        query=query,
        hidden=len(every.numbers) - len(numbers),
        waits={number: others for number, others in blocked.items() if number in views},
        is_by_urgency=order is Order.URGENCY,
        inbox=len(office.pending.mails(office.store)),
    )


def _most_urgent_first(numbers: list[int], cards: BriefCards) -> list[int]:
    """In each stage."""
    found = sorted(numbers, key=lambda number: -cards.points(number))
    return sorted(found, key=lambda number: _STAGES[cards.standings[number].stage])


def _blocked(office: Office, cards: BriefCards) -> tuple[dict[int, tuple[int, ...]], int]:
    """For which open cases each waits; and in how many that are my move there is nothing to do
    until then. A letter that is typed asks again: it is remembered, on the same days.
    """
    every = office.briefs.all
    of = every, dict(office.briefs.kept.days)
    if office.briefs.blocked is None or office.briefs.blocked[0] != of:
        linked = list(map(cards.view, every.linked))
        blocked = waits(office, linked)
        mine = [v for v in linked if v.id in blocked and v.card.stage is Stage.MY_MOVE]
        office.briefs.blocked = of, blocked, _held_up(office, mine)
    return office.briefs.blocked[1:]


def _held_up(office: Office, mine: list[CardView]) -> int:
    """In how many of these there is nothing to do."""
    from tui.advice.next_action import Action
    from tui.desk.ladder.advising import next_on

    awake = (view for view in mine if not view.is_asleep)
    return [next_on(office, v.card, v.today).action for v in awake].count(Action.WAIT)


def _columns(
    numbers: list[int], standings: Mapping[int, Standing], views: Views
) -> Iterator[Column]:
    """Those of a stage stand together: their numbers are cut out, ten thousand in no time."""
    start = 0
    for stage, place in _STAGES.items():
        end = bisect_right(numbers, place, start, key=lambda n: _STAGES[standings[n].stage])
        yield Column(stage, tuple(numbers[start:end]), views)
        start = end


def board_holds_until(office: Office) -> int:
    """Until which second the board says what it says now, if nobody changes the book.

    Until a day is over where a company is; where a clock runs by the minute, until the hour is.
    """
    _all(office)
    in_zone, kept = office.days_in_zones(), office.briefs.kept
    until = min(midnight_after(in_zone(zone), known_zone(zone)) for zone in {"", *kept.days})
    return min(until, stretch(HOUR)[1]) if kept.timed else until


def found(office: Office, query: Query) -> list[CardView]:
    """The cases that a query means, in the order of their numbers."""
    _all(office)
    cards, days = BriefCards(office), office.days_in_zones()
    numbers = sorted(_of(office, cards, query))
    return [card_view(card, days(card.timezone)) for card in map(cards.card, numbers)]


def _of(office: Office, cards: BriefCards, query: Query) -> list[int]:
    """In the order of the board."""
    every, days = office.briefs.all, office.days_in_zones()
    return matching(every, query, cards.several, office.store.having, days)


def _all(office: Office) -> InOrder:
    days, minute = office.days_in_zones(), int(office.clock.now().timestamp()) // 60
    make = partial(_brief, office, days)
    office.briefs.bring_up_to_date(office.store.cards, days, minute, make)
    return office.briefs.all


def packed_briefs(office: Office, made_of: str) -> bytes:
    """See the verb of the desk."""
    _all(office)
    mark = office.store.mark
    if office.briefs.taken_of == f"{made_of} {mark}":
        return b""
    return kept_briefs.packed(office.briefs.kept, made_of, mark)


def take_briefs(office: Office, content: bytes | memoryview, made_of: str) -> bool:
    """See the verb of the desk."""
    kept, mark = kept_briefs.unpacked(content, made_of)
    behind = office.store.changed_since(mark) if kept else None
    if kept is None or behind is None:
        return False
    office.briefs.take(kept, office.store.cards, behind, f"{made_of} {mark}")
    return True


def _brief(office: Office, days: Callable[[str], date], token: Token) -> Brief:
    card = office.store.cards.read(token)
    is_timed = any(deadline.due_at for deadline in card.deadlines)
    card = office.at_present(card) if is_timed else card
    view = card_view(card, days(card.timezone))
    standing = Standing(
        zone=card.timezone,
        until=holds_until(card, view.today),
        above=above(view),
        stage=card.stage,
        mark=view.mark,
        is_asleep=view.is_asleep,
        is_linked=bool(card.links),
        is_timed=is_timed,
    )
    return Brief(card.id, standing, searched(card))


def listed(office: Office, query: str = "", sort: str = "") -> tuple[CardView, ...]:
    """The cases that a query means, sorted by `id`, `due`, `company`, `stage` or `urgency`.

    The most urgent stand first, by what `desk.urgency` tells. Raises BadInput,
    also where part of the query can be so of no case.
    """
    orders: dict[str, Callable[[CardView], Any]] = {
        "": lambda v: v.id,
        "id": lambda v: v.id,
        "due": lambda v: (dated(v.deadline), v.id),
        "company": lambda v: (v.card.company.casefold(), v.id),
        "stage": lambda v: (list(Stage).index(v.card.stage), v.id),
        "urgency": lambda v: (v.card.stage is Stage.CLOSED, -points(office, v.card, v.today), v.id),
    }
    if sort not in orders:
        raise BadInput("Sort by one of: {known}.", known=tuple(filter(None, orders)))
    return tuple(sorted(found(office, require(query_of(query, Links(office)))), key=orders[sort]))
