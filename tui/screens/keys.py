"""Help: the keys in force on the screen it was called from."""

from __future__ import annotations

from itertools import groupby

from textual import on
from textual.app import ComposeResult

from tui.commands import Command, Group
from tui.screens.context import Context
from tui.screens.page import Page
from tui.widgets.keys import labels
from tui.widgets.rows import BLANK, Row, Rows, heading
from tui.widgets.spans import Span, Tone, wrapped
from tui.wording.mark import N_

_GROUPS = {
    Group.CASE: N_("The case"),
    Group.LETTER: N_("Forms and letters"),
    Group.COMPANY: N_("Companies"),
    Group.SCREEN: N_("Screens"),
    Group.GENERAL: N_("Everywhere"),
    Group.MOVE: N_("Moving"),
}


class KeysScreen(Page):
    """What the screen is for; then commands by group: key, title, what it does."""

    AUTO_FOCUS = "#rows"

    def __init__(self, context: Context, commands: tuple[Command, ...], about: str = "") -> None:
        super().__init__(context)
        self._about = about
        order = list(_GROUPS)
        self._listed = sorted(commands, key=lambda c: order.index(c.group))

    def body(self) -> ComposeResult:
        yield Rows(id="rows")

    def reload(self) -> None:
        rows = self._head()
        for group, commands in groupby(self._listed, key=lambda c: c.group):
            rows += [heading(" " + self.words.t(_GROUPS[group])), *map(self._row, commands), BLANK]
        note = self.words.t(
            "On the Russian layout the same places work: й for q, о for j, т for n."
        )
        self.query_one(Rows).show((*rows, Row(((Span(" " + note, Tone.DIM),),))))
        self.title_is(self.words.t("Keys"))

    def _head(self) -> list[Row]:
        """What the screen is for that it was called from."""
        if not self._about:
            return []
        width = (self.query_one(Rows).room or 80) - 1
        return [Row(tuple(wrapped(self.words.t(self._about), width, indent=" "))), BLANK]

    @on(Rows.Rewidened)
    def _draw_anew(self) -> None:
        self.reload()

    def _row(self, command: Command) -> Row:
        t = self.words.t
        key, title = Span(f"   {labels(command):<15}", Tone.ACCENT), Span(f"{t(command.title):<16}")
        return Row(((key, title, Span(t(command.help), Tone.DIM)),))
