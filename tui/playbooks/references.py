"""Whether what a playbook names is there: rules, facts and letters."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from tui.cases.errors import BadInput, NotFound
from tui.cases.sentence import Sentence, say
from tui.cases.words import Owner
from tui.deadlines.rule import Bound, Rule
from tui.playbooks.law import Law
from tui.playbooks.steps import Playbook, Step
from tui.playbooks.tables import Table

_NOT_THEIRS = say("is a time of mine, not of theirs")
_NOT_MINE = say("does not say until when I may act")


def require_references(playbook: Playbook, law: Law, letters: Collection[str]) -> None:
    """Raises BadInput, which names the file, the step and the field, for the first that is not.

    `letters`: the ids of all letter templates. A clock must be theirs, a window mine, and both
    of rules that are on.
    """
    for step in playbook.steps:
        for field, problem in _faults(step, law, letters):
            raise Table({}, playbook.file, "step", step.id).wrong(field, problem)


def _faults(step: Step, law: Law, letters: Collection[str]) -> Iterator[tuple[str, Sentence]]:
    if step.letter not in letters:
        yield "letter", say("there is no letter “{letter}”", letter=step.letter)
    for rule_id in filter(None, dict.fromkeys((step.rule, *step.rule_by_urgency.values()))):
        if problem := _unfit(rule_id, law, _is_theirs, _NOT_THEIRS):
            yield "rule", problem
    if step.window and (problem := _unfit(step.window, law, _is_until_when, _NOT_MINE)):
        yield "window", problem
    known = {fact.id for fact in law.facts()} | {rule.id for rule in law.rules()}
    for some_id in step.basis:
        if some_id not in known:
            yield "basis", say("there is no rule or fact “{id}”", id=some_id)


def _is_theirs(rule: Rule) -> bool:
    return rule.owner is Owner.THEIRS or rule.bound is Bound.OPENS


def _is_until_when(rule: Rule) -> bool:
    return rule.owner is Owner.MINE and rule.bound is Bound.CLOSES


def _unfit(
    rule_id: str, law: Law, fits: Callable[[Rule], bool], otherwise: Sentence
) -> Sentence | None:
    """Why a rule cannot be used there: it is not there, not on, or of another kind."""
    try:
        rule = law.rule(rule_id)
    except NotFound:
        return say("there is no rule “{rule}”", rule=rule_id)
    except BadInput:
        return say("“{rule}” is unverified and off", rule=rule_id)
    return None if fits(rule) else say("“{rule}” {problem}", rule=rule_id, problem=otherwise)
