"""What to have at hand for a case, and what of it is missing."""

from __future__ import annotations

from datetime import date, timedelta

from tui.advice.preparation.preparation import Known, preparation
from tui.advice.preparation.preparation_list import Preparation
from tui.cases.case import Case
from tui.cases.words import Problem, Urgency
from tui.deadlines.arithmetic import work_out
from tui.deadlines.period import parse_period
from tui.desk.cleaned import cleaned
from tui.desk.ladder.advising import rungs_of
from tui.desk.letters.letter_answer import WITHIN_IF_URGENT, ticket_hours
from tui.desk.letters.letter_matter import sender_of
from tui.desk.office import Office
from tui.playbooks.ladder import RungState
from tui.wording.wording import Wording

# Where no step of the ladder gives them a time. A custom, and no term of law.
CUSTOMARY = timedelta(days=14)
NEXT_DAY = "1cal"
BANK = "bank"  # the role of whoever issued the card


def prepared(office: Office, case: Case) -> Preparation:
    """The list of a case. Its texts are clean, its results in the language of the letters."""
    words = Wording(case.language)
    sender = sender_of(office, case)
    known = Known(
        named=_named,
        day=words.day(_answer_by(office, case)),
        amount=words.money(case.amount) if case.amount else "",
        company=office.store.company(case.company),
        reachable=bool(sender.email or sender.phone),
        by_card=BANK in office.playbook(case).parties,
    )
    return preparation(cleaned(case), known)


def _answer_by(office: Office, case: Case) -> date:
    """When they must answer: by their deadline that runs, else as the ladder has it from today."""
    today = office.today(case)
    if within := _within_if_stopped(office, case):
        return work_out(today, parse_period(within), office.clocks(case).here).due
    rungs = rungs_of(office, case)
    now = (r.due for r in rungs if r.state in (RungState.CURRENT, RungState.OPEN) and r.due)
    return next((due for due in now if due > today), today + CUSTOMARY)


def _within_if_stopped(office: Office, case: Case) -> str:
    """What may be asked for where a fault stops or holds up the work; empty for all else.

    A supplier whose hours run day and night mends a standstill on a Sunday, too.
    """
    if case.problem is not Problem.TECHNICAL:
        return ""
    hours = ticket_hours(office, case)
    by_the_clock = hours is not None and not hours.rule.period.unit.is_business
    if by_the_clock and case.urgency is Urgency.CRITICAL:
        return NEXT_DAY
    return WITHIN_IF_URGENT.get(case.urgency, "")


def _named(kind: str) -> str:
    """What a kind of identifier is called in the data: заказ and “order no” are an order."""
    from tui.letters.phrases import Phrases

    known = Phrases("en").kind(kind)
    return known.removeprefix("identifier.") or " ".join(kind.casefold().split())
