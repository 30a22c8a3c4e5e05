"""The working of a date in sentences that can be checked by hand."""

from __future__ import annotations

from datetime import date

import pytest

from tui.cases.deadline import Deadline, Pause, Skipped, Working
from tui.cases.words import DeadlineKind, Owner
from tui.deadlines.arithmetic import mine, theirs, work_out
from tui.deadlines.calendars import calendar_for
from tui.deadlines.period import parse_period
from tui.wording.wording import Wording
from tui.wording.working import explain
from tui.wording.working_steps import period_in_words

START = date(2026, 11, 2)
ANSWER = DeadlineKind.ANSWER


def _told(period: str, country: str = "RU", pauses: tuple[Pause, ...] = ()) -> list[str]:
    calendar = calendar_for(country)
    working = work_out(START, parse_period(period), calendar, pauses=pauses)
    return explain(Wording("en"), theirs(working, calendar, ANSWER, period))


def _given(rule: str, owner: Owner = Owner.THEIRS, kind: DeadlineKind = ANSWER) -> list[str]:
    due = date(2026, 11, 20)
    working = Working(start=START, period="", counted=0, raw_end=due, due=due)
    deadline = Deadline(
        owner=owner, kind=kind, due=due, late_after=due, rule=rule, working=working
    )  # fmt: skip
    return explain(Wording("en"), deadline)


def test_working_days_name_each_day_not_counted() -> None:
    told = _told("10wd")
    assert told[0].startswith("Theirs, their answer: by 17 November 2026; late from 18 November")
    assert "10 working days from 2 November 2026; that day itself is not counted." in told
    assert "Not counted, День народного единства: Wed 4 Nov." in told
    assert "Not counted, weekend: Sat 7 Nov – Sun 8 Nov, Sat 14 Nov – Sun 15 Nov." in told
    assert "The count ends on 17 November 2026." in told
    assert "Days off: calendar of RU." in told


def test_a_last_day_off_is_explained() -> None:
    told = " ".join(_told("5cal"))  # 7 November 2026, a Saturday
    assert "That is a day off (weekend)." in told
    assert "late from 10 November 2026" in told


def test_a_pause_is_told_and_not_told_twice() -> None:
    pause = Pause(start=date(2026, 11, 3), end=date(2026, 11, 4))
    told = _told("10wd", pauses=(pause,))
    assert "The clock stood still from 3 November 2026 to 4 November 2026." in told
    assert not [line for line in told if "paused" in line]


def test_what_is_not_known_is_said() -> None:
    assert any("only weekends" in line for line in _told("10wd", ""))
    far = _told("10wd", "RU", ())
    assert not [line for line in far if "published" in line]
    calendar = calendar_for("RU")
    working = work_out(date(2090, 1, 10), parse_period("10wd"), calendar)
    told = explain(Wording("en"), theirs(working, calendar, ANSWER, "10wd"))
    assert any("not published" in line for line in told)


def test_mine_says_until_when_it_is_safe() -> None:
    calendar = calendar_for("RU")
    working = work_out(START, parse_period("5cal"), calendar)
    told = explain(Wording("en"), mine(working, calendar, DeadlineKind.DATA, "5cal"))
    assert told[0] == (
        "Mine, what they asked me for: by 7 November 2026; to be safe, act by 6 November 2026."
    )


@pytest.mark.parametrize(
    ("rule", "owner", "kind", "said"),
    [
        ("promise", Owner.THEIRS, DeadlineKind.PROMISE, "They promised this day."),
        ("extended", Owner.THEIRS, ANSWER, "They extended the time to this day."),
        ("given", Owner.THEIRS, ANSWER, "I asked for an answer by this day."),
        ("given", Owner.MINE, DeadlineKind.DATA, "They want it by this day."),
        ("agreed", Owner.MINE, DeadlineKind.CONTACT, "20 November 2026; not before."),
    ],
)
def test_a_date_that_somebody_gave(rule: str, owner: Owner, kind: DeadlineKind, said: str) -> None:
    assert said in " ".join(_given(rule, owner, kind))


def test_many_days_are_counted_not_listed() -> None:
    told = _told("120wd")
    assert any("weekend: " in line and line.endswith("days.") for line in told)
    assert all(len(line) < 200 for line in told)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("1wd", "1 working day"),
        ("8w", "8 weeks"),
        ("1m", "1 month"),
        ("10cal", "10 calendar days"),
        ("odd", "odd"),
    ],
)
def test_periods_in_words(period: str, words: str) -> None:
    assert period_in_words(Wording("en"), period) == words


def test_a_rule_with_its_source() -> None:
    working = Working(
        start=START, period="10cal", counted=10, raw_end=date(2026, 11, 12),
        due=date(2026, 11, 12), certainty="A", source="Law 1, art. 22",
        skipped=(Skipped(date=date(2026, 11, 5), why="paused"),), roll="none",
    )  # fmt: skip
    deadline = Deadline(
        owner=Owner.THEIRS, kind=ANSWER, due=working.due, late_after=working.due,
        rule="ru.zpp.22", working=working,
    )  # fmt: skip
    assert explain(Wording("en"), deadline)[-1] == "Source: Law 1, art. 22 (certainty A)."
