"""Since when a step is open is a day that does not change with the day on which one looks."""

from __future__ import annotations

from datetime import date

import pytest
from case_story import COMPLETE, answered, event, nov, sent, told
from dispute_story import Dispute
from msgspec.structs import replace

from tui.cases.card import card_of
from tui.cases.case import Case
from tui.cases.words import Answer, EventKind
from tui.playbooks.opening import openings
from tui.playbooks.playbook import load_playbook
from tui.playbooks.rung import RungState

FIRST = sent(nov(2), answer=nov(16))


def since(case: Case, playbook: str, step: str, today: date) -> tuple[RungState, date | None]:
    rungs = openings(card_of(case), load_playbook(playbook), today)
    rung = next(rung for rung in rungs if rung.step.id == step)
    return rung.state, rung.opens


@pytest.mark.parametrize("today", [nov(12), nov(29)])
@pytest.mark.parametrize(
    ("playbook", "step", "case"),
    [
        ("general", "reasons", told(FIRST, event(EventKind.REFUSED, nov(11)))),
        ("general", "complaint", told(FIRST, answered(nov(11), Answer.PARTLY))),
        ("general", "higher", told(FIRST, event(EventKind.REFUSED, nov(11), final=True))),
        ("uk-retail", "section75", told(replace(FIRST, at=FIRST.at.replace(day=11)))),
        (
            "general",
            "complaint",
            told(FIRST, event(EventKind.REFUSED, nov(11)), sent(nov(12), "reasons")),
        ),
    ],
)
def test_it_is_the_day_on_which_it_opened(
    playbook: str, step: str, case: Case, today: date
) -> None:
    assert since(case, playbook, step, today) == (RungState.OPEN, nov(11))


def test_a_missed_time_opens_it_on_the_day_after_also_where_the_case_went_on() -> None:
    case = told(FIRST, sent(nov(20), "complaint"))
    assert since(told(FIRST), "general", "complaint", nov(29)) == (RungState.OPEN, nov(17))
    assert since(case, "general", "higher", nov(29))[0] is not RungState.OPEN


def test_what_may_begin_is_open_since_the_case_was_opened() -> None:
    dispute = Dispute("general", "2026-11-02").on("2026-11-05")
    assert dispute.rung("request").opens == date(2026, 11, 2)
    assert COMPLETE.opened_at is None


def test_their_last_word_is_not_asked_for_again() -> None:
    dispute = Dispute("uk-finance", "2026-03-24").writes("complaint").on("2026-06-15")
    dispute.happens(EventKind.REFUSED)
    assert dispute.rung("final-response").state is RungState.OPEN
    dispute.happens(EventKind.REFUSED, final="yes").on("2026-06-16")
    assert dispute.rung("final-response").told_as == "left_out"
    dispute.writes("ombudsman", "form")
    assert dispute.rung("final-response").told_as == "left_out"


def test_who_solved_it_is_pressed_no_more_but_a_department_beside_may_owe_for_it() -> None:
    dispute = Dispute("vendor-support", "2026-11-02", problem="technical", urgency="critical")
    dispute.writes("ticket").happens(EventKind.ANSWERED, answer="solved")
    states = {rung.step.id: rung.state for rung in dispute.desk.ladder(dispute.id)}
    assert (states["second-line"], states["credit"]) == (RungState.AHEAD, RungState.OPEN)
    dispute.happens(EventKind.CLOSED, outcome="upheld")
    assert RungState.OPEN not in {rung.state for rung in dispute.desk.ladder(dispute.id)}
