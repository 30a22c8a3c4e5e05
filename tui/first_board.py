"""The board in cells, and the keys that move its cursor, before Textual is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from tui.cases.errors import UpheldError
from tui.commands import keys_of
from tui.desk.desk import Desk
from tui.screens.board.picture import BoardPicture, Ground
from tui.styles.first_looks import first_look
from tui.styles.palettes import palette_in_force
from tui.terminal.early import bytes_of
from tui.terminal.first import FirstFrame
from tui.terminal.glyphs import Glyphs, terminal_encoding
from tui.terminal.pen import Cell, cells_of_text
from tui.terminal.widths import cell_len
from tui.widgets.column_plan import STEPS, ColumnPlan
from tui.widgets.lines import Tone
from tui.wording.wording import Wording


class Begun(NamedTuple):
    """What there is when Textual comes: the frame, what was typed, and where the cursor stands.

    `at_rest`: to be called once, when the board stands there and nobody has done anything.
    """

    frame: FirstFrame
    typed: bytes = b""
    plan: ColumnPlan | None = None
    at_rest: tuple[Callable[[], object], ...] = ()


class FirstBoard:
    """The board in a terminal of `size`; `environ` is that of the terminal."""

    def __init__(
        self, desk: Desk, words: Wording, size: tuple[int, int], environ: Mapping[str, str], *,
        demo: bool,
    ) -> None:  # fmt: skip
        self._desk, self._size = desk, size
        self._picture = BoardPicture(desk, words, *size, demo=demo)
        self._palette = palette_in_force(desk.theme, environ)
        self._written = Glyphs(terminal_encoding(), is_ascii=desk.draws_ascii).of
        self.plan: ColumnPlan | None = None
        """Where the cursor stands, once it was moved."""

    def rows(self) -> list[list[Cell]]:
        """None where it cannot be drawn: the app will show or say what there is."""
        try:
            return [*map(self._row, self._picture.lines())] if all(self._size) else []
        except UpheldError:
            return []

    @cached_property
    def _sent(self) -> dict[bytes, str]:
        commands = self._desk.commands
        keys = ((key, step) for step in STEPS for key in keys_of(commands[step]))
        return {sent: step for key, step in keys for sent in bytes_of(key)}

    def meanings(self) -> Mapping[bytes, str]:
        """What may be typed to move the cursor."""
        return self._sent

    def after(self, steps: list[str]) -> list[list[Cell]]:
        """The board after these steps."""
        self.plan = self._picture.plan
        for step in steps:
            self.plan.step(step)
        return self.rows()

    def _row(self, line: list[tuple[str, Tone, Ground]]) -> list[Cell]:
        return list(
            chain.from_iterable(
                cells_of_text(
                    self._written(text), first_look(tone, ground, self._palette), cell_len(text)
                )
                for text, tone, ground in line
            )
        )
