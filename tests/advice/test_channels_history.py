"""What my own past with a company says of its channels."""

from __future__ import annotations

from typing import Any

import pytest
from case_story import answered, closed, event, nov, promised, sent, told
from msgspec.structs import replace

from tui.advice.channels import Around, rank_channels
from tui.advice.history import Past, history_of, weigh
from tui.cases.event import Event
from tui.cases.words import Answer, Channel, EventKind, Outcome, Problem, Urgency
from tui.wording.wording import Wording

EMAIL, CHAT, PHONE = Channel.EMAIL, Channel.CHAT, Channel.PHONE


def past(*events: Event) -> dict[Channel, Past]:
    return history_of([told(*events)])


def asked(day: int, channel: Channel = EMAIL) -> Event:
    return event(EventKind.SENT, nov(day), step="request", channel=channel)


def ended(day: int, outcome: Outcome) -> Event:
    return event(EventKind.CLOSED, nov(day), outcome=outcome)


def test_an_answer_is_counted_from_the_first_message_there() -> None:
    first, second = answered(nov(9), Answer.PARTLY), answered(nov(11), Answer.SOLVED)
    history = past(asked(2), asked(5), first, asked(10), second)
    assert history == {EMAIL: Past(days=(7, 1))}


def test_an_answer_counts_for_the_channel_it_came_on() -> None:
    reply = event(EventKind.RECEIVED, nov(6), channel=EMAIL)
    history = past(asked(2, EMAIL), asked(5, CHAT), reply)
    assert history == {EMAIL: Past(days=(4,)), CHAT: Past(silent=1)}
    unnamed = past(asked(2, EMAIL), asked(5, CHAT), answered(nov(6), Answer.SOLVED))
    assert unnamed == {CHAT: Past(days=(1,)), EMAIL: Past(silent=1)}


@pytest.mark.parametrize(
    "happened",
    [
        event(EventKind.RECEIVED, nov(3), automatic=True),
        answered(nov(3), Answer.RECEIPT),
        event(EventKind.REGISTERED, nov(3), reference="55-10"),
        event(EventKind.NOTE, nov(3), text="x"),
    ],
    ids=["robot", "receipt", "registered", "note"],
)
def test_a_receipt_is_no_answer(happened: Event) -> None:
    assert past(asked(2), happened) == {}


def test_what_was_never_answered_is_silence_unless_i_took_it_back() -> None:
    expired = past(asked(2), ended(20, Outcome.EXPIRED))
    assert expired == {EMAIL: Past(silent=1, ended=1)}
    assert past(asked(2), ended(20, Outcome.WITHDRAWN)) == {}
    assert past(asked(2)) == {}


def test_a_call_may_be_answered_at_once() -> None:
    call = event(EventKind.CALL, nov(2), step="request", channel=PHONE, answer=Answer.SOLVED)
    assert past(call) == {PHONE: Past(days=(0,))}


def test_promises_count_for_the_channel_where_they_were_given() -> None:
    kept = past(
        sent(nov(2)), promised(nov(3), nov(9), channel=PHONE), answered(nov(8), Answer.SOLVED)
    )
    assert kept[PHONE].kept == 1
    broken = past(sent(nov(2)), promised(nov(3), nov(5)), answered(nov(8), Answer.SOLVED))
    assert (broken[EMAIL].broken, broken[EMAIL].kept) == (1, 0)


def test_how_it_ended_counts_for_the_channel_used_last() -> None:
    history = past(
        asked(2), asked(3, CHAT), answered(nov(4), Answer.PARTLY), ended(5, Outcome.PARTLY)
    )
    assert (history[CHAT].ended, history[CHAT].upheld) == (1, 1)
    assert (history[EMAIL].ended, history[EMAIL].silent) == (0, 1)
    assert past(asked(2), closed(nov(3)))[EMAIL].upheld == 0


@pytest.mark.parametrize(
    ("told_of", "points"),
    [
        (Past(days=(1,)), []),
        (Past(days=(0, 1)), [8]),
        (Past(days=(2, 40, 3)), [5]),
        (Past(days=(40, 40)), [-8]),
        (Past(kept=1), []),
        (Past(kept=3), [6]),
        (Past(kept=1, broken=1), []),
        (Past(broken=4), [-6]),
        (Past(ended=2, upheld=2), [6]),
        (Past(ended=1, upheld=1), []),
        (Past(silent=2), [-10]),
        (Past(silent=1), []),
        (Past(days=(5, 5, 5), silent=2), [2]),
    ],
)
def test_two_cases_are_the_least_that_speaks(told_of: Past, points: list[int]) -> None:
    assert [weight for weight, _ in weigh(told_of)] == points


def test_the_reasons_in_words() -> None:
    words = Wording("en")
    told_of = Past(days=(3, 5), kept=3, broken=1, ended=4, upheld=3, silent=2)
    assert [words.say(why) for _, why in weigh(told_of)] == [
        "Your history: half of 2 answers here came within 4 days.",
        "Your history: of 4 promises given here they kept 3.",
        "Your history: of 4 cases that ended here, 3 were upheld at least in part.",
        "Your history: of 4 requests here 2 were never answered.",
    ]


def test_the_past_moves_the_ranking_with_its_reason() -> None:
    def ranked(**facts: Any) -> dict[Channel, int]:
        around = Around(**facts)
        matter = (Problem.DEFECT, Urgency.NORMAL, False, None, None, nov(23))
        return {one.channel: one.score for one in rank_channels(*matter, around)}

    before = ranked()
    after = ranked(history={EMAIL: Past(days=(1, 1)), Channel.FORM: Past(silent=4)})
    assert after[EMAIL] - before[EMAIL] == 8
    assert after[Channel.FORM] - before[Channel.FORM] == -10
    assert max(before, key=before.__getitem__) is Channel.FORM
    assert max(after, key=after.__getitem__) is EMAIL


def test_cases_are_added_up() -> None:
    one = told(asked(2), answered(nov(4), Answer.SOLVED))
    assert history_of([one, replace(one, id=2)]) == {EMAIL: Past(days=(2, 2))}
