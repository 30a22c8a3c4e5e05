"""The board as a picture, drawn without Textual: it stands there before that is imported."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from tui.desk.desk import Desk
from tui.desk.views import BoardView, CardView
from tui.screens.board.boardlines import (
    KEYS,
    board_title,
    columns_of,
    counts,
    next_line,
    none_here,
    title_line,
)
from tui.screens.board.cardlines import card_lines
from tui.screens.board.detail_lines import BARS, detail_lines, detail_width
from tui.screens.everywhere import COMMON
from tui.widgets.column_plan import GAP, UNDER_CURSOR, ColumnPlan
from tui.widgets.key_line import key_items, key_line
from tui.widgets.labels import commands
from tui.widgets.lines import Line, Pieces, Span, Tone, both_sides, edged, laid, parted
from tui.wording.wording import Wording


class Ground(StrEnum):
    """What a piece of the board stands on."""

    PAGE = "page"
    BAR = "bar"
    CURSOR = "cursor"


Picture: TypeAlias = list[list[tuple[str, Tone, Ground]]]
"""A screen: its lines, each of pieces."""


class BoardPicture:
    """The whole board as it is when it is opened, and as its cursor moves before it is a screen."""

    def __init__(self, desk: Desk, words: Wording, width: int, height: int, *, demo: bool) -> None:
        self._desk, self._words, self._demo = desk, words, demo
        self._width, self._height = width, height
        self._beside = detail_width(width, height) if desk.shows_detail else 0

    @cached_property
    def _view(self) -> BoardView:
        return self._desk.board()

    @cached_property
    def plan(self) -> ColumnPlan:
        """Where the cursor stands."""
        view, plan = self._view, ColumnPlan()
        plan.resize(self._width - 1 - self._beside, self._height - BARS)
        plan.show(columns_of(self._desk, self._words, view), self._card)
        return plan

    def lines(self) -> Picture:
        """As it is now. Empty for a book without cases."""
        if self._view.is_empty:
            return []
        under, plan = self._view.cards.get(self.plan.key), self.plan
        sheet = self._sheet(under) if self._beside else ()
        return [
            _on(Ground.BAR, both_sides(*self._title(), self._width)),
            *(
                [*_columns_line(plan, y), *_beside(sheet, y, self._beside)]
                for y in range(plan.height)
            ),
            _on(Ground.BAR, laid(self._next(under), self._width)),
            _on(Ground.BAR, self._keys()),
        ]

    def _card(self, key: int) -> tuple[Line, ...]:
        waits = self._view.waits.get(key, ())
        return card_lines(self._words, self._view.cards[key], waits=waits)

    def _title(self) -> tuple[Line, Line]:
        title = board_title(self._words, self._view)
        left = title_line(self._desk, self._words, title, demo=self._demo)
        return left, (*counts(self._words, self._view), Span(" "))

    def _sheet(self, under: CardView | None) -> tuple[Line, ...]:
        if under is None:
            return ((Span(none_here(self._words, self._view), Tone.ACCENT),),)
        return detail_lines(self._desk, self._words, under, self._beside, self._height - BARS)

    def _next(self, under: CardView | None) -> Line:
        """Where that stands beside the board, the line is left for what is said."""
        if self._beside:
            return ()
        if under is None:
            return (Span(f" {none_here(self._words, self._view)}", Tone.ACCENT),)
        return next_line(self._desk, self._words, under.card)

    def _keys(self) -> Pieces:
        names = (name for name in (*KEYS, *COMMON) if name != "back")  # from the board it is home
        shown = commands(dict.fromkeys(names), self._desk.commands)
        return laid(key_line(key_items(self._words, shown), self._width), self._width)


def _beside(sheet: tuple[Line, ...], y: int, width: int) -> list[tuple[str, Tone, Ground]]:
    """The line `y` of what stands beside the columns."""
    line = sheet[y] if y < len(sheet) else ()
    return _on(Ground.PAGE, edged(line, width)) if width else []


def _columns_line(plan: ColumnPlan, y: int) -> list[tuple[str, Tone, Ground]]:
    made, left = [(" ", Tone.PLAIN, Ground.PAGE)], plan.width
    for line, width, under in plan.lines(y):
        before, behind = parted(laid(line, width), under)
        made += [(text, UNDER_CURSOR, Ground.CURSOR) for text, _ in before]
        made += _on(Ground.PAGE, behind)
        left -= width + GAP
        made.append((" " * (GAP + min(left, 0)), Tone.PLAIN, Ground.PAGE))
    if left > 0:
        made.append((" " * left, Tone.PLAIN, Ground.PAGE))
    return made


def _on(ground: Ground, pieces: Pieces) -> list[tuple[str, Tone, Ground]]:
    return [(text, tone, ground) for text, tone in pieces]
