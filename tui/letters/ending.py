"""When a time ends, in the words of a letter: a day, with the hour where hours were counted; and
whether it ended without an answer."""

from __future__ import annotations

from datetime import date, datetime

from tui.cases.case import I_WRITE, Case, answer_of, answers
from tui.cases.deadline import Deadline
from tui.cases.event import Event
from tui.cases.order import after
from tui.cases.promises import started
from tui.cases.words import Answer, DeadlineKind, DeadlineState, EventKind
from tui.letters.matter import Matter
from tui.letters.whose_words import spoke
from tui.letters.zones import hour


def moment(matter: Matter, at: datetime) -> str:
    """23:45 on 28 November 2026, 23:45 28 ноября 2026 г.; with the zone where there are several."""
    return matter.phrases.say("by.moment", time=hour(matter, at), day=matter.day(at.date()))


def end_of(matter: Matter, deadline: Deadline) -> str:
    """Until when somebody had time, with the hour where hours were counted."""
    if deadline.due_at:
        return moment(matter, deadline.due_at)
    return matter.day(deadline.late_after)


def unanswered(
    case: Case, event: Event, today: date, now: datetime | None = None
) -> Deadline | None:
    """The time for an answer that `event` started, if it passed without one.

    Whoever gave a date by then, or asked for something that they have not got, has answered, though
    not to the point; so has who answered in that very call or chat, where it is told in words.
    """
    over = lapsed(case, event, today, now)
    return None if over and _is_answered(case, event, over) else over


def lapsed(case: Case, event: Event, today: date, now: datetime | None = None) -> Deadline | None:
    """The time for an answer that `event` started, if it is over and nothing was settled."""
    deadline = started(case, event, DeadlineKind.ANSWER)
    if deadline is None or deadline.state is DeadlineState.MET:
        return None
    over = deadline.state is DeadlineState.MISSED or deadline.late_on(today)
    return deadline if over or _is_hour_past(deadline, now) else None


def _is_answered(case: Case, event: Event, over: Deadline) -> bool:
    if spoke(event) and event.text.strip():
        return True
    until_then = [e for e in after(case, event) if e.party == event.party and _in_time(e, over)]
    return any(
        _has_answered(e) and not _is_given(e, until_then[place:])
        for place, e in enumerate(until_then, 1)
    )


def _in_time(event: Event, over: Deadline) -> bool:
    return event.at <= over.due_at if over.due_at else event.day <= over.late_after


def _has_answered(event: Event) -> bool:
    """An extension is no answer, whatever day it names."""
    return answers(event) or (event.promise is not None and event.kind is not EventKind.EXTENDED)


def _is_given(event: Event, later: list[Event]) -> bool:
    """Whether what they asked for was sent since: then it is for them to answer again."""
    return answer_of(event) is Answer.ASKED and any(e.kind in I_WRITE for e in later)


def _is_hour_past(deadline: Deadline, now: datetime | None) -> bool:
    """Whether a time in hours ended earlier on its last day."""
    waits = not deadline.is_open or deadline.paused_on is not None or bool(deadline.unsure)
    return bool(now and deadline.due_at and not waits and deadline.due_at < now)
