"""One setting that is typed."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.screens.context import Context
from tui.screens.form_page import FormPage
from tui.widgets.form import FieldSpec


class SettingScreen(FormPage):
    """A field with its value; what it takes is said below it."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__(context)
        self._view = next(view for view in self.desk.settings() if view.setting.name == name)

    def fields(self) -> tuple[FieldSpec, ...]:
        setting = self._view.setting
        return (FieldSpec(setting.name, self.words.say(setting.title), self._view.value),)

    def body(self) -> ComposeResult:
        yield self.form
        yield Static(Content(self.words.say(self._view.setting.about)), id="about")

    def reload(self) -> None:
        self.title_is(self.words.say(self._view.setting.title))

    def save(self, values: dict[str, str]) -> bool:
        self.desk.save_setting(self._view.setting.name, values[self._view.setting.name])
        return True

    @property
    def saved(self) -> str:
        if self._view.setting.at_start:
            return self.words.t("Saved. In force when Upheld is opened the next time.")
        return super().saved
