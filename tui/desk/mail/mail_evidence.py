"""Attachments of a mail, or the mail itself, as evidence of its case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.cases.case import Case
from tui.cases.errors import BadInput
from tui.cases.event import Event, Evidence
from tui.cases.words import EventKind
from tui.desk.cases.recording import appended
from tui.desk.mail.inbox import raw_mail
from tui.desk.mail.mail_events import kept_mail
from tui.desk.opening import change
from tui.mail.boxed import Box
from tui.mail.kept import KeptMail
from tui.mail.names import plain_name
from tui.store.names import MAILS

if TYPE_CHECKING:
    from tui.desk.office import Office
    from tui.store.book_contract import Book


def to_evidence(office: Office, number: int, *, whole: bool) -> Case:
    """Copy the attachments into the case, but for pictures that the text shows, or the mail itself.

    What is there already is not copied again. Raises BadInput where nothing is left to copy.
    """
    kept = kept_mail(office.store.document(MAILS, number), number)
    if not kept.case:
        raise BadInput("Put the mail to a case first: its evidence belongs there.")
    files = [(_name(kept), raw_mail(office, kept))] if whole else list(_attached(office, kept))
    if not files:
        raise BadInput("Nothing is attached to this mail.")
    with office.store.writing(change(office, "record", kept.case, EventKind.EVIDENCE)) as book:
        case = book.case(kept.case)
        pieces = tuple(_pieces(book, case, files))
        if not pieces:
            raise BadInput("All of it is among the evidence already.")
        event = Event(
            at=office.now(case), kind=EventKind.EVIDENCE, text=kept.mail.subject, evidence=pieces
        )
        return book.put(appended(office, case, event))


def _name(kept: KeptMail) -> str:
    return plain_name(f"{kept.mail.subject.replace('/', '_')[:80]}.eml", "mail.eml")


def _attached(office: Office, kept: KeptMail) -> Iterator[tuple[str, bytes]]:
    raw = raw_mail(office, kept)
    with Box() as box:
        for one in box.read(raw).attachments:
            content = None if one.inline else box.attachment(raw, one.number)
            if content is not None:
                yield one.name, content


def _pieces(book: Book, case: Case, files: list[tuple[str, bytes]]) -> Iterator[Evidence]:
    known = {piece.sha256 for piece in case.evidence}
    number = max((piece.number for piece in case.evidence), default=0)
    for name, content in files:
        piece = book.put_content(content, name, number + 1)
        if piece.sha256 not in known:
            known.add(piece.sha256)
            number += 1
            yield piece
