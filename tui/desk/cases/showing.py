"""One case whole, as a screen or a page shows it."""

from __future__ import annotations

from tui.advice.figures.urgency import parts_of
from tui.cases.card import card_of
from tui.cases.case import Case
from tui.cases.promises import promises_of
from tui.desk.cases import linked
from tui.desk.cases.dated import dates_of, names_of
from tui.desk.cleaned import cleaned
from tui.desk.ladder import advising
from tui.desk.ladder.money import money_view
from tui.desk.office import Office
from tui.desk.views import CaseView
from tui.terminal.clean import clean_line


def case_view(office: Office, case_id: int) -> CaseView:
    """The case with its company, its next action and its ladder. Raises NotFound."""
    stored = office.store.get(case_id)
    company = office.store.company(stored.company)
    case = cleaned(office.at_present(stored))
    card, today, fault = card_of(case), office.today(case), office.ladder_fault(case)
    return CaseView(
        case=case,
        card=card,
        today=today,
        company=cleaned(company) if company else None,
        next=advising.next_of(office, card),
        rungs=advising.rungs_of(office, case),
        money=money_view(office, case, today),
        promises=promises_of(case, today),
        links=linked.links_of(office, card),
        urgency=parts_of(card, today, linked.blocking(office, card)),
        fault=fault.sentence if fault else None,
        offered=_offered(office, case),
        dates=dates_of(case, office.playbook(case), today),
        with_whom=names_of(case, office.playbook(case)),
    )


def _offered(office: Office, case: Case) -> tuple[str, ...]:
    """What reads mails is loaded for a case that has some."""
    if not any(event.automatic for event in case.timeline):
        return ()
    from tui.desk.mail.offers import numbers_in_receipts

    return tuple(map(clean_line, numbers_in_receipts(office, case)))
