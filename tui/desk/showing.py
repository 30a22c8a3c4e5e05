"""One case whole, as a screen or a page shows it."""

from __future__ import annotations

from tui.cases.card import card_of
from tui.cases.case import Case
from tui.cases.promises import promises_of
from tui.desk import advising
from tui.desk.money import money_view
from tui.desk.office import Office
from tui.desk.views import CaseView, cleaned


def case_view(office: Office, case_id: int) -> CaseView:
    """The case with its company, its next action and its ladder. Raises NotFound."""
    stored = office.store.get(case_id)
    company = office.store.company(stored.company)
    case = cleaned(office.at_present(stored))
    card, today = card_of(case), office.today(case)
    return CaseView(
        case=case,
        card=card,
        today=today,
        company=cleaned(company) if company else None,
        next=advising.next_of(office, card),
        rungs=advising.rungs_of(office, case),
        money=money_view(office, case, today),
        promises=promises_of(case, today),
    )


def known_by(case: Case, language: str) -> tuple[str, ...]:
    """The identifiers of a case in words: order no. 4821-77."""
    from tui.letters.numbers import identifiers_in_words
    from tui.letters.phrases import Phrases

    return identifiers_in_words(case, Phrases(language))
