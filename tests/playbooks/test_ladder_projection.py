"""The plan has dates before anything happened, worked out with the calendar of the company."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from case_story import event, nov, sent, story
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tui.cases.card import Card
from tui.cases.event import Event
from tui.cases.words import Answer, EventKind, Urgency
from tui.deadlines.arithmetic import work_out
from tui.deadlines.calendars import calendar_for
from tui.deadlines.period import parse_period
from tui.playbooks.clocks import Clocks
from tui.playbooks.ladder import RungState, ladder
from tui.playbooks.law import Law
from tui.playbooks.playbook import DATA, load_playbook
from tui.playbooks.reading import read_playbook
from tui.wording.wording import Wording

GENERAL = load_playbook("general")
ENGLISH = Wording("en")


def plan(card: Card, today: date, country: str = "") -> dict[str, tuple[date | None, date | None]]:
    rungs = ladder(card, GENERAL, today, Clocks(Law(), country))
    return {rung.step.id: (rung.opens, rung.due) for rung in rungs}


def test_a_draft_shows_the_whole_way_as_if_it_were_sent_today() -> None:
    monday = nov(23)
    assert plan(story(), monday) == {
        "request": (monday, date(2026, 12, 7)),
        "reasons": (None, None),
        "complaint": (date(2026, 12, 8), date(2026, 12, 22)),
        # 30 calendar days end on Friday 22 January
        "higher": (date(2026, 12, 23), date(2027, 1, 22)),
        "review": (date(2026, 12, 23), None),
    }


def test_hours_are_projected_by_hours() -> None:
    ticket = replace(story(), urgency=Urgency.CRITICAL)
    rungs = ladder(ticket, load_playbook("vendor-support"), nov(23), Clocks(Law()))
    told = {rung.step.id: (rung.opens, rung.due, rung.within) for rung in rungs}
    # an hour for the ticket, the second line and the manager, from noon: 13, 14, 15 o'clock
    assert told["ticket"] == (nov(23), nov(23), "1h")
    assert told["manager"] == (nov(23), nov(23), "1h")
    assert told["account"] == (nov(23), nov(25), "")  # two working days
    assert told["sponsor"][0] == nov(26)


def test_the_days_off_of_the_country_count() -> None:
    from_december = plan(story(), date(2025, 12, 22), "RU")
    # by hand: 23-26, 29, 30 December and 12-15 January are the ten working days
    assert from_december["request"] == (date(2025, 12, 22), date(2026, 1, 15))
    assert from_december["complaint"][0] == date(2026, 1, 16)


def test_a_step_opens_only_after_the_cautious_reading_of_a_last_day_off() -> None:
    general = (DATA / "general.toml").read_text(encoding="utf-8")
    in_calendar_days = read_playbook(general.replace('"10wd"', '"5cal"', 1), "general.toml")
    # 23 November + 5 days = Saturday 28; they may still answer on Monday 30
    request, _, complaint, *_ = ladder(story(), in_calendar_days, nov(23), Clocks(Law()))
    assert request.due == nov(28)
    assert complaint.opens == date(2026, 12, 1)


def test_a_step_that_waits_for_no_answer_is_planned_for_the_day_of_the_step_below() -> None:
    monday = nov(23)
    merchant, bank, claim = ladder(
        story(), load_playbook("card-chargeback"), monday, Clocks(Law(), "")
    )
    assert (merchant.opens, bank.opens, claim.opens) == (monday, monday, date(2026, 12, 8))
    assert bank.due == date(2026, 12, 21)  # by hand: 20 working days
    said = [ENGLISH.say(rung.reason) for rung in (bank, claim)]
    taken, silent = "a lower step is taken on 23 November 2026", "unanswered until 7 December 2026"
    assert said == [
        "Opens as soon as a lower step is taken.",
        f"Opens if {taken} and stays {silent}.",
    ]


def test_what_waits_for_nothing_says_what_they_did() -> None:
    book = load_playbook("card-chargeback")
    refused = event(EventKind.REFUSED, nov(10))
    partly = event(EventKind.ANSWERED, nov(10), answer=Answer.PARTLY)

    def told(*events: Event, today: date | None = None) -> str:
        card = story(sent(nov(2), answer=nov(16)), *events)
        _, bank, _ = ladder(card, book, today or nov(11), Clocks(Law()))
        assert bank.state is RungState.OPEN
        return ENGLISH.say(bank.reason)

    assert told() == "You need not wait for what comes of the step before."
    assert told(refused) == "They refused."
    assert told(partly) == "They answered only in part."
    assert told(today=nov(17)) == "They did not answer by 16 November 2026."


def test_a_step_after_one_that_was_taken_waits_for_that() -> None:
    _, _, complaint, higher, _ = ladder(
        story(sent(nov(2), answer=nov(16))), GENERAL, nov(10), Clocks(Law())
    )
    assert ENGLISH.say(complaint.reason) == "Too early: they have until 16 November 2026 to answer."
    assert ENGLISH.say(higher.reason).startswith("Opens if a lower step is taken on 17 November")


def test_while_they_have_time_the_plan_starts_from_their_last_day() -> None:
    card = story(sent(nov(2), answer=nov(16)))
    assert plan(card, nov(10)) == {
        "request": (None, nov(16)),
        "reasons": (None, None),
        "complaint": (nov(17), date(2026, 12, 1)),
        "higher": (date(2026, 12, 2), date(2027, 1, 1)),
        "review": (date(2026, 12, 2), None),
    }


def test_an_open_step_is_planned_for_today_and_not_for_the_day_it_opened() -> None:
    card = story(sent(nov(2), answer=nov(16)))
    late = plan(card, nov(23))
    assert late["complaint"] == (nov(17), date(2026, 12, 7))
    assert late["higher"][0] == date(2026, 12, 8)


def test_after_a_refusal_the_plan_follows_the_steps_now_open() -> None:
    card = story(sent(nov(2), answer=nov(16)), event(EventKind.REFUSED, nov(10)))
    refused = plan(card, nov(10))
    assert refused["reasons"] == (nov(10), nov(17))
    assert refused["complaint"] == (nov(10), nov(24))
    assert refused["higher"][0] == nov(25)


@given(st.dates(date(2025, 1, 1), date(2027, 12, 31)), st.sampled_from(["", "RU", "GB-SCT"]))
def test_a_silent_company_is_climbed_step_by_step(today: date, country: str) -> None:
    calendar = calendar_for(country)
    rungs = {rung.step.id: rung for rung in ladder(story(), GENERAL, today, Clocks(Law(), country))}
    path = [rungs[name] for name in ("request", "complaint", "higher")]
    for lower, upper in pairwise(path):
        assert lower.opens is not None
        assert lower.due is not None
        period = parse_period(lower.step.answer_within)
        assert lower.due == work_out(lower.opens, period, calendar).due
        assert upper.state is RungState.AHEAD
        assert upper.opens == lower.due + timedelta(days=1)
