"""What the checks say of a letter depends on who will read it, and by which way it goes."""

from __future__ import annotations

import pytest
from desk_story import NOW, Place, happens, opened

from tui.cases.words import Channel, Part, Problem
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.settings.config import Config, Settings
from tui.store.opening import memory_store

NUMBER, CONTACTS, UNSIGNED, SUBJECT = "L01", "L20", "L33", "L05"


def _nobody() -> Desk:
    """The desk of a person who has not filled in a profile."""
    clock = FixedClock(NOW)
    return Desk(memory_store(at=clock.now), clock, Settings(config=Config(language="en")))


def _ids(desk: Desk, case: int, step: str = "") -> set[str]:
    return {finding.id for finding in desk.compose(case, step).findings}


def test_a_letter_to_the_company_needs_number_and_contacts() -> None:
    desk = _nobody()
    case = opened(desk, identifiers="")
    assert {NUMBER, CONTACTS, UNSIGNED} <= _ids(desk, case.id)
    named = opened(desk, identifiers="order 4821-77", contacts="anna@example.org, Anna Petrova")
    assert not {NUMBER, CONTACTS} & _ids(desk, named.id)


def test_a_public_review_is_not_asked_for_them() -> None:
    desk = _nobody()
    case = opened(desk, identifiers="")
    happens(desk, case.id, "sent")
    happens(desk, case.id, "refused")
    assert NUMBER in _ids(desk, case.id, "complaint")
    assert not {NUMBER, CONTACTS, UNSIGNED} & _ids(desk, case.id, "review")


@pytest.mark.parametrize(
    ("channel", "idle"),
    [
        (Channel.PHONE, {SUBJECT, CONTACTS, UNSIGNED}),
        (Channel.CHAT, {SUBJECT, UNSIGNED}),
        (Channel.SOCIAL, {NUMBER, SUBJECT, CONTACTS, UNSIGNED}),
        (Channel.EMAIL, set()),
    ],
)
def test_a_channel_is_not_asked_for_what_it_has_no_place_for(
    channel: Channel, idle: set[str]
) -> None:
    desk = _nobody()
    case = opened(desk, identifiers="", subject="?")
    every = {finding.id for finding in desk.check_case(case.id)}
    asked = {finding.id for finding in desk.check_case(case.id, channel)}
    assert {NUMBER, CONTACTS, UNSIGNED} <= every
    if channel is not Channel.SOCIAL:  # where another, shorter text goes out
        assert every - asked == idle & every
    assert asked <= every
    plain = {finding.id for finding in desk.check_text("Hi.")}
    assert plain - {f.id for f in desk.check_text("Hi.", channel)} == idle & plain


def test_the_problem_may_be_said_otherwise(desk: Desk) -> None:
    case = opened(desk, identifiers="", problem="refund")
    assert NUMBER in {f.id for f in desk.check_case(case.id)}
    consulted = desk.check_case(case.id, problem=Problem.CONSULTATION)
    assert NUMBER not in {f.id for f in consulted}


def test_places_left_blank_are_found_in_words_not_saved_yet() -> None:
    desk = Place().desk()
    case = opened(desk)
    made = desk.compose(case.id, own={Part.PROBLEM: "On [date] it broke, order 77-1."})
    blank = next(f for f in made.findings if f.id == "L04")
    assert (blank.part, blank.text) == (Part.PROBLEM, "[date]")
    assert made.letter.parts[Part.PROBLEM][blank.start : blank.end] == "[date]"


def test_my_name_is_that_of_the_profile(desk: Desk) -> None:
    case = opened(desk)
    assert UNSIGNED not in _ids(desk, case.id)
    assert "Anna Petrova" in desk.letter(case.id).text()
