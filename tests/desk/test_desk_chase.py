"""Reminding them again and again, and several one after the other."""

from __future__ import annotations

from datetime import date

import pytest
from desk_story import Place, at, happens, opened

from tui.advice.next_action import Action
from tui.cases.errors import BadInput, NotFound
from tui.desk.desk import Desk
from tui.wording.wording import Wording

ENGLISH = Wording("en")


def next_on(desk: Desk, number: int = 1) -> date | None:
    chase = desk.case(number).chase
    return chase.on if chase else None


@pytest.fixture
def waiting(place: Place) -> Desk:
    """They were to answer by Friday, 20 November; today is Sunday."""
    desk = place.desk()
    opened(desk)
    happens(desk, 1, "sent", at="2026-11-16", channel="email", reference="55-10", due="2026-11-20")
    return desk


@pytest.mark.parametrize(
    ("typed", "every", "on"),
    [
        ("monday", "monday", date(2026, 11, 23)),
        ("ПН", "monday", date(2026, 11, 23)),
        ("sat", "saturday", date(2026, 11, 28)),
        ("3wd", "3wd", date(2026, 11, 23)),  # three after the letter is over: the next working day
        ("10д", "10cal", date(2026, 11, 26)),
        ("2w", "2w", date(2026, 11, 30)),
    ],
)
def test_a_rhythm_as_it_is_typed(waiting: Desk, typed: str, every: str, on: date) -> None:
    (case,) = waiting.chase_every([1], typed)
    assert case.chase
    assert (case.chase.every, case.chase.on) == (every, on)


@pytest.mark.parametrize("typed", ["", "soon", "0d", "4h", "1m", "1000d", "31.12"])
def test_what_is_no_rhythm_is_refused(waiting: Desk, typed: str) -> None:
    with pytest.raises(BadInput):
        waiting.chase_every([1], typed)


def test_a_letter_on_the_day_makes_the_next_one(waiting: Desk, place: Place) -> None:
    waiting.chase_every([1], "monday")
    monday = place.desk(at("2026-11-23T09:00"))
    assert monday.next_action(1).action is Action.REMIND
    happens(monday, 1, "sent", channel="email")
    assert next_on(monday) == date(2026, 11, 30)
    happens(monday, 1, "call", channel="phone", next_contact="2026-12-01", reference="55-10")
    assert next_on(monday) == date(2026, 12, 7)  # never before the day that was agreed
    monday.snooze([1], "10.12")
    assert next_on(monday) == date(2026, 12, 14)
    monday.wake([1])
    assert next_on(monday) == date(2026, 12, 7)


def test_it_ends_when_they_answer_or_it_is_switched_off(waiting: Desk) -> None:
    waiting.chase_every([1], "monday")
    happens(waiting, 1, "answered", answer="receipt")
    assert next_on(waiting) == date(2026, 11, 23)
    happens(waiting, 1, "answered", answer="partly")
    assert waiting.case(1).chase is None
    waiting.undo()
    assert next_on(waiting) == date(2026, 11, 23)
    waiting.chase_every([1], "off")
    assert waiting.case(1).chase is None


def test_while_their_time_stands_still_nobody_is_reminded(waiting: Desk) -> None:
    happens(waiting, 1, "sent", channel="email", due="2026-12-10")
    waiting.chase_every([1], "fri")
    assert next_on(waiting) == date(2026, 12, 11)
    happens(waiting, 1, "extended", due="2026-12-15")
    assert next_on(waiting) == date(2026, 12, 18)
    happens(waiting, 1, "paused")
    assert next_on(waiting) is None
    assert waiting.next_action(1).action is not Action.REMIND


@pytest.mark.parametrize(
    ("on", "name", "day"),
    [
        ("2026-11-20", "due", date(2026, 11, 22)),  # it was not done: today
        ("2026-11-22", "due", date(2026, 11, 22)),
        ("2026-11-29", "due", date(2026, 11, 29)),
        ("2026-11-30", "", None),
    ],
)
def test_where_no_date_runs_its_day_stands_in_today(
    desk: Desk, on: str, name: str, day: date | None
) -> None:
    sent = {"at": "2026-11-16T12:00:00+00:00", "kind": "sent", "channel": "chat", "step": "request"}
    chase = {"every": "sunday", "since": "2026-11-16", "after": 1, "on": on}
    facts = {"company": "Meteor", "subject": "Kettle", "problem": "refund"}
    desk.open_cases(desk.cases_of_json({**facts, "timeline": [sent], "chase": chase}))
    view = desk.today()
    rows = {
        (n, r.chased) for n in ("broken", "due", "mine", "not_before") for r in getattr(view, n)
    }
    assert rows == ({(name, day)} if name else set())


def test_a_case_with_a_rhythm_that_is_none_is_refused(desk: Desk) -> None:
    facts = {"company": "Meteor", "subject": "Kettle", "problem": "refund"}
    chase = {"every": "often", "since": "2026-11-16"}
    with pytest.raises(BadInput):
        desk.cases_of_json({**facts, "chase": chase})


def test_who_owes_nothing_is_not_reminded_regularly(waiting: Desk) -> None:
    opened(waiting)
    for numbers, error in (((1, 2), BadInput), ((1, 9), NotFound)):
        with pytest.raises(error):
            waiting.chase_every(numbers, "monday")
    assert waiting.case(1).chase is None


@pytest.fixture
def many(place: Place) -> Desk:
    """One that can be reminded, and one of each kind that cannot."""
    desk = place.desk()
    for _ in range(9):
        opened(desk)
    for number in range(1, 9):
        channel = "phone" if number == 2 else "email"
        kind = "call" if number == 2 else "sent"
        due = "2026-11-24" if number == 3 else "2026-11-20"
        happens(desk, number, kind, at="2026-11-16", channel=channel, reference="5", due=due)
    happens(desk, 4, "received", text="We look into it")
    happens(desk, 5, "asked", text="A photo")
    desk.snooze([6], "fri")
    happens(desk, 7, "closed", outcome="withdrawn")
    happens(desk, 8, "sent", channel="email")
    return desk


def test_whom_to_remind_and_who_is_left_out_and_why(many: Desk) -> None:
    found = many.chasers(range(1, 10))
    assert [chaser.card.id for chaser in found.ready] == [1]
    assert ENGLISH.say(found.ready[0].why) == "They did not answer by 20 November 2026."
    why = {chaser.card.id: ENGLISH.say(chaser.why) for chaser in found.left_out}
    begins = {
        2: "It waits with them (phone)",
        3: "Too early: they have until 24 November 2026",
        4: "They wrote: judge that first.",
        5: "It is your move",
        6: "Snoozed until 27 November 2026.",
        7: "The case is closed.",
        8: "You wrote to them today.",
        9: "Nothing went out yet.",
    }
    assert why.keys() == begins.keys()
    assert all(why[number].startswith(begins[number]) for number in begins), why


def test_without_names_it_is_all_who_are_late(many: Desk) -> None:
    found = many.chasers()
    late = {view.id for view in many.listed("is:late")}
    assert {chaser.card.id for chaser in (*found.ready, *found.left_out)} == late
    with pytest.raises(NotFound):
        many.chasers([99])


def test_who_may_be_reminded_gets_a_reminder(many: Desk) -> None:
    (one,) = many.chasers().ready
    made = many.compose(one.card.id, one.card.step, channel=one.card.channel)
    assert made.draft.template == "reminder"
    assert "5" in made.letter.text()
    assert "20 November 2026" in made.letter.text()


def test_who_was_reminded_of_a_promise_and_still_has_time_is_left_out(place: Place) -> None:
    desk = place.desk()
    opened(desk)
    happens(desk, 1, "sent", at="2026-11-12", channel="email", reference="5", due="2026-12-02")
    happens(desk, 1, "answered", at="2026-11-13", answer="promise", promise="2026-11-16")
    assert [chaser.card.id for chaser in desk.chasers().ready] == [1]
    happens(desk, 1, "sent", at="2026-11-18", channel="email")
    assert desk.next_action(1).action is Action.WAIT
    (left,) = desk.chasers().left_out
    said = "Too early. Next: wait for their answer until 2 December 2026."
    assert ENGLISH.say(left.why) == said
