"""What the ladders bring into the sample book: windows, last words, parties, money, promises."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from tui.cases.card import card_of
from tui.cases.case import Case
from tui.cases.money import summed
from tui.cases.promises import broken_of, promises_of
from tui.cases.words import DeadlineKind, EventKind, Outcome, Stage
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.desk.keeping.sample_book import fill_with_sample, sample_settings
from tui.playbooks.opening import openings
from tui.playbooks.playbook import load_playbook
from tui.playbooks.rung import RungState
from tui.store.opening import memory_store

Book = tuple[date, tuple[Case, ...]]


@pytest.fixture(scope="module", params=["2025-01-05", "2026-11-22", "2028-02-29"])
def book(request: pytest.FixtureRequest) -> Book:
    """The whole book, and the day on which it is opened."""
    day = date.fromisoformat(request.param)
    clock = FixedClock(datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Europe/Moscow")))
    store = memory_store(at=clock.now)
    fill_with_sample(store, clock)
    desk = Desk(store, clock, sample_settings("en"))
    return day, tuple(desk.case(view.id) for view in desk.listed())


def test_a_window_closes_within_a_week(book: Book) -> None:
    today, cases = book
    ends = {w.step: (w.due - today).days for case in cases for w in case.windows}
    assert [step for step, days in ends.items() if 0 <= days <= 7] == ["reject"]


def test_a_last_word_opens_a_step_over_the_heads_of_others(book: Book) -> None:
    today, cases = book
    jumped = [
        rung.step.id
        for case in cases
        for rung in openings(card_of(case), load_playbook(case.playbook), today)
        if rung.step.jump and rung.state is RungState.OPEN
        if not {*case.taken} & {*rung.step.after}
    ]
    assert jumped == ["higher"]


def test_two_clocks_run_in_a_dispute_with_a_shop_and_a_bank(book: Book) -> None:
    _, cases = book
    owed = [
        {d.party for d in case.open_deadlines if d.kind is DeadlineKind.ANSWER} for case in cases
    ]
    assert owed.count({"", "bank"}) == 1
    assert all(case.company_of(d.party) for case in cases for d in case.open_deadlines)


def test_money_comes_back_in_part_and_whole(book: Book) -> None:
    _, cases = book
    closed = [case for case in cases if case.stage is Stage.CLOSED]
    content = {case.outcome: event.satisfaction for case in closed for event in case.timeline[-1:]}
    assert content[Outcome.PARTLY] == 2
    for case in closed:
        if case.amount is None:
            continue
        back = summed(event.refund for event in case.timeline if event.refund)
        if case.outcome is Outcome.UPHELD:
            assert back == (case.amount,)
        if case.outcome is Outcome.PARTLY:
            assert 0 < back[0].value < case.amount.value


def test_two_broken_promises_have_names(book: Book) -> None:
    today, cases = book
    broken = [broken_of(promises_of(case, today)) for case in cases]
    assert any(len(promises) >= 2 and all(p.agent for p in promises) for promises in broken)


def test_their_time_is_extended_by_law_and_stands_still(book: Book) -> None:
    _, cases = book
    running = [d for case in cases for d in case.open_deadlines]
    assert any(d.by_law and d.working and d.working.extended for d in running)
    assert any(d.paused_on and not d.by_law for d in running)
    assert any(e.kind is EventKind.PAUSED for c in cases for e in c.timeline[-1:])
