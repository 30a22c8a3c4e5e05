"""The dates of the book as a calendar has them: theirs as events, mine as things to do.

A date of theirs keeps its id while it moves: an extension is the same entry on another day. What
I have to do is another thing with every event that asks for it, so that one that was ticked off
in a calendar stays so, and the next is open again.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.advice.action import View
from tui.advice.waiting.whose import whose
from tui.cases.card import Card
from tui.cases.deadline import Deadline
from tui.cases.words import DeadlineKind, Owner, Stage
from tui.desk.cleaned import cleaned_card
from tui.desk.ladder.pressing import acts_on
from tui.desk.office import Office
from tui.playbooks.their_time import still_due
from tui.terminal.clean import clean_line
from tui.wording.owed import what_is_due

if TYPE_CHECKING:
    from tui.playbooks.playbook import Playbook
    from tui.wording.wording import Wording

PREFIX = "upheld-"


class Item(Struct, frozen=True):
    """One entry. `uid` is its id everywhere, and fit to be the name of a file.

    `is_mine`: a thing to do, by `day`; else an event on that day. `at`: the moment, where hours
    are counted. `title` and `text` are clean.
    """

    uid: str
    card: Card
    deadline: Deadline
    is_mine: bool
    day: date
    at: datetime | None
    title: str
    text: str


def items(office: Office, words: Wording) -> dict[str, Item]:
    """All running dates of open cases by their id; of a draft only my time for the first step."""
    found = (
        _item(words, office.playbook(card), cleaned_card(card), deadline)
        for card, deadline in _running(office)
    )
    return {item.uid: item for item in found}


def _running(office: Office) -> Iterator[tuple[Card, Deadline]]:
    today = office.days()
    for card in office.cards():
        if card.stage is Stage.CLOSED:
            continue
        if card.stage is Stage.DRAFT:
            window = card.window_of(office.playbook(card).steps[0].id)
            dates: tuple[Deadline, ...] = (
                (window,) if window and not window.past_on(today(card)) else ()
            )
        else:
            dates = (*card.deadlines, *card.windows_on(today(card)))
        yield from ((card, deadline) for deadline in dates if deadline.paused_on is None)


def uid_of(card: Card, deadline: Deadline) -> str:
    """The id of an entry. A digest: the id of a case that was taken in may be any text."""
    parts = (card.uid, deadline.kind, deadline.party, deadline.step)
    return PREFIX + _digest(*parts, str(deadline.event) if _is_mine(deadline) else "")


def mark_of(card: Card) -> str:
    """By which an entry says of which case it is, so that another book leaves it alone."""
    return _digest(card.uid)


def _digest(*parts: str) -> str:
    return sha256("\n".join(parts).encode(errors="replace")).hexdigest()[:32]


def _is_mine(deadline: Deadline) -> bool:
    return deadline.owner is Owner.MINE or deadline.kind is DeadlineKind.CONTACT


def _item(words: Wording, playbook: Playbook, card: Card, deadline: Deadline) -> Item:
    title = words.t(
        "#{id} {company}: {what}",
        id=card.id,
        company=card.company if _is_mine(deadline) else _whose(playbook, card, deadline),
        what=_what(words, playbook, deadline),
    )
    lines = [card.subject, card.reference]
    if not _is_mine(deadline):
        lines.append(words.say(still_due(deadline)))
    elif deadline.act_by and deadline.act_by != deadline.due:
        lines.append(words.t("The time for it ends on {day}.", day=deadline.due))
    return Item(
        uid=uid_of(card, deadline),
        card=card,
        deadline=deadline,
        is_mine=_is_mine(deadline),
        day=acts_on(deadline),
        at=deadline.due_at if not deadline.act_by or deadline.act_by == deadline.due else None,
        title=clean_line(title),
        text="\n".join(clean_line(line) for line in lines if line),
    )


def _whose(playbook: Playbook, card: Card, deadline: Deadline) -> str | dict[str, str]:
    """Who owes it: of several, and where a body decides, not the company of the case."""
    owed = whose(View(card, playbook, deadline.due), deadline)
    return clean_line(owed) if isinstance(owed, str) else owed


def _what(words: Wording, playbook: Playbook, deadline: Deadline) -> str:
    """What is due; of a window, which step."""
    place = playbook.place(deadline.step) if deadline.kind is DeadlineKind.WINDOW else 0
    if not place:
        return what_is_due(words, deadline)
    return words.t(
        "step {number} of {count}, {title}",
        number=place,
        count=len(playbook.steps),
        title=playbook.steps[place - 1].title,
    )
