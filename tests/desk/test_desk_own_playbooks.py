"""Playbooks of the person's own: beside the shipped ones, over them, and faulty."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_story import happens, opened, shelve

from tui.cases.errors import BadInput, NotFound
from tui.desk.desk import Desk
from tui.playbooks.playbook import DATA, load_playbook

GENERAL = (DATA / "general.toml").read_text("utf-8")
REASONS = 'letter = "reasons"\n'
STEPS = [step.id for step in load_playbook("general").steps]
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
    fault = own_desk.ladder_fault(case.id)
    assert fault is not None
    assert fault == own_desk.case_view(case.id).fault == own_desk.playbook_faults()[0]
    assert (fault.values["file"], fault.values["step"], fault.values["field"]) == (
        "landlord.toml", "review", "channels",
    )  # fmt: skip
    assert own_desk.today().mine is not None
    assert own_desk.board().columns[0].cards[0].id == case.id


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('after = ["request"]', 'after = ["reqest"]'),
        ('answer_within = "10wd"', 'answer_within = ""\nrule = "ru.zpp.99"'),
    ],
)
def test_a_faulty_one_costs_its_own_cases_alone(
    own_desk: Desk, tmp_path: Path, right: str, wrong: str
) -> None:
    shelve(tmp_path, "landlord", MINE)
    mine, other = opened(own_desk, playbook="landlord"), opened(own_desk, playbook="ru-marketplace")
    for one in (mine, other):
        happens(own_desk, one.id, "sent")
    before = own_desk.ladder(other.id), own_desk.next_action(other.id)
    shelve(tmp_path, "landlord", MINE.replace(right, wrong, 1))
    assert (own_desk.ladder(other.id), own_desk.next_action(other.id)) == before
    assert own_desk.ladder_fault(other.id) is None
    assert happens(own_desk, other.id, "refused").stage == "my_move"
    assert [rung.step.id for rung in own_desk.ladder(mine.id)] == STEPS  # of the general ladder
    assert own_desk.ladders(mine.id)[1]
    assert "landlord" not in [one.id for one in own_desk.lawbook().playbooks]


def test_nothing_is_written_by_another_ladder_than_that_of_the_case(
    own_desk: Desk, tmp_path: Path
) -> None:
    shelve(tmp_path, "landlord", MINE)
    case = opened(own_desk, playbook="landlord")
    happens(own_desk, case.id, "sent")
    shelve(tmp_path, "landlord", MINE.replace('after = ["request"]', 'after = ["reqest"]', 1))
    refused = happens(own_desk, case.id, "refused")  # what they do is told of no step
    assert refused.stage == "my_move"
    action = own_desk.next_action(case.id)
    assert (action.action, action.reason) == ("none", own_desk.ladder_fault(case.id))
    with pytest.raises(BadInput, match="field"):
        happens(own_desk, case.id, "escalated")
    assert own_desk.case(case.id) == refused
    shelve(tmp_path, "landlord", MINE)
    assert own_desk.next_action(case.id).action == "escalate"
    assert happens(own_desk, case.id, "escalated").step


def test_a_faulty_one_over_one_that_ships_leaves_that(own_desk: Desk, tmp_path: Path) -> None:
    case = opened(own_desk)
    shelve(tmp_path, "general", "id = ")
    assert [rung.step.id for rung in own_desk.ladder(case.id)] == STEPS
    assert happens(own_desk, case.id, "sent").step == "request"
    assert len(own_desk.playbook_faults()) == 1


def test_the_example_of_the_manual_can_be_used_and_cites_no_law_of_another_matter(
    own_desk: Desk, tmp_path: Path
) -> None:
    manual = Path(__file__).parents[2] / "docs" / "playbooks.md"
    example = manual.read_text("utf-8").split("```toml\n")[1].split("```")[0]
    assert own_desk.check_rules(shelve(tmp_path, "landlord", example))
    case = opened(own_desk, playbook="landlord", country="GB", problem="technical")
    assert "landlord" in [ladder.id for ladder in own_desk.ladders(case.id)[0]]
    happens(own_desk, case.id, "sent", at="2026-11-01")
    happens(own_desk, case.id, "refused", at="2026-11-05")
    for step in ("request", "council"):
        made = own_desk.compose(case.id, step)
        assert not made.law
        assert "section" not in made.letter.text()


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
