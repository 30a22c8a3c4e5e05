"""A reminder goes the way that counts, or is not written."""

from __future__ import annotations

from datetime import date

import pytest
from case_story import answered, event, nov, promised, sent, story

from tui.advice.waiting.chasing import cannot_chase, why_chase
from tui.cases.words import Answer, Channel, EventKind
from tui.playbooks.playbook import load_playbook
from tui.wording.wording import Wording

ENGLISH = Wording("en")
TODAY = nov(20)


def why_not(*events: object, playbook: str = "general", today: date = TODAY) -> str:
    reason = cannot_chase(story(*events), load_playbook(playbook), today)  # type: ignore[arg-type]
    return ENGLISH.say(reason) if reason else ""


@pytest.mark.parametrize(
    ("channel", "playbook", "begins"),
    [
        (Channel.EMAIL, "general", ""),
        (Channel.CHAT, "general", ""),
        (Channel.PHONE, "general", "It waits with them (phone)"),
        (Channel.IN_PERSON, "general", "It waits with them (in person)"),
        (Channel.FORM, "ru-state", ""),
        (Channel.EMAIL, "ru-state", "It does not count here."),  # by law: law.md, ru.59fz.channel
    ],
)
def test_on_the_channel_where_it_waits(channel: Channel, playbook: str, begins: str) -> None:
    said = why_not(sent(nov(2), answer=nov(16), channel=channel), playbook=playbook)
    assert said.startswith(begins)
    assert bool(said) is bool(begins)


def test_a_review_asks_nobody() -> None:
    began = sent(nov(2), answer=nov(5))
    review = sent(nov(9), "review", channel=Channel.SOCIAL)
    assert why_not(began, review) == "A public review asks nobody for an answer."


@pytest.mark.parametrize(
    ("then", "begins"),
    [
        (promised(nov(5), nov(25)), "Too early: they promised it by 25 November 2026."),
        (promised(nov(5), nov(19)), ""),
        (sent(nov(17), contact=nov(25)), "Too early: you agreed not to contact them before 25"),
        (event(EventKind.PAUSED, nov(5)), "Their time stands still since 5 November 2026"),
        (answered(nov(5), Answer.RECEIPT), ""),
        (answered(nov(5), Answer.PARTLY), "It is your move, not theirs."),
        (event(EventKind.RECEIVED, nov(5)), "They wrote: judge that first."),
        (event(EventKind.CALL, TODAY, channel=Channel.CHAT), "You wrote to them today."),
    ],
)
def test_not_before_its_time_nor_where_it_is_my_move(then: object, begins: str) -> None:
    said = why_not(sent(nov(2), answer=nov(16)), then)
    assert said.startswith(begins)
    assert bool(said) is bool(begins)


def test_it_says_what_they_broke() -> None:
    late = story(sent(nov(2), answer=nov(16)), promised(nov(5), nov(9)))
    assert ENGLISH.say(why_chase(late, TODAY)).startswith("They promised it by 9 November 2026")
    assert ENGLISH.say(why_chase(story(sent(nov(2))), TODAY)).startswith("Nothing says when")
