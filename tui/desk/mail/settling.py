"""Mails that nobody has to judge any more: put aside, or told by what was recorded already."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.cases.errors import BadInput
from tui.cases.judging import unjudged, waits
from tui.cases.retelling import settled
from tui.desk.cases.chasing import with_chase
from tui.desk.ladder.climbing import with_windows
from tui.desk.mail.mail_events import kept_mail, put_mail
from tui.desk.mail.placing import lies_there
from tui.desk.opening import change
from tui.mail.kept import KeptMail, MailState
from tui.store.names import MAILS

if TYPE_CHECKING:
    from tui.cases.case import Case
    from tui.desk.office import Office


def place_of(office: Office, number: int) -> tuple[int, int]:
    """The case of a mail and the id of its event. Raises BadInput where it lies in none."""
    kept = kept_mail(office.store.document(MAILS, number), number)
    if kept.state is not MailState.ATTACHED:
        raise BadInput("Put the mail to a case first.")
    return kept.case, kept.event


def event_in(office: Office, number: int, case_id: int) -> int:
    """The id of the event of a mail in that case. Raises BadInput where it does not lie there."""
    kept = kept_mail(office.store.document(MAILS, number), number)
    if kept.state is MailState.ATTACHED and kept.case != case_id:
        raise lies_there(kept)
    if kept.state is not MailState.ATTACHED:
        raise BadInput(
            "Put mail {mail} to the case first: upheld inbox {mail} attach {id}",
            mail=number,
            id=case_id,
        )
    return kept.event


def ignore(office: Office, number: int) -> int:
    """Put a mail aside; its number. One that waits in its case stays there, and waits no more.

    Raises BadInput where nobody has to judge it.
    """
    with office.store.writing(change(office, "mail_ignore", detail=str(number))) as book:
        kept = kept_mail(book.document(MAILS, number), number)
        if kept.state is not MailState.ATTACHED:
            return put_mail(book, replace(kept, state=MailState.IGNORED), number)
        case = book.case(kept.case)
        if not _waits_in(case, kept):
            raise lies_there(kept)
        book.put(_settled(office, case, [kept.event]))
        return number


def settle_all(office: Office, case_id: int) -> Case:
    """All mails of a case are told by what was recorded; none of them waits any more."""
    with office.store.writing(change(office, "mail_settle", case_id)) as book:
        case = book.case(case_id)
        return book.put(_settled(office, case, [e.id for e in case.timeline if waits(e)]))


def _settled(office: Office, case: Case, events: Iterable[int]) -> Case:
    return with_chase(office, with_windows(office, settled(case, events)))


def _waits_in(case: Case, kept: KeptMail) -> bool:
    return any(event.id == kept.event for event in unjudged(case))
