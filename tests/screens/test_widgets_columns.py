"""The board's columns: the cursor is always on a card that is there, and only it is redrawn."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from piloting import press
from textual.app import App, ComposeResult

from tui.widgets.columns import CardColumn, Columns
from tui.widgets.spans import Line, Span

MOVES = ("down", "up", "left", "right", "top", "bottom", "page_down", "page_up")


class Board(App[None]):
    """Nothing but columns."""

    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[int] = []
        self.drawn: list[int] = []

    def compose(self) -> ComposeResult:
        yield Columns(id="columns")

    def on_columns_chosen(self, event: Columns.Chosen) -> None:
        self.chosen.append(event.key)

    def draw(self, key: int) -> tuple[Line, ...]:
        self.drawn.append(key)
        return ((Span(f"#{key}."),), (Span("subject"),), (Span("when"),))

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


async def test_keys_move_and_enter_chooses() -> None:
    app = Board()
    async with app.run_test(size=(60, 11)) as pilot:
        app.show((1, 2, 3, 4, 5), (), (6, 7))
        app.columns.focus()
        await press(pilot, "enter", "j", "enter", "G", "enter", "l", "enter", "l", "enter", "k")
        await press(pilot, "j", "j", "enter", "h", "h", "g", "enter")
        assert app.chosen == [1, 2, 5, 6, 7, 1]


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
    async with app.run_test(size=(60, 31)) as pilot:
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
