"""The whole book in figures, counted by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime

from case_story import COMPLETE, answered, event, nov, promised, sent, story
from msgspec.structs import replace

from tui.advice.figures.statistics import Bin, Month, statistics_of
from tui.cases.card import Card
from tui.cases.case import Case
from tui.cases.event import Event
from tui.cases.words import Answer, Channel, EventKind, Outcome, Stage

TODAY = nov(23)


def on_23rd(_: Card) -> date:
    return TODAY


def of(company: str = "Severmart", opened: date | None = None, number: int = 1) -> Case:
    at = datetime(opened.year, opened.month, opened.day, tzinfo=UTC) if opened else None
    return replace(COMPLETE, company=company, opened_at=at, id=number)


def ended(day: date, outcome: Outcome) -> Event:
    return event(EventKind.CLOSED, day, outcome=outcome)


def test_cases_by_month_the_present_one_last() -> None:
    cards = [
        story(case=of(opened=date(2025, 11, 30))),  # more than twelve months ago
        story(case=of(opened=date(2025, 12, 1))),
        story(case=of(opened=nov(1))),
        story(sent(nov(2)), ended(nov(20), Outcome.UPHELD), case=of(opened=nov(2))),
    ]
    months = statistics_of(cards, TODAY, on_23rd).months
    assert [m.first for m in months][:2] == [date(2025, 12, 1), date(2026, 1, 1)]
    assert (months[0], months[-1]) == (Month(date(2025, 12, 1), 1, 0), Month(nov(1), 2, 1))
    assert sum(m.opened + m.closed for m in months) == 4


def test_a_case_counts_in_the_month_in_which_it_began_whenever_it_was_written_down() -> None:
    card = story(sent(date(2026, 3, 24)), case=of(opened=nov(2)))
    months = {m.first: m.opened for m in statistics_of([card], TODAY, on_23rd).months}
    assert (months[date(2026, 3, 1)], months[nov(1)]) == (1, 0)


def test_a_channel_is_that_of_the_first_answer() -> None:
    letter = sent(nov(1), channel=Channel.LETTER)
    card = story(letter, answered(nov(5), Answer.PARTLY), sent(nov(6), channel=Channel.FORM))
    ((channel, score),) = statistics_of([card], TODAY, on_23rd).channels
    assert (channel, score.answer_days) == (Channel.LETTER, (4,))


def test_stages_days_and_quartiles() -> None:
    """Ended after 7, 8, 14 and 15 days: two bins share the edges."""
    ends = [story(sent(nov(1)), ended(nov(1 + n), Outcome.UPHELD)) for n in (7, 8, 14, 15)]
    told = statistics_of([story(), *ends], TODAY, on_23rd)
    assert dict(told.stages) == {Stage.DRAFT: 1, Stage.CLOSED: 4, Stage.WAITING: 0,
                                 Stage.MY_MOVE: 0, Stage.ESCALATED: 0}  # fmt: skip
    assert told.bins[:3] == (Bin(0, 7, 1), Bin(8, 14, 2), Bin(15, 30, 1))
    assert told.bins[-1] == Bin(91, None, 0)
    assert told.quartiles == (8, 11, 14)
    assert statistics_of(ends[:3], TODAY, on_23rd).quartiles is None


def test_channels_by_the_last_one_used_the_busiest_first() -> None:
    cards = [
        story(sent(nov(1)), sent(nov(2), channel=Channel.CHAT)),
        story(sent(nov(1), channel=Channel.CHAT)),
        story(sent(nov(1))),
        story(),
    ]
    told = statistics_of(cards, TODAY, on_23rd)
    assert [(c, s.cases) for c, s in told.channels] == [(Channel.CHAT, 2), (Channel.EMAIL, 1)]


def test_companies_the_best_first_and_the_unknown_last() -> None:
    def ends(company: str, *outcomes: Outcome) -> list[Card]:
        return [story(sent(nov(1)), ended(nov(2), o), case=of(company)) for o in outcomes]

    cards = [
        *ends("Meteor", Outcome.UPHELD, Outcome.REJECTED),
        *ends("  NORTHBANK ", Outcome.UPHELD),
        *ends("Northbank", Outcome.PARTLY),
        *ends("Alone", Outcome.UPHELD),  # of one case nobody can tell
        story(case=of("Draft")),
    ]
    told = statistics_of(cards, TODAY, on_23rd)
    assert [name for name, _ in told.companies] == ["Northbank", "Meteor", "Alone"]


def test_where_cases_say_the_same_the_promises_decide() -> None:
    def word(company: str, answer_day: int) -> list[Card]:
        events = (sent(nov(1)), promised(nov(2), nov(5)), answered(nov(answer_day), Answer.SOLVED))
        return [story(*events, case=of(company))] * 2

    told = statistics_of([*word("Breaks", 8), *word("Keeps", 4)], TODAY, on_23rd)
    assert [name for name, _ in told.companies] == ["Keeps", "Breaks"]


def test_what_is_late_the_longest_first() -> None:
    cards = [
        story(sent(nov(1), answer=nov(20)), case=of(number=1)),
        story(sent(nov(1), answer=nov(10)), case=of(number=2)),
        story(sent(nov(1), answer=nov(23)), case=of(number=3)),
    ]
    told = statistics_of(cards, TODAY, on_23rd)
    assert [(late.card.id, late.days) for late in told.late] == [(2, 13), (1, 3)]
