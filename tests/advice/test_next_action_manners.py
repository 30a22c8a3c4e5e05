"""Whatever happened, the next action keeps its manners and fits on a line of the board."""

from __future__ import annotations

from datetime import date
from typing import Any

from case_story import answered, asked, closed, event, nov, owed, promised, sent, told
from hypothesis import given
from hypothesis import strategies as st

from tui.advice.next_action import Action, next_action
from tui.advice.patience import holding
from tui.cases.card import Card, card_of
from tui.cases.case import Case
from tui.cases.errors import NotLawful
from tui.cases.words import Answer, DeadlineKind, EventKind, Stage
from tui.playbooks.opening import openings
from tui.playbooks.playbook import load_playbook
from tui.playbooks.rung import RungState
from tui.wording.wording import Wording

GENERAL = load_playbook("general")
ENGLISH = Wording("en")
CHASES = {Action.REMIND, Action.CONTACT, Action.ESCALATE}
AGREED = (owed(DeadlineKind.CONTACT, nov(22)),)

EVENTS = st.sampled_from(
    [
        sent(nov(2), answer=nov(16), number="55-10"),
        sent(nov(4), contact=nov(25)),
        sent(nov(6), answer=nov(12)),
        *(sent(nov(17), name, answer=nov(27)) for name in ("reasons", "complaint", "higher")),
        sent(nov(20), "review"),
        *(event(EventKind.CALL, nov(day)) for day in (3, 18)),
        *(event(EventKind.RECEIVED, nov(9), automatic=automatic) for automatic in (True, False)),
        *(answered(nov(10), answer) for answer in (Answer.SOLVED, Answer.PARTLY)),
        answered(nov(10), Answer.PARTLY, starts=AGREED),
        event(EventKind.REFUSED, nov(11), starts=AGREED),
        *(promised(nov(5), nov(day)) for day in (8, 20)),
        *(asked(nov(10)), asked(nov(10), by=nov(14), act_by=nov(13))),
        *(event(kind, nov(12)) for kind in (EventKind.PAUSED, EventKind.RESUMED)),
        *(closed(nov(13)), event(EventKind.REOPENED, nov(19))),
    ]
)


def happened(history: list[Any]) -> Case:
    """A case to which so much of it happened as is lawful."""
    case = told()
    for one in history:
        try:
            case = told(one, case=case)
        except NotLawful:
            continue
    return case


def next_of(history: list[Any], today: date) -> tuple[Card, Any]:
    card = card_of(happened(history))
    return card, next_action(card, GENERAL, today)


HISTORIES = st.lists(EVENTS, max_size=7)
DAYS = st.dates(nov(1), nov(30))


@given(HISTORIES, DAYS)
def test_there_is_always_one_and_it_has_a_date_and_a_reason(history: list, today: date) -> None:
    card, one = next_of(history, today)
    assert (one.action is Action.NONE) == (card.stage is Stage.CLOSED)
    assert (one.on is None) == (card.stage is Stage.CLOSED)
    assert one.on is None or one.on >= today
    assert one.action is Action.WAIT or one.action is Action.REPLY or one.on in (None, today)
    assert ENGLISH.say(one.reason).endswith(".")
    assert one.action is Action.NONE or GENERAL.place(one.step)


@given(HISTORIES, DAYS)
def test_it_is_one_short_line(history: list, today: date) -> None:
    line = ENGLISH.say(next_of(history, today)[1].sentence)
    assert 0 < len(line) <= 72
    assert "\n" not in line
    assert line[0].islower()


@given(HISTORIES, DAYS)
def test_it_never_nags_before_the_agreed_time(history: list, today: date) -> None:
    card, one = next_of(history, today)
    answered_already = card.last_answer in (Answer.REFUSED, Answer.PARTLY)
    if one.action in CHASES and holding(card, today) and not answered_already:
        # the day that was agreed may come before the day they promised
        agreed = card.not_before
        assert one.action is Action.CONTACT
        assert agreed is not None
        assert agreed <= today


@given(HISTORIES, DAYS)
def test_it_climbs_only_to_a_step_that_is_open(history: list, today: date) -> None:
    card, one = next_of(history, today)
    if one.action is Action.ESCALATE:
        rungs = {rung.step.id: rung for rung in openings(card, GENERAL, today)}
        assert rungs[one.step].state is RungState.OPEN


@given(HISTORIES, DAYS)
def test_it_never_waits_for_a_day_that_is_past(history: list, today: date) -> None:
    _, one = next_of(history, today)
    if one.action is Action.WAIT:
        assert one.on is not None
        assert one.on >= today
