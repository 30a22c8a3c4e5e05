"""Where a mail is put: to a case, as a receipt only, into a case of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.company import Company
from tui.cases.errors import BadInput
from tui.cases.gathered import with_reference
from tui.cases.judging import is_unjudged
from tui.cases.lifecycle import replay
from tui.cases.words import EventKind, Problem
from tui.desk.cases.chasing import with_chase
from tui.desk.cases.recording import appended
from tui.desk.ladder.climbing import with_windows
from tui.desk.mail.mail_events import attach, event_of, kept_mail, put_mail
from tui.desk.mail.moving import move
from tui.desk.opening import change, know_company
from tui.mail.domains import company_domain, host_of
from tui.mail.kept import KeptMail, MailState
from tui.mail.known import known_case
from tui.mail.message import Mail
from tui.store.names import MAILS

if TYPE_CHECKING:
    from tui.desk.office import Office


def attach_one(office: Office, number: int, case_id: int) -> Case:
    """Put a mail to a case, or move it there. Raises BadInput where it lies there already."""
    kept = kept_mail(office.store.document(MAILS, number), number)
    if kept.state is not MailState.ATTACHED:
        return attach(office, case_id, number)
    if kept.case == case_id:
        raise lies_there(kept)
    return move(office, number, case_id)


def make_receipt(office: Office, number: int, reference: str = "") -> Case:
    """Mark the event of a mail as automatic, and tell the timeline again without it as a message.

    `reference`: their number, where it names one. Raises BadInput where it is no message that
    waits to be judged.
    """
    kept = kept_mail(office.store.document(MAILS, number), number)
    if kept.state is not MailState.ATTACHED:
        raise BadInput("Put the mail to a case first.")
    with office.store.writing(change(office, "record", kept.case, EventKind.RECEIVED)) as book:
        case = book.case(kept.case)
        event = next((e for e in case.timeline if e.id == kept.event), None)
        if event is None or not is_unjudged(event):
            raise BadInput("Nobody has to judge this mail any more.")
        receipt = replace(event, automatic=True, reference=reference)
        timeline = (receipt if e.id == event.id else e for e in case.timeline)
        told = with_reference(replay(case, timeline), receipt)
        return book.put(with_chase(office, with_windows(office, told)))


def lies_there(kept: KeptMail) -> BadInput:
    """That a mail cannot be put to another case."""
    return BadInput("This mail is in case #{id} already.", id=kept.case)


def open_case_of(office: Office, number: int) -> Case:
    """A draft with whoever wrote the mail, which lies there as a note."""
    with office.store.writing(change(office, "mail_new", detail=str(number))) as book:
        kept = kept_mail(book.document(MAILS, number), number)
        if kept.state is MailState.ATTACHED:
            raise lies_there(kept)
        company = _company(office, kept.mail)
        blank = Case(
            company=company.name,
            subject=kept.mail.subject or company.name,
            problem=Problem.OTHER,
            language=office.settings.config.language or "en",
            country=company.country or office.settings.config.country,
            timezone=company.timezone,
            details=kept.mail.new[:4000],
        )
        know_company(book, blank)
        opened = book.add(with_windows(office, replace(blank, opened_at=office.now(blank))))
        case = book.put(
            appended(office, opened, replace(event_of(office, opened, kept), mail=number))
        )
        put = replace(kept, state=MailState.ATTACHED, case=case.id, event=len(case.timeline))
        put_mail(book, put, number)
        return case


def _company(office: Office, mail: Mail) -> Company:
    """The company whose domain it is; else one called after whoever wrote."""
    address = mail.sender.address
    if company_domain(address):
        for company in office.store.companies():
            blank = Case(company=company.name, subject="", problem=Problem.OTHER)
            if known_case(blank, [company]).is_from(address):
                return company
    name = company_domain(address) or mail.sender.name or host_of(address) or address or "?"
    return office.store.company(name) or Company(name=name)
