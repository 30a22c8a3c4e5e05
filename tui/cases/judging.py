"""What they wrote, and when somebody judged it.

Between the day on which a message of theirs comes and the day on which the person says what
it was, days may pass that are not the company's.
"""

from __future__ import annotations

from datetime import datetime

from tui.cases.case import I_WRITE, Case, answer_of
from tui.cases.event import Event
from tui.cases.table import ANSWERS, TABLE
from tui.cases.words import Answer, Channel, EventKind

IS_ANSWER = frozenset({EventKind.REFUSED, EventKind.ASKED, EventKind.PROMISE})
_SPOKEN = frozenset({Channel.PHONE, Channel.IN_PERSON})
_JUDGES = IS_ANSWER | {EventKind.ANSWERED, EventKind.EXTENDED}


def is_unjudged(event: Event) -> bool:
    """A message of theirs of which nobody has said what it is."""
    return is_message(event) and not event.told


def is_message(event: Event) -> bool:
    """A message of theirs that stands there as one, and not as an answer."""
    return event.kind is EventKind.RECEIVED and answer_of(event) is None


def waits(event: Event) -> bool:
    """A mail that waits for a judgement of its own, whatever else is recorded."""
    return bool(event.mail) and is_unjudged(event)


def unjudged(case: Case) -> tuple[Event, ...]:
    """The messages of theirs that wait to be judged, in the order of the timeline.

    What I noted of one by hand is judged by what I record or write next; a mail never so.
    """
    if not case.stage.is_live:
        return ()
    noted = {e.id for e in _messages_since(case) if is_unjudged(e)}
    return tuple(e for e in case.timeline if waits(e) or e.id in noted)


def confirms(event: Event) -> bool:
    """Whether it shows that they have what I sent: they said so, or wrote something about it.

    In a talk they may ask and promise before anything has reached them.
    """
    answer = answer_of(event)
    if event.kind is EventKind.REGISTERED or answer is Answer.RECEIPT:
        return True
    shows = TABLE[event.kind].confirms or (answer is not None and ANSWERS[answer].confirms)
    return shows and event.channel not in _SPOKEN


def acted_at(case: Case, event: Event) -> datetime:
    """When it counts: what they wrote, when it came, and not when it was judged."""
    if event.mail or event.kind not in _JUDGES:
        return event.at
    came = next(iter(_messages_since(case)), event)
    return min(came.at, event.at)


def _messages_since(case: Case) -> tuple[Event, ...]:
    """The messages since I judged something last, or wrote to them."""
    found: list[Event] = []
    for event in reversed(case.timeline):
        if (event.kind in I_WRITE and not event.aside) or event.kind in _JUDGES:
            break
        if is_message(event):
            found.append(event)
    return tuple(reversed(found))
