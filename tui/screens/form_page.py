"""A screen with a form whose text is kept while it is typed."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.timer import Timer

from tui.cases.errors import UpheldError
from tui.screens.context import Context
from tui.screens.page import Page
from tui.widgets.form import FieldSpec, Form

KEEP_AFTER = 1.0  # seconds from the first unsaved key until the draft is on disk


class FormPage(Page):
    """Fields, and `save`. A subclass says the fields, the key of its draft, and what saving is."""

    KEYS: ClassVar[tuple[str, ...]] = ("save", "back", "discard")
    IS_WRITING = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._keeping: Timer | None = None
        self._first: dict[str, str] = {}
        self._typed: dict[str, str] = {}

    @property
    def draft_key(self) -> str:
        """Under which name the unsaved text is kept; empty: not at all."""
        return ""

    def fields(self) -> tuple[FieldSpec, ...]:
        """The fields, with what they hold at first."""
        return ()

    def save(self, values: dict[str, str]) -> bool:
        """Do what the form is for; whether it is done. UpheldError is shown, nothing is lost."""
        return not values

    def body(self) -> ComposeResult:
        yield Form(self.fields(), id="form")

    @property
    def form(self) -> Form:
        return self.query_one("#form", Form)

    def on_mount(self) -> None:
        self._first = self.form.values
        kept = self.desk.drafts.recall(self.draft_key) if self.draft_key else None
        if kept:
            self.form.fill(kept)
            self.tell(self.words.t("Your unsaved text is back. ^g throws it away."))
        self.form.focus_first()

    @on(Form.Changed)
    def _remember(self) -> None:
        self._typed = self.form.values
        if self._keeping is None and self.draft_key and self._typed != self._first:
            self._keeping = self.set_timer(KEEP_AFTER, self.keep)

    def keep(self) -> None:
        """Put the unsaved text on disk now. Runs between any two steps: plain values only."""
        was_typed, self._keeping = self._keeping is not None, None
        if was_typed and self.draft_key:
            self.desk.drafts.keep(self.draft_key, self._typed)

    def done(self) -> None:
        """The text is saved where it belongs: forget the draft."""
        if self._keeping is not None:
            self._keeping.stop()
            self._keeping = None
        if self.draft_key:
            self.desk.drafts.drop(self.draft_key)

    def action_save(self) -> None:
        try:
            is_saved = self.save(self.form.values)
        except UpheldError as error:
            self.tell(error.sentence, wrong=True)
            self.form.focus_field(str(error.sentence.values.get("field", "")))
            return
        if is_saved:
            self.done()
            self.leave()

    def leave(self) -> None:
        """Where to go when it is saved."""
        self.dismiss()

    def action_discard(self) -> None:
        self.done()
        self.dismiss()

    def action_back(self) -> None:
        """Leave; what was typed stays as a draft."""
        self.keep()
        self.dismiss()
