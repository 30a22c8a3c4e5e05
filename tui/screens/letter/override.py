"""Sending a letter with errors: not without a reason, which the timeline keeps."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from msgspec import Struct
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.cases.errors import BadInput
from tui.cases.sentence import Sentence
from tui.screens.context import Context
from tui.screens.form_page import FormPage
from tui.screens.sheets import sheets
from tui.terminal.clean import clean_text
from tui.widgets.form import FieldSpec


class Override(Struct, frozen=True):
    """Why a letter goes out with errors, and with which: it holds for none that came later."""

    reason: str = ""
    ids: frozenset[str] = frozenset()

    def of(self, errors: list[str]) -> str:
        """The errors that are left, and the reason; empty where none is left, or another one."""
        ids = tuple(dict.fromkeys(errors))
        return f"{', '.join(ids)}: {self.reason}" if ids and self.ids.issuperset(ids) else ""


class OverrideScreen(FormPage):
    """What is wrong, and one line: why it goes out all the same."""

    CSS_PATH = sheets("forms", "compose")
    KEYS: ClassVar[tuple[str, ...]] = ("save", "back")

    def __init__(
        self,
        context: Context,
        case_id: int,
        errors: tuple[Sentence, ...],
        given: Callable[[str], None],
    ) -> None:
        super().__init__(context, case_id)
        self._errors, self._given = errors, given

    @property
    def draft_key(self) -> str:
        return ""

    def body(self) -> ComposeResult:
        lines = "\n".join(f"! {self.words.say(error)}" for error in self._errors)
        yield Static(Content(clean_text(lines)), id="errors")
        yield self.form

    def fields(self) -> tuple[FieldSpec, ...]:
        hint = self.words.t("it stands in the timeline")
        return (FieldSpec("reason", self.words.t("Why all the same"), hint=hint),)

    def reload(self) -> None:
        self.title_is(self.words.t("#{id} Send it with its errors", id=self._case_id))

    def save(self, values: dict[str, str]) -> bool:
        if not values["reason"].strip():
            raise BadInput("Say why, or go back and mend them.", name="reason")
        self._given(values["reason"].strip())
        return True
