"""The calendar: by day, week and month; what falls on a day, and the case behind it."""

from __future__ import annotations

from datetime import date

import pytest
from frames import frame
from making import MakeApp
from piloting import notice, open_page, page, press, resize, until, where
from textual.pilot import Pilot

from tui.desk.desk import Desk
from tui.widgets.month import DayCell, Month
from tui.widgets.rows import Rows

SIZE = (80, 24)
SUNDAY = date(2026, 11, 22)


def at(pilot: Pilot[None]) -> date:
    return pilot.app.screen.query_one(Month).at


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ("l", date(2026, 11, 23)),
        ("h", date(2026, 11, 21)),
        ("j", date(2026, 11, 29)),
        ("k", date(2026, 11, 15)),
        ("д", date(2026, 11, 23)),
        ("right,down,left,up", SUNDAY),
        ("j,j", date(2026, 12, 6)),
        ("pagedown", date(2026, 12, 22)),
        ("pageup", date(2026, 10, 22)),
        ("j,l,l,pagedown,pagedown,pagedown", date(2027, 3, 1)),
        ("pagedown,pagedown,g", SUNDAY),
        ("j,l,pagedown,pagedown,pagedown", date(2027, 2, 28)),  # the 30th is not there
    ],
)
async def test_the_keys_of_a_month(sample: Desk, app_of: MakeApp, keys: str, day: date) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await press(pilot, "K", *keys.split(","))
        assert at(pilot) == day
        assert pilot.app.screen.context.words.month(day) in frame(pilot.app).splitlines()[0]  # type: ignore[attr-defined]


async def test_the_day_says_what_falls_on_it(sample: Desk, app_of: MakeApp) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await press(pilot, "K")
        shown = frame(pilot.app)
        assert "[22]~" in shown
        assert " 4 ~" in shown  # a holiday in Russia, on a Wednesday
        assert "Sun 22 Nov, day off" in shown
        assert "#29 Пристань-Банк  their promise" in shown
        await press(pilot, *"kkklll")
        assert "Wed 4 Nov, День народного единства" in frame(pilot.app)
        assert "Nothing falls on this day." in frame(pilot.app)
        await press(pilot, "enter")
        assert "Nothing falls" in notice(pilot)


async def test_enter_opens_the_only_case_and_else_leads_to_the_list(
    sample: Desk, app_of: MakeApp
) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await press(pilot, "K", "enter")
        assert pilot.app.screen.query_one(Rows).has_focus
        await press(pilot, "escape")
        assert pilot.app.screen.query_one(Month).has_focus
        await press(pilot, "enter", "j", "enter")
        await until(pilot, lambda: where(pilot) == "case")
        assert page(pilot).case_id == 30
        await press(pilot, "escape", "escape", "l", "enter")
        await until(pilot, lambda: where(pilot) == "case")
        (entry,) = sample.month(SUNDAY).day(date(2026, 11, 23)).entries  # type: ignore[union-attr]
        assert page(pilot).case_id == entry.card.id


async def test_a_low_terminal_shows_the_month_or_the_list(sample: Desk, app_of: MakeApp) -> None:
    async with app_of(sample).run_test(size=(40, 9)) as pilot:
        await open_page(pilot, "calendar")
        month, rows = pilot.app.screen.query_one(Month), pilot.app.screen.query_one(Rows)
        assert (month.display, rows.display) == (True, False)
        await press(pilot, "enter")
        assert (month.display, rows.display) == (False, True)
        assert "#29" in frame(pilot.app)
        await press(pilot, "escape")
        assert (month.display, rows.display) == (True, False)


async def test_the_list_stands_beside_the_month_where_there_is_room(
    sample: Desk, app_of: MakeApp
) -> None:
    async with app_of(sample).run_test(size=(140, 45)) as pilot:
        await open_page(pilot, "calendar")
        first = frame(pilot.app).splitlines()[1]
        assert first.startswith(" Mon")
        assert "Sun 22 Nov, day off" in first
        assert "Mon 30 Nov" in frame(pilot.app)  # there is room for the days that follow
        await resize(pilot, *SIZE)
        assert "Sun 22 Nov" not in frame(pilot.app).splitlines()[1]
        assert "Mon 30 Nov" not in frame(pilot.app)


@pytest.mark.parametrize(
    ("width", "shown"),
    [(80, "!2 <1 >1"), (56, "!2<1>1"), (42, "!2+"), (21, " 2! 3! 4!")],
)
async def test_marks_are_as_short_as_the_room(
    sample: Desk, app_of: MakeApp, width: int, shown: str
) -> None:
    marks = (("!", 2), ("<", 1), (">", 1))
    week = tuple(DayCell(date(2026, 11, n), marks=marks) for n in range(2, 9))
    async with app_of(sample).run_test(size=(width, 24)) as pilot:
        await open_page(pilot, "calendar")
        month = pilot.app.screen.query_one(Month)
        month.show(tuple("abcdefg"), week, SUNDAY)
        await pilot.pause()
        text = "\n".join(month.render_line(y).text for y in range(4))
        assert shown in text


async def test_the_first_and_the_last_day_there_is(sample: Desk, app_of: MakeApp) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await open_page(pilot, "calendar")
        month = pilot.app.screen.query_one(Month)
        for edge, keys in ((date.max, ("l", "j", "pagedown")), (date.min, ("h", "k", "pageup"))):
            month.go_to(edge)
            await pilot.pause()
            await press(pilot, *keys)
            assert at(pilot) == edge
