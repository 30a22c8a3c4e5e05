"""What to do next: the channel, the step, the one next action."""

from __future__ import annotations

from dataclasses import dataclass

from tui.advice.channels import Advised, rank_channels
from tui.advice.duplicates import similar_open
from tui.advice.next_action import NextAction, next_action
from tui.cases.card import Card, card_of
from tui.cases.case import Case
from tui.cases.company import Company, name_key
from tui.cases.words import Problem, Stage, Urgency
from tui.desk.office import Office
from tui.playbooks.ladder import Rung, ladder


@dataclass(frozen=True, slots=True)
class Question:
    """What channel advice is asked about, where there is no case yet."""

    problem: Problem = Problem.OTHER
    urgency: Urgency = Urgency.NORMAL
    formal: bool = False
    company: str = ""


def advise(office: Office, question: Question) -> tuple[Advised, ...]:
    """Channels ranked for a problem, best first."""
    company = office.store.company(question.company) if question.company else None
    return _rank(office, question, company, None)


def advise_case(office: Office, case: Case) -> tuple[Advised, ...]:
    """Channels ranked for a case, with warnings where it already waits."""
    question = Question(case.problem, case.urgency, case.formal, case.company)
    return _rank(office, question, office.store.company(case.company), case)


def _rank(
    office: Office, question: Question, company: Company | None, case: Case | None
) -> tuple[Advised, ...]:
    today = office.today(case) if case else office.today()
    return rank_channels(question.problem, question.urgency, question.formal, company, case, today)


def next_of(office: Office, card: Card) -> NextAction:
    """The one next action. Its words are clean if the card is."""
    return next_action(card, office.playbook(card), office.today(card))


def rungs_of(office: Office, case: Case) -> tuple[Rung, ...]:
    """The ladder of a case, projected."""
    return ladder(card_of(case), office.playbook(case), office.today(case), office.clocks(case))


def duplicates(office: Office, case: Case) -> tuple[Card, ...]:
    """Open cases that seem to be about the same."""
    company = name_key(case.company)
    # Only these are read whole: a book of thousands takes a second to read.
    open_there = [
        card.id
        for card in office.store.cards.values()
        if card.stage is not Stage.CLOSED and name_key(card.company) == company
    ]
    return similar_open(case, map(office.store.get, open_there))
