"""Before a case is opened: open ones that seem to be about the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.advice.duplicates import Duplicate
from tui.screens.context import Context
from tui.screens.page import Page
from tui.terminal.clean import clean_line
from tui.widgets.rows import BLANK, Row, Rows
from tui.widgets.spans import Span, Tone, wrapped


class SameScreen(Page):
    """Go on with one of them, which is better than to ask twice; or open the new one.

    `chosen` is told the number of the case; 0: a new one.
    """

    KEYS: ClassVar[tuple[str, ...]] = ("open", "back")
    AUTO_FOCUS = "#rows"

    def __init__(
        self, context: Context, others: tuple[Duplicate, ...], chosen: Callable[[int], None]
    ) -> None:
        super().__init__(context)
        self._others, self._chosen = others, chosen

    def body(self) -> ComposeResult:
        yield Rows(id="rows")

    def reload(self) -> None:
        self.title_is(self.words.t("The same matter?"))
        width = self.query_one(Rows).room
        new = self.words.t("Open a new case all the same")
        rows = [row for other in self._others for row in (self._row(other, width), BLANK)]
        self.query_one(Rows).show((*rows, Row(((Span(f" {new}"),),), "0")))

    def _row(self, other: Duplicate, width: int) -> Row:
        why = self.words.say(other.why)
        onward = self.words.t("Enter goes on there: better than to ask twice.")
        head = (Span(f" #{other.id} {clean_line(other.subject)}", Tone.STRONG),)
        return Row((head, *wrapped(f"{why} {onward}", width, indent="   ")), str(other.id))

    @on(Rows.Chosen)
    def _take(self, event: Rows.Chosen) -> None:
        self.close()
        self._chosen(int(event.key))

    @on(Rows.Rewidened)
    def _wrap_anew(self) -> None:
        self._look()
