"""The cursor on a board of columns, and how far each is scrolled. Knows no Textual."""

from __future__ import annotations

from tui.widgets.column_heads import CardColumn

CARD_LINES = 3
HEAD_LINES = 1  # and below it a rule, where there is room for one
GAP = 1
STEPS = ("down", "up", "left", "right", "top", "bottom", "page_down", "page_up")
_NARROWEST = 12  # cells a column needs to be readable
_RULED = 10  # lines from which on there is a rule below the headings


class ColumnCursor:
    """One cursor over columns of cards, in `width` and `height` cells. `at`: its column."""

    def __init__(self) -> None:
        self.width = self.height = 0
        self.at = 0
        self.columns: tuple[CardColumn, ...] = ()
        self._rows: list[int] = []
        self._tops: list[int] = []
        self._level: int | None = None  # at how many cards below the top it goes sideways

    def resize(self, width: int, height: int) -> None:
        """There is that much room now."""
        self.width, self.height = width, height
        self._fill()

    @property
    def key(self) -> int:
        """The card under the cursor; 0 where there is none."""
        if not self.columns:
            return 0
        keys = self.columns[self.at].keys
        return keys[self.row] if keys else 0

    @property
    def row(self) -> int:
        """Where in its column the cursor stands."""
        return self._rows[self.at] if self._rows else 0

    @property
    def room(self) -> int:
        """How many cards of a column are seen."""
        return max(1, (self.height - self.head) // CARD_LINES)

    @property
    def head(self) -> int:
        """The line on which the cards begin."""
        return HEAD_LINES + (self.height >= _RULED)

    @property
    def is_narrow(self) -> bool:
        """Whether only one column fits at a time."""
        return self.width + GAP < len(self.columns) * (_NARROWEST + GAP)

    @property
    def visible(self) -> range:
        """The columns that are seen."""
        return range(self.at, self.at + 1) if self.is_narrow else range(len(self.columns))

    def find(self, key: int) -> bool:
        """Put the cursor on a card; whether it is there."""
        for index, column in enumerate(self.columns):
            if key in column.keys:
                row = column.keys.index(key)
                if (index, row) != (self.at, self._rows[index]):
                    self._level = None
                self.at, self._rows[index] = index, row
                return True
        return False

    def reveal(self) -> bool:
        """Scroll the column so that its cursor is seen; whether that moved anything."""
        if not self.columns:
            return False
        top = self._tops[self.at]
        wanted = min(self.row, max(top, self.row - self.room + 1))
        self._tops[self.at] = wanted
        return wanted != top

    def row_after(self, step: str) -> int:
        """The row to which a step leads, if there are so many: `down`, `top`, `page_up` ..."""
        last = len(self.columns[self.at].keys) if self.columns else 0
        steps = {"down": 1, "up": -1, "page_down": self.room, "page_up": -self.room}
        return {"top": 0, "bottom": last}.get(step, self.row + steps.get(step, 0))

    def column_after(self, step: str) -> int:
        """The column to which a step leads: `left` or `right`."""
        aside = {"left": -1, "right": 1}.get(step, 0)
        return max(0, min(len(self.columns) - 1, self.at + aside))

    def step(self, step: str) -> None:
        """Take it, where nobody has to be told."""
        if step in {"left", "right"}:
            self.go_aside(self.column_after(step))
        else:
            self.move(self.row_after(step))
        self.reveal()

    def go_aside(self, column: int) -> None:
        """Put the cursor on another column, on the card at the same height or the last one.

        Beyond a shorter column it is at that height again.
        """
        if self._level is None:
            self._level = self.row - self._tops[self.at]
        self.at = column
        last = len(self.columns[column].keys) - 1
        self._rows[column] = max(0, min(last, self._tops[column] + self._level))

    def move(self, row: int) -> bool:
        """Put the cursor on another card of its column; whether there is one."""
        self._level = None
        count = len(self.columns[self.at].keys) if self.columns else 0
        if count:
            self._rows[self.at] = max(0, min(count - 1, row))
        return bool(count)

    def _take(self, columns: tuple[CardColumn, ...]) -> None:
        """These columns from now on. The cursor stays on its card, wherever the card went."""
        key = self.key
        self.columns = columns
        self._rows = [_kept(self._rows, i, len(c.keys)) for i, c in enumerate(columns)]
        if not self.find(key):
            self.at = self._nearest_filled()
        self._fill()

    def _fill(self) -> None:
        """Leave no room empty below the cards of a column that has others above."""
        free = [len(column.keys) - self.room + 1 for column in self.columns]
        self._tops = [_kept(self._tops, i, count) for i, count in enumerate(free)]
        self.reveal()

    def _nearest_filled(self) -> int:
        order = sorted(range(len(self.columns)), key=lambda i: abs(i - self.at))
        return next((i for i in order if self.columns[i].keys), 0)


def _kept(places: list[int], index: int, count: int) -> int:
    return min(places[index], max(0, count - 1)) if index < len(places) else 0
