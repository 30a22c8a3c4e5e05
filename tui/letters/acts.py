"""What happened, in the few words with which a line of the history begins."""

from __future__ import annotations

from tui.cases.case import I_WRITE, answer_of, answers
from tui.cases.event import Event
from tui.cases.words import Answer, DeadlineKind, EventKind
from tui.letters.phrases import Phrases, Voice
from tui.letters.plain import one_line
from tui.letters.sent import THANKS, my_act
from tui.wording.wording import Wording

_FACTS = frozenset({EventKind.REGISTERED, EventKind.DELIVERED, EventKind.REOPENED})
THEIRS = frozenset(
    {
        EventKind.RECEIVED,
        EventKind.ANSWERED,
        EventKind.REFUSED,
        EventKind.ASKED,
        EventKind.PROMISE,
    }
)


def act_of(event: Event, words: Wording, phrases: Phrases, kind: str = "") -> str:
    """What happened, in a few words; empty for what is no contact."""
    answer = answer_of(event)
    if event.kind in I_WRITE:
        mine = my_act(event, phrases, kind)
        if kind == THANKS:  # they had solved it before
            return mine
        if not tells_answer(event):
            return mine
        return f"{mine}, {_with_last_word(event, phrases.say(f'event.{answer}'), phrases)}"
    if event.kind is EventKind.EXTENDED:
        return _extended(event, words, phrases)
    if answer is Answer.RECEIPT and event.kind in THEIRS | _FACTS:
        return _receipt(event, phrases)
    if event.kind in _FACTS:
        return phrases.say(f"event.{event.kind}")
    if event.kind in THEIRS:
        said = phrases.say(f"event.{answer or EventKind.RECEIVED}")
        return _with_last_word(event, said, phrases)
    return ""


def _with_last_word(event: Event, said: str, phrases: Phrases) -> str:
    return f"{said}, {phrases.say('event.final')}" if event.final else said


def tells_answer(event: Event) -> bool:
    """Whether it is told of a contact of mine what they answered; a date is told by itself."""
    return answers(event) and not (answer_of(event) is Answer.PROMISE and event.promise)


def asks_longer(event: Event) -> bool:
    """Whether they only wished for more time than the law gives: that moves nothing.

    Then the day that they named started no time of theirs but a promise.
    """
    kinds = {deadline.kind for deadline in event.starts}
    is_wish = DeadlineKind.PROMISE in kinds and DeadlineKind.ANSWER not in kinds
    return event.kind is EventKind.EXTENDED and is_wish


def _extended(event: Event, words: Wording, phrases: Phrases) -> str:
    """To the day that the time now ends, or what they asked for in vain."""
    named = event.due or event.promise
    if named and asks_longer(event):
        return phrases.say("event.asks_longer", day=words.day(named))
    moved = next((d.due for d in event.starts if d.kind is DeadlineKind.ANSWER), event.due)
    if moved is None:
        return phrases.say("event.extended")
    return phrases.say("event.extended_to", day=words.day(moved))


def _receipt(event: Event, phrases: Phrases) -> str:
    """Worth a line only for the number that it brought."""
    if not event.reference:
        return ""
    if phrases.voice is Voice.PUBLIC:
        return phrases.say("event.confirmed")
    return phrases.say("event.receipt", number=one_line(event.reference))
