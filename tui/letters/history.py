"""“Already done”, told by the timeline: one dated line for each contact."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tui.cases.case import I_WRITE, answer_of
from tui.cases.event import Event
from tui.cases.numbers import has_postal
from tui.cases.order import in_order
from tui.cases.promises import Kept, kept, promised_for
from tui.cases.returned import returned
from tui.cases.words import Answer, Channel, EventKind, Owes
from tui.letters.acts import act_of, asks_longer
from tui.letters.ending import end_of, lapsed, unanswered
from tui.letters.filling import stopped
from tui.letters.matter import Matter
from tui.letters.missed import missed_answer
from tui.letters.numbers import unsigned
from tui.letters.phrases import Phrases, Voice
from tui.letters.plain import one_line
from tui.letters.sent import UNKNOWN, Sent, delivered, deliveries
from tui.letters.whose_words import with_words
from tui.letters.zones import days_with_hours, when
from tui.wording.wording import Wording

# A longer text is a whole letter or a page of notes: the line then tells only that it was.
LONGEST_QUOTE = 200


class _Known(NamedTuple):
    """Of an event: which kind of letter it was, with whom else it was, with whom it is told to have
    been, its delivery, whether it was with the very reader of a letter about somebody else, and
    when it was."""

    sent: Sent
    other: str
    whom: str
    arrived: Event | None
    is_yours: bool
    when: str


def history(matter: Matter) -> tuple[str, ...]:
    """The lines, oldest first. Notes, evidence and receipts without a number are left out.

    A body above the company is told what others said as theirs, with the name, and then what the
    company said, too; what was with the very reader of a letter about somebody else, as “you”. What
    I sent is told with the day of its delivery.
    """
    case = matter.case
    arrived = deliveries(case)
    told = {event.id for event in arrived.values()} | returned(case)
    told |= {event.id for event in case.timeline if event.told}  # by what was recorded beside it
    told |= {event.id for event in case.timeline if not matter.concerns(event.id)}
    if matter.phrases.voice is Voice.PUBLIC:  # what others did is not told of the company
        told |= matter.others.keys()
    events = (event for event in in_order(case) if event.id not in told)
    hours = days_with_hours(case)
    known = ((event, _known(matter, event, arrived.get(event.id), hours)) for event in events)
    lines = (_line(matter, event, of_it) for event, of_it in known)
    return tuple(line for line in lines if line)


def _known(matter: Matter, event: Event, arrived: Event | None, hours: frozenset[date]) -> _Known:
    sent, other = matter.kinds.get(event.id, UNKNOWN), matter.others.get(event.id, "")
    is_yours = event.id in matter.reader.events
    return _Known(sent, other, _whom(matter, event), arrived, is_yours, when(matter, event, hours))


def _whom(matter: Matter, event: Event) -> str:
    """With whom it was, where a reader outside the company could take it for somebody else."""
    if other := matter.others.get(event.id, ""):
        return other
    several = any(n not in matter.reader.events and matter.concerns(n) for n in matter.others)
    return matter.company_name if several and matter.phrases.voice is Voice.THEY else ""


def _heard(matter: Matter, event: Event, known: _Known) -> Phrases:
    """What somebody else said is not what “you” said."""
    phrases = matter.phrases
    if known.is_yours:
        return Phrases(phrases.language, Voice.YOU)
    is_told_of = phrases.voice is Voice.PUBLIC or (
        phrases.voice is Voice.YOU and event.id not in matter.others
    )
    return phrases if is_told_of else Phrases(phrases.language, Voice.THEY)


def is_told(event: Event, words: Wording, phrases: Phrases) -> bool:
    """Whether `event` has a line of its own."""
    return bool(act_of(event, words, phrases))


def _line(matter: Matter, event: Event, known: _Known) -> str:
    phrases, words = _heard(matter, event, known), matter.words
    mere = _is_mere_message(event, known.other) and not known.is_yours
    act = phrases.say("event.message") if mere else act_of(event, words, phrases, known.sent.kind)
    if not act:
        return ""
    details = ", ".join(_details(event, words, phrases, known))
    head = f"{known.when} — {act}" + (f" ({details})" if details else "")
    if known.arrived:
        head += f", {delivered(event, phrases, known.sent.kind, words.day(known.arrived.day))}"
    is_bare = phrases.voice is Voice.PUBLIC or answer_of(event) is Answer.RECEIPT
    text = "" if is_bare else quote(event)
    said = with_words(head, text, event, phrases) if text else head
    both = (event, known.arrived) if known.arrived else (event,)
    dates = (text for one in both for text in _dates(matter, one, phrases))
    return " ".join(dict.fromkeys((stopped(said), *dates)))


def _dates(matter: Matter, event: Event, phrases: Phrases) -> Iterator[str]:
    """What became of the dates that came of it."""
    case, words, today = matter.case, matter.words, matter.today
    due, state = promised_for(case, event), kept(case, event, today)
    if due and state and not (asks_longer(event) and state is not Kept.BROKEN):
        yield phrases.say(f"promise.{state}", day=words.day(due))
    missed = unanswered(case, event, today, matter.now)
    if missed and matter.tells_missed and missed == missed_answer(matter):
        return
    if missed:
        form = "unconfirmed" if missed.owes is Owes.RECEIPT else "missed"
        yield phrases.say(f"answer.{form}", day=end_of(matter, missed))
    elif (over := lapsed(case, event, today, matter.now)) and over.due_at:  # an hour is an hour
        yield phrases.say("answer.passed", day=end_of(matter, over))


def _is_mere_message(event: Event, other: str) -> bool:
    """A message of somebody else, of which nobody has said what it is."""
    return bool(other) and event.kind is EventKind.RECEIVED and answer_of(event) is None


def _details(event: Event, words: Wording, phrases: Phrases, known: _Known) -> Iterator[str]:
    """How, with whom, under which number."""
    if event.channel and not (event.kind in I_WRITE and event.channel is Channel.PHONE):
        yield words.term(event.channel)
    if phrases.voice is Voice.PUBLIC:
        return
    if known.sent.to and not known.other:
        yield phrases.say("event.to", to=one_line(known.sent.to))
    to = known.whom or (
        event.to if event.kind is EventKind.ESCALATED and _is_name(event.to) else ""
    )
    if known.is_yours and event.kind in I_WRITE:
        yield phrases.say("event.to_you")
    elif to and phrases.voice is Voice.THEY:
        yield phrases.say("event.to", to=one_line(to)) if event.kind in I_WRITE else one_line(to)
    if event.agent.strip():
        yield one_line(event.agent)
    if event.reference.strip() and answer_of(event) is not Answer.RECEIPT:
        phrase = "identifier.tracking" if has_postal(event) else "number.plain"
        yield phrases.say(phrase, value=unsigned(one_line(event.reference)))


def _is_name(to: str) -> bool:
    """Whom a letter went to, if it is not just a mailbox or a page."""
    return bool(to.strip()) and "@" not in to and "/" not in to.strip().split()[0]


def quote(event: Event) -> str:
    """What was said, if it is short enough to stand in a line."""
    text = event.text.strip()
    return text if text and len(text) <= LONGEST_QUOTE and "\n" not in text else ""
