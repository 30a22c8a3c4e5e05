"""“Already done” is told by the timeline."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.deadline import Deadline
from tui.cases.event import Event
from tui.cases.lifecycle import apply
from tui.cases.promises import Kept, kept
from tui.cases.words import (
    Answer,
    Channel,
    DeadlineKind,
    EventKind,
    Outcome,
    Owner,
    Problem,
)
from tui.letters.history import history
from tui.letters.letter import Sender
from tui.letters.matter import Matter
from tui.letters.phrases import Phrases, Voice
from tui.wording.wording import Wording

EN = Wording("en")
CASE = Case(company="Northbank", subject="Refund", problem=Problem.REFUND)
Happened = Callable[..., Event]


def promised(due: date) -> tuple[Deadline, ...]:
    return (_deadline(DeadlineKind.PROMISE, due),)


def _deadline(kind: DeadlineKind, due: date) -> Deadline:
    return Deadline(owner=Owner.THEIRS, kind=kind, due=due, late_after=due, rule="given")


def after(*events: Event) -> Case:
    case = CASE
    for event in events:
        case = apply(case, event)
    return case


def lines(case: Case, today: date, voice: Voice = Voice.YOU) -> tuple[str, ...]:
    return history(Matter(case, Sender(), EN, Phrases("en", voice), today))


def test_a_contact_is_a_dated_line_with_channel_person_number(
    happened: Happened, today: date
) -> None:
    case = after(
        happened(11, 6, EventKind.SENT, channel=Channel.CHAT, agent="Bo", reference="55-10"),
        happened(11, 7, EventKind.CALL, channel=Channel.PHONE, agent="Oleg"),
        happened(11, 8, EventKind.REFUSED, channel=Channel.EMAIL, text="not our fault."),
        happened(11, 9, EventKind.ESCALATED, step="complaint", to="Head office"),
    )
    assert lines(case, today) == (
        "6 November 2026 — my message (chat, Bo, no. 55-10).",
        "7 November 2026 — my call (Oleg).",
        "8 November 2026 — you refused (e-mail): “not our fault.”",
        "9 November 2026 — my further request.",
    )


def test_what_is_no_contact_is_left_out(happened: Happened, today: date) -> None:
    case = after(
        happened(11, 6, EventKind.SENT),
        happened(11, 6, EventKind.NOTE, text="they are hopeless"),
        happened(11, 6, EventKind.EVIDENCE, text="photo"),
        happened(11, 6, EventKind.RECEIVED, automatic=True, text="we got it"),
        happened(11, 7, EventKind.RECEIVED, automatic=True, text="we got it", reference="T-1"),
        happened(11, 8, EventKind.PAUSED),
        happened(11, 9, EventKind.CLOSED, outcome=Outcome.WITHDRAWN),
        happened(11, 10, EventKind.REOPENED),
    )
    assert lines(case, today) == (
        "6 November 2026 — my message.",
        "7 November 2026 — you confirmed receipt under no. T-1.",
        "10 November 2026 — I reopened the matter.",
    )


def test_lines_follow_the_days_not_the_order_of_recording(happened: Happened, today: date) -> None:
    case = after(happened(11, 9, EventKind.SENT), happened(11, 6, EventKind.CALL))
    assert [line.split()[0] for line in lines(case, today)] == ["6", "9"]


def test_a_whole_letter_is_not_quoted(happened: Happened, today: date) -> None:
    for text in ("two\nlines", "long " * 50):
        case = after(happened(11, 6, EventKind.SENT, text=text))
        assert lines(case, today) == ("6 November 2026 — my message.",)


@pytest.mark.parametrize(
    ("answered_on", "today", "state"),
    [
        (None, date(2026, 11, 9), Kept.PENDING),
        (None, date(2026, 11, 10), Kept.BROKEN),
        (9, date(2026, 11, 22), Kept.KEPT),
        (10, date(2026, 11, 22), Kept.BROKEN),
    ],
)
@pytest.mark.parametrize("clocked", [True, False])
def test_a_promise_is_kept_by_an_answer_in_time(
    happened: Happened, answered_on: int | None, today: date, state: Kept, clocked: bool
) -> None:
    due = date(2026, 11, 9)
    starts = promised(due) if clocked else ()
    events = [happened(11, 6, EventKind.CALL, promise=due, starts=starts)]
    if answered_on:
        events.append(happened(11, answered_on, EventKind.ANSWERED, answer=Answer.SOLVED))
    case = after(*events)
    assert kept(case, case.timeline[0], today) is state
    said = {
        Kept.PENDING: "The promised date is 9 November 2026.",
        Kept.BROKEN: "The promised date, 9 November 2026, was not kept.",
        Kept.KEPT: "The promised date, 9 November 2026, was kept.",
    }
    assert lines(case, today)[0].endswith(said[state])


@pytest.mark.parametrize("answer", [Answer.REFUSED, Answer.PARTLY, Answer.ASKED])
@pytest.mark.parametrize("clocked", [True, False])
def test_no_letter_says_that_a_refusal_came_in_time(
    happened: Happened, today: date, answer: Answer, clocked: bool
) -> None:
    due = date(2026, 12, 4)
    starts = promised(due) if clocked else ()
    case = after(
        happened(11, 6, EventKind.CALL, promise=due, starts=starts),
        happened(11, 9, EventKind.RECEIVED, answer=answer),
    )
    assert (
        lines(case, today)[0] == "6 November 2026 — my call. The promised date was 4 December 2026."
    )


def test_a_receipt_keeps_no_promise(happened: Happened, today: date) -> None:
    case = after(
        happened(11, 6, EventKind.CALL, promise=date(2026, 11, 9)),
        happened(11, 8, EventKind.RECEIVED, automatic=True, answer=Answer.SOLVED),
    )
    assert kept(case, case.timeline[0], today) is Kept.BROKEN


def test_a_promise_given_anew_in_time_has_moved(happened: Happened, today: date) -> None:
    first, second = date(2026, 11, 9), date(2026, 11, 30)
    case = after(
        happened(11, 6, EventKind.CALL, promise=first, starts=promised(first)),
        happened(11, 8, EventKind.CALL, promise=second, starts=promised(second)),
    )
    assert [kept(case, e, today) for e in case.timeline] == [Kept.MOVED, Kept.PENDING]
    assert "was later moved" in lines(case, today)[0]


def test_a_time_for_an_answer_that_passed_is_told(happened: Happened) -> None:
    due = date(2026, 11, 16)
    starts = (_deadline(DeadlineKind.ANSWER, due),)
    case = after(happened(11, 6, EventKind.SENT, starts=starts))
    assert lines(case, due) == ("6 November 2026 — my message.",)
    late = "6 November 2026 — my message. No answer came by 16 November 2026."
    assert lines(case, date(2026, 11, 17)) == (late,)


def test_to_others_the_company_is_not_you(happened: Happened, today: date) -> None:
    case = after(
        happened(11, 6, EventKind.SENT, channel=Channel.CHAT),
        happened(11, 7, EventKind.REFUSED, agent="Oleg", reference="T-1", text="no"),
    )
    told = lines(case, today, Voice.THEY)
    assert told[1] == "7 November 2026 — refusal (Oleg, no. T-1): “no”."
    assert "you" not in " ".join(told)
    assert lines(case, today, Voice.PUBLIC)[1] == "7 November 2026 — refusal."


def test_an_answer_in_a_call_of_mine_is_told(happened: Happened, today: date) -> None:
    case = after(happened(11, 6, EventKind.CALL, answer=Answer.REFUSED, text="no way"))
    assert lines(case, today) == ("6 November 2026 — my call, you refused. What was said: no way.",)


def test_russian_has_no_past_of_the_first_person(happened: Happened, today: date) -> None:
    case = replace(after(happened(11, 6, EventKind.SENT, channel=Channel.EMAIL)), language="ru")
    line = history(Matter(case, Sender(), Wording("ru"), Phrases("ru"), today))[0]
    assert "— моё обращение (" in line


def test_a_higher_body_is_told_where_i_went_by_name(happened: Happened, today: date) -> None:
    case = after(
        happened(11, 6, EventKind.SENT),
        happened(11, 7, EventKind.ESCALATED, step="complaint", to="Head office"),
        happened(11, 8, EventKind.ESCALATED, step="complaint", to="claims@northbank.example"),
    )
    assert lines(case, today, Voice.THEY)[1:] == (
        "7 November 2026 — my further request (to Head office).",
        "8 November 2026 — my further request.",
    )


def test_a_tracking_number_is_called_so(happened: Happened, today: date) -> None:
    case = after(happened(11, 6, EventKind.SENT, channel=Channel.LETTER, reference="RX1GB"))
    assert lines(case, today)[0].endswith("(registered letter, tracking no. RX1GB).")


def test_a_quote_that_ends_its_sentence_gets_no_second_stop(
    happened: Happened, today: date
) -> None:
    case = after(happened(11, 6, EventKind.CALL, text="“It is not our fault.”"))
    assert lines(case, today) == ("6 November 2026 — my call: “It is not our fault.”",)
