"""Every playbook that ships can be climbed, and its clocks are rules that are certain."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import tui.letters
from tui.cases.card import card_of
from tui.cases.case import Case
from tui.cases.words import Problem, Urgency
from tui.playbooks.clocks import Clocks
from tui.playbooks.ladder import ladder
from tui.playbooks.law import Law
from tui.playbooks.playbook import load_playbook, playbook_ids

LAW = Law()
CLOCKS = Clocks(LAW, "RU", "Europe/Moscow", "Mon-Fri 09:00-18:00")
TODAY = date(2026, 11, 23)
TEMPLATES = {file.stem for file in (Path(tui.letters.__file__).parent / "templates").glob("*.toml")}


@pytest.mark.parametrize("playbook_id", playbook_ids())
def test_every_step_has_a_letter_and_a_clock_that_is_certain(playbook_id: str) -> None:
    for step in load_playbook(playbook_id).steps:
        assert step.letter in TEMPLATES
        if not step.clock(Urgency.NORMAL):
            assert step.certainty == "practice"
            continue
        assert step.certainty in ("A", "B")
        for urgency in Urgency:
            terms = CLOCKS.of_step(load_playbook(playbook_id), step, TODAY, urgency)
            assert terms is not None
            assert terms.owner == "theirs"
            assert terms.rule.certainty == step.certainty


@pytest.mark.parametrize("playbook_id", playbook_ids())
def test_the_whole_way_has_dates_before_anything_happened(playbook_id: str) -> None:
    case = Case(company="Severmart", subject="x", problem=Problem.REFUND, playbook=playbook_id)
    rungs = ladder(card_of(case), load_playbook(playbook_id), TODAY, CLOCKS)
    assert rungs[0].opens == TODAY
    for rung in rungs:
        has_clock = bool(rung.step.clock(case.urgency) or rung.step.answer_within)
        assert bool(rung.due) is (has_clock and rung.opens is not None)
