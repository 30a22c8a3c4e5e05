"""What is news of a case: day by day, with the day since which it is so."""

from __future__ import annotations

from datetime import date

import pytest
from case_story import answered, asked, closed, event, nov, promised, sent, story, window
from msgspec.structs import replace

from tui.advice.action import View
from tui.advice.next_action import next_action
from tui.advice.waiting.news import news_of
from tui.advice.waiting.news_item import News
from tui.cases.card import Card
from tui.cases.snooze import Snooze
from tui.cases.words import Answer, EventKind
from tui.playbooks.playbook import load_playbook

WAITING = story(sent(nov(10), answer=nov(20), late_after=nov(23)))
PROMISED = story(sent(nov(10)), promised(nov(12), nov(18)))
AGREED = story(sent(nov(10), answer=nov(20), contact=nov(26)))
ASKED = story(sent(nov(10)), asked(nov(12), by=nov(25), act_by=nov(24)))
REFUSED = story(sent(nov(10), answer=nov(20)), answered(nov(12), Answer.REFUSED))
SOLVED = story(sent(nov(10), answer=nov(20)), answered(nov(12), Answer.SOLVED))
WROTE = story(sent(nov(10), answer=nov(30)), event(EventKind.RECEIVED, nov(12)))
MAILED = story(sent(nov(10), answer=nov(30)), event(EventKind.RECEIVED, nov(12), mail=1))
RETURNED = story(sent(nov(10), answer=nov(30)), event(EventKind.UNDELIVERED, nov(11), mail=1))
NOTED = story(sent(nov(10), answer=nov(30)), answered(nov(18), Answer.SOLVED, noted=nov(20)))
HIGHER = load_playbook("general").steps[1].id
CLOSING = replace(REFUSED, windows=(window(nov(30), nov(28), step=HIGHER),))


def seen(card: Card, day: date) -> tuple[News, ...]:
    playbook = load_playbook("general")
    view = View(card, playbook, day)
    return tuple(news_of(view, lambda c, d: next_action(c, playbook, d)))


def told(card: Card, day: date) -> list[tuple[str, int]]:
    return [(one.sort.value + "!" * one.is_last, one.since.day) for one in seen(card, day)]


@pytest.mark.parametrize(
    ("card", "days"),
    [
        (WAITING, {19: [], 20: [("due", 20)], 23: [("due", 20)]}),
        (WAITING, {24: [("late", 24), ("opened", 24)], 26: [("late", 24), ("opened", 24)]}),
        (PROMISED, {17: [], 18: [("due", 18)], 19: [("broken", 19), ("opened", 19)]}),
        (AGREED, {25: [], 26: [("due", 26), ("late", 21), ("opened", 21)]}),
        (ASKED, {20: [("mine", 12)], 21: [("closing", 21)], 24: [("closing!", 24)]}),
        (REFUSED, {12: [], 13: [("opened", 12)]}),  # what I have just recorded I know
        (SOLVED, {12: [], 13: [("mine", 12)]}),
        (WROTE, {12: [], 13: [("mine", 12)], 20: [("mine", 12)]}),
        (MAILED, {12: [("mine", 12)], 20: [("mine", 12)], 30: [("mine", 12)]}),
        (RETURNED, {11: [("mine", 11)], 12: [("mine", 11)]}),  # nobody has recorded that
        (NOTED, {20: [], 21: [("mine", 18)]}),  # on the 20th, of the 18th
        (CLOSING, {20: [("opened", 12)], 21: [("closing", 21)], 28: [("closing!", 28)]}),
        (story(sent(nov(10), answer=nov(20)), closed(nov(12))), {25: []}),
        (story(), {25: []}),
    ],
)  # fmt: skip
def test_each_day_has_its_news(card: Card, days: dict[int, list[tuple[str, int]]]) -> None:
    found = {day: told(card, nov(day)) for day in days}
    assert found == days


def test_it_is_the_same_news_as_long_as_nothing_changes() -> None:
    keys = [one.key for one in seen(WAITING, nov(25))]
    assert [one.key for one in seen(WAITING, nov(30))] == keys
    assert [one.key for one in seen(REFUSED, nov(20))] == [
        one.key for one in seen(REFUSED, nov(13))
    ]
    moved = story(sent(nov(10), answer=nov(21), late_after=nov(23)))
    assert seen(moved, nov(25))[0].key != keys[0]


def test_my_last_day_is_told_though_its_coming_was() -> None:
    before, on_it = (seen(CLOSING, nov(day))[0].key for day in (27, 28))
    assert before != on_it


def test_a_case_that_is_put_off_is_quiet_but_for_my_own_time() -> None:
    snooze = Snooze(since=nov(15), until=nov(27), after=2)
    assert told(replace(WAITING, snooze=snooze), nov(26)) == []
    assert told(replace(WAITING, snooze=snooze), nov(27)) == told(WAITING, nov(27))
    assert told(replace(CLOSING, snooze=snooze), nov(26)) == [("closing", 21)]
    assert told(replace(ASKED, snooze=snooze), nov(24)) == [("closing!", 24)]
    assert told(replace(WROTE, snooze=snooze), nov(26)) == [("mine", 12)]
