"""What lies beside a case: mails of the Inbox that may answer it, letters that are not out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.advice.waiting.beside import (
    Letter,
    Perhaps,
    perhaps_answered,
    with_what_lies_beside,
)
from tui.cases.card import card_of
from tui.cases.judging import waits
from tui.cases.sentence import say
from tui.clock import day_in
from tui.desk.office import known_zone

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tui.advice.action import NextAction
    from tui.cases.card import Card
    from tui.cases.case import Case
    from tui.cases.sentence import Sentence
    from tui.desk.office import Office


def perhaps_of(office: Office, card: Card) -> tuple[Perhaps, ...]:
    """The mails of the Inbox that may answer what I wrote last in a case, the oldest first."""
    if not card.stage.is_live or card.contacted_on is None:
        return ()
    mine = [m for m in office.pending.mails_for(office.store, card.id) if m.may_answer]
    if not mine:  # nearly always
        return ()
    here, zone = office.clock.now().tzinfo, known_zone(card.timezone)
    days = ((m.number, day_in(m.came.astimezone(here), zone)) for m in mine)
    return tuple(Perhaps(number, day) for number, day in days if day >= card.contacted_on)


def unread_of(office: Office, case: Case) -> Iterator[Sentence]:
    """What of theirs nobody has looked at: mails in the case, and the one that may be of it."""
    for event in case.timeline:
        if waits(event):
            yield say("They wrote on {day}, and nobody has said what it is.", day=event.day)
    if told := perhaps_answered(perhaps_of(office, card_of(case))):
        yield told


def letters_of(office: Office, card: Card) -> tuple[Letter, ...]:
    """The letters of a case that stand in the outbox, not out, or of which nobody knows."""
    return office.pending.letters(office.store).get(card.id, ())


def lies_beside(office: Office, card: Card) -> bool:
    """Whether something has to be seen to before the next action of the case itself."""
    lost = any(letter.is_lost for letter in letters_of(office, card))
    return lost or bool(perhaps_of(office, card))


def seen_to_first(office: Office, action: NextAction, card: Card, day: date) -> NextAction:
    """The next action of a case, or what lies beside it and comes before."""
    mails, letters = perhaps_of(office, card), letters_of(office, card)
    if not mails and not letters:  # nearly always
        return action
    return with_what_lies_beside(action, card, day, mails, letters)
