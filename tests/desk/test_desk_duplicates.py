"""Before asking again: open cases that seem to be about the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desk_story import FACTS, NOW, happens, opened

from tui.cases.case import Case
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.settings.config import Config, Settings
from tui.store.contract import Store
from tui.store.opening import memory_store


def _same(desk: Desk, **facts: str) -> list[int]:
    return [one.id for one in desk.duplicates(desk.draft({**FACTS, **facts}))]


def test_open_cases_of_the_same_company_about_the_same_number(desk: Desk) -> None:
    opened(desk)
    opened(desk, company="METEOR", subject="Something else")
    opened(desk, company="Severmart")
    closed = opened(desk)
    happens(desk, closed.id, "closed", outcome="withdrawn")
    assert _same(desk) == [2, 1]
    assert _same(desk, company=" meteor ", subject="Other") == [2, 1]
    assert _same(desk, company="Severmart") == [3]
    assert _same(desk, company="New") == []
    assert _same(desk, identifiers="order 99-9", subject="Line is down") == []


def test_a_case_is_no_duplicate_of_itself(desk: Desk) -> None:
    case = opened(desk)
    assert desk.duplicates(case) == ()


def test_before_a_case_is_sent_the_same_is_asked_of_it(desk: Desk) -> None:
    first, second = opened(desk), opened(desk, identifiers="заказ 771")
    (found,) = desk.same_matter(second.id)
    assert (found.id, found.why.values["number"]) == (first.id, "771")
    happens(desk, first.id, "closed", outcome="withdrawn")
    assert desk.same_matter(second.id) == ()


def test_their_number_for_a_case_that_waits_is_known(desk: Desk) -> None:
    waiting = opened(desk, identifiers="order 1-1", subject="Something else")
    happens(desk, waiting.id, "sent", channel="email", reference="T-88123")
    assert _same(desk, identifiers="ticket t 88123", subject="Kettle") == [1]


class Counting:
    """A store that notes which cases are read whole; all else is the store below."""

    def __init__(self, below: Store) -> None:
        self.below = below
        self.read: list[int] = []

    def get(self, number: int) -> Case:
        self.read.append(number)
        return self.below.get(number)

    def all(self) -> Iterator[Case]:
        return map(self.get, self.below.cards)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.below, name)


def test_no_case_is_read_whole_before_one_is_opened() -> None:
    """In a book of thousands, reading all of them takes longer than a person waits."""
    clock = FixedClock(NOW)
    store = Counting(memory_store(at=clock.now))
    desk = Desk(store, clock, Settings(config=Config()))
    opened(desk)
    opened(desk, company="Severmart")
    store.read.clear()
    assert _same(desk) == [1]
    assert store.read == []
