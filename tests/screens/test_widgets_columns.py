"""The board's columns: the cursor is always on a card that is there, and only it is redrawn."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from bare_app import BareApp
from hypothesis import given, settings
from hypothesis import strategies as st
from piloting import press, resize, until
from rich.color import Color
from rich.style import Style
from textual.app import ComposeResult
from textual.geometry import Region

from tui.widgets.column_plan import GAP, ColumnPlan
from tui.widgets.columns import CardColumn, Columns
from tui.widgets.spans import Line, Span

MOVES = ("down", "up", "left", "right", "top", "bottom", "page_down", "page_up")


class Board(BareApp):
    """Nothing but columns."""

    CSS = "Columns > .columns--cursor { background: #010203; }"

    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[int] = []
        self.drawn: list[int] = []
        self.subject = "subject"

    def compose(self) -> ComposeResult:
        yield Columns(id="columns")

    def on_columns_chosen(self, event: Columns.Chosen) -> None:
        self.chosen.append(event.key)

    def draw(self, key: int) -> tuple[Line, ...]:
        self.drawn.append(key)
        return ((Span(f"#{key}."),), (Span(self.subject),), (Span("when"),))

    @property
    def columns(self) -> Columns:
        return self.query_one(Columns)

    def show(self, *columns: tuple[int, ...]) -> None:
        titled = (CardColumn(f"c{n}", keys) for n, keys in enumerate(columns))
        self.columns.show(tuple(titled), self.draw)


def _is_seen(columns: Columns) -> bool:
    lines = (columns.render_line(y).text for y in range(columns.size.height))
    return any(f"#{columns.key}." in line for line in lines)


@st.composite
def _boards(draw: st.DrawFn) -> tuple[tuple[int, ...], ...]:
    """Three columns of up to thirty cards each; cards change column from board to board."""
    places = draw(st.lists(st.integers(0, 2), max_size=30))
    return tuple(tuple(k for k, at in enumerate(places, 1) if at == n) for n in range(3))


@pytest.mark.parametrize("width", [60, 20])  # three columns, and one at a time
async def test_no_keys_lead_the_cursor_astray(width: int) -> None:
    app = Board()
    async with app.run_test(size=(width, 11)):

        @given(st.lists(st.tuples(_boards(), st.lists(st.sampled_from(MOVES))), max_size=3))
        @settings(max_examples=100, deadline=None)
        def holds(played: list[tuple[tuple[tuple[int, ...], ...], list[str]]]) -> None:
            for board, moves in played:
                before = app.columns.key
                app.show(*board)
                assert app.columns.key == before or not any(before in keys for keys in board)
                for move in moves:
                    getattr(app.columns, f"action_{move}")()
                column = board[app.columns.at]
                assert app.columns.key in column or (not column and not app.columns.key)
                assert not app.columns.key or _is_seen(app.columns)

        holds()


@pytest.mark.parametrize("width", [60, 20])
async def test_what_looks_otherwise_is_drawn_anew(width: int) -> None:
    app = Board()
    async with app.run_test(size=(width, 11)):
        areas: list[Region] = []

        def refresh(*regions: Region) -> None:
            areas.extend(regions or (Region(0, 0, width, 11),))

        app.columns.refresh = refresh  # type: ignore[method-assign, assignment]

        @given(st.lists(st.tuples(_boards(), st.sampled_from(("one", "other"))), min_size=2))
        @settings(max_examples=100, deadline=None)
        def holds(played: list[tuple[tuple[tuple[int, ...], ...], str]]) -> None:
            for board, app.subject in played:
                before = _shown(app.columns)
                areas.clear()
                app.show(*board)
                app.columns.select(board[-1][-1] if board[-1] else 0)
                for y, (was, now) in enumerate(zip(before, _shown(app.columns), strict=True)):
                    for x, pair in enumerate(zip(was, now, strict=True)):
                        assert len(set(pair)) == 1 or any((x, y) in area for area in areas)

        holds()


def _shown(columns: Columns) -> list[list[tuple[str, Style | None]]]:
    lines = (columns.render_line(y) for y in range(columns.size.height))
    return [[(letter, part.style) for part in line for letter in part.text] for line in lines]


async def test_what_looks_as_before_is_not_drawn_anew() -> None:
    app = Board()
    async with app.run_test(size=(60, 11)):
        app.show((1, 2), (3, 4), (5,))
        _shown(app.columns)
        areas: list[Region] = []
        app.columns.refresh = lambda *regions: areas.extend(regions)  # type: ignore[method-assign, assignment]
        app.show((1, 2), (3, 4), (5,))
        assert areas == []
        app.show((1,), (3, 4), (2, 5))
        assert [(area.x, area.width) for area in areas] == [(0, 20), (41, 19)]
        app.show((1, 6), (3, 4, 7), (2, 5))
        assert [(area.x, area.width) for area in areas[2:]] == [(0, 40)]  # neighbours, in one piece


@pytest.mark.parametrize("width", [1, 12, 39, 40, 62])
def test_a_part_of_a_line_is_a_part_of_what_stands_there(width: int) -> None:
    plan = ColumnPlan()
    plan.resize(width, 11)
    plan.show((CardColumn("a", (1, 2, 3, 4)), CardColumn("b", ()), CardColumn("c", (5,))), _drawn)
    for y, (start, end) in product((0, 1, 2, 6), combinations(range(width + 1), 2)):
        whole, (first, places) = list(plan.lines(y)), plan.between(y, start, end)
        lefts = [sum(place.width + GAP for place in whole[:n]) for n in range(len(whole))]
        at = lefts.index(first)
        assert places == whole[at : at + len(places)]
        assert first <= start
        assert end <= first + sum(place.width + GAP for place in places)


def _drawn(key: int) -> tuple[Line, ...]:
    return tuple((Span(f"{key}{part}"),) for part in "abc")


async def test_sideways_it_stays_at_its_height() -> None:
    app = Board()
    async with app.run_test(size=(60, 11)) as pilot:  # three cards are seen
        app.show(tuple(range(1, 9)), (11,), tuple(range(21, 29)))
        app.columns.focus()
        await press(pilot, "G", "l")
        assert app.columns.key == 11
        await press(pilot, "l")
        assert app.columns.key == 23  # as low as 8 stands, beyond the shorter column
        await press(pilot, "h", "h")
        assert app.columns.key == 8
        await press(pilot, "k", "l", "l")
        assert app.columns.key == 22
        await press(pilot, "l", "g", "h", "h")
        assert app.columns.key == 6


async def test_keys_move_and_enter_chooses() -> None:
    app = Board()
    async with app.run_test(size=(60, 11)) as pilot:
        app.show((1, 2, 3, 4, 5), (), (6, 7))
        app.columns.focus()
        await press(pilot, "enter", "j", "enter", "G", "enter", "l", "enter", "l", "enter", "k")
        await press(pilot, "j", "j", "enter", "h", "h", "g", "enter")
        assert app.chosen == [1, 2, 5, 7, 7, 1]


async def test_a_card_that_moved_takes_the_cursor_with_it() -> None:
    app = Board()
    async with app.run_test(size=(60, 11)) as pilot:
        app.show((1, 2, 3), (4,), ())
        app.columns.select(2)
        app.show((1, 3), (), (5, 6, 7, 8, 9, 2))
        await pilot.pause()
        assert (app.columns.key, app.columns.at) == (2, 2)
        assert _is_seen(app.columns)
        app.show((), (4,), ())
        assert app.columns.key == 4


async def test_of_ten_thousand_cards_only_the_visible_are_drawn() -> None:
    app = Board()
    async with app.run_test(size=(60, 32)) as pilot:
        app.show(tuple(range(1, 10_001)), (), ())
        app.columns.focus()
        await pilot.pause()
        assert len(app.drawn) == 10
        await press(pilot, "G")
        assert len(app.drawn) == 20
        await press(pilot, "k", "g", "j")
        assert len(app.drawn) == 20


async def test_one_column_at_a_time_where_it_is_narrow() -> None:
    app = Board()
    async with app.run_test(size=(30, 11)) as pilot:
        app.show((1,), (2, 3), (4,))
        await pilot.pause()
        app.columns.focus()
        await press(pilot, "l")
        shown = "\n".join(app.columns.render_line(y).text for y in range(11))
        assert "#2." in shown
        assert "#1." not in shown
        assert "c0 1" in shown  # the others by name and number


@pytest.mark.parametrize("columns", [((1, 2), (3,)), ((), (3,))])
async def test_the_cursor_is_the_first_line_of_a_card_and_one_cell_of_the_others(
    columns: tuple[tuple[int, ...], ...],
) -> None:
    """More would be sent anew with every step; less would not be seen. It is never nowhere."""
    app = Board()
    async with app.run_test(size=(60, 11)) as pilot:
        app.show(*columns)
        await press(pilot, "left")
        app.columns.focus()
        await pilot.pause()
        ground = Color.parse("#010203")
        lines = [app.columns.render_line(y) for y in range(8)]
        under = [
            sum(s.cell_length for s in line if s.style and s.style.bgcolor == ground)
            for line in lines
        ]
        assert under == [0, 0, app.columns.plan.width_of(0), 1, 1, 0, 0, 0]


async def test_the_strip_says_which_stage_is_shown_as_long_as_there_is_room() -> None:
    shown = {}
    for width in (46, 30, 14):
        app = Board()
        async with app.run_test(size=(width, 11)) as pilot:
            columns = (CardColumn(f"stage {n}", (n,)) for n in range(1, 5))
            app.columns.show(tuple(columns), app.draw)
            app.columns.select(2)
            await pilot.pause()
            shown[width] = app.columns.render_line(0).text.rstrip()
    assert shown[46] == "stage 1 1  [stage 2 1]  stage 3 1  stage 4 1"
    assert shown[30] == "1  [stage 2 1]  1  1"
    assert shown[14] == "stage 2 1 2/4"


async def test_what_does_not_fit_whole_is_not_begun_and_an_empty_column_says_what_to_do() -> None:
    app = Board()
    async with app.run_test(size=(60, 13)) as pilot:
        columns = (CardColumn("full", tuple(range(1, 9))), CardColumn("empty", (), "press n"))
        app.columns.show(columns, app.draw)
        await pilot.pause()
        lines = [app.columns.render_line(y).text for y in range(13)]
        assert "#3." in lines[8]
        assert not any("#4." in line for line in lines)
        assert "press n" in lines[2]
        assert set(lines[1]) == {"─", " "}


async def test_where_there_is_more_room_no_card_stays_above_it() -> None:
    app = Board()
    async with app.run_test(size=(60, 11)) as pilot:
        app.show(tuple(range(1, 9)), tuple(range(11, 16)), ())
        app.columns.focus()
        await press(pilot, "G", "l", "G", "h")
        await resize(pilot, 60, 40)
        await until(pilot, lambda: app.columns.plan.height == 40)
        shown = "\n".join(app.columns.render_line(y).text for y in range(40))
        assert all(f"#{key}." in shown for key in (*range(1, 9), *range(11, 16)))
        assert "↑" not in shown
        await resize(pilot, 60, 17)  # where more fit, though not all, none is left out below
        await until(pilot, lambda: app.columns.plan.height == 17)
        await press(pilot, "G")
        await resize(pilot, 60, 20)
        await until(pilot, lambda: app.columns.plan.height == 20)
        shown = "\n".join(app.columns.render_line(y).text for y in range(20))
        assert [key for key in range(1, 9) if f"#{key}." in shown] == [3, 4, 5, 6, 7, 8]
