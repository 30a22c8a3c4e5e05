"""A snooze hides nothing that ends before it; a regular reminder is never too early."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from case_story import answered, asked, closed, event, nov, owed, promised, sent, told
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from tui.advice.next_action import Action, next_action
from tui.advice.silent import WARNED_BEFORE, WARNED_OF_STEP
from tui.advice.waiting.chase_day import chase_day
from tui.advice.waiting.snoozed import asleep_until, put_off_until, wakes_on
from tui.cases.card import Card, card_of
from tui.cases.case import Case
from tui.cases.deadline import Deadline
from tui.cases.errors import NotLawful
from tui.cases.snooze import WEEKDAYS, Chase, Snooze
from tui.cases.words import Answer, DeadlineKind, EventKind, Owner, Stage
from tui.deadlines.calendars import WeekendsOnly
from tui.playbooks.playbook import load_playbook
from tui.wording.wording import Wording

GENERAL = load_playbook("general")
ENGLISH = Wording("en")
THEIRS = (DeadlineKind.ANSWER, DeadlineKind.PROMISE)
WAITING = told(sent(nov(2), answer=nov(16), number="55-10"))


def window(due: date, act_by: date | None = None, step: str = "") -> Deadline:
    mine = owed(DeadlineKind.WINDOW, due)
    return replace(mine, owner=Owner.MINE, act_by=act_by, step=step)


def put_off(case: Case, since: date, until: date | None = None, reply: bool = False) -> Card:
    wish = Snooze(since=since, until=until, reply=reply, after=len(case.timeline))
    return card_of(replace(case, snooze=wish))


EVENTS = st.sampled_from(
    [
        sent(nov(2), answer=nov(16), number="55-10"),
        sent(nov(4), contact=nov(25)),
        sent(nov(17), "complaint", answer=nov(27)),
        event(EventKind.RECEIVED, nov(9)),
        *(answered(nov(10), answer) for answer in (Answer.PARTLY, Answer.RECEIPT)),
        *(promised(nov(5), nov(day)) for day in (8, 20)),
        *(asked(nov(10)), asked(nov(10), by=nov(24), act_by=nov(23))),
        event(EventKind.NOTE, nov(11), starts=(window(nov(28), nov(26)),)),
        *(event(kind, nov(12)) for kind in (EventKind.PAUSED, EventKind.RESUMED)),
        closed(nov(13)),
    ]
)
DAYS = st.dates(nov(1), nov(30))
LATER = st.dates(nov(1), nov(30) + timedelta(days=60))
WINDOWS = st.lists(st.builds(window, LATER, st.none() | LATER, st.just("complaint")), max_size=2)


@st.composite
def histories(draw: st.DrawFn) -> Case:
    """So much of what happened as is lawful, and how long steps may be taken."""
    case = told()
    for one in draw(st.lists(EVENTS, max_size=6)):
        try:
            case = told(one, case=case)
        except NotLawful:
            continue
    return replace(case, windows=tuple(draw(WINDOWS)))


def mine_within(card: Card, end: date, today: date) -> Iterator[Deadline]:
    """My own deadlines that end before a snooze does, as far as they are told of by today."""
    for deadline in (*card.deadlines, *card.windows_on(today)):
        safe = deadline.act_by or deadline.due
        if deadline.owner is not Owner.MINE or safe > end:
            continue
        is_near = deadline.kind is DeadlineKind.DATA or safe - WARNED_OF_STEP <= today
        if deadline.kind is not DeadlineKind.CONTACT and is_near:
            yield deadline


@given(histories(), DAYS, st.none() | LATER, st.booleans(), DAYS)
def test_a_snooze_never_hides_what_is_mine_to_do_before_its_end(
    case: Case, since: date, until: date | None, reply: bool, today: date
) -> None:
    assume(today >= since)
    card = put_off(case, since, until, reply)
    end = put_off_until(card, today)
    if card.stage is Stage.CLOSED or end is None:
        assert asleep_until(card, today) is None
        return
    own = next_action(replace(card, snooze=None), GENERAL, today)
    one = next_action(card, GENERAL, today)
    if card.unread or any(mine_within(card, end, today)):
        assert (one.action, one.sentence.text) == (own.action, own.sentence.text)
        assert "It is snoozed until" in ENGLISH.say(one.reason)
    elif asleep_until(card, today):
        assert (one.action, one.on) == (Action.WAIT, end)
        assert len(ENGLISH.say(one.sentence)) <= 72


@given(histories(), DAYS, LATER, DAYS)
def test_when_it_ends_enough_of_my_time_is_left(
    case: Case, since: date, until: date, today: date
) -> None:
    assume(since <= today < until)
    card = put_off(case, since, until)
    if asleep_until(card, today) is None:
        return
    kept = [d for d in card.deadlines if d.owner is Owner.MINE and d.kind is DeadlineKind.DATA]
    near = [w for w in card.windows_on(today) if (w.act_by or w.due) - WARNED_OF_STEP <= today]
    for deadline in (*kept, *near):
        assert (deadline.act_by or deadline.due) >= until + WARNED_BEFORE


def test_an_answer_ends_a_snooze_until_a_reply_and_a_receipt_does_not() -> None:
    wish = Snooze(since=nov(3), until=nov(20), reply=True, after=1)
    case = replace(WAITING, snooze=wish)
    thanks = told(answered(nov(5), Answer.RECEIPT), case=case)
    assert wakes_on(card_of(thanks)) == nov(20)
    assert wakes_on(card_of(told(answered(nov(6), Answer.PARTLY), case=thanks))) is None
    by_date_alone = replace(thanks, snooze=replace(wish, reply=False))
    assert wakes_on(card_of(told(answered(nov(6), Answer.PARTLY), case=by_date_alone))) == nov(20)


def test_what_nobody_has_read_breaks_through_until_it_is_judged() -> None:
    card = put_off(told(event(EventKind.RECEIVED, nov(5)), case=WAITING), nov(4), nov(20))
    assert next_action(card, GENERAL, nov(6)).action is Action.JUDGE
    case = told(answered(nov(6), Answer.RECEIPT), case=WAITING)
    assert next_action(put_off(case, nov(4), nov(20)), GENERAL, nov(7)).on == nov(20)


def test_without_a_day_it_ends_when_they_are_late() -> None:
    card = put_off(WAITING, nov(3), reply=True)
    assert wakes_on(card) == nov(17)
    assert next_action(card, GENERAL, nov(16)).action is Action.WAIT
    assert next_action(card, GENERAL, nov(17)).action is Action.REMIND
    assert wakes_on(put_off(WAITING, nov(18), reply=True)) is None  # they were late already


def test_an_agreed_day_breaks_through_but_one_that_was_due_is_put_off() -> None:
    case = told(sent(nov(2), contact=nov(10)))
    early = put_off(case, nov(5), nov(20))
    assert next_action(early, GENERAL, nov(9)).on == nov(20)
    assert next_action(early, GENERAL, nov(10)).action is Action.CONTACT
    assert next_action(put_off(case, nov(10), nov(20)), GENERAL, nov(11)).on == nov(20)


@pytest.mark.parametrize(
    ("mine", "until", "asleep", "awake"),
    [
        (owed(DeadlineKind.DATA, nov(28)), nov(29), None, nov(4)),  # at once: it ends within
        (owed(DeadlineKind.DATA, nov(28)), nov(26), None, nov(4)),  # two days would be left
        (owed(DeadlineKind.DATA, nov(28)), nov(25), nov(24), None),
        (window(nov(20), nov(18)), nov(29), nov(10), nov(11)),  # from a week before it
        (window(nov(20), nov(18)), nov(16), nov(10), nov(11)),
        (window(nov(20), nov(18)), nov(15), nov(14), None),
    ],
)
def test_what_is_mine_breaks_through(
    mine: Deadline, until: date, asleep: date | None, awake: date | None
) -> None:
    case = told(event(EventKind.ASKED, nov(3), starts=(mine,)), case=WAITING)
    card = put_off(case, nov(4), until)
    if asleep:
        assert asleep_until(card, asleep) == until
    if awake:
        assert asleep_until(card, awake) is None


EVERY = st.sampled_from([*WEEKDAYS, "1cal", "3wd", "1w", "2w"])


@given(histories(), EVERY, DAYS, st.none() | LATER)
def test_a_reminder_is_never_before_what_was_agreed(
    case: Case, every: str, since: date, until: date | None
) -> None:
    wish = Chase(every=every, since=since, after=len(case.timeline))
    card = put_off(case, since, until) if until else card_of(case)
    day = chase_day(card, wish, WeekendsOnly())
    theirs = [d for d in card.deadlines if d.kind in THEIRS]
    if any(d.paused_on for d in theirs) or card.stage in (Stage.DRAFT, Stage.CLOSED):
        assert day is None
        return
    if day is None:
        assert card.open_deadline(DeadlineKind.DATA)
        return
    assert day >= since
    assert all(day > d.late_after for d in theirs)
    assert day >= max(filter(None, (card.not_before, wakes_on(card))), default=day)
    assert card.contacted_on is None or day > card.contacted_on
    if every in WEEKDAYS:
        assert day.weekday() == WEEKDAYS.index(every)
        held = (since, card.contacted_on, card.not_before, wakes_on(card))
        held = max(filter(None, (*held, *(d.late_after for d in theirs))))
        assert day - timedelta(weeks=1) <= held  # the week before was too early
    if every.endswith("wd"):
        assert WeekendsOnly().is_working(day)


@given(histories(), EVERY, DAYS, DAYS)
def test_a_rhythm_never_hides_what_comes_first(
    case: Case, every: str, since: date, today: date
) -> None:
    wish = Chase(every=every, since=since, after=len(case.timeline))
    day = chase_day(card_of(case), wish, WeekendsOnly())
    card = card_of(replace(case, chase=replace(wish, on=day)))
    own = next_action(replace(card, chase=None), GENERAL, today)
    one = next_action(card, GENERAL, today)
    assert len(ENGLISH.say(one.sentence)) <= 72
    if own.action not in (Action.WAIT, Action.REMIND, Action.ESCALATE):
        assert one == own
    if one.action is Action.REMIND and one != own:
        assert day is not None
        assert day <= today
        assert all(d.late_on(today) for d in card.deadlines if d.kind in THEIRS)


def test_every_monday_is_told_and_comes_after_their_time() -> None:
    wish = Chase(every="monday", since=nov(3), after=1, on=nov(23))
    assert chase_day(card_of(WAITING), wish, WeekendsOnly()) == nov(23)
    card = card_of(replace(WAITING, chase=wish))
    ahead = next_action(card, GENERAL, nov(18))
    assert (ahead.action, ahead.on) == (Action.WAIT, nov(23))
    said = "remind them on 23 November 2026, as every Monday"
    assert ENGLISH.say(ahead.sentence) == said
    due = next_action(card, GENERAL, nov(23))
    assert due.action is Action.REMIND
    assert ENGLISH.say(due.sentence) == "remind them, as every Monday, quoting 55-10"


def test_a_day_that_became_too_early_is_not_proposed() -> None:
    case = told(promised(nov(18), nov(25)), case=WAITING)
    wish = Chase(every="monday", since=nov(3), after=2, on=nov(23))
    card = card_of(replace(case, chase=wish))
    for day in (nov(20), nov(23)):
        assert next_action(card, GENERAL, day).on == nov(25)


def test_a_broken_promise_is_told_of_at_once() -> None:
    case = told(promised(nov(3), nov(5)), case=WAITING)
    wish = Chase(every="monday", since=nov(6), after=2)
    day = chase_day(card_of(case), wish, WeekendsOnly())
    assert day == nov(23)  # they have until the 16th to answer
    card = card_of(replace(case, chase=replace(wish, on=day)))
    assert next_action(card, GENERAL, nov(6)).action is Action.REMIND


def test_it_ends_with_an_answer_and_with_the_case() -> None:
    case = replace(WAITING, chase=Chase(every="1w", since=nov(3), after=1))
    assert card_of(told(answered(nov(4), Answer.RECEIPT), case=case)).chase
    for end in (answered(nov(5), Answer.PARTLY), closed(nov(5)), asked(nov(5))):
        assert card_of(told(end, case=case)).chase is None
    again = told(closed(nov(5)), event(EventKind.REOPENED, nov(6)), case=case)
    assert card_of(again).chase is None
