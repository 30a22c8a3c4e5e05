"""Whose words the text of an event holds: theirs, mine, or those of both in a call or chat."""

from __future__ import annotations

from tui.cases.case import I_WRITE, answers
from tui.cases.event import Event
from tui.cases.numbers import is_live
from tui.cases.words import EventKind
from tui.letters.acts import THEIRS
from tui.letters.filling import stopped
from tui.letters.phrases import Phrases


def spoke(event: Event) -> bool:
    """Whether they answered in a contact of mine, where one hears their words at once.

    Nothing else that is known of it tells that: a number may have come by itself.
    """
    if event.kind not in I_WRITE or not is_live(event.kind, event.channel):
        return False
    return answers(event) or event.promise is not None or event.reference_refused


def with_words(head: str, text: str, event: Event, phrases: Phrases) -> str:
    """A line with what was said: theirs in quotation marks, a note of mine as a sentence.

    Of a contact of mine in which they answered, the text holds what both said: it is no
    quotation, and it is called what it is.
    """
    if event.kind in THEIRS or event.kind is EventKind.EXTENDED:
        return f"{head}: {phrases.quote(text)}"
    if spoke(event):
        return f"{stopped(head)} {phrases.say('event.spoken')}: {text}"
    return f"{stopped(head)} {text}" if text[0].isupper() else f"{head}: {text}"
