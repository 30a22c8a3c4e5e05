"""“Already done”, told by the timeline: one dated line for each contact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType

from tui.cases.case import I_WRITE, Case, answer_of
from tui.cases.deadline import Deadline
from tui.cases.event import Event
from tui.cases.numbers import is_postal
from tui.cases.promises import in_order, kept, promised_for, started
from tui.cases.words import Answer, Channel, DeadlineKind, DeadlineState, EventKind
from tui.letters.ending import end_of
from tui.letters.filling import stopped
from tui.letters.numbers import unsigned
from tui.letters.phrases import Phrases, Voice
from tui.letters.plain import one_line
from tui.wording.wording import Wording

# A longer text is a whole letter or a page of notes: the line then tells only that it was.
LONGEST_QUOTE = 200

_FACTS = frozenset({EventKind.REGISTERED, EventKind.DELIVERED, EventKind.EXTENDED})
_THEIRS = frozenset(
    {
        EventKind.RECEIVED,
        EventKind.ANSWERED,
        EventKind.REFUSED,
        EventKind.ASKED,
        EventKind.PROMISE,
    }
)


_NOBODY: Mapping[int, str] = MappingProxyType({})


def history(
    case: Case,
    words: Wording,
    phrases: Phrases,
    today: date,
    others: Mapping[int, str] = _NOBODY,
    now: datetime | None = None,
) -> tuple[str, ...]:
    """The lines, oldest first. Notes, evidence and receipts without a number are left out.

    `others`: id of an event -> with whom it was, where it was not with whom the letter speaks to
    or of. Their words are told as theirs, with the name. `now`: on the last
    day of a time in hours, its hour is past only where this is known to be later.
    """
    lines = (
        _line(case, event, words, _heard(phrases, event, others), (today, now), others)
        for event in in_order(case)
    )
    return tuple(line for line in lines if line)


def _heard(phrases: Phrases, event: Event, others: Mapping[int, str]) -> Phrases:
    """What somebody else said is not what “you” said."""
    is_yours = phrases.voice is Voice.YOU and event.id not in others
    told_of = phrases.voice is Voice.PUBLIC or is_yours
    return phrases if told_of else Phrases(phrases.language, Voice.THEY)


def is_told(event: Event, words: Wording, phrases: Phrases) -> bool:
    """Whether `event` has a line of its own."""
    return bool(_act(event, words, phrases))


def unanswered(
    case: Case, event: Event, today: date, now: datetime | None = None
) -> Deadline | None:
    """The time for an answer that `event` started, if it passed without one."""
    deadline = started(case, event, DeadlineKind.ANSWER)
    if deadline is None or deadline.state is DeadlineState.MET:
        return None
    over = deadline.state is DeadlineState.MISSED or deadline.late_on(today)
    return deadline if over or _is_hour_past(deadline, now) else None


def _is_hour_past(deadline: Deadline, now: datetime | None) -> bool:
    """Whether a time in hours ended earlier on its last day."""
    waits = not deadline.is_open or deadline.paused_on is not None or bool(deadline.unsure)
    return bool(now and deadline.due_at and not waits and deadline.due_at < now)


def _line(
    case: Case,
    event: Event,
    words: Wording,
    phrases: Phrases,
    at: tuple[date, datetime | None],
    others: Mapping[int, str],
) -> str:
    other = others.get(event.id, "")
    act = (
        phrases.say("event.message")
        if _is_mere_message(event, other)
        else (_act(event, words, phrases))
    )
    if not act:
        return ""
    public = phrases.voice is Voice.PUBLIC
    details = ", ".join(_details(event, words, phrases, public, other))
    head = f"{words.day(event.day)} — {act}" + (f" ({details})" if details else "")
    text = "" if public or answer_of(event) is Answer.RECEIPT else quote(event)
    said = _with_text(head, text, event, phrases) if text else head
    return " ".join(filter(None, (stopped(said), *_dates(case, event, words, phrases, at))))


def _with_text(head: str, text: str, event: Event, phrases: Phrases) -> str:
    """Their words in quotation marks; a note of mine that begins a sentence as one."""
    if event.kind in _THEIRS:
        return f"{head}: {phrases.quote(text)}"
    return f"{stopped(head)} {text}" if text[0].isupper() else f"{head}: {text}"


def _dates(
    case: Case, event: Event, words: Wording, phrases: Phrases, at: tuple[date, datetime | None]
) -> Iterable[str]:
    today, now = at
    due, state = promised_for(case, event), kept(case, event, today)
    if due and state:
        yield phrases.say(f"promise.{state}", day=words.day(due))
    if missed := unanswered(case, event, today, now):
        yield phrases.say("answer.missed", day=end_of(words, phrases, missed))


def _act(event: Event, words: Wording, phrases: Phrases) -> str:
    """What happened, in a few words; empty for what is no contact."""
    answer = answer_of(event)
    if event.kind in I_WRITE:
        mine = phrases.say(f"event.{event.kind}")
        told = answer not in (None, Answer.RECEIPT) and not (
            answer is Answer.PROMISE and event.promise
        )
        return f"{mine}, {phrases.say(f'event.{answer}')}" if told else mine
    if event.kind is EventKind.EXTENDED and event.due:
        return phrases.say("event.extended_to", day=words.day(event.due))
    if answer is Answer.RECEIPT and event.kind in _THEIRS | _FACTS:
        return _receipt(event, phrases)
    if event.kind in _FACTS:
        return phrases.say(f"event.{event.kind}")
    if event.kind in _THEIRS:
        return phrases.say(f"event.{answer or EventKind.RECEIVED}")
    return ""


def _receipt(event: Event, phrases: Phrases) -> str:
    """Worth a line only for the number that it brought."""
    if not event.reference:
        return ""
    if phrases.voice is Voice.PUBLIC:
        return phrases.say("event.confirmed")
    return phrases.say("event.receipt", number=one_line(event.reference))


def _is_mere_message(event: Event, other: str) -> bool:
    """A message of somebody else, of which nobody has said what it is."""
    return bool(other) and event.kind is EventKind.RECEIVED and answer_of(event) is None


def _details(
    event: Event, words: Wording, phrases: Phrases, public: bool, other: str
) -> Iterable[str]:
    """How, with whom, under which number."""
    if event.channel and not (event.kind is EventKind.CALL and event.channel is Channel.PHONE):
        yield words.term(event.channel)
    if public:
        return
    to = other or (event.to if event.kind is EventKind.ESCALATED and _is_name(event.to) else "")
    if to and phrases.voice is Voice.THEY:
        yield phrases.say("event.to", to=one_line(to)) if event.kind in I_WRITE else one_line(to)
    if event.agent.strip():
        yield one_line(event.agent)
    if event.reference.strip() and answer_of(event) is not Answer.RECEIPT:
        phrase = "identifier.tracking" if is_postal(event) else "number.plain"
        yield phrases.say(phrase, value=unsigned(one_line(event.reference)))


def _is_name(to: str) -> bool:
    """Whom a letter went to, if it is not just a mailbox or a page."""
    return bool(to.strip()) and "@" not in to and "/" not in to.strip().split()[0]


def quote(event: Event) -> str:
    """What was said, if it is short enough to stand in a line."""
    text = event.text.strip()
    return text if text and len(text) <= LONGEST_QUOTE and "\n" not in text else ""
