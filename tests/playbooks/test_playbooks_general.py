"""The general ladder as it ships."""

from __future__ import annotations

import pytest

from tui.cases.errors import NotFound
from tui.cases.words import Channel
from tui.deadlines.period import parse_period
from tui.playbooks.playbook import load_playbook, playbook_ids
from tui.playbooks.steps import LANGUAGES, in_language

GENERAL = load_playbook("general")


def test_it_climbs_from_the_request_to_the_public_review() -> None:
    ids = [step.id for step in GENERAL.steps]
    assert ids == ["request", "reasons", "complaint", "higher", "review"]


def test_every_step_has_its_letter_and_its_checklist_in_both_languages() -> None:
    for step in GENERAL.steps:
        assert step.letter == step.id
        for language in LANGUAGES:
            assert step.title[language]
            assert step.addressee[language]
            assert 3 <= len(step.checklist[language]) <= 6


def test_no_waiting_time_of_it_claims_to_be_law() -> None:
    assert {step.certainty for step in GENERAL.steps} == {"practice"}
    assert [step.answer_within for step in GENERAL.steps] == ["10wd", "5wd", "10wd", "30cal", ""]
    assert all(parse_period(step.answer_within) for step in GENERAL.steps[:-1])


def test_reasons_are_asked_only_of_a_refusal_and_the_rest_follows_silence_too() -> None:
    assert GENERAL.step("reasons").opens_on == {"refused", "partly"}
    for name in ("complaint", "review"):
        assert GENERAL.step(name).opens_on == {"refused", "partly", "missed"}
    assert GENERAL.step("higher").opens_on == {"refused", "partly", "missed", "final"}


def test_a_public_review_is_never_a_private_letter() -> None:
    assert set(GENERAL.step("review").channels) == {Channel.FORM, Channel.SOCIAL}


def test_the_place_of_a_step_counts_from_one() -> None:
    assert GENERAL.place("complaint") == 3
    assert GENERAL.place("court") == 0


def test_a_text_falls_back_to_english() -> None:
    assert in_language(GENERAL.title, "ru") == "Общая лестница"
    assert in_language(GENERAL.title, "fr") == "General ladder"


def test_an_unknown_step_or_playbook_is_answered_with_the_known_ones() -> None:
    with pytest.raises(NotFound) as no_step:
        GENERAL.step("court")
    assert no_step.value.sentence.values["steps"] == tuple(step.id for step in GENERAL.steps)
    with pytest.raises(NotFound) as no_playbook:
        load_playbook("../general")
    assert no_playbook.value.sentence.values["known"] == playbook_ids()
    assert "general" in playbook_ids()
