"""Which ladders are offered to a case."""

from __future__ import annotations

import pytest

from tui.cases.words import Problem
from tui.playbooks.fitting import fitting
from tui.playbooks.playbook import load_playbook, playbook_ids

ALL = tuple(map(load_playbook, playbook_ids()))


def ids(country: str, problem: Problem) -> list[str]:
    made = [one for one in ALL if one.countries or one.problems]
    return [one.id for one in fitting(made, country, problem)]


@pytest.mark.parametrize(
    ("country", "problem", "first"),
    [
        ("RU", Problem.DELIVERY, "ru-marketplace"),
        ("RU-TA", Problem.DATA, "ru-data"),
        ("GB-SCT", Problem.REFUND, "uk-retail-scotland"),
        ("GB-ENG", Problem.DATA, "uk-data"),
        ("DE-BY", Problem.DATA, "eu-data"),
        ("US", Problem.DATA, "us-credit-report"),
    ],
)
def test_the_nearest_country_and_the_most_particular_stand_first(
    country: str, problem: Problem, first: str
) -> None:
    assert ids(country, problem)[0] == first


def test_what_is_for_another_country_or_problem_is_left_out() -> None:
    assert not [one for one in ids("RU", Problem.REFUND) if one.startswith(("uk-", "us-", "eu-"))]
    assert "uk-retail-scotland" not in ids("GB-ENG", Problem.REFUND)
    assert "ru-data" not in ids("RU", Problem.REFUND)


def test_where_no_country_is_known_those_for_every_country_fit() -> None:
    assert "card-chargeback" in ids("", Problem.REFUND)
    assert not [one for one in ids("", Problem.REFUND) if one.startswith("ru-")]
