"""Until when a letter asks for an answer: by the step's clock, by hours, or from its arrival."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from tui.cases.case import Case
from tui.cases.errors import BadInput, UpheldError
from tui.cases.words import Channel, DeadlineKind, Owes, Owner, Urgency
from tui.deadlines.applying import work_out_rule
from tui.deadlines.arithmetic import given, work_out
from tui.deadlines.period import Period, parse_period
from tui.deadlines.rule import Rule, StartsOn
from tui.deadlines.terms import Terms, started_on
from tui.desk.letters.letter_drafts import Draft, goes_to, is_outside, note_of, rule_of
from tui.desk.letters.letter_patience import CHASES, held_off
from tui.desk.office import Office
from tui.playbooks.steps import Step

if TYPE_CHECKING:
    from tui.letters.template import Template

# Where no rule says: who is asked to put an end to a standstill answers on the next working day.
WITHIN_IF_URGENT = {Urgency.CRITICAL: "1wd", Urgency.HIGH: "2wd"}

# These begin when the letter is in their hands, which is days after it was posted.
_FROM_ARRIVAL = frozenset({StartsOn.DEMAND, StartsOn.COMPLAINT, StartsOn.RECEIPT})


class AnswerTime(NamedTuple):
    """Until when they are asked to answer, if the letter went out now.

    `at`: the moment, where hours count. `within`: the period, where it counts from the arrival of
    the letter, whose day nobody knows yet. `word`, `word_within`: the same of the day by which a
    rule has them confirm that they have it.
    """

    day: date | None = None
    at: datetime | None = None
    within: Period | None = None
    word: date | None = None
    word_within: Period | None = None


NO_TIME = AnswerTime()


def answer_time(
    office: Office, case: Case, draft: Draft, template: Template, channel: Channel | None = None
) -> AnswerTime:
    """Until when they would have to answer if the letter went out now by `channel`."""
    today = office.today(case)
    if terms := _hours_of_ticket(office, case, draft, template):
        return _worked_out(terms, office.now(case))
    if template.answer_within:
        within = _urgent(office, case, draft, template) or template.answer_within
        asked = _customary(office, case, within, today, channel)
        return _not_before(office, case, draft, template, asked)
    terms = _terms(office, case, draft, today)
    if terms is None:
        return NO_TIME
    asked = _asked(office, case, terms, channel)
    if terms.rule.owes is not Owes.RECEIPT:
        return asked
    # The answer itself has a time of its own, where a rule that is on gives it.
    owed = given(today, today, DeadlineKind.ANSWER, terms.rule.id)
    after = office.clocks(case).of_answer(office.playbook(case), owed, today)
    answer = _asked(office, case, after, channel) if after else NO_TIME
    return answer._replace(word=asked.day, word_within=asked.within)


def _asked(office: Office, case: Case, terms: Terms, channel: Channel | None) -> AnswerTime:
    """By a rule; where it counts from the arrival, a letter that goes by post says so."""
    # Hours end at a moment: the letter names it.
    is_clock = terms.rule.period.unit.is_clock
    asked = _worked_out(terms, office.now(case) if is_clock else office.today(case))
    by_post = channel is Channel.LETTER and _counts_from_arrival(terms.rule)
    return asked._replace(within=terms.rule.period) if by_post else asked


def _worked_out(terms: Terms, start: date | datetime) -> AnswerTime:
    working = work_out_rule(terms, started_on(terms, start))
    return AnswerTime(working.due, working.end_at)


def _counts_from_arrival(rule: Rule) -> bool:
    """What is only customary does, too: nobody knows on which day the post brings a letter."""
    return rule.starts_on in _FROM_ARRIVAL and not rule.parts and not rule.period.unit.is_clock


def _hours_of_ticket(office: Office, case: Case, draft: Draft, template: Template) -> Terms | None:
    """The clock of the ticket, where it counts hours: for those who answer for it day by day, too.

    It is the one that runs when the letter is sent.
    """
    playbook = office.playbook(case)
    step = playbook.step(draft.step)
    if not _may_hurry(case, step, template) or note_of(case, draft).rule:
        return None
    clocks, today = office.clocks(case), office.today(case)
    return clocks.hours_of_ticket(playbook, step, today, case.urgency)


def ticket_hours(office: Office, case: Case) -> Terms | None:
    """The clock of the first step where it counts hours; None where it does not."""
    playbook, today = office.playbook(case), office.today(case)
    try:
        terms = office.clocks(case).of_step(playbook, playbook.steps[0], today, case.urgency)
    except UpheldError:
        return None  # no rule holds today, or their hours are not known
    return terms if terms and terms.rule.period.unit.is_clock else None


def _may_hurry(case: Case, step: Step, template: Template) -> bool:
    """Whether it is urgent, and the letter wants an answer of the company itself."""
    asks = template.answer_within != "none" and template.voice == "you"
    return case.urgency in WITHIN_IF_URGENT and asks and not is_outside(step)


def _urgent(office: Office, case: Case, draft: Draft, template: Template) -> str:
    """What is customary where work stands still or is held up; empty where the letter has no date
    or goes to others than the company."""
    step = office.playbook(case).step(draft.step)
    return WITHIN_IF_URGENT[case.urgency] if _may_hurry(case, step, template) else ""


def _customary(
    office: Office, case: Case, within: str, today: date, channel: Channel | None
) -> AnswerTime:
    if within == "none":
        return NO_TIME
    period = parse_period(within)
    due = work_out(today, period, office.clocks(case).here).due
    return AnswerTime(due, within=period if channel is Channel.LETTER else None)


def _not_before(
    office: Office, case: Case, draft: Draft, template: Template, asked: AnswerTime
) -> AnswerTime:
    """Whom a letter chases too early it asks for nothing before the day by which it is due."""
    goes = goes_to(office.playbook(case).step(draft.step), template)
    held = held_off(office, case, draft.step if goes else "") if template.id in CHASES else None
    if held is None or asked.day is None or held.due <= asked.day:
        return asked
    return AnswerTime(held.due, held.due_at)


def _terms(office: Office, case: Case, draft: Draft, today: date) -> Terms | None:
    """Their time to answer: by the rule chosen or recorded for it, else that of the step."""
    playbook, clocks = office.playbook(case), office.clocks(case)
    if terms := _relied_on(office, case, draft, today):
        return terms
    try:
        return clocks.of_step(playbook, playbook.step(draft.step), today, case.urgency)
    except BadInput:
        return None  # no rule holds today, or their hours are not known: it names no date


def _relied_on(office: Office, case: Case, draft: Draft, today: date) -> Terms | None:
    """By a rule of theirs other than that of the step. One that was chosen for the letter and
    does not hold today is told; one that was only recorded is left out."""
    step, chosen = office.playbook(case).step(draft.step), bool(note_of(case, draft).rule)
    relied = rule_of(office, case, draft)
    if not relied or (not chosen and relied in (step.rule, step.window)):
        return None
    try:
        terms = office.clocks(case).of_rule(relied, today)
    except UpheldError:
        if chosen:
            raise
        return None
    return terms if terms.rule.owner is Owner.THEIRS else None
