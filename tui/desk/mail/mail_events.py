"""A mail as an event of a case, and the change that puts it there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from tui.cases.case import I_WRITE, Case
from tui.cases.errors import NotFound
from tui.cases.event import Event
from tui.cases.record import from_plain, to_plain
from tui.cases.words import Channel, EventKind
from tui.desk.cases.recording import appended
from tui.desk.mail.knowing import role_of
from tui.desk.office import Office, zone_of
from tui.desk.opening import change
from tui.mail.kept import KeptMail, MailState
from tui.store.names import MAIL, MAILS
from tui.wording.wording import Wording

if TYPE_CHECKING:
    from tui.mail.message import Bounce
    from tui.store.book_contract import Book
    from tui.store.contract import Change

_LONGEST = 4000  # characters of a mail that stand in the case; the whole is kept beside it
_ON_THE_WAY = timedelta(days=5)  # longer no server tries; a date before that is not believed


def kept_mail(plain: dict[str, Any] | None, number: int) -> KeptMail:
    """A mail of the book. Raises NotFound."""
    if plain is None:
        raise NotFound("There is no mail {id}. See: upheld inbox", id=number)
    return from_plain(KeptMail, plain)


def put_mail(book: Book, mail: KeptMail, number: int = 0) -> int:
    """Keep a mail, a new one where no number is told; its number."""
    return book.put_document(MAILS, to_plain(mail), number)


def is_taken_by(case: Case) -> bool:
    """Whether a reply moves the case; a draft and a closed one can only take a note of it."""
    return case.stage.is_live


def attach(office: Office, case_id: int, number: int) -> Case:
    """Put a mail to a case. Raises NotFound."""
    return attach_all(office, {case_id: [number]})[0]


def attach_all(
    office: Office, mails: Mapping[int, Iterable[int]], *, by_itself: bool = False
) -> tuple[Case, ...]:
    """Put mails to cases as one change, in the order in which they came; those that lie
    somewhere stay there. `by_itself`: nobody said so, and it is no change of the person's.

    A reply that nobody judged stops no clock, a receipt none at all. Raises NotFound.
    """
    case_id = next(iter(mails)) if len(mails) == 1 else 0
    made = change(office, "mail_attach", case_id, str(len(mails)))
    with office.store.writing(by_mail(made) if by_itself else made) as book:
        return tuple(_attach(office, book, *one) for one in mails.items())


def by_mail(made: Change) -> Change:
    """The change as one of the mail and not of the person."""
    return replace(made, who=MAIL)


def _attach(office: Office, book: Book, case_id: int, numbers: Iterable[int]) -> Case:
    case = book.case(case_id)
    mails = [(n, kept_mail(book.document(MAILS, n), n)) for n in numbers]
    for number, mail in sorted(mails, key=lambda pair: pair[1].came):
        if mail.state is MailState.ATTACHED:
            continue
        case, event = put_into(office, case, mail, number)
        put = replace(mail, state=MailState.ATTACHED, case=case_id, event=event)
        put_mail(book, put, number)
    return book.put(case)


def put_into(office: Office, case: Case, mail: KeptMail, number: int) -> tuple[Case, int]:
    """The case with a mail as the last of its events, not stored yet; and the id of that."""
    case = appended(office, case, replace(event_of(office, case, mail), mail=number))
    return case, len(case.timeline)


def event_of(office: Office, case: Case, mail: KeptMail) -> Event:
    """What happened when a mail came."""
    read = mail.mail
    kind, text = _kind(case, mail), read.new.strip() or read.subject
    if kind is EventKind.NOTE:
        text = f"{_head(office, case, mail)}\n\n{text}"
    event = Event(
        at=_at(office, case, mail),
        kind=kind,
        channel=Channel.EMAIL,
        text=text[:_LONGEST],
        message_id=read.message_id,
    )
    if read.bounce:
        told = "\n".join(filter(None, (_reasons(read.bounce), event.text)))[:_LONGEST]
        return replace(event, text=told, message_id=read.bounce.message_id)
    return replace(
        event,
        agent=read.sender.name,
        automatic=mail.is_receipt and event.kind is EventKind.RECEIVED,
        party=role_of(office, case, read.sender.address) if case.parties else "",
    )


def _head(office: Office, case: Case, mail: KeptMail) -> str:
    """Who wrote about what: a note tells neither otherwise."""
    words, sender = Wording(office.settings.config.language or case.language), mail.mail.sender
    who = f"{sender.name} <{sender.address}>".strip()
    return f"{words.t('From')}: {who}\n{words.t('Subject')}: {mail.mail.subject}"


def _kind(case: Case, mail: KeptMail) -> EventKind:
    """A delay is tried again by the server, and what was never sent from here came back to nobody.

    A draft and a closed case take a note.
    """
    bounce = mail.mail.bounce
    if not is_taken_by(case) or (bounce and not _is_last_letter(case, bounce)):
        return EventKind.NOTE
    return EventKind.UNDELIVERED if bounce else EventKind.RECEIVED


def _is_last_letter(case: Case, bounce: Bounce) -> bool:
    """Whether what came back for good is the last that I sent: nothing else went out since."""
    if not bounce.has_failed:
        return False
    mine = [event for event in case.timeline if event.kind in I_WRITE]
    return bool(mine) and mine[-1].message_id == bounce.message_id


def _reasons(bounce: Bounce) -> str:
    return "\n".join(
        " ".join(filter(None, (one.recipient, one.status, one.reason))) for one in bounce.recipients
    )


def _at(office: Office, case: Case, mail: KeptMail) -> datetime:
    """When it came, in the company's zone."""
    zone = zone_of(case) or office.clock.now().tzinfo
    return mail.came.astimezone(zone).replace(microsecond=0)


def came_at(received: datetime | None, written: datetime | None, fetched: datetime) -> datetime:
    """When a mail came: as its own server says, who wrote it only where that fits.

    A sender may write any date, and so seem to have kept a time that was over.
    """
    best = received or written or fetched
    if written and received and written <= received <= written + _ON_THE_WAY:
        best = written
    return min(best, fetched)
