"""Scoreboards, statistics and the calendar over a real book."""

from __future__ import annotations

from datetime import date

import pytest
from desk_story import NOW, Place, happens, opened
from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.deadline import Deadline
from tui.cases.errors import NotFound
from tui.cases.words import Channel, DeadlineKind, Owner, Stage
from tui.desk.desk import Desk
from tui.desk.figures.months import CalendarDay
from tui.store.contract import Change


def asked(desk: Desk, **facts: str) -> Case:
    """A request of Monday, 2 November, by e-mail."""
    case = opened(desk, **facts)
    return happens(desk, case.id, "sent", at="2026-11-02", channel="email")


def test_a_company_has_the_figures_of_its_cases_however_it_is_spelt(desk: Desk) -> None:
    first = asked(desk)
    happens(desk, first.id, "answered", at="2026-11-05", answer="solved", channel="email")
    happens(desk, first.id, "closed", at="2026-11-06", outcome="upheld")
    second = asked(desk, company="METEOR")
    happens(desk, second.id, "answered", at="2026-11-03", answer="refused", channel="email")
    asked(desk, company="Northbank")
    scored = {company.name: score for company, score in desk.scored_companies()}
    assert {name: score.cases for name, score in scored.items()} == {"Meteor": 2, "Northbank": 1}
    view = desk.company_view(" meteor")
    assert view.score == scored["Meteor"]
    assert (view.is_known, view.best) == (True, Channel.EMAIL)
    assert view.history[Channel.EMAIL].days == (3, 1)
    assert [card.id for card in view.open] == [second.id]
    assert desk.statistics("METEOR").score == view.score
    assert desk.statistics().score.cases == 3


def test_a_company_that_nobody_knows_is_not_found(desk: Desk) -> None:
    asked(desk)
    with pytest.raises(NotFound, match="Meteor"):
        desk.company_view("Meteer")
    with pytest.raises(NotFound):
        desk.statistics("Meteer")
    desk.save_company("Quiet", {})
    assert desk.company_view("quiet").score.cases == desk.statistics("quiet").score.cases == 0


def test_a_view_is_clean(desk: Desk) -> None:
    desk.save_company("A\x1b[31mB", {"note": "\x9b2J"}, "phone 1\x07")
    company = desk.company_view("A\x1b[31mB").company
    assert not any(c in repr(company) for c in ("\\x1b", "\\x9b", "\\x07"))


def day_of(desk: Desk, day: date, month: date | None = None) -> CalendarDay:
    found = desk.month(month or day).day(day)
    assert found is not None
    return found


def test_a_month_stands_in_whole_weeks_with_its_days_off(desk: Desk) -> None:
    view = desk.month(date(2026, 11, 22))
    days = [day.date for day in view.days]
    assert (days[0], days[-1], len(days)) == (date(2026, 10, 26), date(2026, 12, 6), 42)
    assert (view.first, view.today) == (date(2026, 11, 1), NOW.date())
    assert day_of(desk, date(2026, 11, 21)).off == "weekend"
    assert day_of(desk, date(2026, 11, 20)).off == ""
    assert day_of(desk, date(2026, 12, 8)).off  # the Immaculate Conception, in Portugal
    february = desk.month(date(2027, 2, 14)).days  # begins on a Monday, ends on a Sunday
    assert (february[0].date, len(february)) == (date(2027, 2, 1), 28)


def test_dates_of_both_sides_stand_on_the_day_to_act(desk: Desk) -> None:
    case = opened(desk)
    given = {"promise": "2026-11-24", "next_contact": "2026-11-25", "due": "2026-11-27"}
    happens(desk, case.id, "sent", at="2026-11-20", channel="email", **given)
    data = opened(desk, subject="Another kettle")
    happens(desk, data.id, "sent", at="2026-11-20", channel="email", due="2026-11-21")
    happens(desk, data.id, "asked", at="2026-11-20", due="2026-11-24")
    tuesday = day_of(desk, date(2026, 11, 24)).entries
    assert [(e.card.id, e.deadline.kind, e.is_mine) for e in tuesday] == [
        (case.id, DeadlineKind.PROMISE, False),
        (data.id, DeadlineKind.DATA, True),
    ]
    contact = day_of(desk, date(2026, 11, 25)).entries
    assert [e.deadline.kind for e in contact] == [DeadlineKind.CONTACT]
    assert day_of(desk, date(2026, 11, 27)).entries[0].deadline.kind is DeadlineKind.ANSWER
    # While they wait for me their clock stands still, so that no day is the last one.
    assert day_of(desk, date(2026, 11, 21)).entries == ()


def test_what_is_late_stands_first_on_its_day(desk: Desk) -> None:
    first, second = asked(desk), asked(desk)
    happens(desk, first.id, "note", text="x")
    happens(desk, second.id, "call", at="2026-11-09", channel="phone", promise="2026-11-20")
    (late,) = day_of(desk, date(2026, 11, 20)).entries
    assert (late.card.id, late.is_late, late.today) == (second.id, True, NOW.date())


def test_a_window_of_a_step_stands_there_until_it_is_over() -> None:
    place = Place()
    desk = place.desk()
    case = asked(desk)
    window = Deadline(
        owner=Owner.MINE, kind=DeadlineKind.WINDOW, due=date(2026, 11, 26),
        late_after=date(2026, 11, 26), act_by=date(2026, 11, 25), rule="x", step="court",
    )  # fmt: skip
    over = replace(window, due=date(2026, 11, 12), late_after=date(2026, 11, 12), act_by=None)
    store = desk._office.store
    with store.writing(Change(verb="record", at=NOW)) as book:
        book.put(replace(book.case(case.id), windows=(over, window)))
    (entry,) = (e for e in day_of(desk, date(2026, 11, 25)).entries if e.deadline.step == "court")
    assert (entry.is_mine, entry.is_late) == (True, False)
    assert not [e for e in day_of(desk, date(2026, 11, 12)).entries if e.is_mine]


def test_drafts_and_closed_cases_have_no_dates(desk: Desk) -> None:
    case = asked(desk)
    happens(desk, case.id, "closed", outcome="withdrawn")
    opened(desk)
    assert {card.stage for card in desk._office.store.cards.values()} == {
        Stage.CLOSED,
        Stage.DRAFT,
    }
    assert not any(day.entries for day in desk.month(date(2026, 11, 5)).days)


def test_of_a_dispute_with_several_each_has_what_it_did_itself(desk: Desk) -> None:
    facts = {"company": "Brightsofa", "playbook": "uk-retail", "amount": "300 GBP"}
    case = asked(desk, **facts, parties="bank=Northbank")
    happens(desk, case.id, "escalated", at="2026-11-05", step="section75", anyway=True)
    bank = {"party": "bank", "answer": "partly", "refund": "120 GBP", "channel": "phone"}
    happens(desk, case.id, "answered", at="2026-11-08", **bank)
    shop = {"party": "company", "answer": "partly", "refund": "30 GBP", "channel": "email"}
    happens(desk, case.id, "answered", at="2026-11-12", **shop)
    ours, theirs = desk.company_view("Brightsofa"), desk.company_view("northbank")
    assert (ours.score.answer_days, theirs.score.answer_days) == ((10,), (3,))
    money = [(str(s.back), str(s.at_stake)) for view in (ours, theirs) for s in view.score.money]
    assert money == [("30", "150"), ("120", "150")]
    assert [card.id for card in theirs.open] == [case.id]
    assert theirs.open[0].card.company == "Brightsofa"
    assert theirs.score == desk.statistics("Northbank").score
    assert dict(desk.statistics().companies) == {
        "Brightsofa": ours.score,
        "Northbank": theirs.score,
    }
    assert desk.statistics().score.cases == 1
    assert ours.history[Channel.EMAIL].days == (10,)
    happens(desk, case.id, "closed", at="2026-11-14", outcome="partly")
    assert [desk.company_view(n).score.judged for n in ("Brightsofa", "Northbank")] == [0, 1]
