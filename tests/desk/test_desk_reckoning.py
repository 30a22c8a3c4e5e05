"""A date with its working, without a case; and the day as of which one asks."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from desk_story import Place

from tui.cases.errors import BadInput
from tui.cases.words import Owner
from tui.desk.desk import Desk
from tui.desk.entrance import clock_on, open_desk
from tui.desk.ladder.reckoning import Circumstances
from tui.settings.config import Config, Settings


def test_theirs_and_mine(desk: Desk) -> None:
    theirs = desk.calc("2026-11-22", "10cal", Circumstances("RU"))
    assert (theirs.owner, theirs.due, theirs.act_by) == (Owner.THEIRS, date(2026, 12, 2), None)
    mine = desk.calc("2026-11-22", "1m", Circumstances("RU", Owner.MINE))
    assert (mine.owner, mine.due) == (Owner.MINE, date(2026, 12, 22))
    assert mine.act_by == date(2026, 12, 22)


def test_my_country_counts_where_none_is_named(desk: Desk) -> None:
    assert desk.calc("2026-11-22", "10wd").due == date(2026, 12, 7)
    assert Place(country="RU").desk().calc("2026-11-22", "10wd").due == date(2026, 12, 4)


def test_the_start_may_be_counted_from_today(desk: Desk) -> None:
    assert desk.calc("+1w", "3cal").due == date(2026, 12, 2)


def test_pauses_count_both_ends(desk: Desk) -> None:
    pauses = ("2026-11-24..2026-11-25", "+10d..+10d")
    deadline = desk.calc("2026-11-22", "10cal", Circumstances(pauses=pauses))
    assert deadline.due == date(2026, 12, 5)
    assert deadline.working is not None
    assert [p.end for p in deadline.working.pauses] == [date(2026, 11, 25), date(2026, 12, 2)]


@pytest.mark.parametrize(
    ("start", "period", "country", "pause"),
    [
        ("2026-02-30", "10cal", "RU", ""),
        ("2026-11-22", "10", "RU", ""),
        ("2026-11-22", "10wd", "Narnia", ""),
        ("2026-11-22", "10wd", "RU", "2026-11-24"),
        ("2026-11-22", "10wd", "RU", "2026-11-25..2026-11-24"),
        ("2026-11-22", "10wd", "RU", "2026-11-25.."),
    ],
)
def test_refused(desk: Desk, start: str, period: str, country: str, pause: str) -> None:
    with pytest.raises(BadInput):
        desk.calc(start, period, Circumstances(country, pauses=(pause,) if pause else ()))


def test_as_of_a_day_is_its_noon(tmp_path: Path) -> None:
    clock = clock_on("2026-11-22", "PT")
    assert (clock.now().date(), clock.now().time()) == (date(2026, 11, 22), time(12))
    assert clock.now().tzinfo is not None
    desk = open_desk(tmp_path, Settings(config=Config()), on="2026-11-22")
    assert desk.as_of == date(2026, 11, 22)
    assert desk.day() == date(2026, 11, 22)
    assert list(tmp_path.iterdir()) == []  # looking at an empty book writes nothing
    with pytest.raises(BadInput):
        open_desk(tmp_path, Settings(config=Config()), on="someday")
