"""A faulty playbook is refused with the file, the step and the field."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.cases.errors import BadInput
from tui.cases.sentence import Sentence
from tui.cases.words import Channel
from tui.letters.letter_book import template_ids as letter_ids
from tui.playbooks.law import Law
from tui.playbooks.playbook import DATA, load_playbook, playbook_ids, read_file
from tui.playbooks.reading import read_playbook
from tui.playbooks.references import require_references
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
    (
        'opens_on = ["refused", "partly"]\nafter = ["request"]',
        'opens_on = ["start"]\nafter = ["request"]\nparty = "bank"',
        "reasons",
        "party",
    ),
    ('after = ["request"]', "after = []", "reasons", "after"),
    ('after = ["request"]', 'after = ["review"]', "reasons", "after"),
    ('after = ["request"]', 'after = ["reasons"]', "reasons", "after"),
    ('after = ["request"]', "after = [1]", "reasons", "after"),
    ('letter = "reasons"', "", "reasons", "letter"),
    ('letter = "reasons"', 'letter = "../reasons"', "reasons", "letter"),
    ('id = "reasons"', 'id = "request"', "request", "id"),
    ('id = "reasons"', "", "2", "id"),
    ('letter = "review"', 'letter = "review"\nclosses = "8w"', "review", "closses"),
    (
        'letter = "review"',
        'letter = "review"\nat_highest.name.en = "a"',
        "review",
        "at_highest.name",
    ),
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


def test_a_case_begins_with_a_body_only_where_that_is_its_first_step() -> None:
    reasons = 'opens_on = ["refused", "partly"]\nafter = ["request"]'
    begins = GENERAL.replace(reasons, reasons.replace('"refused", "partly"', '"start"'), 1)
    assert read_playbook(begins, "mine.toml").step("reasons").opens_on == {"start"}
    with pytest.raises(BadInput) as fault:
        read_playbook(begins.replace('letter = "reasons"', 'letter = "higher"'), "mine.toml")
    assert fault.value.sentence.values["field"] == "opens_on"


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
        (f'countries = ["UK"]\n{GENERAL}', "countries"),
        (f'countries = ["GB", "ZZ"]\n{GENERAL}', "countries"),
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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[step]\nid = 1", "line 1, column 7: a closing bracket is missing"),
        ('id = "x', "at its end: a text is not closed: its quotation mark is missing"),
        ("id general", "line 1, column 4: “=” is missing after a name"),
        ("id = 1\nid = 2\n", "line 2, column 7: the same is told twice"),
        ("id = general", "line 1, column 6: there is no value; a text stands in quotation marks"),
    ],
)
def test_what_is_no_toml_is_told_in_words_of_ours(text: str, said: str) -> None:
    with pytest.raises(BadInput) as fault:
        read_playbook(text, "mine.toml")
    assert Wording("en").say(fault.value.sentence) == f"mine.toml is not TOML: {said}."
    assert isinstance(fault.value.sentence.values["problem"], Sentence)  # so it is translated


def test_the_code_of_the_kingdom_is_named() -> None:
    with pytest.raises(BadInput) as fault:
        read_playbook(f'countries = ["UK"]\n{GENERAL}', "mine.toml")
    assert "write GB" in Wording("en").say(fault.value.sentence)


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


SHOP = (DATA / "ru-shop.toml").read_text(encoding="utf-8")
LONGER = 'window_if = [{ line = 3, window = "ru.zpp.26.1.refuse.noinfo" }]'


@pytest.mark.parametrize(
    ("right", "wrong", "field"),
    [
        (LONGER, LONGER.replace("3", "7"), "window_if.1.line"),  # the checklist has six lines
        (LONGER, LONGER.replace("3", '"3"'), "window_if.1.line"),
        (LONGER, LONGER.replace("window =", "windou ="), "window_if.1.windou"),
        (LONGER, "window_if = []", "window_if"),
        (f'window = "ru.zpp.26.1.refuse"\n{LONGER}', LONGER, "window_if"),
        (LONGER, 'besides = ["regulator"]', "besides"),  # of no branch
        (LONGER, 'besides = ["refusal"]', "besides"),
    ],
)
def test_a_faulty_longer_window_or_way_beside_is_named(right: str, wrong: str, field: str) -> None:
    assert right in SHOP
    with pytest.raises(BadInput) as fault:
        read_playbook(SHOP.replace(right, wrong, 1), "mine.toml")
    values = fault.value.sentence.values
    assert (values["step"], values["field"]) == ("refusal", field)


def test_a_longer_window_is_a_rule_of_mine_that_is_on() -> None:
    theirs = SHOP.replace('"ru.zpp.26.1.refuse.noinfo" }', '"ru.zpp.22" }')
    with pytest.raises(BadInput) as fault:
        require_references(read_playbook(theirs, "mine.toml"), Law(), letter_ids())
    assert fault.value.sentence.values["field"] == "window_if.1.window"
