"""What a letter rests on: the law, and the step that would follow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.errors import BadInput, UpheldError
from tui.cases.words import Owes, Owner, Problem
from tui.desk.ladder.money import meters_of
from tui.desk.ladder.outside import COMPANY
from tui.desk.letters.letter_drafts import Draft, is_outside, note_of, rule_of
from tui.desk.office import Office
from tui.playbooks.steps import Playbook, Step

if TYPE_CHECKING:
    from tui.deadlines.meter import Meter, Reading
    from tui.deadlines.rule import Rule
    from tui.letters.matter import Ground
    from tui.letters.template import Template

# Not of the right quality, in a person's words. “Исправный” alone says the contrary.
_BAD_GOODS = re.compile(
    r"\b(?:неисправ|сломал|слома[нл]|бракован|дефект|недостат(?:ок|к)|треснул|трещин|повреж)"
    r"|\bбрак\b|\bне (?:работает|включается|греет|заряжается)\b"
    r"|\bперестал[аои]? (?:работать|включаться)\b"
    r"|\b(?:broken?|faulty|damaged|cracked|stopped working)\b|\bdefect"
    r"|\b(?:does|did) not (?:work|turn on|start|switch on)\b",
    re.IGNORECASE,
)
CERTAIN = frozenset({"A", "B"})  # law of which a letter may speak

# After these no other body comes into play.
_NOT_ABOVE = frozenset({"reasons", "reminder", "data_reminder", "review"})


def ground_of(
    office: Office, case: Case, draft: Draft, template: Template, language: str, you: str = ""
) -> Ground:
    """The law that may be cited today, and where the way goes on.

    `you`: the role of whom the letter speaks to, or of.
    """
    from tui.letters.matter import Ground

    rule = _citable(office, case, draft)
    following = _next_step(office.playbook(case), draft.step)
    is_time = rule is not None and rule.owner is Owner.THEIRS and not template.answer_within
    is_word = rule is not None and rule.owes is Owes.RECEIPT
    outside = following is not None and is_outside(following)
    return Ground(
        rule=rule.id if rule else "",
        law=rule.cites.get(language, "") if rule else "",
        sets_time=is_time and not is_word,
        sets_word=is_time and is_word,
        is_mine=rule is not None and rule.owner is Owner.MINE,
        next_title=following.title[language] if following else "",
        next_addressee=following.addressee[language] if following and outside else "",
        meters=_meters(office, case, you),
    )


def _meters(office: Office, case: Case, you: str) -> tuple[tuple[Meter, Reading], ...]:
    """What a letter may say of a penalty or interest: sums of meters that are on, for a delay of
    whom it speaks to or of."""
    roles = (you,) if you else ("", COMPANY)
    theirs = tuple(d for d in case.deadlines if d.party in roles)
    shown = meters_of(office, replace(case, deadlines=theirs), office.today(case))
    return tuple((one.meter, one.reading) for one in shown if one.reading)


def _citable(office: Office, case: Case, draft: Draft) -> Rule | None:
    """The rule that the letter relies on, if it is certain, in force, and about such a problem."""
    rule_id = rule_of(office, case, draft)
    if not rule_id:
        return None
    try:
        rule = office.law.rule(rule_id, office.today(case))
    except UpheldError:
        return None  # it does not hold today: then no letter says that it does
    meant = note_of(case, draft).rule or _is_about(rule, case)
    return rule if rule.certainty in CERTAIN and rule.cites and meant else None


def _is_about(rule: Rule, case: Case) -> bool:
    """Whether a rule is about such a problem; money back for goods that the person calls bad is
    what the rules about bad goods are about."""
    if not rule.cite_for or case.problem in rule.cite_for:
        return True
    is_bad = case.problem is Problem.REFUND and Problem.DEFECT in rule.cite_for
    return is_bad and bool(_BAD_GOODS.search(f"{case.subject}\n{case.details}"))


def require_rule(office: Office, case: Case, rule_id: str) -> None:
    """Raises NotFound and BadInput where a letter cannot rely on this rule today."""
    rule = office.law.rule(rule_id, office.today(case))
    if rule.certainty not in CERTAIN or not rule.cites:
        raise BadInput("“{rule}” is not among those that a letter may cite.", rule=rule_id)


def _next_step(playbook: Playbook, step_id: str) -> Step | None:
    """The first step that may follow and brings somebody new into play."""
    above = playbook.steps[playbook.place(step_id) :]
    fitting = (s for s in above if s.letter not in _NOT_ABOVE and not s.is_public)
    return next((s for s in fitting if step_id in s.after), None)
