"""The full-text search: from what was typed to cases."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from itertools import islice

from tui.cases.errors import NotFound
from tui.store import index
from tui.store.cards import quick_case
from tui.store.contract import Hit
from tui.store.engine import Engine, Found, Wanted
from tui.store.errors import BrokenBook, StoreBusy, StoreFull, StoreReadOnly
from tui.store.names import CASES
from tui.store.queries import Query, marks, query_of
from tui.store.texts import WEIGHTS, texts_of

_ALL = -1  # for a limit: none


def search(
    engine: Engine, text: str, limit: int, among: Callable[[int], bool], patience: float
) -> tuple[Hit, ...]:
    """See Store."""
    query = query_of(text)
    if not query.every or not engine.is_there:
        return ()
    make_ready(engine, patience)
    found = engine.find(Wanted(query.every, query.never, WEIGHTS, _ALL))
    best = islice((each for each in found if among(each.number)), limit)
    return tuple(_hit(engine, each, query) for each in best)


def having(engine: Engine, text: str) -> frozenset[int]:
    """See Store. `make_ready` came before."""
    query = query_of(text)
    if not query.every or not engine.is_there:
        return frozenset()
    every = map(engine.having, query.every)
    return frozenset.intersection(*every).difference(*map(engine.having, query.never))


def make_ready(engine: Engine, patience: float) -> None:
    """Words that another version made are made anew; who cannot does with those there are."""
    if engine.is_there and not index.is_of_today(engine):
        with suppress(StoreBusy, StoreReadOnly, StoreFull), engine.turn(patience):
            if not index.is_of_today(engine):
                index.rebuild(engine)


def _hit(engine: Engine, found: Found, query: Query) -> Hit:
    text = _text(engine, found)
    return Hit(number=found.number, score=found.score, text=text, marks=marks(text, query.every))


def _text(engine: Engine, found: Found) -> str:
    """What stands in the piece; nothing where the case cannot be read, or is another by now."""
    with suppress(BrokenBook, NotFound):
        row = engine.row(CASES, found.number)
        case = quick_case(row, found.number, engine.name) if row else None
        return texts_of(case).get(found.piece, "") if case else ""
    return ""
