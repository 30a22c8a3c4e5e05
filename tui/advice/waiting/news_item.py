"""One piece of news of a case, and the key by which it is known again."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from tui.advice.action import View
from tui.advice.waiting.whose import whose
from tui.cases.card import Card
from tui.cases.deadline import Deadline
from tui.cases.sentence import Sentence
from tui.cases.words import DeadlineKind


class Sort(StrEnum):
    """What kind of news it is, the most pressing first."""

    CLOSING = "closing"  # my own time runs out
    BROKEN = "broken"  # a promise of theirs
    LATE = "late"
    DUE = "due"
    MINE = "mine"  # my move
    OPENED = "opened"  # a step of the ladder may be taken


class News(Struct, frozen=True):
    """One piece of it. `key` is that of no other; `since`: from which day on it is so.

    `is_last`: to be safe I have to act by today. `who`: whose it is, see `whose`; empty where it
    is of nobody but me. `card`: None where it is of no case, but of the Inbox.
    """

    card: Card | None
    sort: Sort
    key: str
    since: date
    sentence: Sentence
    is_last: bool = False
    who: str | dict[str, str] = ""


def news(
    view: View,
    sort: Sort,
    since: date,
    sentence: Sentence,
    deadline: Deadline,
    *,
    is_last: bool = False,
) -> News:
    """News of a deadline: the same as long as its days are."""
    card = view.card
    what = (deadline.kind, deadline.party, deadline.step, str(deadline.due), str(deadline.act_by))
    key = key_of(card, sort, *what, *(("last",) if is_last else ()))
    who = "" if deadline.kind is DeadlineKind.WINDOW else whose(view, deadline)
    return News(card, sort, key, since, sentence, is_last, who)


def told(card: Card, sort: Sort, since: date, sentence: Sentence, *what: str) -> News:
    """News of something else, which `what` makes another."""
    return News(card, sort, key_of(card, sort, *what), since, sentence)


def key_of(card: Card, sort: Sort, *what: str) -> str:
    """What it is known by."""
    return "|".join((card.uid, sort, *what))
