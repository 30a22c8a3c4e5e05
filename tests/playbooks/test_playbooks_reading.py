"""A faulty playbook is refused with the file, the step and the field."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.cases.errors import BadInput
from tui.cases.words import Channel
from tui.playbooks.playbook import DATA, load_playbook, playbook_ids, read_file
from tui.playbooks.reading import read_playbook
from tui.wording.wording import LANGUAGES, Wording

GENERAL = (DATA / "general.toml").read_text(encoding="utf-8")

FAULTS = [
    ('answer_within = "5wd"', 'answer_within = "5 fortnights"', "reasons", "answer_within"),
    ('answer_within = "5wd"', "answer_within = 5", "reasons", "answer_within"),
    ('certainty = "practice"', 'certainty = "law"', "request", "certainty"),
    ('channels = ["form", "social"]', 'channels = ["fax"]', "review", "channels"),
    ('channels = ["form", "social"]', "channels = []", "review", "channels"),
    ('channels = ["form", "social"]', 'channels = ["form", "form"]', "review", "channels"),
    ('opens_on = ["start"]', 'opens_on = ["begin"]', "request", "opens_on"),
    ('opens_on = ["start"]', 'opens_on = ["missed"]', "request", "opens_on"),
    ('opens_on = ["refused", "partly"]', 'opens_on = ["start"]', "reasons", "opens_on"),
    ('after = ["request"]', "after = []", "reasons", "after"),
    ('after = ["request"]', 'after = ["review"]', "reasons", "after"),
    ('after = ["request"]', 'after = ["reasons"]', "reasons", "after"),
    ('after = ["request"]', "after = [1]", "reasons", "after"),
    ('letter = "reasons"', "", "reasons", "letter"),
    ('letter = "reasons"', 'letter = "../reasons"', "reasons", "letter"),
    ('id = "reasons"', 'id = "request"', "request", "id"),
    ('id = "reasons"', "", "2", "id"),
    ('letter = "review"', 'letter = "review"\nclosses = "8w"', "review", "closses"),
    ('title.en = "Public review"', 'title.en = " "', "review", "title.en"),
    ('title.en = "Public review"', "", "review", "title"),
    ('title.en = "Public review"', 'title.en = "a"\ntitle.de = "b"', "review", "title"),
    ('  "No insults, no guesses about motives",\n', "", "review", "checklist"),
    ('  "No insults, no guesses about motives",\n', "  7,\n", "review", "checklist.en"),
]


@pytest.mark.parametrize(("right", "wrong", "step", "field"), FAULTS)
def test_a_fault_in_a_step_is_named(right: str, wrong: str, step: str, field: str) -> None:
    with pytest.raises(BadInput) as fault:
        read_playbook(GENERAL.replace(right, wrong, 1), "mine.toml")
    values = fault.value.sentence.values
    assert (values["file"], values["step"], values["field"]) == ("mine.toml", step, field)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_that_can_be_written_are_told_with_the_wrong_one(language: str) -> None:
    wrong = 'channels = ["email", "pigeon", "e-mail"]'
    with pytest.raises(BadInput) as fault:
        read_playbook(GENERAL.replace('channels = ["form", "social"]', wrong, 1), "mine.toml")
    said = Wording(language).say(fault.value.sentence)
    assert "pigeon" in said
    assert ", ".join(Channel(word).value for word in Channel) in said


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ('id = "x"\ntitle = {en = "x", ru = "x"}', "step"),
        ('id = "x"\ntitle = {en = "x", ru = "x"}\nstep = [1]', "step"),
        (GENERAL.replace("title.en", "tittle.en", 1), "tittle"),
        (GENERAL.replace('id = "general"', 'id = "General!"'), "id"),
    ],
)
def test_a_fault_outside_the_steps_is_named(text: str, field: str) -> None:
    with pytest.raises(BadInput) as fault:
        read_playbook(text, "mine.toml")
    values = fault.value.sentence.values
    assert (values["file"], values["field"]) == ("mine.toml", field)
    assert "step" not in values


def test_what_is_no_toml_is_refused_by_its_file() -> None:
    with pytest.raises(BadInput) as fault:
        read_playbook("id = ", "mine.toml")
    assert fault.value.sentence.values["file"] == "mine.toml"


def test_a_file_must_bear_the_id_of_its_playbook(tmp_path: Path) -> None:
    stray = tmp_path / "stray.toml"
    stray.write_text(GENERAL, encoding="utf-8")
    with pytest.raises(BadInput) as fault:
        read_file(stray)
    assert fault.value.sentence.values["field"] == "id"


@pytest.mark.parametrize("playbook_id", playbook_ids())
def test_every_shipped_playbook_is_sound(playbook_id: str) -> None:
    assert load_playbook(playbook_id).id == playbook_id


def test_periods_are_kept_in_their_short_form() -> None:
    longer = GENERAL.replace('answer_within = "5wd"', 'answer_within = " 5 wd"')
    assert read_playbook(longer, "mine.toml").step("reasons").answer_within == "5wd"
