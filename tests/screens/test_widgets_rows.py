"""A list keeps its cursor on something that can be chosen, and where it can be seen."""

from __future__ import annotations

from bare_app import BareApp
from frames import frame
from hypothesis import given, settings
from hypothesis import strategies as st
from piloting import press, resize
from textual.app import ComposeResult

from tui.widgets.rows import BLANK, Row, Rows, heading
from tui.widgets.spans import Span

MOVES = ("down", "up", "top", "bottom", "page_down", "page_up")


class Listed(BareApp):
    """Nothing but a list of ten lines."""

    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[str] = []

    def compose(self) -> ComposeResult:
        yield Rows(id="rows")

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.chosen.append(event.key)


def _entry(key: str, lines: int = 1) -> Row:
    return Row(tuple((Span(f"{key}.{line}"),) for line in range(lines)), key)


def _is_seen(rows: Rows) -> bool:
    lines = (rows.render_line(y).text for y in range(rows.size.height))
    return any(line.startswith(f"{rows.key}.") for line in lines)


@st.composite
def _lists(draw: st.DrawFn) -> tuple[Row, ...]:
    """Headings, blanks and entries of one to five lines; no key twice."""
    kinds = draw(st.lists(st.integers(-1, 5), max_size=40))
    shift = draw(st.integers(0, 5))
    made = {-1: lambda _: BLANK, 0: lambda _: heading("head")}
    return tuple(
        made[kind](n) if kind in made else _entry(f"k{(n + shift) % 41}", kind)
        for n, kind in enumerate(kinds)
    )


async def test_no_keys_lead_the_cursor_astray() -> None:
    async with Listed().run_test(size=(20, 10)) as pilot:
        listed = pilot.app.query_one(Rows)
        listed.focus()

        @given(st.lists(st.tuples(_lists(), st.lists(st.sampled_from(MOVES))), max_size=3))
        @settings(max_examples=150, deadline=None)
        def holds(played: list[tuple[tuple[Row, ...], list[str]]]) -> None:
            for rows, moves in played:
                listed.show(rows)
                for move in ("", *moves):
                    getattr(listed, f"action_{move}", lambda: None)()
                    selectable = {row.key for row in rows if row.key}
                    assert listed.key in selectable or (not selectable and not listed.key)
                    assert not selectable or _is_seen(listed)

        holds()


async def test_keys_move_and_enter_chooses() -> None:
    app = Listed()
    async with app.run_test(size=(20, 10)) as pilot:
        rows = pilot.app.query_one(Rows)
        rows.show((heading("head"), _entry("a"), BLANK, _entry("b"), _entry("c")))
        rows.focus()
        await press(pilot, "j", "enter", "G", "enter", "k", "k", "k", "enter")
        assert app.chosen == ["b", "c", "a"]


async def test_the_cursor_stays_on_its_row_and_in_view() -> None:
    async with Listed().run_test(size=(20, 10)) as pilot:
        rows = pilot.app.query_one(Rows)
        rows.show(tuple(_entry(f"r{n}") for n in range(8)))
        rows.focus()
        rows.select("r5")
        rows.show((*(_entry(f"n{n}") for n in range(30)), _entry("r5"), _entry("r6")))
        await pilot.pause()
        assert rows.key == "r5"
        assert _is_seen(rows)
        await resize(pilot, 20, 4)
        assert _is_seen(rows)
        rows.show((_entry("only"),))
        await pilot.pause()
        assert rows.key == "only"
        assert _is_seen(rows)


async def test_a_list_without_choices_scrolls_and_stays_where_it_was() -> None:
    async with Listed().run_test(size=(20, 10)) as pilot:
        rows = pilot.app.query_one(Rows)
        text = tuple(Row(((Span(f"line {n}"),),)) for n in range(40))
        rows.show(text)
        rows.focus()
        await press(pilot, "pagedown", "j", "enter")
        assert frame(pilot.app).startswith("line 11")
        rows.show(text)
        await pilot.pause()
        assert frame(pilot.app).startswith("line 11")
        await press(pilot, "G")
        assert frame(pilot.app).rstrip().endswith("line 39")


async def test_only_what_is_seen_is_put_together() -> None:
    """Ten thousand rows cost as much to draw as ten."""

    class Counted(Rows):
        drawn = 0

        def render_line(self, y: int):  # type: ignore[no-untyped-def]
            Counted.drawn += 1
            return super().render_line(y)

    class Long(BareApp):
        def compose(self) -> ComposeResult:
            yield Counted()

    async with Long().run_test(size=(20, 10)) as pilot:
        rows = pilot.app.query_one(Counted)
        rows.show(tuple(_entry(f"r{n}") for n in range(10_000)))
        rows.focus()
        await pilot.pause()
        Counted.drawn = 0
        await press(pilot, "j")
        assert 0 < Counted.drawn <= 2
        await press(pilot, "G")
        assert Counted.drawn <= 14
        assert rows.key == "r9999"
