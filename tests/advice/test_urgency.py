"""How urgent a case is: each part with its points, and the order that follows from them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from case_story import COMPLETE, answered, asked, closed, event, nov, promised, sent, story, window
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from test_next_action_manners import EVENTS, happened

from tui.advice.figures.urgency import BLOCKED, parts_of, points_of
from tui.cases.card import card_of
from tui.cases.deadline import Deadline
from tui.cases.money import Money
from tui.cases.snooze import Snooze
from tui.cases.words import Answer, DeadlineKind, EventKind, Owner, Urgency
from tui.wording.wording import Wording

ENGLISH = Wording("en")
FIRST = sent(nov(2), answer=nov(16))


def _told(card: Any, today: date, *waits: int) -> list[tuple[int, str]]:
    return [(p.points, ENGLISH.say(p.sentence)) for p in parts_of(card, today, waits)]


RICH = replace(COMPLETE, amount=Money(value=Decimal("12490.50"), currency="RUB"))
URGENT = replace(COMPLETE, urgency=Urgency.CRITICAL)
AGREED = Deadline(owner=Owner.MINE, kind=DeadlineKind.CONTACT, due=nov(10), late_after=nov(10),
                  rule="agreed")  # fmt: skip
OLD = replace(COMPLETE, opened_at=FIRST.at - timedelta(days=70))


@pytest.mark.parametrize(
    ("card", "today", "parts"),
    [
        (story(), nov(23), []),
        (story(FIRST), nov(15), []),
        (story(FIRST), nov(16),
         [(10, "Their time ends; they have to act by 16 November 2026.")]),
        (story(FIRST), nov(17), [(30, "They are 1 day late.")]),
        (story(FIRST), nov(18), [(31, "They are 2 days late.")]),
        (story(FIRST), nov(30),  # a date does run, late
         [(43, "They are 14 days late."), (2, "Nothing has happened for 28 days.")]),
        (story(FIRST, promised(nov(5), nov(20))), nov(21),
         [(30, "They are 1 day late."), (8, "They broke 1 promise.")]),  # it put the day off
        (story(FIRST, asked(nov(10), nov(20), nov(18))), nov(10),
         [(28, "I have to act by 18 November 2026."), (10, "It is my move.")]),
        (story(FIRST, asked(nov(10), nov(20), nov(18))), nov(21),
         [(70, "I owe them something since 20 November 2026."), (10, "It is my move.")]),
        (replace(story(FIRST), windows=(window(nov(30), nov(27)),)), nov(13),
         []),  # more than a fortnight ahead
        (replace(story(FIRST), windows=(window(nov(30), nov(27)),)), nov(14),
         [(8, "I have to act by 27 November 2026.")]),
        (replace(story(), windows=(window(nov(10)),)), nov(10),
         [(60, "I have to act by 10 November 2026.")]),
        (replace(story(), windows=(window(nov(10)),)), nov(11), []),  # too late: no reason to run
        (replace(story(FIRST), deadlines=(AGREED,)), nov(9), []),  # not before
        (replace(story(FIRST), deadlines=(AGREED,)), nov(10),
         [(60, "I agreed to contact them on 10 November 2026.")]),
        (story(case=URGENT), nov(23), [(40, "Its urgency is: critical.")]),
        (story(case=replace(URGENT, urgency=Urgency.LOW)), nov(23),
         [(-10, "Its urgency is: low.")]),
        (story(case=RICH), nov(23), [(6, "RUB\u00a012,490.50 is at stake.")]),
        (story(case=OLD), nov(2), [(2, "It is 70 days old.")]),
        (story(FIRST, answered(nov(3), Answer.REFUSED)), nov(30),
         [(10, "It is my move."), (1, "Nothing has happened for 27 days, and no date runs.")]),
        (story(FIRST, event(EventKind.PAUSED, nov(3))), nov(30), []),  # its clock stands still
        (story(FIRST, closed(nov(3)), case=URGENT), nov(30), []),
        (replace(story(FIRST), snooze=Snooze(since=nov(3), until=nov(15))), nov(4),
         [(-40, "I put it off until 15 November 2026.")]),
    ],
)  # fmt: skip
def test_each_part_with_its_points(card: Any, today: date, parts: list[tuple[int, str]]) -> None:
    assert _told(card, today) == parts
    assert points_of(card, today) == sum(points for points, _ in parts)


def test_waiting_for_another_takes_points_but_not_from_a_closed_one() -> None:
    card = story(FIRST)
    assert _told(card, nov(17), 12, 15) == [
        (30, "They are 1 day late."),
        (-30, "It waits for #12, #15."),
    ]
    assert points_of(card, nov(17), blocked=True) == 30 + BLOCKED
    assert points_of(story(FIRST, closed(nov(3))), nov(17), blocked=True) == 0


@given(st.lists(EVENTS, max_size=6), st.integers(1, 28), st.booleans())
def test_the_sum_is_that_of_its_parts_and_a_day_later_is_never_less_late(
    history: list[Any], day: int, blocked: bool
) -> None:
    card, today = card_of(happened(history)), nov(day)
    parts = parts_of(card, today, (7,) if blocked else ())
    assert points_of(card, today, blocked=blocked) == sum(part.points for part in parts)
    assert all(part.points and ENGLISH.say(part.sentence) for part in parts)
    late = [sum(p.points for p in parts_of(card, on) if p.why.value == "late")
            for on in (today, nov(day + 1))]  # fmt: skip
    assert late[0] <= late[1]
