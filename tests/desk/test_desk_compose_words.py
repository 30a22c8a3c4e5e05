"""Whose words stand in a letter: the person's own, kept apart for each letter."""

from __future__ import annotations

import pytest
from desk_story import FACTS, Place, at, happens, opened

from tui.cases.errors import NotFound
from tui.cases.words import Part
from tui.desk.cases.facts import FACT_OF_PART
from tui.desk.desk import Desk

OWN = {part: f"My own words for {part}." for part in Part}


def _refused(desk: Desk) -> int:
    case = opened(desk)
    happens(desk, case.id, "sent")
    return happens(desk, case.id, "refused").id


def test_own_words_of_the_first_letter_are_facts_of_the_case(place: Place) -> None:
    desk = place.desk()
    case = opened(desk)
    desk.save_letter(case.id, "", OWN)
    saved = place.desk().case(case.id)
    assert {part: getattr(saved, fact) for part, fact in FACT_OF_PART.items()} == OWN
    assert saved.letters == {}
    assert place.desk().compose(case.id).own == OWN


def test_facts_stand_in_the_first_letter(desk: Desk) -> None:
    case = opened(desk)
    made = desk.compose(case.id)
    assert (made.draft.step, made.draft.template, made.draft.key) == ("request", "request", "")
    assert made.own[Part.SUBJECT] == FACTS["subject"]
    assert made.letter.parts[Part.PROBLEM] == FACTS["details"]
    desk.edit(case.id, {"details": "It leaks."})
    assert desk.compose(case.id).letter.parts[Part.PROBLEM] == "It leaks."


def test_an_empty_subject_stays_as_it_was(desk: Desk) -> None:
    case = opened(desk)
    desk.save_letter(case.id, "", {Part.SUBJECT: " \n", Part.PROBLEM: ""})
    saved = desk.case(case.id)
    assert (saved.subject, saved.details) == (FACTS["subject"], "")


def test_words_that_are_not_saved_show_in_the_letter_and_nowhere_else(place: Place) -> None:
    desk = place.desk()
    case = opened(desk)
    before = place.book()
    made = desk.compose(case.id, own={**OWN, Part.PROBLEM: "It leaks."})
    assert made.letter.parts[Part.PROBLEM] == "It leaks."
    assert made.own[Part.PROBLEM] == "It leaks."
    assert place.book() == before
    assert desk.compose(case.id).letter.parts[Part.PROBLEM] == FACTS["details"]


@pytest.mark.parametrize("step", ["reasons", "complaint", "higher", "review"])
def test_a_later_step_keeps_its_words_apart(desk: Desk, step: str) -> None:
    case = _refused(desk)
    before = desk.case(case)
    desk.save_letter(case, step, OWN)
    saved = desk.case(case)
    assert saved.letters == {step: {part.value: text for part, text in OWN.items()}}
    assert {f: getattr(saved, f) for f in FACT_OF_PART.values()} == {
        f: getattr(before, f) for f in FACT_OF_PART.values()
    }
    made = desk.compose(case, step)
    assert (made.draft.key, made.own) == (step, OWN)
    assert {part: made.letter.parts[part] for part in Part} == OWN
    other = desk.compose(case, "complaint" if step == "reasons" else "reasons")
    assert not set(other.own.values()) - {""}


def test_words_taken_back_give_way_to_those_of_the_case(desk: Desk) -> None:
    case = _refused(desk)
    written = desk.compose(case, "complaint").letter
    desk.save_letter(case, "complaint", OWN)
    desk.save_letter(case, "complaint", dict.fromkeys(OWN, " "))
    assert desk.case(case).letters == {}
    assert desk.compose(case, "complaint").letter == written


def test_only_the_parts_that_are_given_are_saved(desk: Desk) -> None:
    case = _refused(desk)
    desk.save_letter(case, "complaint", {Part.PROBLEM: "One."})
    desk.save_letter(case, "complaint", {Part.DONE: "Two."})
    assert desk.case(case).letters == {"complaint": {"problem": "One.", "done": "Two."}}


def test_each_reminder_and_each_reply_has_words_of_its_own(desk: Desk) -> None:
    case = opened(desk).id
    happens(desk, case, "sent")
    keys = []
    for kind in ("sent", "call", "asked", "sent"):
        made = desk.compose(case)
        assert not set(made.own.values()) - {""}
        keys.append(made.draft.key)
        desk.save_letter(case, "", {Part.PROBLEM: f"Words of {made.draft.key}."})
        assert desk.compose(case).letter.parts[Part.PROBLEM] == f"Words of {made.draft.key}."
        happens(desk, case, kind)
    assert keys == [
        "request.reminder.1",
        "request.reminder.2",
        "request.reminder.3",
        "request.reply.3",
    ]
    assert list(desk.case(case).letters) == keys


def test_what_they_do_meanwhile_leaves_a_reminder_its_words(desk: Desk) -> None:
    case = opened(desk).id
    happens(desk, case, "sent")
    desk.save_letter(case, "", {Part.PROBLEM: "Well?"})
    happens(desk, case, "received", automatic="yes")
    happens(desk, case, "note", text="nothing yet")
    assert desk.compose(case).own[Part.PROBLEM] == "Well?"


def test_the_language_of_the_letter_is_that_of_the_case_or_as_asked(desk: Desk) -> None:
    case = opened(desk, language="ru").id
    assert desk.letter(case).language == "ru"
    assert "Тема: " in desk.letter(case).text()
    english = desk.letter(case, language="en")
    assert (english.language, "Subject: " in english.text()) == ("en", True)
    assert desk.case(case).language == "ru"
    assert desk.letter(case, language="en").parts[Part.PROBLEM] == FACTS["details"]


def test_a_letter_names_the_day_by_which_they_would_have_to_answer(desk: Desk) -> None:
    """Ten working days from Sunday, 22 November; 1 December is a holiday in Portugal."""
    case = opened(desk, expected_result="My money back.").id
    assert "7 December 2026" in desk.letter(case).parts[Part.RESULT]
    desk.edit(case, {"country": "RU"})
    assert "4 December 2026" in desk.letter(case).parts[Part.RESULT]


def test_the_day_counts_from_the_day_of_the_company() -> None:
    evening = Place(country="RU").desk(at("2026-11-22 16:00"))
    case = opened(evening, expected_result="My money back.", timezone="Asia/Vladivostok").id
    assert "7 December 2026" in evening.letter(case).parts[Part.RESULT]  # from Monday there


def test_an_unknown_step_is_named(desk: Desk) -> None:
    with pytest.raises(NotFound, match="has no step"):
        desk.compose(opened(desk).id, "moon")


def test_the_title_of_a_step(desk: Desk) -> None:
    case = opened(desk)
    assert desk.step_title(case, "higher", "ru") == "Вышестоящая инстанция"
    assert desk.step_title(case, "higher", "en") == "Higher body"
