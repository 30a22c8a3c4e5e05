"""Quote lines of a text: to the clipboard, and into the letter."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from tui.cases.errors import UpheldError
from tui.cases.sentence import Sentence
from tui.desk.evidence.extracts import line_range
from tui.screens.context import Context
from tui.screens.examples import example
from tui.screens.form_page import FormPage
from tui.screens.letter.open_letter import open_letter
from tui.screens.options import yes_no
from tui.screens.secrets import Secrets
from tui.screens.sheets import sheets
from tui.widgets.form import FieldSpec, Form
from tui.widgets.paper import Paper


class ExtractScreen(FormPage):
    """Which lines; below them the quotation as it will be."""

    CSS_PATH = sheets("forms", "evidence")
    KEYS: ClassVar[tuple[str, ...]] = ("save", "page_down", "page_up", "back")

    def __init__(self, context: Context, case_id: int, number: int, lines: str = "") -> None:
        super().__init__(context, case_id)
        self._number, self._lines = number, lines
        self._is_in_letter = False
        self._secrets = Secrets(self)

    def body(self) -> ComposeResult:
        with Container(id="panes"):
            yield self.form
            yield Paper(id="quote")

    def fields(self) -> tuple[FieldSpec, ...]:
        t = self.words.t
        return (
            FieldSpec("lines", t("Lines"), self._lines, hint=example(self.words, "120-134")),
            FieldSpec("letter", t("Into the letter"), "no", options=yes_no(self.words)),
        )

    def reload(self) -> None:
        self.title_is(self.words.t("#{id} Quote a text", id=self._case_id))
        self._preview()

    @on(Form.Changed)
    def _preview(self) -> None:
        try:
            lines = self.form.values["lines"]
            warned = [f"! {self.words.say(sentence)}" for sentence in self._held(lines)]
            said = "\n".join((*warned, self._quote(lines)))
        except UpheldError as error:
            said = self.words.say(error.sentence)
        self.query_one(Paper).show(said)

    def _quote(self, lines: str) -> str:
        return self.desk.extract(self._case_id, self._number, *line_range(lines))

    def _held(self, lines: str) -> tuple[Sentence, ...]:
        return self.desk.secrets_of(self._case_id, (self._number,), line_range(lines))

    def _put(self, quote: str) -> None:
        """Into the letter that is open, where one is: its text is newer than that of the book."""
        letter = open_letter(self)
        if letter is None:
            self.desk.quote_in_letter(self._case_id, quote)
        else:
            letter.take_quote(quote)

    def save(self, values: dict[str, str]) -> bool:
        quote = self._quote(values["lines"])
        if not self._secrets.may_go(self._held(values["lines"])):
            return False
        self._is_in_letter = values["letter"] == "yes"
        if self._is_in_letter:
            self._put(quote)
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
