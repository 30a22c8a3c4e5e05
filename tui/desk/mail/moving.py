"""A mail that lies at a wrong case goes to another; a note there says where it went.

Events are never taken out of a timeline: their numbers are places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.cases.errors import BadInput, NotLawful
from tui.cases.event import Event
from tui.cases.lifecycle import replay
from tui.cases.words import EventKind
from tui.desk.cases.chasing import with_chase
from tui.desk.ladder.climbing import with_windows
from tui.desk.mail.mail_events import kept_mail, put_into, put_mail
from tui.desk.opening import change
from tui.mail.kept import KeptMail, MailState
from tui.store.names import MAILS
from tui.wording.wording import Wording

if TYPE_CHECKING:
    from tui.cases.case import Case
    from tui.desk.office import Office


def case_of(office: Office, number: int) -> int:
    """The case in which a mail lies; 0 for none."""
    kept = kept_mail(office.store.document(MAILS, number), number)
    return kept.case if kept.state is MailState.ATTACHED else 0


def move(office: Office, number: int, case_id: int) -> Case:
    """Put a mail of one case to another, where it waits to be judged anew, as one change.

    Raises NotFound; BadInput where what was recorded later rests on it.
    """
    with office.store.writing(change(office, "mail_move", case_id, str(number))) as book:
        kept = kept_mail(book.document(MAILS, number), number)
        target = book.case(case_id)
        book.put(_without(office, book.case(kept.case), kept, case_id))
        case, event = put_into(office, target, kept, number)
        put_mail(book, replace(kept, case=case_id, event=event), number)
        return book.put(case)


def _without(office: Office, case: Case, kept: KeptMail, goes_to: int) -> Case:
    """The case as if it had not come; a number of theirs that it alone named is gone, too."""
    gone = next(e for e in case.timeline if e.id == kept.event)
    words = Wording(office.settings.config.language or case.language)
    said = words.t(
        "The mail “{subject}” of {sender} was put here by mistake: it is in #{id}.",
        subject=kept.mail.subject,
        sender=kept.mail.sender.address,
        id=goes_to,
    )
    note = Event(at=gone.at, kind=EventKind.NOTE, id=gone.id, text=said)
    others = {e.reference for e in case.timeline if e.id != gone.id}
    numbers = tuple(r for r in case.references
                    if r.number != gone.reference or r.number in others)  # fmt: skip
    timeline = (note if e.id == gone.id else e for e in case.timeline)
    try:
        told = replay(replace(case, references=numbers), timeline)
    except (NotLawful, BadInput):
        raise BadInput(
            "It cannot be taken out of #{id}: what was recorded there later rests on it.",
            id=case.id,
        ) from None
    return with_chase(office, with_windows(office, told))
