"""Whether what a playbook names is there: rules, facts and letters."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tui.cases.errors import BadInput, NotFound
from tui.cases.sentence import Sentence, say
from tui.cases.words import Owner
from tui.deadlines.rule import Bound, Rule
from tui.playbooks.law import Law
from tui.playbooks.steps import Playbook, Step
from tui.playbooks.tables import Table


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
    for rule_id in dict.fromkeys((step.rule, *step.rule_by_urgency.values())):
        if rule_id and (problem := _of_clock(rule_id, law)):
            yield "rule", problem
    if step.window and (problem := _of_window(step.window, law)):
        yield "window", problem
    known = {fact.id for fact in law.facts()} | {rule.id for rule in law.rules()}
    for some_id in step.basis:
        if some_id not in known:
            yield "basis", say("there is no rule or fact “{id}”", id=some_id)


def _of_clock(rule_id: str, law: Law) -> Sentence | None:
    rule = _usable(rule_id, law)
    if isinstance(rule, Sentence):
        return rule
    theirs = rule.owner is Owner.THEIRS or rule.bound is Bound.OPENS
    return None if theirs else say("“{rule}” is a time of mine, not of theirs", rule=rule_id)


def _of_window(rule_id: str, law: Law) -> Sentence | None:
    rule = _usable(rule_id, law)
    if isinstance(rule, Sentence):
        return rule
    mine = rule.owner is Owner.MINE and rule.bound is Bound.CLOSES
    return None if mine else say("“{rule}” does not say until when I may act", rule=rule_id)


def _usable(rule_id: str, law: Law) -> Rule | Sentence:
    """The rule, or why no date may rest on it."""
    try:
        return law.rule(rule_id)
    except NotFound:
        return say("there is no rule “{rule}”", rule=rule_id)
    except BadInput:
        return say("“{rule}” is unverified and off", rule=rule_id)
