"""Which ladders fit a case: by the country of the company and the kind of problem."""

from __future__ import annotations

from collections.abc import Iterable

from tui.cases.words import Problem
from tui.playbooks.steps import Playbook


def fitting(playbooks: Iterable[Playbook], country: str, problem: Problem) -> tuple[Playbook, ...]:
    """Those that fit, the most particular first: a region before its country before any, and
    one for few kinds of problems before one for many."""
    fit = (one for one in playbooks if fits(one, country, problem))
    return tuple(sorted(fit, key=lambda one: _order(one, country)))


def fits(playbook: Playbook, country: str, problem: Problem) -> bool:
    """Whether a playbook says of itself that it is for this country and this problem."""
    of_kind = not playbook.problems or problem in playbook.problems
    return of_kind and (not playbook.countries or _nearness(playbook, country) > 0)


def _order(playbook: Playbook, country: str) -> tuple[int, int, str]:
    return -_nearness(playbook, country), len(playbook.problems or Problem), playbook.id


def _nearness(playbook: Playbook, country: str) -> int:
    """How closely its countries name that of the case: GB-SCT more than GB."""
    named = (c for c in playbook.countries if country == c or country.startswith(f"{c}-"))
    return max(map(len, named), default=0)
