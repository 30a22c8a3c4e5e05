"""What the board knows of a case."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import msgspec
from casework import SENT, a_draft, after, october, on, owed

from tui.cases.card import Card, card_of
from tui.cases.case import Money
from tui.cases.deadline import Working
from tui.cases.gaps import Gap
from tui.cases.words import Answer, Channel, DeadlineKind, EventKind, Outcome, Stage

PROMISED = on(2, EventKind.CALL, starts=(owed(DeadlineKind.PROMISE, 5),), channel=Channel.PHONE)
AGAIN = on(
    8,
    EventKind.ANSWERED,
    answer=Answer.PROMISE,
    promise=october(12),
    reference="55-10",
    starts=(owed(DeadlineKind.PROMISE, 12), owed(DeadlineKind.CONTACT, 11)),
)


def test_a_card_tells_where_the_case_stands() -> None:
    opened = datetime(2026, 9, 30, tzinfo=UTC)
    money = Money(value=Decimal(5), currency="EUR")
    card = card_of(after(SENT, PROMISED, AGAIN, case=a_draft(opened_at=opened, amount=money)))
    assert (card.id, card.uid, card.company, card.stage) == (12, "c-12", "Severmart", Stage.WAITING)
    assert (card.step, card.taken, card.reference) == ("request", ("request",), "55-10")
    assert (card.channel, card.contacted_on, card.last_event) == (
        Channel.PHONE,
        october(2),
        october(8),
    )
    assert (card.last_answer, card.unread, card.broken_promises) == (Answer.PROMISE, False, 1)
    assert (card.opened_on, card.closed_on, card.amount) == (opened.date(), None, money)
    assert card.not_before == october(11)


def test_a_card_holds_open_deadlines_without_their_working() -> None:
    given = Working(start=october(1), period="", counted=0, raw_end=october(10), due=october(10))
    answer = msgspec.structs.replace(owed(DeadlineKind.ANSWER, 10), working=given)
    case = after(on(1, EventKind.SENT, starts=(answer,)), PROMISED, AGAIN)
    assert case.deadlines[0].working == given
    card = card_of(case)
    assert {d.kind for d in card.deadlines} == {
        DeadlineKind.ANSWER,
        DeadlineKind.PROMISE,
        DeadlineKind.CONTACT,
    }
    assert all(d.working is None for d in card.deadlines)
    assert card.open_deadline(DeadlineKind.PROMISE) == card.deadlines[1]
    assert card.open_deadline(DeadlineKind.DATA) is None


def test_they_are_late_from_the_day_after_the_longest_late_first() -> None:
    card = card_of(
        after(SENT, PROMISED, on(3, EventKind.NOTE, starts=(owed(DeadlineKind.DATA, 4),)))
    )
    assert card.late(october(5)) == ()
    assert [d.kind for d in card.late(october(6))] == [DeadlineKind.PROMISE]
    assert [d.kind for d in card.late(october(11))] == [DeadlineKind.PROMISE, DeadlineKind.ANSWER]


def test_nothing_is_late_while_they_wait_for_me() -> None:
    asked = after(SENT, on(5, EventKind.ASKED))
    assert card_of(asked).late(october(30)) == ()


def test_a_draft_and_a_closed_case_have_cards_too() -> None:
    draft = card_of(a_draft())
    assert (draft.last_event, draft.contacted_on, draft.reference, draft.channel) == (
        None,
        None,
        "",
        None,
    )
    closed = card_of(after(SENT, on(9, EventKind.CLOSED, outcome=Outcome.EXPIRED)))
    assert (closed.stage, closed.outcome, closed.closed_on) == (
        Stage.CLOSED,
        Outcome.EXPIRED,
        october(9),
    )
    assert closed.deadlines == ()


def test_a_card_is_kept_as_a_short_row() -> None:
    card = card_of(after(SENT, PROMISED, AGAIN))
    row = msgspec.json.encode(card)
    assert row.startswith(b"[12,")
    assert msgspec.json.decode(row, type=Card) == card


def test_a_card_knows_what_the_request_lacks() -> None:
    assert card_of(a_draft(details=" ")).gaps == (Gap.DETAILS,)
