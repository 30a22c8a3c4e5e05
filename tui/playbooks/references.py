"""Whether what a playbook names is there: rules, facts and letters."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from tui.cases.errors import BadInput, NotFound
from tui.cases.sentence import Sentence, say
from tui.cases.words import Owes, Owner
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
    known = {fact.id for fact in law.facts()} | {rule.id for rule in law.rules()}
    for step in playbook.steps:
        for field, problem in _faults(step, law, letters, known):
            raise _wrong(playbook, step, field, problem)


def require_clocks(playbook: Playbook, law: Law) -> None:
    """The same for the rules by which its dates are worked out, without which it is no ladder.

    Looks into no more of the law than they stand in.
    """
    for step in playbook.steps:
        for field, problem in _clock_faults(step, law):
            raise _wrong(playbook, step, field, problem)


def _wrong(playbook: Playbook, step: Step, field: str, problem: Sentence) -> BadInput:
    return Table({}, playbook.file, "step", step.id).wrong(field, problem)


def _faults(
    step: Step, law: Law, letters: Collection[str], known: Collection[str]
) -> Iterator[tuple[str, Sentence]]:
    if step.letter not in letters:
        yield "letter", say("there is no letter “{letter}”", letter=step.letter)
    yield from _clock_faults(step, law)
    for some_id in step.basis:
        if some_id not in known:
            yield "basis", say("there is no rule or fact “{id}”", id=some_id)


def _clock_faults(step: Step, law: Law) -> Iterator[tuple[str, Sentence]]:
    for rule_id in filter(None, dict.fromkeys((step.rule, *step.rule_by_urgency.values()))):
        if problem := _unfit(rule_id, law, _is_theirs, _NOT_THEIRS):
            yield "rule", problem
        elif step.then_within and law.rule(rule_id).owes is not Owes.RECEIPT:
            yield "then_within", say("“{rule}” is for the answer itself", rule=rule_id)
    for field, rule_id, fits, otherwise in (
        ("rule_if_confirmed", step.rule_if_confirmed, _is_theirs, _NOT_THEIRS),
        ("window_if_confirmed", step.window_if_confirmed, _is_until_when, _NOT_MINE),
    ):
        if rule_id and (problem := _unfit(rule_id, law, fits, otherwise, even_off=True)):
            yield field, problem
    windows = {"window": step.window} if step.window else {}
    windows |= {f"window_if.{n}.window": one.rule for n, one in enumerate(step.window_if, 1)}
    for field, rule_id in windows.items():
        if problem := _unfit(rule_id, law, _is_until_when, _NOT_MINE):
            yield field, problem


def _is_theirs(rule: Rule) -> bool:
    return rule.owner is Owner.THEIRS or rule.bound is Bound.OPENS


def _is_until_when(rule: Rule) -> bool:
    return rule.owner is Owner.MINE and rule.bound is Bound.CLOSES


def _unfit(
    rule_id: str,
    law: Law,
    fits: Callable[[Rule], bool],
    otherwise: Sentence,
    *,
    even_off: bool = False,
) -> Sentence | None:
    """Why a rule cannot be used there: it is not there, not on, or of another kind.

    Raises BadInput while a rule file of the person's is faulty: of that the playbook is innocent.
    """
    try:
        law.versions(rule_id)
    except NotFound:
        return say("there is no rule “{rule}”", rule=rule_id)
    try:
        rule = law.rule(rule_id, even_off=even_off)
    except BadInput:
        return say("“{rule}” is unverified and off", rule=rule_id)
    return None if fits(rule) else say("“{rule}” {problem}", rule=rule_id, problem=otherwise)
