"""Mails of the Inbox as rows of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tui.cli.session import Session

if TYPE_CHECKING:
    from tui.desk.mail.inbox import InboxRow

Cells = tuple[str, ...]


def mail_rows(
    session: Session, rows: Iterable[InboxRow], aside: Iterable[InboxRow] = ()
) -> Iterator[Cells]:
    """Rows of mails that wait, then of those that were put `aside`; with the time, where it is
    needed to tell them apart.
    """
    rows, aside = tuple(rows), tuple(aside)
    days = Counter(row.kept.came.date() for row in (*rows, *aside))
    for is_aside, some in ((False, rows), (True, aside)):
        for row in some:
            is_timed = days[row.kept.came.date()] > 1
            yield mail_row(session, row, is_aside=is_aside, is_timed=is_timed)


def mail_row(
    session: Session, row: InboxRow, *, is_aside: bool = False, is_timed: bool = False
) -> Cells:
    """Its number, when it came, from whom, about what, and where it is."""
    mail, words, came = row.kept.mail, session.words, row.kept.came
    when = words.short_day(came.date(), session.desk.day())
    case = words.t("aside") if is_aside else ""
    if row.card and not is_aside:
        case = f"#{row.card.id}" if row.is_attached else words.t("#{id}?", id=row.card.id)
    who = mail.sender.address or mail.sender.name or "?"
    timed = f"{when} {came:%H:%M}" if is_timed else when
    return str(row.number), timed, who, mail.subject, case
