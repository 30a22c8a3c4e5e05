"""Quote lines of a text: to the clipboard, and into the letter."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from tui.cases.errors import UpheldError
from tui.desk.evidence import line_range
from tui.screens.context import Context
from tui.screens.form_page import FormPage
from tui.screens.options import yes_no
from tui.widgets.form import FieldSpec, Form
from tui.widgets.paper import Paper


class ExtractScreen(FormPage):
    """Which lines; below them the quotation as it will be."""

    KEYS: ClassVar[tuple[str, ...]] = ("save", "page_down", "page_up", "back")

    def __init__(self, context: Context, case_id: int, number: int, lines: str = "") -> None:
        super().__init__(context, case_id)
        self._number, self._lines = number, lines
        self._is_in_letter = False

    def body(self) -> ComposeResult:
        with Container(id="panes"):
            yield self.form
            yield Paper(id="quote")

    def fields(self) -> tuple[FieldSpec, ...]:
        t = self.words.t
        return (
            FieldSpec("lines", t("Lines"), self._lines, hint="120-134"),
            FieldSpec("letter", t("Into the letter"), "no", options=yes_no(self.words)),
        )

    def reload(self) -> None:
        self.title_is(self.words.t("#{id} Quote a text", id=self._case_id))
        self._preview()

    @on(Form.Changed)
    def _preview(self) -> None:
        try:
            said = self._quote(self.form.values["lines"])
        except UpheldError as error:
            said = self.words.say(error.sentence)
        self.query_one(Paper).show(said)

    def _quote(self, lines: str) -> str:
        return self.desk.extract(self._case_id, self._number, *line_range(lines))

    def save(self, values: dict[str, str]) -> bool:
        quote = self._quote(values["lines"])
        self._is_in_letter = values["letter"] == "yes"
        if self._is_in_letter:
            self.desk.quote_in_letter(self._case_id, quote)
        self.app.copy_to_clipboard(quote)
        return True

    @property
    def saved(self) -> str:
        if self._is_in_letter:
            return self.words.t("In the letter, below the problem; and in the clipboard.")
        return self.words.t("The quotation is in the terminal's clipboard.")

    def action_page_down(self) -> None:
        self.query_one(Paper).action_page_down()

    def action_page_up(self) -> None:
        self.query_one(Paper).action_page_up()
