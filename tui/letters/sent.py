"""What I sent, in the history of a letter: its kind, and when it was delivered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tui.cases.case import I_WRITE, Case
from tui.cases.event import Event
from tui.cases.order import in_order
from tui.cases.words import Channel, EventKind
from tui.letters.phrases import Phrases, phrase_book


class Sent(NamedTuple):
    """Which kind of letter it was, and to whom in the company where that says more."""

    kind: str = ""
    to: str = ""


UNKNOWN = Sent()
THANKS = "thanks"
_LETTERS = I_WRITE - {EventKind.CALL}


def my_act(event: Event, phrases: Phrases, kind: str = "") -> str:
    """“my formal claim”, “my reminder”; where the kind of the letter is not known, a message.

    What was said on the phone is a call, whatever it was for.
    """
    if not is_call(event):
        return phrases.say(_phrase(event, kind))
    told = phrase_book().get(f"letter.{kind}", {}) if event.kind in _LETTERS else {}
    return told.get(f"{phrases.language}_call") or phrases.say("event.call")


def is_call(event: Event) -> bool:
    """Whether a contact of mine was on the phone, and no letter."""
    return event.kind is EventKind.CALL or event.channel is Channel.PHONE


def delivered(event: Event, phrases: Phrases, kind: str, day: str) -> str:
    """“delivered on 3 November 2026”; in Russian it agrees with what was delivered."""
    gender = phrase_book()[_phrase(event, kind)].get("gender", "n")
    return phrases.say(f"delivered.{gender}", day=day)


def deliveries(case: Case) -> Mapping[int, Event]:
    """Id of what I sent -> its delivery, where that needs no line of its own: nothing was said."""
    return {sent.id: event for event, sent in _pairs(case) if not event.text.strip()}


def _pairs(case: Case) -> Iterator[tuple[Event, Event]]:
    """A delivery, and what was delivered: the letter of that number, else the last one to them."""
    sent: list[Event] = []
    for event in in_order(case):
        if event.kind in _LETTERS and not is_call(event):
            sent.append(event)
        elif event.kind is EventKind.DELIVERED:
            to_them = [one for one in sent if one.party == event.party]
            named = [one for one in to_them if event.reference and one.reference == event.reference]
            if to_them:
                yield event, (named or to_them)[-1]


def _phrase(event: Event, kind: str) -> str:
    known = event.kind in _LETTERS and f"letter.{kind}" in phrase_book()
    return f"letter.{kind}" if known else f"event.{event.kind}"
