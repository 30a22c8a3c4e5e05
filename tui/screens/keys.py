"""Help: the keys in force on the screen it was called from."""

from __future__ import annotations

from itertools import groupby

from textual import on
from textual.app import ComposeResult

from tui.commands import Command, Group
from tui.screens.context import Context
from tui.screens.page import Page
from tui.screens.sheets import sheets
from tui.terminal.widths import cell_len
from tui.widgets.keys import labels
from tui.widgets.rows import BLANK, Row, Rows, heading
from tui.widgets.spans import Span, Tone, wrapped
from tui.wording.mark import N_

_GROUPS = {
    Group.CASE: N_("The case"),
    Group.LETTER: N_("Forms and letters"),
    Group.MAIL: N_("Mail"),
    Group.COMPANY: N_("Companies"),
    Group.SCREEN: N_("Screens"),
    Group.GENERAL: N_("Everywhere"),
    Group.MOVE: N_("Moving"),
}

_KEYS, _TITLE = 15, 15  # cells of their columns
_WIDE = 60  # cells in which there is room for three columns


class KeysScreen(Page):
    """What the screen is for; then commands by group: key, title, what it does."""

    CSS_PATH = sheets("lists")
    AUTO_FOCUS = "#rows"

    def __init__(
        self, context: Context, commands: tuple[Command, ...], about: str = "", note: str = ""
    ) -> None:
        super().__init__(context)
        self._about, self._note = about, note
        order = list(_GROUPS)
        self._listed = sorted(commands, key=lambda c: order.index(c.group))

    def body(self) -> ComposeResult:
        yield Rows(id="rows")

    def reload(self) -> None:
        rows = self._head()
        for group, commands in groupby(self._listed, key=lambda c: c.group):
            rows += [heading(" " + self.words.t(_GROUPS[group])), *map(self._row, commands), BLANK]
        note = self.words.t(self._note) if self._note else ""
        rows.append(Row(tuple(wrapped(note, self._width, Tone.DIM, indent=" "))))
        self.query_one(Rows).show(tuple(rows))
        self.title_is(self.words.t("Keys"))

    def _head(self) -> list[Row]:
        """What the screen is for that it was called from."""
        if not self._about:
            return []
        return [Row(tuple(wrapped(self.words.t(self._about), self._width, indent=" "))), BLANK]

    @property
    def _width(self) -> int:
        """The cells of a line, before the list is laid out the usual ones."""
        return self.query_one(Rows).room - 1

    @on(Rows.Rewidened)
    def _draw_anew(self) -> None:
        self.reload()

    def _row(self, command: Command) -> Row:
        """Three columns; where they have no room, what it does stands below."""
        t, width = self.words.t, self._width
        is_wide = width >= _WIDE
        keys = _KEYS if is_wide else min(_KEYS, 2 + max(len(labels(c)) for c in self._listed))
        key = Span(f"   {labels(command):<{keys}}", Tone.ACCENT)
        titles = max(_TITLE, *(cell_len(t(c.title)) for c in self._listed))
        title = Span(f"{t(command.title):<{titles}} " if is_wide else t(command.title))
        indent = cell_len(key.text) + (titles + 1) * is_wide
        told = wrapped(t(command.help), width - indent - 1, Tone.DIM)
        first, below = ((key, title, *told[0]), told[1:]) if is_wide else ((key, title), told)
        return Row((first, *((Span(" " * indent), *line) for line in below)))
