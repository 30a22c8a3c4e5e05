"""Playbooks of the person's own: beside the shipped ones, over them, and faulty."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_story import happens, opened, shelve

from tui.cases.errors import BadInput, NotFound
from tui.desk.desk import Desk
from tui.playbooks.playbook import DATA

GENERAL = (DATA / "general.toml").read_text("utf-8")
REASONS = 'letter = "reasons"\n'
MINE = GENERAL.replace('id = "general"', 'id = "landlord"', 1)


def test_one_of_my_own_is_listed_chosen_and_climbed(own_desk: Desk, tmp_path: Path) -> None:
    shelve(tmp_path, "landlord", MINE)
    assert "landlord" in [p.id for p in own_desk.lawbook().playbooks]
    case = opened(own_desk, playbook="landlord")
    happens(own_desk, case.id, "sent")
    happens(own_desk, case.id, "refused")
    assert happens(own_desk, case.id, "escalated", step="complaint").step == "complaint"


def test_mine_stands_over_one_that_ships(own_desk: Desk, tmp_path: Path) -> None:
    changed = GENERAL.replace('answer_within = "10wd"', 'answer_within = "3cal"', 1)
    case = opened(own_desk)
    shelve(tmp_path, "general", changed)
    assert str(happens(own_desk, case.id, "sent").deadlines[0].due) == "2026-11-25"
    (tmp_path / "playbooks" / "general.toml").unlink()
    assert str(own_desk.ladder(case.id)[0].step.answer_within) == "10wd"


def test_while_mine_is_faulty_its_ladder_says_so_and_the_board_lives(
    own_desk: Desk, tmp_path: Path
) -> None:
    shelve(tmp_path, "landlord", MINE)
    case = opened(own_desk, playbook="landlord")
    shelve(tmp_path, "landlord", MINE.replace('channels = ["form", "social"]', "channels = []"))
    with pytest.raises(BadInput) as fault:
        own_desk.ladder(case.id)
    values = fault.value.sentence.values
    assert (values["file"], values["step"], values["field"]) == (
        "landlord.toml", "review", "channels",
    )  # fmt: skip
    assert own_desk.today().mine is not None
    assert own_desk.board().columns[0].cards[0].id == case.id


def test_a_playbook_that_is_not_there_is_refused(own_desk: Desk) -> None:
    with pytest.raises(NotFound, match="no playbook"):
        opened(own_desk, playbook="moon")
    case = opened(own_desk)
    with pytest.raises(NotFound, match="no playbook"):
        own_desk.edit(case.id, {"playbook": "moon"})


@pytest.mark.parametrize(
    ("right", "wrong", "step", "field"),
    [
        ('letter = "reasons"', 'letter = "poem"', "reasons", "letter"),
        ('answer_within = "10wd"', 'answer_within = ""\nrule = "ru.zpp.99"', "request", "rule"),
        ('answer_within = "10wd"', 'answer_within = ""\nrule = "uk.fos.6m"', "request", "rule"),
        ('letter = "reasons"', 'letter = "reasons"\nwindow = "ru.zpp.22"', "reasons", "window"),
        (
            'letter = "reasons"',
            'letter = "reasons"\nwindow = "eu.crd.withdraw"',
            "reasons",
            "window",
        ),
        ('letter = "reasons"', 'letter = "reasons"\nbasis = ["ru.moon"]', "reasons", "basis"),
    ],
)
def test_the_check_names_what_is_not_there(
    own_desk: Desk, tmp_path: Path, right: str, wrong: str, step: str, field: str
) -> None:
    file = shelve(tmp_path, "landlord", MINE.replace(right, wrong, 1))
    with pytest.raises(BadInput) as fault:
        own_desk.check_rules(file)
    values = fault.value.sentence.values
    assert (values["file"], values["step"], values["field"]) == ("landlord.toml", step, field)


def test_the_check_finds_nothing_wrong_with_what_ships(own_desk: Desk) -> None:
    for file in sorted(DATA.glob("*.toml")):
        playbook = own_desk.check_rules(file)
        assert playbook is not None
        assert playbook.id == file.stem
