"""How a card stands holds until the day that is told: on none before is anything another."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tui.cases.card import Card, card_of
from tui.cases.case import Case
from tui.cases.deadline import Deadline
from tui.cases.snooze import Snooze
from tui.cases.words import DeadlineKind, Owner, Problem, Stage
from tui.desk.board.standing import above, card_view, holds_until

TODAY = date(2026, 11, 22)
DAYS = st.integers(-9, 14).map(lambda days: TODAY + timedelta(days=days))
DEADLINES = st.builds(
    Deadline,
    owner=st.sampled_from(Owner),
    kind=st.sampled_from(DeadlineKind),
    due=DAYS,
    late_after=DAYS,
    rule=st.just("custom.days"),
    act_by=st.none() | DAYS,
    paused_on=st.sampled_from([None] * 5) | DAYS,
    unsure=st.sampled_from([""] * 5 + ["us.regz.accept"]),
    idle=st.sampled_from([False] * 5 + [True]),
)
SNOOZES = st.builds(Snooze, since=DAYS, until=st.none() | DAYS, reply=st.booleans())
BLANK = card_of(Case(id=1, company="Severmart", subject="Kettle", problem=Problem.REFUND))
CARDS = st.builds(
    lambda deadlines, windows, **told: replace(
        BLANK, deadlines=tuple(deadlines), windows=tuple(windows), **told
    ),
    deadlines=st.lists(DEADLINES, max_size=2),
    windows=st.lists(DEADLINES, max_size=1),
    stage=st.sampled_from(Stage),
    unread=st.sampled_from([False] * 7 + [True]),
    snooze=st.none() | SNOOZES,
    closed_on=st.none() | DAYS,
)


def stands(card: Card, day: date) -> object:
    view = card_view(card, day)
    return view.mark, view.is_asleep, above(view)


@given(card=CARDS)
@settings(max_examples=1500)
def test_it_holds_until_that_day(card: Card) -> None:
    until = holds_until(card, TODAY)
    assert until > TODAY
    days = min((until - TODAY).days, 60)
    told = {stands(card, TODAY + timedelta(days=number)) for number in range(days)}
    assert told == {stands(card, TODAY)}
