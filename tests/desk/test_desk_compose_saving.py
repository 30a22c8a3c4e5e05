"""Two windows write at one letter: different parts meet, the same part is not overwritten."""

from __future__ import annotations

import pytest
from desk_story import FACTS, Place, happens, opened

from tui.cases.errors import BadInput
from tui.cases.words import Part
from tui.desk.desk import Desk


@pytest.fixture(params=["", "complaint"])
def step(request: pytest.FixtureRequest) -> str:
    """The first letter, whose words are facts, and a later one."""
    return str(request.param)


def _case(desk: Desk, step: str) -> int:
    case = opened(desk)
    if step:
        happens(desk, case.id, "sent")
        happens(desk, case.id, "refused")
    return case.id


def test_different_parts_meet(place: Place, step: str) -> None:
    desk, other = place.desk(), place.desk()
    case = _case(desk, step)
    other.look_again()
    seen, seen_there = desk.compose(case, step).own, other.compose(case, step).own
    desk.save_letter(case, step, {Part.PROBLEM: "Mine."}, seen)
    other.save_letter(case, step, {Part.DONE: "Theirs."}, seen_there)
    desk.look_again()
    own = desk.compose(case, step).own
    assert (own[Part.PROBLEM], own[Part.DONE]) == ("Mine.", "Theirs.")


def test_the_same_part_is_not_overwritten_and_nothing_of_the_letter_is_saved(
    place: Place, step: str
) -> None:
    desk, other = place.desk(), place.desk()
    case = _case(desk, step)
    other.look_again()
    seen = other.compose(case, step).own
    desk.save_letter(case, step, {Part.PROBLEM: "Mine."}, desk.compose(case, step).own)
    before = place.book()
    with pytest.raises(BadInput, match="Another window"):
        other.save_letter(case, step, {Part.PROBLEM: "Theirs.", Part.DONE: "Too."}, seen)
    assert place.book() == before
    own = other.compose(case, step).own
    assert (own[Part.PROBLEM], own[Part.DONE]) == ("Mine.", "")


def test_the_same_words_in_both_windows_are_no_conflict(place: Place, step: str) -> None:
    desk, other = place.desk(), place.desk()
    case = _case(desk, step)
    other.look_again()
    seen = other.compose(case, step).own
    desk.save_letter(case, step, {Part.PROBLEM: "The same."}, seen)
    saved = other.save_letter(case, step, {Part.PROBLEM: "The same."}, seen)
    assert saved.revision == desk.case(case).revision


def test_nothing_new_is_no_change(place: Place, step: str) -> None:
    desk = place.desk()
    case = _case(desk, step)
    desk.save_letter(case, step, {Part.PROBLEM: "It leaks."})
    before = place.book()
    desk.save_letter(case, step, {Part.PROBLEM: "It leaks."})
    desk.save_letter(case, step, {})
    assert place.book() == before


def test_facts_changed_elsewhere_meet_the_letter(place: Place) -> None:
    desk, other = place.desk(), place.desk()
    case = _case(desk, "")
    other.look_again()
    seen = other.compose(case).own
    desk.edit(case, {"details": "It was wet.", "urgency": "high"}, {"details": FACTS["details"]})
    with pytest.raises(BadInput):
        other.save_letter(case, "", {Part.PROBLEM: "It was dry."}, seen)
    saved = other.save_letter(case, "", {Part.RESULT: "Money."}, seen)
    assert (saved.details, saved.expected_result) == ("It was wet.", "Money.")
    with pytest.raises(BadInput):
        desk.edit(case, {"expected_result": "Gold."}, {"expected_result": ""})


def test_taken_back_as_any_change(place: Place, step: str) -> None:
    desk = place.desk()
    case = _case(desk, step)
    before = desk.compose(case, step).own
    desk.save_letter(case, step, {Part.PROBLEM: "It leaks."})
    change = desk.undo()
    assert (change.verb, change.case) == ("compose", case)
    assert desk.compose(case, step).own == before
