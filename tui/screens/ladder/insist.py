"""Taking a step after its time: not without a reason, which the timeline keeps."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.screens.context import Context
from tui.screens.form_page import FormPage
from tui.screens.ladder.rungs import rung_title
from tui.screens.sheets import sheets
from tui.terminal.clean import clean_text
from tui.widgets.form import FieldSpec


class InsistScreen(FormPage):
    """Until when the step might have been taken, and one line: why it is taken all the same."""

    CSS_PATH = sheets("forms", "compose")
    KEYS: ClassVar[tuple[str, ...]] = ("save", "back")

    def __init__(self, context: Context, case_id: int, step: str) -> None:
        super().__init__(context, case_id)
        self._rung = next(r for r in self.desk.ladder(case_id) if r.step.id == step)

    def body(self) -> ComposeResult:
        lines = (
            self.words.say(self._rung.reason),
            self.words.t("They may refuse it for that alone. Why you take it stands in the case."),
        )
        yield Static(Content(clean_text("\n".join(lines))), id="late")
        yield self.form

    def fields(self) -> tuple[FieldSpec, ...]:
        hint = self.words.t("in one sentence; it goes into no letter")
        why = self.words.t("Why all the same")
        return (FieldSpec("why", why, self._rung.despite, hint=hint),)

    def reload(self) -> None:
        title = clean_text(rung_title(self.words, self._rung))
        self.title_is(self.words.t("#{id} All the same: {step}", id=self._case_id, step=title))

    def save(self, values: dict[str, str]) -> bool:
        self.desk.insist(self._case_id, self._rung.step.id, values["why"])
        return True

    @property
    def saved(self) -> str:
        return self.words.t("You take it all the same: Enter writes the letter.")
