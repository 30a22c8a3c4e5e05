"""The fields about what happened: first contact, refusals, questions, broken dates."""

from __future__ import annotations

from tui.cases.case import I_WRITE, answer_of
from tui.cases.numbers import latest_given
from tui.cases.order import is_reopened
from tui.cases.promises import Promise, broken_of, promises_of
from tui.cases.settled import is_all_back, is_settled
from tui.cases.words import Answer, EventKind, Outcome, Owes
from tui.letters.demand import demand_fields, first_contact, not_done
from tui.letters.ending import end_of
from tui.letters.history import history, is_told
from tui.letters.matter import Matter
from tui.letters.missed import broken_by_reader, missed_answer
from tui.letters.numbers import reference_of, unsigned
from tui.letters.phrases import Voice
from tui.letters.plain import one_line
from tui.letters.refunds import rest_of
from tui.letters.states import decision_of, question_of


def story_fields(matter: Matter) -> dict[str, str]:
    """The history as lines, and the dates in it that a letter may quote by themselves."""
    lines = history(matter)
    promises = promises_of(matter.case, matter.today)
    broken = tuple(p for p in broken_of(promises) if matter.concerns(p.event))
    untold = _untold(matter, broken)
    return {
        "history": "\n".join(lines),
        "about": _about(matter),
        **demand_fields(matter),
        "first_contact": matter.day(first_contact(matter)),
        "is_retold": "yes" if _is_retold(matter) else "",
        **_filed(matter),
        "broken_date": untold[0] if len(untold) == 1 else "",
        "broken_dates": ", ".join(untold) if len(untold) > 1 else "",
        "broken_count": str(len(broken)) if len(broken) > 1 else "",
        **_answers(matter),
        **_missed(matter, is_untold=bool(untold)),
        **_end(matter),
    }


def _filed(matter: Matter) -> dict[str, str]:
    """When the case climbed to whom the letter goes to, or began with them, and the number that
    they gave."""
    events = matter.with_reader()
    places = [place for place, e in enumerate(events) if e.kind is EventKind.ESCALATED]
    first = next((n for n, e in enumerate(events) if e.kind in I_WRITE), None)
    since = events[places[-1] :] if places else events[first:] if first is not None else ()
    number = unsigned(one_line(latest_given(since)))
    return {
        "filed_on": matter.day(since[0].day) if since else "",
        "not_filed": "" if since else "yes",
        "filed_number": number,
        "filed_unnumbered": "" if number else "yes",
    }


def _answers(matter: Matter) -> dict[str, str]:
    decision, question = decision_of(matter), question_of(matter)
    final = next((e.day for e in reversed(matter.events()) if e.final), None)
    answer = answer_of(decision) if decision else None
    day = matter.day(decision.day) if decision else ""
    return {
        "refused_on": day if answer is Answer.REFUSED else "",
        "partly_on": day if answer is Answer.PARTLY else "",
        "final_on": matter.day(final),
        "asked_on": matter.day(question.day) if question else "",
        "not_asked": "" if question else "yes",
    }


def _missed(matter: Matter, *, is_untold: bool) -> dict[str, str]:
    """The one missed date that matters most: a broken promise before a lapsed time.

    A letter names a promise by itself only where no line of the history tells of it.
    """
    broken, last = broken_by_reader(matter), missed_answer(matter)
    promise = matter.day(max(p.due for p in broken)) if broken else ""
    answer = end_of(matter, last) if last else ""
    is_word = last is not None and last.owes is Owes.RECEIPT
    return {
        "missed_promise": promise,
        "missed_answer": "" if is_word else answer,
        "missed_word": answer if is_word else "",
        "nothing_missed": "" if is_untold or answer else "yes",
        "is_late": "yes" if promise or answer else "",
    }


def _end(matter: Matter) -> dict[str, str]:
    case = matter.case
    ended_well = case.outcome is None and is_settled(case)
    solved = ended_well or case.outcome is Outcome.UPHELD or case.last_answer is Answer.SOLVED
    decision = decision_of(matter)
    partly = case.outcome is Outcome.PARTLY or (
        decision is not None and answer_of(decision) is Answer.PARTLY
    )
    in_part = partly or any(event.refund for event in case.timeline)
    # After a reopening nobody knows here what of it is done.
    said = solved or is_all_back(matter.case) or rest_of(matter) or is_reopened(case)
    return {
        "is_solved": "yes" if solved else "",
        "is_partly_solved": "yes" if partly and not solved else "",
        "is_unsolved": "" if solved or partly else "yes",
        # What is outstanding says by itself that it was not done.
        "not_done": "" if said else not_done(matter, in_part=in_part),
    }


def _about(matter: Matter) -> str:
    """Which earlier request this is about."""
    number = unsigned(reference_of(matter.case))
    day = matter.day(first_contact(matter))
    if number and day:
        return matter.phrases.say("about.full", number=number, day=day)
    if number:
        return matter.phrases.say("about.number", number=number)
    return matter.phrases.say("about.day", day=day) if day else ""


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


def _is_retold(matter: Matter) -> bool:
    """Whether the letter tells others what was written to the company."""
    return matter.phrases.voice is Voice.THEY and first_contact(matter) is not None
