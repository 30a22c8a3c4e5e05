"""One change of several cases: whole or not at all, and one to take back."""

from __future__ import annotations

import pytest
from desk_story import Place, happens, opened

from tui.cases.errors import BadInput, NotFound
from tui.desk.desk import Desk
from tui.desk.undone import what_of
from tui.wording.wording import LANGUAGES, Wording


@pytest.fixture
def three(desk: Desk) -> Desk:
    for tags in ("home", "", "Home kettle"):
        opened(desk, tags=tags)
    return desk


def _tags(desk: Desk) -> list[tuple[str, ...]]:
    return [desk.case(number).tags for number in (1, 2, 3)]


def test_tags_are_put_on_and_taken_away_and_the_others_stay(three: Desk) -> None:
    three.retag((1, 3, 3), "urgent, -HOME +mine -nothing")
    assert _tags(three) == [("urgent", "mine"), (), ("kettle", "urgent", "mine")]
    three.retag((1, 2, 3), "Urgent")
    assert _tags(three)[1] == ("Urgent",)
    assert _tags(three)[0] == ("urgent", "mine")  # it has that one


def test_it_is_one_change_to_take_back(three: Desk) -> None:
    before = _tags(three)
    three.retag((1, 2, 3), "urgent")
    assert what_of(three.undo()).count == 3
    assert _tags(three) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_done_to_several_is_named_when_it_is_taken_back(
    three: Desk, language: str
) -> None:
    words, every = Wording(language), (1, 2, 3)
    for number in every:
        happens(three, number, "sent", at="2026-11-10", due="2026-12-20")
    told = []
    for change in (
        lambda: three.snooze(every, "1w"),
        lambda: three.wake(every),
        lambda: three.chase_every(every, "monday"),
        lambda: three.retag(every, "urgent"),
    ):
        change()
        told.append(words.say(what_of(three.undo())))
        change()  # what follows needs it
    assert (
        told
        == {
            "en": [
                "the snooze of 3 cases",
                "the end of the snooze of 3 cases",
                "the regular reminders of 3 cases",
                "the change of 3 cases",
            ],
            "ru": [
                "отсрочка 3 обращений",
                "возврат 3 отложенных обращений",
                "регулярные напоминания по 3 обращениям",
                "изменение 3 обращений",
            ],
        }[language]
    )


def test_what_another_window_did_meanwhile_stays() -> None:
    place = Place()
    here, there = place.desk(), place.desk()
    opened(here)
    there.look_again()
    there.retag((1,), "theirs")
    here.retag((1,), "mine")
    assert here.case(1).tags == ("theirs", "mine")


@pytest.mark.parametrize("typed", ["", " , ", "-", "+ -"])
def test_a_tag_has_to_be_named(three: Desk, typed: str) -> None:
    with pytest.raises(BadInput):
        three.retag((1, 2), typed)


def test_facts_change_in_all_or_in_none(three: Desk) -> None:
    changed = three.edit_many((1, 2), {"urgency": "high"})
    assert [case.urgency for case in changed] == ["high", "high"]
    for numbers, texts, error in (
        ((1, 2, 99), {"urgency": "low"}, NotFound),
        ((1, 2), {"urgency": "soon"}, BadInput),
        ((1, 2), {"playbook": "nowhere"}, NotFound),
    ):
        with pytest.raises(error):
            three.edit_many(numbers, texts)
    assert [three.case(number).urgency for number in (1, 2, 3)] == ["high", "high", "normal"]
