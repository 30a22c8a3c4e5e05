"""Deadlines that a rule of law starts, moves and extends."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from msgspec.structs import replace
from msgspec.structs import replace as with_

from tui.cases.card import card_of
from tui.cases.case import Case
from tui.cases.deadline import Deadline
from tui.cases.event import Event
from tui.cases.lifecycle import apply
from tui.cases.words import Answer, Channel, DeadlineKind, DeadlineState, EventKind, Owner, Problem
from tui.deadlines.calendars import calendar_for
from tui.deadlines.period import parse_period
from tui.deadlines.rule import Bound, Combine, Part, Roll, Rule, StartsOn
from tui.deadlines.starting import can_start, started_by
from tui.deadlines.terms import Terms

RU = calendar_for("RU")
DRAFT = Case(company="Svyazmost", subject="Bill", problem=Problem.BILLING, country="RU")


def rule(period: str, starts_on: StartsOn, **fields: object) -> Terms:
    made = {"owner": Owner.THEIRS, "certainty": "A", "roll": Roll.NONE, **fields}
    return Terms(
        Rule(id="ru.test", period=parse_period(period), starts_on=starts_on, **made),  # type: ignore[arg-type]
        RU,
    )


RECEIVED = rule("10wd", StartsOn.RECEIPT, extended_to=parse_period("15wd"))
REGISTERED = rule("30cal", StartsOn.REGISTRATION, assume=parse_period("3cal"))
MY_WINDOW = rule("7cal", StartsOn.DELIVERY, owner=Owner.MINE)


def april(day: int) -> date:
    return date(2026, 4, 1) + timedelta(days=day - 1)


def on(day: int, kind: EventKind, **fields: object) -> Event:
    at = datetime.combine(april(day), datetime.min.time(), UTC) + timedelta(hours=12)
    return Event(at=at, kind=kind, **fields)  # type: ignore[arg-type]


def then(case: Case, event: Event, terms: Terms | None = None) -> Case:
    return apply(case, replace(event, starts=started_by(event, case, terms, RU)))


def answer(case: Case) -> Deadline:
    found = case.open_deadline(DeadlineKind.ANSWER)
    assert found is not None
    return found


def letter_sent(terms: Terms) -> Case:
    return then(DRAFT, on(1, EventKind.SENT, channel=Channel.LETTER), terms)


def test_a_mail_reaches_them_at_once() -> None:
    case = then(DRAFT, on(1, EventKind.SENT, channel=Channel.EMAIL), RECEIVED)
    # by hand: Wednesday 1 April + 10 working days = Wednesday 15 April
    assert (answer(case).due, answer(case).rule, answer(case).unsure) == (april(15), "ru.test", "")


def test_a_letter_under_way_makes_nobody_late() -> None:
    case = letter_sent(RECEIVED)
    assert answer(case).unsure == "receipt"
    assert not answer(case).late_on(april(60))
    assert answer(case).past_on(april(60))


def test_the_day_of_delivery_starts_the_period() -> None:
    case = then(letter_sent(RECEIVED), on(7, EventKind.DELIVERED, channel=Channel.LETTER))
    assert (answer(case).unsure, answer(case).due) == ("", april(21))
    assert answer(case).late_on(april(22))


def test_a_letter_delivered_on_the_day_it_was_sent_is_known_too() -> None:
    case = then(letter_sent(RECEIVED), on(1, EventKind.DELIVERED, channel=Channel.LETTER))
    assert (answer(case).unsure, answer(case).due) == ("", april(15))


def test_an_answer_to_a_letter_that_arrived_nobody_knows_when_was_not_late() -> None:
    event = on(40, EventKind.ANSWERED, answer=Answer.REFUSED)
    case = then(letter_sent(RECEIVED), event)
    assert [d.state for d in case.deadlines] == [DeadlineState.MET]


def test_an_entry_in_their_books_does_not_move_a_receipt_that_is_known() -> None:
    case = then(letter_sent(RECEIVED), on(7, EventKind.DELIVERED, channel=Channel.LETTER))
    assert then(case, on(9, EventKind.REGISTERED)).deadlines == case.deadlines


def test_while_the_entry_is_not_known_the_latest_day_is_assumed() -> None:
    case = then(DRAFT, on(1, EventKind.SENT, channel=Channel.FORM), REGISTERED)
    working = answer(case).working
    assert working is not None
    assert (working.start, working.assumed, answer(case).due) == (april(4), "3cal", april(34))


def test_the_entry_replaces_the_guess_even_by_an_earlier_day() -> None:
    case = then(DRAFT, on(1, EventKind.SENT, channel=Channel.FORM), REGISTERED)
    case = then(case, on(2, EventKind.REGISTERED, reference="55"))
    working = answer(case).working
    assert working is not None
    assert (working.start, working.assumed, answer(case).due) == (april(2), "", april(32))
    assert working.starts_on == "registration"


def test_the_delivery_of_a_letter_moves_the_assumed_entry() -> None:
    case = then(letter_sent(REGISTERED), on(7, EventKind.DELIVERED, channel=Channel.LETTER))
    working = answer(case).working
    assert working is not None
    assert (working.start, working.assumed, answer(case).unsure) == (april(10), "3cal", "")
    known = then(case, on(8, EventKind.REGISTERED))
    assert answer(known).due == april(38)
    late_slip = on(12, EventKind.DELIVERED, channel=Channel.LETTER)
    assert then(known, late_slip).deadlines == known.deadlines


def test_they_extend_by_the_rule_where_they_name_no_day() -> None:
    case = then(DRAFT, on(1, EventKind.SENT), RECEIVED)
    longer = answer(then(case, on(10, EventKind.EXTENDED)))
    # by hand: the 15th working day after Wednesday 1 April is Wednesday 22 April
    assert (longer.due, longer.rule) == (april(22), "ru.test")
    assert longer.working is not None
    assert longer.working.extended


def test_they_extend_only_once_by_the_rule() -> None:
    case = then(DRAFT, on(1, EventKind.SENT), RECEIVED)
    case = then(case, on(10, EventKind.EXTENDED))
    assert started_by(on(11, EventKind.EXTENDED), case, None, RU) == ()


def test_a_day_that_they_name_is_a_promise_and_moves_no_lawful_time() -> None:
    case = then(DRAFT, on(1, EventKind.SENT), RECEIVED)
    longer = then(case, on(10, EventKind.EXTENDED, due=april(28)))
    promise = longer.open_deadline(DeadlineKind.PROMISE)
    assert promise is not None
    assert (answer(longer).due, promise.due) == (april(22), april(28))
    fixed = then(DRAFT, on(1, EventKind.SENT), rule("10cal", StartsOn.DEMAND))
    later = then(fixed, on(5, EventKind.EXTENDED, due=april(28)))
    assert answer(later).due == april(11)
    assert answer(later).by_law


def test_a_second_demand_keeps_what_the_first_one_missed() -> None:
    case = then(DRAFT, on(1, EventKind.SENT, step="request"), rule("10cal", StartsOn.DEMAND))
    case = then(case, on(20, EventKind.SENT, rule="ru.test"), rule("14cal", StartsOn.DEMAND))
    missed = card_of(case).missed_by_law
    assert missed is not None
    assert missed.late_after == april(11)
    assert answer(case).due == april(34)


def test_a_pause_moves_the_extended_time_too() -> None:
    case = then(DRAFT, on(1, EventKind.SENT), RECEIVED)
    case = then(case, on(7, EventKind.PAUSED))
    case = then(case, on(8, EventKind.EXTENDED))
    case = then(case, on(9, EventKind.RESUMED))
    assert answer(case).due == april(24)  # two paused working days, 7 and 8 April


def test_naming_a_rule_starts_their_time_anew() -> None:
    case = then(DRAFT, on(1, EventKind.SENT), RECEIVED)
    case = then(case, on(8, EventKind.SENT, rule="ru.test"), rule("10cal", StartsOn.DEMAND))
    assert answer(case).due == april(18)


def test_a_promise_without_a_day_is_due_by_the_rule() -> None:
    case = then(DRAFT, on(1, EventKind.SENT), RECEIVED)
    promised = on(8, EventKind.PROMISE, rule="ru.test")
    case = then(case, promised, rule("14cal", StartsOn.AGREEMENT))
    promise = case.open_deadline(DeadlineKind.PROMISE)
    assert promise is not None
    assert (promise.due, promise.owner) == (april(22), Owner.THEIRS)


def test_my_window_runs_from_what_i_note_and_climbing_meets_it() -> None:
    case = then(DRAFT, on(1, EventKind.SENT), RECEIVED)
    case = then(case, on(20, EventKind.NOTE, rule="ru.test"), MY_WINDOW)
    window = case.open_deadline(DeadlineKind.WINDOW)
    assert window is not None
    assert (window.owner, window.due, window.act_by) == (Owner.MINE, april(27), april(27))
    climbed = then(case, on(22, EventKind.ESCALATED, step="complaint"))
    met = [d.state for d in climbed.deadlines if d.kind is DeadlineKind.WINDOW]
    assert met == [DeadlineState.MET]


def test_a_window_that_i_let_pass_stays_missed() -> None:
    case = then(DRAFT, on(1, EventKind.SENT), RECEIVED)
    case = then(case, on(2, EventKind.NOTE, rule="ru.test"), MY_WINDOW)
    climbed = then(case, on(20, EventKind.ESCALATED, step="complaint"))
    missed = [d.state for d in climbed.deadlines if d.kind is DeadlineKind.WINDOW]
    assert missed == [DeadlineState.MISSED]


def test_what_they_ask_for_is_due_by_the_rule_that_i_name() -> None:
    case = then(DRAFT, on(1, EventKind.SENT), RECEIVED)
    case = then(case, on(2, EventKind.ASKED, rule="ru.test"), MY_WINDOW)
    asked = case.open_deadline(DeadlineKind.DATA)
    assert asked is not None
    assert asked.due == april(9)


def test_when_i_may_go_on_is_when_their_time_is_over() -> None:
    opens = rule("6w", StartsOn.COMPLAINT, owner=Owner.MINE, bound=Bound.OPENS)
    case = then(DRAFT, on(1, EventKind.SENT), opens)
    assert (answer(case).owner, answer(case).due) == (Owner.THEIRS, april(43))
    assert answer(case).working is not None
    assert answer(case).working.opens == april(44)  # type: ignore[union-attr]


def test_hours_run_from_the_moment() -> None:
    noon = Event(
        at=datetime(2026, 4, 1, 23, 30, tzinfo=timezone(timedelta(hours=3))), kind=EventKind.SENT
    )
    case = then(DRAFT, noon, rule("1h", StartsOn.TICKET))
    assert answer(case).due == april(2)
    assert answer(case).due_at == noon.at + timedelta(hours=1)


@pytest.mark.parametrize(
    ("kind", "theirs", "mine"),
    [
        (EventKind.SENT, True, False),
        (EventKind.REGISTERED, True, False),
        (EventKind.PROMISE, True, True),
        (EventKind.REFUSED, False, True),
        (EventKind.NOTE, False, True),
        (EventKind.EXTENDED, False, False),
    ],
)
def test_which_events_can_start_a_rule(kind: EventKind, theirs: bool, mine: bool) -> None:
    assert can_start(on(1, kind), RECEIVED) is theirs
    assert can_start(on(1, kind), MY_WINDOW) is mine


def test_what_somebody_else_starts_is_not_late_until_it_is_known() -> None:
    served = rule("30cal", StartsOn.SERVICE)
    case = then(DRAFT, on(1, EventKind.SENT, channel=Channel.FORM), served)
    assert answer(case).unsure == "start"
    assert not answer(case).late_on(april(90))
    known = then(case, on(5, EventKind.DELIVERED, channel=Channel.FORM))
    assert (answer(known).unsure, answer(known).due) == ("", april(35))


def test_the_other_start_of_a_combined_rule_counts_in_a_case() -> None:
    either = rule(
        "120cal",
        StartsOn.KNOWLEDGE,
        owner=Owner.MINE,
        combine=Combine.MIN,
        parts=(Part(StartsOn.PAYMENT, parse_period("20cal")),),
    )
    paid = with_(either, others={StartsOn.PAYMENT: april(1)})
    case = then(DRAFT, on(1, EventKind.SENT), RECEIVED)
    case = then(case, on(2, EventKind.NOTE, rule="ru.test"), paid)
    window = case.open_deadline(DeadlineKind.WINDOW)
    assert window is not None
    assert window.due == april(21)
