"""Which letter to write: the kinds that fit the case now."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.cases.sentence import say
from tui.desk.letters.letter_kinds import LetterKind
from tui.screens.context import Context
from tui.screens.page import Page
from tui.terminal.clean import clean_line
from tui.widgets.rows import BLANK, Row, Rows
from tui.widgets.spans import Span, Tone, wrapped


class KindsScreen(Page):
    """One kind a row with what it is for; Enter hands its id to whoever asked."""

    KEYS: ClassVar[tuple[str, ...]] = ("open", "back")
    AUTO_FOCUS = "#rows"

    def __init__(
        self, context: Context, case_id: int, chosen: Callable[[str], None], step: str = ""
    ) -> None:
        super().__init__(context, case_id)
        self._chosen, self._step = chosen, step

    def body(self) -> ComposeResult:
        yield Rows(id="rows")

    def reload(self) -> None:
        self.title_is(self.words.t("#{id} Which letter", id=self._case_id))
        width = self.query_one(Rows).room
        kinds = self.desk.letter_kinds(self._case_id, self._step)
        rows = [row for kind in kinds for row in (self._row(kind, width), BLANK)]
        self.query_one(Rows).show(tuple(rows))

    def _row(self, kind: LetterKind, width: int) -> Row:
        words = self.words
        about = words.say(kind.fault) if kind.fault else words.say(say("{text}", text=kind.about))
        name = clean_line(words.say(say("{text}", text=kind.title)))
        marks = [words.term(kind.tone), words.t("the usual one") if kind.usual else ""]
        marks.append(words.t("my own") if kind.file else "")
        head = (
            Span(f" {name}", Tone.STRONG),
            Span("  " + ", ".join(filter(None, marks)), Tone.DIM),
        )
        tone = Tone.LATE if kind.fault else Tone.PLAIN
        lines = wrapped(clean_line(about), width, tone, indent="   ")
        return Row((head, *lines), "" if kind.fault else kind.id)

    @on(Rows.Chosen)
    def _take(self, event: Rows.Chosen) -> None:
        self.close()
        self._chosen(event.key)

    @on(Rows.Rewidened)
    def _wrap_anew(self) -> None:
        self._look()
