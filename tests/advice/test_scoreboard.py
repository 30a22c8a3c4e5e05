"""A scoreboard from one's own cases, counted by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from case_story import COMPLETE, answered, event, nov, promised, sent, story
from msgspec.structs import replace

from tui.advice.figures.scoreboard import Score, Sums, best_channel, quantile, score_of
from tui.advice.history import Past
from tui.cases.card import Card
from tui.cases.case import Case
from tui.cases.event import Event
from tui.cases.money import Money
from tui.cases.words import Answer, Channel, EventKind, Outcome


def on_23rd(_: Card) -> date:
    return nov(23)


def about(value: int, currency: str = "EUR") -> Case:
    return replace(COMPLETE, amount=Money(value=Decimal(value), currency=currency))


def ended(day: int, outcome: Outcome, **facts: object) -> Event:
    return event(EventKind.CLOSED, nov(day), outcome=outcome, **facts)


def score(*cards: Card) -> Score:
    return score_of(cards, on_23rd)


def test_cases_answers_and_outcomes() -> None:
    board = score(
        story(),
        story(sent(nov(1))),
        story(sent(nov(1)), answered(nov(3), Answer.SOLVED), ended(5, Outcome.UPHELD)),
        story(sent(nov(1)), answered(nov(9), Answer.PARTLY), ended(11, Outcome.PARTLY)),
        story(sent(nov(1)), ended(21, Outcome.EXPIRED)),
        story(sent(nov(1)), ended(2, Outcome.WITHDRAWN)),
    )
    assert (board.drafts, board.open, board.closed, board.cases) == (1, 1, 4, 5)
    assert (board.upheld, board.partly, board.judged) == (2, 1, 3)
    assert (board.answer_days, board.to_answer) == ((2, 8), 5)
    # The one that I withdrew took no time of theirs.
    assert (board.outcome_days, board.to_outcome) == ((4, 10, 20), 10)


def test_of_nothing_nothing_is_known() -> None:
    board = score(story())
    assert (board.to_answer, board.to_outcome, board.judged, board.given) == (None, None, 0, 0)


def test_a_promise_that_is_late_today_is_broken_and_one_that_runs_is_neither() -> None:
    kept = story(sent(nov(1)), promised(nov(2), nov(9)), answered(nov(8), Answer.SOLVED))
    missed = story(sent(nov(1)), promised(nov(2), nov(5)), answered(nov(8), Answer.SOLVED))
    late = story(sent(nov(1)), promised(nov(2), nov(22)))
    runs = story(sent(nov(1)), promised(nov(2), nov(23)))
    board = score(kept, missed, late, runs)
    assert (board.kept, board.broken, board.running, board.given) == (1, 2, 1, 3)
    assert board.late == 1


def test_money_by_currency_is_never_added_up() -> None:
    back = {"refund": Money(value=Decimal(30), currency="EUR")}
    board = score(
        story(case=about(1000)),  # a draft asks for nothing yet
        story(sent(nov(1)), answered(nov(2), Answer.PARTLY, **back), case=about(100)),
        story(sent(nov(1)), ended(2, Outcome.UPHELD, **back), case=about(30)),
        story(sent(nov(1)), case=about(5, "GBP")),
    )
    assert board.money == (
        Sums("EUR", asked=Decimal(130), back=Decimal(60), at_stake=Decimal(70)),
        Sums("GBP", asked=Decimal(5), back=Decimal(0), at_stake=Decimal(5)),
    )


def test_more_than_asked_for_came_back_and_in_another_currency() -> None:
    more = Money(value=Decimal(40), currency="EUR")
    other = Money(value=Decimal(9), currency="USD")
    board = score(
        story(
            sent(nov(1)),
            answered(nov(2), Answer.PARTLY, refund=more),
            answered(nov(3), Answer.PARTLY, refund=other),
            case=about(30),
        )
    )
    assert [(s.currency, s.back, s.at_stake) for s in board.money] == [
        ("EUR", Decimal(40), Decimal(0)),
        ("USD", Decimal(9), Decimal(0)),
    ]


@pytest.mark.parametrize(
    ("history", "best"),
    [
        ({}, None),
        ({Channel.EMAIL: Past(days=(1,))}, None),
        ({Channel.EMAIL: Past(days=(40, 50))}, None),
        ({Channel.EMAIL: Past(days=(3, 3)), Channel.CHAT: Past(days=(1, 1))}, Channel.CHAT),
        ({Channel.EMAIL: Past(days=(3, 3)), Channel.CHAT: Past(days=(2, 2))}, Channel.CHAT),
        (
            {Channel.EMAIL: Past(days=(1, 1), broken=5), Channel.CHAT: Past(days=(3, 3))},
            Channel.CHAT,
        ),
    ],
    ids=["nothing", "one case", "too slow", "sooner", "equal points", "breaks its word"],
)
def test_the_best_channel(history: dict[Channel, Past], best: Channel | None) -> None:
    assert best_channel(history) is best


@pytest.mark.parametrize(
    ("days", "quartiles"),
    [
        ((7,), (7, 7, 7)),
        ((1, 2, 3, 4, 5), (2, 3, 4)),
        ((0, 10), (2, 5, 8)),  # 2.5 and 7.5 go to the even one, as the median of history does
        ((9, 9, 10, 24, 26, 46, 91), (10, 24, 36)),
    ],
)
def test_quartiles(days: tuple[int, ...], quartiles: tuple[int, int, int]) -> None:
    assert tuple(quantile(days, quarter) for quarter in (1, 2, 3)) == quartiles
