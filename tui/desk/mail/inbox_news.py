"""That mails wait which lie in no case, as news."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.advice.waiting.news_item import News, Sort
from tui.cases.sentence import say_many
from tui.desk.mail.beside_case import perhaps_of
from tui.terminal.clean import clean_line

if TYPE_CHECKING:
    from tui.desk.mail.pending import NewMail
    from tui.desk.office import Office


def of_inbox(office: Office) -> Iterator[News]:
    """One piece for all that wait, which is another when one more has come.

    What may be an answer is news of its case.
    """
    told: set[int] = set()
    mails = office.pending.mails(office.store)
    for case_id in {mail.case for mail in mails}:
        card = office.store.cards.get(case_id)
        told |= {one.number for one in perhaps_of(office, card)} if card else set()
    if others := [mail for mail in mails if mail.number not in told]:
        yield _news(others)


def _news(mails: list[NewMail]) -> News:
    newest = mails[-1]
    sentence = say_many(
        "{count} mail waits: {sender}, {subject}",
        "{count} mails wait, the newest: {sender}, {subject}",
        len(mails),
        sender=clean_line(newest.sender) or "?",
        subject=clean_line(newest.subject),
    )
    return News(None, Sort.MINE, f"inbox|{newest.number}", newest.came.date(), sentence)
