"""The sample book can be opened on any day, and always has something of everything."""

from __future__ import annotations

from datetime import date, datetime, time
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from desk_story import Place

from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.desk.entrance import open_sample
from tui.desk.keeping.sample_book import fill_with_sample, sample_settings
from tui.desk.views import Mark
from tui.store.opening import memory_store

DAYS = [  # the law of the ladders holds since July 2024
    *("2024-08-31", "2024-10-27", "2025-01-01", "2025-03-01", "2025-05-09", "2025-10-26"),
    *("2026-02-28", "2026-03-29", "2026-04-08", "2026-11-22", "2026-12-31", "2028-02-29"),
]  # fmt: skip
HOURS = [time(0, 5), time(2, 30), time(12), time(23, 55)]  # 2:30 comes twice, or not at all
ZONES = ["Europe/Moscow", "America/Los_Angeles", "Pacific/Auckland", "Europe/Berlin"]


@pytest.mark.parametrize(("number", "day"), list(enumerate(DAYS)), ids=str)
def test_always_something_late_due_mine_and_not_before(number: int, day: str) -> None:
    hour, zone = HOURS[number % 4], ZoneInfo(ZONES[number // 4 % 4])
    clock = FixedClock(datetime.combine(date.fromisoformat(day), hour, zone))
    store = memory_store(at=clock.now)
    fill_with_sample(store, clock)
    desk = Desk(store, clock, sample_settings("en"))

    today, board = desk.today(), desk.board()
    assert today.broken
    assert today.due
    assert today.mine
    assert today.not_before
    assert any(row.deadline and row.deadline.due == row.today for row in today.due)
    assert all(column.cards for column in board.columns)
    marks = {view.mark for column in board.columns for view in column.cards}
    assert marks == set(Mark)
    for view in desk.listed():
        case = desk.case(view.id)
        moments = [event.at for event in case.timeline]
        assert all(earlier <= later for earlier, later in pairwise(moments))
        assert all(moment <= clock.now() for moment in moments)
        assert desk.next_action(view.id).sentence.text


def test_the_demonstration_is_written_to_a_folder_of_its_own(tmp_path: Path) -> None:
    desk = open_sample(tmp_path, "ru", "2026-11-22")
    assert desk.day() == date(2026, 11, 22)
    assert len(Place(tmp_path.parent).desk().listed()) == 0
    again = open_sample(tmp_path / "other", "en", "2026-11-22")
    assert [v.card.subject for v in again.listed()] == [v.card.subject for v in desk.listed()]
    assert (tmp_path / "book.db").stat().st_mode & 0o777 == 0o600


def test_its_person_is_made_up_and_nothing_of_hers_is_written_to_disk(tmp_path: Path) -> None:
    desk = open_sample(tmp_path, "en")
    before = sorted(path.name for path in tmp_path.rglob("*"))
    desk.save_language("ru")
    desk.save_profile(desk.profile)
    assert sorted(path.name for path in tmp_path.rglob("*")) == before
    assert desk.profile.email.endswith("@example.org")
