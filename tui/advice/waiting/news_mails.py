"""What is news of mails: that they wrote, that one may be their answer, that a letter is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tui.advice.action import View
from tui.advice.waiting.beside import Letter, Perhaps, may_have_gone, perhaps_answered
from tui.advice.waiting.news_item import News, Sort, told
from tui.cases.sentence import say


def to_judge(view: View) -> Iterator[News]:
    """Each message of theirs that waits. One that I noted today myself is no news today."""
    card = view.card
    for event, day, mail in card.unjudged:
        if mail or not noted_today(view):
            sentence = say("They wrote on {day}: judge what it is.", day=day)
            yield told(card, Sort.MINE, day, sentence, "unread", str(event))


def may_answer(view: View, mails: Iterable[Perhaps]) -> Iterator[News]:
    """Each mail of the Inbox that may be an answer."""
    for mail in mails:
        if sentence := perhaps_answered([mail]):
            yield told(view.card, Sort.MINE, mail.day, sentence, "perhaps", str(mail.number))


def lost(view: View, letters: Iterable[Letter]) -> Iterator[News]:
    """Each letter that did not go out, or may not have."""
    for letter in letters:
        if letter.is_lost:
            of_what = ("outbox", str(letter.number), letter.standing)
            day = letter.queued_at.date()
            yield told(view.card, Sort.MINE, day, may_have_gone(letter), *of_what)


def noted_today(view: View) -> bool:
    """Whether I recorded something today myself, on whatever day it happened."""
    return (view.card.recorded_on or date.min) >= view.today
