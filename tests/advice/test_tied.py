"""A case that waits for another leaves what can be left, and never a date of mine."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from case_story import answered, asked, closed, event, nov, sent, story, window
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from test_next_action_manners import EVENTS, happened

from tui.advice.action import Action, NextAction, View
from tui.advice.next_action import next_action
from tui.advice.waiting.tied import NO_LONGER_LEFT, my_next_date, tied
from tui.cases.card import Card, card_of
from tui.cases.words import Answer, EventKind, Stage
from tui.playbooks.playbook import load_playbook
from tui.wording.wording import Wording

GENERAL = load_playbook("general")
ENGLISH = Wording("en")
FIRST = sent(nov(2), answer=nov(16), number="55-10")
REFUSED = answered(nov(10), Answer.REFUSED)
OTHER = replace(story(FIRST), id=12)
ENDED = replace(story(FIRST, closed(nov(12))), id=12)


def _tied(card: Card, today: date, *others: Card) -> NextAction:
    view = View(card, GENERAL, today)
    return tied(next_action(card, GENERAL, today), view, others)


def _said(card: Card, today: date, *others: Card) -> str:
    return ENGLISH.say(_tied(card, today, *others).sentence)


@pytest.mark.parametrize(
    ("card", "today", "said"),
    [
        (story(), nov(10), "wait for #12"),
        (story(FIRST, REFUSED), nov(11), "wait for #12"),
        (story(FIRST), nov(10), "wait for their answer until 16 November 2026"),
        (story(FIRST), nov(17), "remind them, quoting 55-10"),
        (story(FIRST, event(EventKind.RECEIVED, nov(9))), nov(10), "judge what they wrote"),
        (story(FIRST, asked(nov(9), nov(14))), nov(10), "reply by 14 November 2026"),
        (story(FIRST, answered(nov(9), Answer.SOLVED)), nov(10), "close the case as upheld"),
        (
            story(sent(nov(2), contact=nov(9))),
            nov(10),
            "contact them, as agreed for 9 November 2026",
        ),
        (story(FIRST, closed(nov(9))), nov(10), "The case is closed."),
    ],
)
def test_only_what_can_be_left_is_left(card: Card, today: date, said: str) -> None:
    one = _tied(card, today, OTHER)
    assert ENGLISH.say(one.sentence) in (said, "nothing more to do")
    if card.stage is not Stage.CLOSED:
        assert "#12" in ENGLISH.say(one.sentence) + ENGLISH.say(one.reason)


def test_a_time_of_mine_is_named_while_it_is_far_and_presses_when_it_is_near() -> None:
    card = replace(story(FIRST, REFUSED), windows=(window(nov(30), nov(28)),))
    far, near = nov(28) - NO_LONGER_LEFT - timedelta(1), nov(28) - NO_LONGER_LEFT
    left = _tied(card, far, OTHER)
    assert (left.action, left.on) == (Action.WAIT, nov(28))
    assert "Your own time ends on 30 November 2026." in ENGLISH.say(left.reason)
    assert _tied(card, near, OTHER).action is Action.ESCALATE


def test_it_is_said_to_be_free_until_i_go_on() -> None:
    free = "free now (#12 closed): "
    assert _said(story(), nov(13), ENDED) == f"{free}send the request"
    assert _said(story(FIRST, REFUSED), nov(13), ENDED).startswith(f"{free}climb to step")
    assert _said(story(sent(nov(12), answer=nov(26))), nov(13), ENDED).startswith("wait for their")
    assert not _said(story(sent(nov(13))), nov(14), ENDED).startswith(free)
    assert _said(story(), nov(13), ENDED, replace(OTHER, id=15)) == "wait for #15"


@given(st.lists(EVENTS, max_size=6), st.integers(1, 30), st.integers(0, 40))
def test_no_date_of_mine_is_ever_hidden(history: list[Any], day: int, ahead: int) -> None:
    """Whatever is left names the next date of mine, and none that is near is left."""
    today = nov(day)
    card = card_of(happened(history))
    if card.stage is not Stage.CLOSED:
        card = replace(card, windows=(window(today + timedelta(ahead)),))
    alone, one = next_action(card, GENERAL, today), _tied(card, today, OTHER)
    mine = my_next_date(card, today)
    if one.action is not alone.action:
        assert one.action is Action.WAIT
        assert mine is None or mine.safe_day - today > NO_LONGER_LEFT
        assert one.on == (mine and mine.safe_day)
    else:
        assert (one.on, one.sentence) == (alone.on, alone.sentence)
