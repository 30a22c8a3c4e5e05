"""The fields about what happened: first contact, refusals, questions, broken dates."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from tui.cases.case import I_WRITE, answer_of
from tui.cases.event import Event
from tui.cases.numbers import is_postal
from tui.cases.promises import Promise, broken_of, in_order, promises_of
from tui.cases.words import Answer, EventKind, Outcome
from tui.letters.ending import end_of
from tui.letters.history import history, is_told, unanswered
from tui.letters.matter import Matter
from tui.letters.numbers import reference_of, unsigned
from tui.letters.phrases import Voice
from tui.letters.plain import one_line
from tui.letters.returned import is_all_back

_DECISIONS = frozenset({Answer.SOLVED, Answer.PARTLY, Answer.REFUSED})


def story_fields(matter: Matter) -> dict[str, str]:
    """The history as lines, and the dates in it that a letter may quote by themselves."""
    lines = history(
        matter.case, matter.words, matter.phrases, matter.today, matter.others, matter.now
    )
    promises = promises_of(matter.case, matter.today)
    broken = tuple(p for p in broken_of(promises) if matter.concerns(p.event))
    untold = _untold(matter, broken)
    return {
        "history": "\n".join(lines),
        "about": _about(matter),
        "asked_then": _asked_then(matter),
        "first_contact": matter.day(_first_contact(matter)),
        "is_retold": "yes" if _is_retold(matter) else "",
        **_filed(matter),
        "broken_date": untold[0] if len(untold) == 1 else "",
        "broken_dates": ", ".join(untold) if len(untold) > 1 else "",
        "broken_count": str(len(broken)) if len(broken) > 1 else "",
        **_answers(matter),
        **_missed(matter, broken, bool(untold)),
        **_end(matter),
    }


def _filed(matter: Matter) -> dict[str, str]:
    """When the case last climbed, and the number that this brought."""
    events = in_order(matter.case)
    places = [place for place, e in enumerate(events) if e.kind is EventKind.ESCALATED]
    since = events[places[-1] :] if places else ()
    numbers = (e.reference for e in reversed(since) if e.reference.strip() and not is_postal(e))
    number = unsigned(one_line(next(numbers, "")))
    return {
        "filed_on": matter.day(since[0].day) if since else "",
        "not_filed": "" if since else "yes",
        "filed_number": number,
        "filed_unnumbered": "" if number else "yes",
    }


def _answers(matter: Matter) -> dict[str, str]:
    decision, question = _last(matter, _DECISIONS), _last(matter, {Answer.ASKED})
    answer = answer_of(decision) if decision else None
    day = matter.day(decision.day) if decision else ""
    return {
        "refused_on": day if answer is Answer.REFUSED else "",
        "partly_on": day if answer is Answer.PARTLY else "",
        "asked_on": matter.day(question.day) if question else "",
        "not_asked": "" if question else "yes",
    }


def _missed(matter: Matter, broken: tuple[Promise, ...], is_untold: bool) -> dict[str, str]:
    """The one missed date that matters most: a broken promise before a lapsed time.

    A letter names a promise by itself only where no line of the history tells of it.
    """
    told = (e for e in matter.case.timeline if matter.concerns(e.id))
    lapsed = [d for e in told if (d := unanswered(matter.case, e, matter.today, matter.now))]
    still_open = [d for d in lapsed if d.is_open]
    promise = matter.day(max(p.due for p in broken)) if broken else ""
    last = max(still_open, key=lambda d: d.late_after, default=None)
    answer = end_of(matter.words, matter.phrases, last) if last and not promise else ""
    return {
        "missed_promise": promise,
        "missed_answer": answer,
        "nothing_missed": "" if is_untold or answer else "yes",
        "is_late": "yes" if promise or answer else "",
    }


def _end(matter: Matter) -> dict[str, str]:
    case = matter.case
    solved = case.outcome is Outcome.UPHELD or case.last_answer is Answer.SOLVED
    decision = _last(matter, _DECISIONS)
    partly = case.outcome is Outcome.PARTLY or (
        decision is not None and answer_of(decision) is Answer.PARTLY
    )
    in_part = partly or any(event.refund for event in case.timeline)
    not_done = matter.phrases.say("wish.partly_done" if in_part else "wish.not_done")
    return {
        "is_solved": "yes" if solved else "",
        "is_partly_solved": "yes" if partly and not solved else "",
        "is_unsolved": "" if solved or partly else "yes",
        "not_done": "" if solved or is_all_back(matter) else not_done,
    }


def _about(matter: Matter) -> str:
    """Which earlier request this is about."""
    number = unsigned(reference_of(matter.case))
    day = matter.day(_first_contact(matter))
    if number and day:
        return matter.phrases.say("about.full", number=number, day=day)
    if number:
        return matter.phrases.say("about.number", number=number)
    return matter.phrases.say("about.day", day=day) if day else ""


def _asked_then(matter: Matter) -> str:
    """Before the wish as it was first written, whose own date may be past by now."""
    day = matter.day(_first_contact(matter))
    return matter.phrases.say("wish.dated", day=day) if day else matter.phrases.say("wish.plain")


def _untold(matter: Matter, broken: tuple[Promise, ...]) -> tuple[str, ...]:
    """Broken dates of which no line of the history tells, each with who gave it."""
    events = {event.id: event for event in matter.case.timeline}
    lines = {p for p in broken if is_told(events[p.event], matter.words, matter.phrases)}
    told = {promise.due for promise in lines}
    untold = sorted((p for p in broken if p.due not in told), key=lambda p: p.due)
    return tuple(dict.fromkeys(_with_agent(matter, promise) for promise in untold))


def _with_agent(matter: Matter, promise: Promise) -> str:
    """20 November 2026 (Olga)."""
    agent = one_line(promise.agent)
    return matter.day(promise.due) + (f" ({agent})" if agent else "")


def _first_contact(matter: Matter) -> date | None:
    return next((e.day for e in in_order(matter.case) if e.kind in I_WRITE), None)


def _is_retold(matter: Matter) -> bool:
    """Whether the letter tells others what was written to the company."""
    return matter.phrases.voice is Voice.THEY and _first_contact(matter) is not None


def _last(matter: Matter, answers: Collection[Answer]) -> Event | None:
    events = (e for e in reversed(in_order(matter.case)) if matter.concerns(e.id))
    return next((e for e in events if answer_of(e) in answers), None)
