"""The Inbox: replies that wait for the person, and one of them whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.judging import unjudged
from tui.cases.sentence import Sentence, say
from tui.cases.words import Stage
from tui.desk.mail.mail_events import event_of, kept_mail
from tui.desk.mail.offers import Offer, offers_in
from tui.mail.boxed import Box
from tui.mail.kept import Guess, KeptMail, MailState, shortened
from tui.mail.message import Mail
from tui.store.errors import StoreError
from tui.store.names import MAILS

if TYPE_CHECKING:
    from tui.cases.card import Card
    from tui.desk.office import Office


_NEW = b'"state":"new"'
_CASE = re.compile(rb'"case":\s?(\d+)')


class InboxRow(Struct, frozen=True):
    """A mail that waits. `card`: of the case where it lies, or might belong; None for none.

    `is_attached`: it lies there, and nobody has said what it is.
    """

    number: int
    kept: KeptMail
    card: Card | None
    is_attached: bool


class MailView(Struct, frozen=True):
    """A mail whole. `reasons`: why it may belong to the case, and what speaks against it."""

    number: int
    kept: KeptMail
    mail: Mail
    card: Card | None
    is_attached: bool
    offers: tuple[Offer, ...]
    reasons: tuple[Sentence, ...]


def inbox(office: Office) -> tuple[InboxRow, ...]:
    """Those of a case first, then those that may be of one, then the rest; the newest first."""
    rows = list(_waiting(office))
    rows.sort(key=lambda row: row.kept.came, reverse=True)
    return tuple(sorted(rows, key=lambda row: 2 - row.is_attached - bool(row.card)))


def _waiting(office: Office) -> Iterator[InboxRow]:
    cards, case_of = office.store.cards, cache(office.store.get)
    for number in _that_may_wait(office):
        kept = _here(office, kept_mail(office.store.document(MAILS, number), number))
        if kept.state is MailState.NEW:
            yield InboxRow(number, kept, cards.get(kept.guess.case), is_attached=False)
        elif kept.state is MailState.ATTACHED:
            card = cards.get(kept.case)
            if card and card.unread and _waits_there(case_of(card.id), kept.event):
                yield InboxRow(number, kept, card, is_attached=True)


def _here(office: Office, kept: KeptMail) -> KeptMail:
    """With the moment in which it came as a clock here shows it."""
    return replace(kept, came=kept.came.astimezone(office.clock.now().tzinfo))


def _that_may_wait(office: Office) -> list[int]:
    """Those that are new, or that name a case in which something is to be judged."""
    unread = {card.id: card.unjudged for card in office.store.cards.values() if card.unread}
    mails = [mail for messages in unread.values() for _, _, mail in messages]
    found = {number for number, _ in office.store.texts(MAILS, _NEW)} | set(filter(None, mails))
    if not all(mails):  # of an older book, whose messages do not tell which mail they were
        for number, text in office.store.texts(MAILS):
            if any(int(case_id) in unread for case_id in _CASE.findall(text)):
                found.add(number)
    return sorted(found)


def _waits_there(case: Case, event_id: int) -> bool:
    return any(event.id == event_id for event in unjudged(case))


def mail_view(office: Office, number: int) -> MailView:
    """See InboxVerbs."""
    kept = _here(office, kept_mail(office.store.document(MAILS, number), number))
    case_id = kept.case or kept.guess.case
    card = office.store.cards.get(case_id)
    with Box() as box:
        mail = shortened(box.read(raw_mail(office, kept)))
    offers: tuple[Offer, ...] = ()
    if card:
        case = office.store.get(case_id)
        told_at = event_of(office, case, kept).at
        offers = offers_in(office, case, mail.new, told_at, mail.subject)
    is_attached = kept.state is MailState.ATTACHED
    reasons = () if is_attached else tuple(_reasons(office, kept))
    return MailView(number, kept, mail, card, is_attached, offers, reasons)


def _reasons(office: Office, kept: KeptMail) -> Iterator[Sentence]:
    """Why it may belong to a case, and why it was not put there by itself."""
    guess, card = kept.guess, office.store.cards.get(kept.guess.case)
    yield from guess.reasons
    if card is None or guess.doubt:
        return
    if guess.is_certain:
        if card.stage is Stage.CLOSED:
            yield say("Case #{id} is closed: you say whether it goes there.", id=card.id)
        elif card.stage is Stage.DRAFT:
            yield say("Nothing was sent in #{id} yet: you say whether it goes there.", id=card.id)
    elif guess.others:
        others = tuple(f"#{number}" for number in guess.others)
        yield say("It may as well be of {cases}.", cases=others)
    else:
        yield say("That alone does not prove that it belongs there.")


def raw_mail(office: Office, kept: KeptMail) -> bytes:
    """Its bytes. Raises StoreError where they are missing."""
    path = office.store.evidence(kept.sha256)
    if path is None:
        raise StoreError("The mail is missing: put it back as {file}.",
                         file=f"evidence/{kept.sha256}")  # fmt: skip
    return path.read_bytes()


def guess_now(office: Office, number: int) -> Guess:
    """The guess of when it came; without a case that is in the book no longer."""
    guess = kept_mail(office.store.document(MAILS, number), number).guess
    return guess if guess.case in office.store.cards else Guess()
