"""Mails that were put aside: listed again, and brought back into the Inbox."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.cases.errors import BadInput
from tui.desk.mail.inbox import InboxRow
from tui.desk.mail.mail_events import kept_mail, put_mail
from tui.desk.opening import change
from tui.mail.kept import MailState
from tui.store.names import MAILS

if TYPE_CHECKING:
    from tui.desk.office import Office

_IGNORED = re.compile(rb'"state":\s?"ignored"')


def mails_aside(office: Office) -> tuple[InboxRow, ...]:
    """What the person put aside, or the fetch of itself: the newest first."""
    zone, cards = office.clock.now().tzinfo, office.store.cards
    rows = []
    for number, text in office.store.texts(MAILS):
        if not _IGNORED.search(text):
            continue
        kept = kept_mail(office.store.document(MAILS, number), number)
        if kept.state is MailState.IGNORED:
            here = replace(kept, came=kept.came.astimezone(zone))
            rows.append(InboxRow(number, here, cards.get(kept.guess.case), is_attached=False))
    return tuple(sorted(rows, key=lambda row: row.kept.came, reverse=True))


def bring_back(office: Office, number: int) -> int:
    """Put a mail back into the Inbox; its number. Raises BadInput where it was not put aside."""
    with office.store.writing(change(office, "mail_back", detail=str(number))) as book:
        kept = kept_mail(book.document(MAILS, number), number)
        if kept.state is not MailState.IGNORED:
            raise BadInput("Mail {id} was not put aside.", id=number)
        return put_mail(book, replace(kept, state=MailState.NEW), number)
