"""The ledger of promises follows from the timeline."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from case_story import answered, closed, event, nov, owed, promised, sent, told

from tui.cases.errors import BadInput
from tui.cases.money import Money, summed
from tui.cases.promises import Kept, Promise, broken_of, promises_of
from tui.cases.words import Answer, Channel, DeadlineKind, EventKind, Outcome

FIRST = sent(nov(2), answer=nov(30))


def states(*events: object, today: date) -> list[Kept]:
    return [p.state for p in promises_of(told(FIRST, *events), today)]  # type: ignore[arg-type]


def test_who_promised_what_when_and_by_when() -> None:
    said = promised(nov(5), nov(9), agent="Olga", channel=Channel.PHONE, text="Money by Monday.")
    ledger = promises_of(told(FIRST, said), nov(20))
    assert ledger == (
        Promise(
            event=2, made_on=nov(5), due=nov(9), state=Kept.BROKEN, agent="Olga",
            channel=Channel.PHONE, text="Money by Monday.",
        ),
    )  # fmt: skip
    assert broken_of(ledger) == ledger


@pytest.mark.parametrize(
    ("later", "today", "state"),
    [
        ((), nov(9), Kept.PENDING),
        ((), nov(10), Kept.BROKEN),
        ((answered(nov(8), Answer.SOLVED),), nov(20), Kept.KEPT),
        ((answered(nov(10), Answer.SOLVED),), nov(20), Kept.BROKEN),
        ((answered(nov(8), Answer.REFUSED),), nov(20), Kept.OVERTAKEN),
        ((answered(nov(8), Answer.PARTLY),), nov(20), Kept.OVERTAKEN),
        ((answered(nov(8), Answer.ASKED),), nov(20), Kept.OVERTAKEN),
        ((answered(nov(10), Answer.REFUSED),), nov(20), Kept.BROKEN),
        ((promised(nov(8), nov(30)),), nov(20), Kept.MOVED),
        ((promised(nov(10), nov(30)),), nov(20), Kept.BROKEN),
        ((closed(nov(7)),), nov(20), Kept.DROPPED),
        ((closed(nov(7)), event(EventKind.REOPENED, nov(8))), nov(20), Kept.BROKEN),
        ((closed(nov(12)),), nov(20), Kept.BROKEN),
    ],
)
def test_what_became_of_it(later: tuple[object, ...], today: date, state: Kept) -> None:
    assert states(promised(nov(5), nov(9)), *later, today=today)[0] is state


@pytest.mark.parametrize("answer", [Answer.PARTLY, Answer.REFUSED, Answer.ASKED])
def test_no_deadline_is_met_by_an_answer_that_brings_nothing(answer: Answer) -> None:
    case = told(FIRST, promised(nov(5), nov(9)), answered(nov(8), answer))
    assert not [d for d in case.deadlines if d.kind is DeadlineKind.PROMISE]


def test_a_day_that_a_rule_made_of_a_promise_is_in_the_ledger() -> None:
    by_rule = event(
        EventKind.PROMISE, nov(5), rule="us.x", starts=(owed(DeadlineKind.PROMISE, nov(9)),)
    )
    (promise,) = promises_of(told(FIRST, by_rule), nov(20))
    assert (promise.due, promise.state) == (nov(9), Kept.BROKEN)


def test_every_broken_one_counts() -> None:
    three = [promised(nov(day), nov(day + 1)) for day in (4, 6, 8)]
    assert len(broken_of(promises_of(told(FIRST, *three), nov(20)))) == 3


# ---- money that comes back, and how content I was

FIVE = Money(value=Decimal(5), currency="RUB")


@pytest.mark.parametrize(
    "wrong",
    [
        event(EventKind.SENT, nov(3), refund=FIVE),
        event(EventKind.NOTE, nov(3), refund=Money(value=Decimal(0), currency="RUB")),
        event(EventKind.NOTE, nov(3), satisfaction=5),
    ],
)
def test_what_does_not_fit_the_event_is_refused(wrong: object) -> None:
    with pytest.raises(BadInput):
        told(FIRST, wrong)  # type: ignore[arg-type]


def test_money_comes_with_an_answer_a_note_and_the_end() -> None:
    end = event(EventKind.CLOSED, nov(9), outcome=Outcome.UPHELD, refund=FIVE, satisfaction=4)
    case = told(
        FIRST,
        answered(nov(5), Answer.PARTLY, refund=FIVE),
        end,
        event(EventKind.NOTE, nov(12), refund=Money(value=Decimal(2), currency="EUR")),
    )
    back = summed(e.refund for e in case.timeline if e.refund)
    assert [(m.value, m.currency) for m in back] == [(10, "RUB"), (2, "EUR")]
