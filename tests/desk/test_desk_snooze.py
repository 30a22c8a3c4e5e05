"""Cases put off and brought back: what the lists, the board and the book say of them."""

from __future__ import annotations

from datetime import date

import pytest
from desk_story import Place, at, happens, opened

from tui.advice.action import Action
from tui.cases.errors import BadInput, NotFound
from tui.cases.sentence import say
from tui.desk.desk import Desk
from tui.desk.undone import what_of
from tui.desk.views import Mark
from tui.wording.wording import Wording

FRIDAY = date(2026, 11, 27)  # today is Sunday, 22 November


def lists(desk: Desk) -> dict[str, list[int]]:
    view = desk.today()
    names = ("broken", "due", "mine", "not_before")
    found = {name: [row.card.id for row in getattr(view, name)] for name in names}
    return {name: numbers for name, numbers in found.items() if numbers}


def on_board(desk: Desk, number: int = 1) -> tuple[Mark, bool, date | None]:
    view = next(c for column in desk.board().columns for c in column.cards if c.id == number)
    return view.mark, view.is_asleep, view.snoozed


@pytest.fixture
def waiting(place: Place) -> Desk:
    """1 is answered by Wednesday; 2 was to be by last Friday; 3 is a draft."""
    desk = place.desk()
    for _ in range(3):
        opened(desk)
    happens(desk, 1, "sent", at="2026-11-20", channel="email", due="2026-11-25")
    happens(desk, 2, "sent", at="2026-11-16", channel="email", due="2026-11-20")
    return desk


def test_it_stands_in_not_before_and_comes_back_on_its_day(waiting: Desk, place: Place) -> None:
    assert lists(waiting) == {"broken": [2], "due": [1]}
    waiting.snooze([1], "fri")
    assert waiting.case(1).snooze
    assert lists(waiting) == {"broken": [2], "not_before": [1]}
    assert on_board(waiting) == (Mark.NONE, True, FRIDAY)
    thursday, friday = place.desk(at("2026-11-26T09:00")), place.desk(at("2026-11-27T09:00"))
    assert lists(thursday)["not_before"] == [1]  # late since, and that can wait
    assert lists(friday) == {"broken": [2, 1]}
    assert on_board(friday) == (Mark.LATE, False, None)


def test_what_they_broke_before_stays_in_its_list(waiting: Desk) -> None:
    waiting.snooze([2], "+3wd")
    assert lists(waiting) == {"broken": [2], "due": [1]}
    assert on_board(waiting, 2) == (Mark.LATE, True, date(2026, 11, 25))
    assert waiting.today().anything_late
    assert waiting.next_action(2).on == date(2026, 11, 25)


def test_what_i_owe_comes_back_before_its_end(waiting: Desk) -> None:
    happens(waiting, 1, "asked", text="Your account number", due="2026-11-26")
    waiting.snooze([1], "2w")
    assert lists(waiting) == {"broken": [2], "mine": [1]}
    mark, is_asleep, snoozed = on_board(waiting)
    assert (mark, is_asleep, snoozed) == (Mark.MINE, False, date(2026, 12, 6))
    said = Wording("en").say(waiting.held_back(1) or what_of(waiting.changes()[0]))
    assert said == "#1 comes back before that: act by 26 November 2026."


def test_an_answer_ends_it_and_thanks_do_not(waiting: Desk) -> None:
    waiting.snooze([1], "2w", reply=True)
    happens(waiting, 1, "answered", answer="receipt")
    assert on_board(waiting)[1:] == (True, date(2026, 12, 6))
    happens(waiting, 1, "answered", answer="partly")
    assert on_board(waiting)[1:] == (False, None)


def test_several_are_one_change_to_take_back(waiting: Desk) -> None:
    waiting.snooze([1, 2, 3], "1d")
    assert [view.id for view in waiting.listed("is:snoozed")] == [1, 2, 3]
    assert what_of(waiting.changes()[0]).count == 3
    waiting.wake([2])
    assert [view.id for view in waiting.listed("состояние:отложено")] == [1, 3]
    waiting.undo()
    waiting.undo()
    assert waiting.listed("is:snoozed") == ()


@pytest.mark.parametrize("typed", ["", "today", "21.11.2026", "2026-11-22", "soon", "3h"])
def test_it_ends_on_a_day_that_comes(waiting: Desk, typed: str) -> None:
    with pytest.raises(BadInput):
        waiting.snooze([1, 3], typed)
    assert waiting.listed("is:snoozed") == ()


def test_nothing_sleeps_for_ever(waiting: Desk) -> None:
    waiting.snooze([1], reply=True)
    assert on_board(waiting)[2] == date(2026, 11, 26)  # the day after their last one
    for number in (2, 3):  # late already; nobody was asked
        with pytest.raises(BadInput):
            waiting.snooze([number], reply=True)
    happens(waiting, 3, "closed", outcome="withdrawn")
    with pytest.raises(BadInput):
        waiting.snooze([1, 3], "fri")
    with pytest.raises(NotFound):
        waiting.snooze([1, 9], "fri")


def test_the_case_sleeps_in_the_zone_of_the_company(place: Place) -> None:
    desk = place.desk()
    opened(desk, timezone="Asia/Vladivostok")
    happens(desk, 1, "sent", channel="email", due="2026-12-01")
    desk.snooze([1], "1d")
    late_evening = place.desk(at("2026-11-22T23:00"))  # Monday there
    assert on_board(desk)[1]
    assert not on_board(late_evening)[1]


def test_before_what_they_wrote_is_judged_no_snooze_holds(waiting: Desk) -> None:
    happens(waiting, 1, "received", at="2026-11-21", channel="email", text="We look into it.")
    waiting.snooze([1], "fri")
    assert waiting.next_action(1).action is not Action.WAIT
    held = Wording("en").say(waiting.held_back(1) or say("nothing"))
    assert held == ("#1 is not put off yet: first judge what they wrote. Then the snooze holds.")
    waiting.snooze([1], "fri", reply=True)
    assert "An answer among it ends the snooze." in Wording("en").say(waiting.held_back(1))
    happens(waiting, 1, "promise", promise="2026-12-04")
    assert waiting.case(1).snooze
    assert waiting.held_back(1) is None
