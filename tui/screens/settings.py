"""What is set, where it comes from, and how to change it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.commands import CATALOGUE
from tui.desk.preferred import SettingView
from tui.screens.context import Context
from tui.screens.page import Page
from tui.terminal.clean import clean_line
from tui.widgets.keys import labels
from tui.widgets.rows import BLANK, Row, Rows, heading
from tui.widgets.spans import Span, Tone, wrapped

_PROFILE, _KEYS = "-profile", "-keys"


class SettingsScreen(Page):
    """One setting a row: Enter takes its next value, or opens a field for it."""

    KEYS: ClassVar[tuple[str, ...]] = ("open", "profile", "language", "back")
    AUTO_FOCUS = "#rows"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._views: dict[str, SettingView] = {}

    def body(self) -> ComposeResult:
        yield Rows(id="rows")

    def reload(self) -> None:
        t = self.words.t
        self._views = {view.setting.name: view for view in self.desk.settings()}
        self.title_is(t("Settings"), (Span(clean_line(str(self.desk.config_file or ""))),))
        rows = [self._setting(view) for view in self._views.values()]
        rows += [BLANK, self._profile(), BLANK, *self._keys(), *self._faults()]
        self.query_one(Rows).show(tuple(rows))

    @on(Rows.Rewidened)
    def _draw_anew(self) -> None:
        self.reload()

    def _setting(self, view: SettingView) -> Row:
        words = self.words
        value = clean_line(view.value) or words.t("not set")
        first = (
            Span(f" {words.say(view.setting.title):<24}"),
            Span(f"{value:<12} ", Tone.STRONG),
            Span(self._origin(view.line), Tone.DIM),
        )
        return Row((first, *self._wrapped(words.say(view.setting.about))), view.setting.name)

    def _origin(self, line: int) -> str:
        if line:
            return self.words.t("config.toml, line {line}", line=str(line))
        return self.words.t("by default")

    def _profile(self) -> Row:
        t = self.words.t
        name = clean_line(self.desk.profile.name) or t("not set")
        about = t("My name and contacts, for every letter")
        first = (Span(f" {t('Profile'):<24}"), Span(name, Tone.STRONG))
        return Row((first, *self._wrapped(about)), _PROFILE)

    def _keys(self) -> list[Row]:
        """How many are changed, and each of these."""
        words, lines = self.words, self.desk.key_lines()
        changed = words.n("{count} changed", "{count} changed", len(lines))
        first = (Span(f" {words.t('Keys'):<24}"), Span(changed, Tone.STRONG))
        about = words.t("In config.toml: compose = “C” under [keys]. All of them: upheld keys")
        rows = [Row((first, *self._wrapped(about)), _KEYS)]
        for name, line in lines.items():
            now, usual = self.desk.commands[name], CATALOGUE[name]
            title = f"{words.t(usual.title)}: {labels(now)}"
            instead = words.t("instead of {keys}", keys=labels(usual))
            origin = f"{instead}, {self._origin(line)}"
            rows.append(Row(((Span(f"   {title:<22}"), Span(origin, Tone.DIM)),)))
        return rows

    def _faults(self) -> list[Row]:
        faults = self.desk.config_faults()
        if not faults:
            return []
        said = [Row(self._wrapped(self.words.say(fault), Tone.LATE)) for fault in faults]
        return [BLANK, heading(" " + self.words.t("Wrong in config.toml")), *said]

    def _wrapped(self, text: str, tone: Tone = Tone.DIM) -> tuple[tuple[Span, ...], ...]:
        width = (self.query_one(Rows).room or 80) - 1
        return tuple(tuple(line) for line in wrapped(text, width, tone, "   "))

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        if event.key == _PROFILE:
            self.action_profile()
        elif event.key == _KEYS:
            self.action_keys()
        elif not self._views[event.key].setting.choices:
            self.go("setting", name=event.key)
        elif event.key == "language":
            self.app.call_later(self.app.run_action, "language")
        else:
            self._next_value(self._views[event.key])

    def _next_value(self, view: SettingView) -> None:
        choices, name = view.setting.choices, view.setting.name
        value = choices[(choices.index(view.value) + 1) % len(choices)]

        def save() -> bool:
            self.desk.save_setting(name, value)
            return True

        if self.attempt(save):
            self._look()
            if view.setting.at_start:
                self.tell(self.words.t("In force when Upheld is opened the next time."))

    def action_settings(self) -> None:
        """They are here already."""
        self.query_one(Rows).focus()
