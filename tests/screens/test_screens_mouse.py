"""With the mouse: a click moves, a double one opens, the wheel scrolls, the keys can be clicked."""

from __future__ import annotations

from making import MakeApp
from piloting import open_page, page, press, under_cursor, until, where
from textual.events import MouseScrollDown
from textual.pilot import Pilot

from tui.desk.desk import Desk
from tui.widgets.key_line import item_at, key_line

SIZE = (80, 24)


async def _click(pilot: Pilot[None], x: int, y: int, times: int = 1) -> None:
    await pilot.click(offset=(x, y), times=times)
    await pilot.pause()


async def test_on_the_board(sample: Desk, app_of: MakeApp) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        first = page(pilot).case_id
        await _click(pilot, 20, 5)
        second = page(pilot).case_id
        assert second != first
        assert where(pilot) == "board"
        await _click(pilot, 20, 1)  # the head of the column
        await _click(pilot, 20, 1, times=2)
        assert (where(pilot), page(pilot).case_id) == ("board", second)
        await _click(pilot, 20, 8, times=2)
        assert where(pilot) == "case"
        assert page(pilot).case_id not in {first, second}


async def test_one_more_click_on_the_same_card_does_not_open_it(
    sample: Desk, app_of: MakeApp
) -> None:
    """What is clicked where the cursor stands may be the first half of a double click."""
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await _click(pilot, 5, 2)
        assert where(pilot) == "board"


async def test_in_lists(sample: Desk, app_of: MakeApp) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await press(pilot, "t")
        before = under_cursor(pilot)
        await _click(pilot, 10, 6)
        assert under_cursor(pilot) != before
        assert where(pilot) == "today"
        await _click(pilot, 10, 6, times=2)
        assert where(pilot) == "case"


async def test_the_wheel_scrolls(sample: Desk, app_of: MakeApp) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        at = page(pilot).case_id
        await pilot._post_mouse_events([MouseScrollDown], offset=(5, 5))
        await until(pilot, lambda: page(pilot).case_id != at)
        await open_page(pilot, "rules")
        rows = pilot.app.screen.query_one("#rows")
        await pilot._post_mouse_events([MouseScrollDown], widget="#rows")
        await until(pilot, lambda: rows.scroll_offset.y > 0)


async def test_the_keys_at_the_bottom(sample: Desk, app_of: MakeApp) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await _click(pilot, 3, 23)  # n new
        assert where(pilot) == "new"
        await press(pilot, "escape")
        await _click(pilot, 76, 23)  # ? keys
        assert where(pilot) == "keys"


async def test_the_filter_line_takes_the_cursor_where_it_is_clicked(
    sample: Desk, app_of: MakeApp
) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await press(pilot, "slash", *"metor", "enter")
        line = pilot.app.screen.query_one("#filter")
        before = len("Filter: ")
        await _click(pilot, line.region.x + before + 3, line.region.y)
        await press(pilot, "e")
        assert page(pilot).query_one("#filter").value == "meteor"  # type: ignore[attr-defined]


def test_where_a_key_stands_there_it_is_clicked() -> None:
    items = (("n", "new"), ("enter", "open"), ("c", "compose"), ("?", "keys"))
    for width in (12, 20, 40):
        text = "".join(span.text for span in key_line(items, width))
        seen = [item_at(items, width, x) for x in range(width)]
        for place, (key, title) in enumerate(items):
            start = text.find(f"{key} {title}")
            there = [x for x, at in enumerate(seen) if at == place]
            assert there == (
                [*range(start, min(width, start + len(key) + 1 + len(title)))] if start > 0 else []
            )
