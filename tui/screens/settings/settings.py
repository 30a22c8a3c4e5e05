"""What is set, where it comes from, and how to change it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.commands import CATALOGUE
from tui.desk.keeping.settings import SettingView
from tui.screens.context import Context
from tui.screens.page import Page
from tui.terminal.clean import clean_line
from tui.terminal.widths import cell_len
from tui.widgets.keys import labels
from tui.widgets.rows import BLANK, Row, Rows, heading
from tui.widgets.spans import Span, Tone, plain, wrapped

_PROFILE, _KEYS, _REMINDERS, _MAIL = "-profile", "-keys", "-reminders", "-mail"


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
        rows += [BLANK, self._profile(), self._mail(), self._reminders(), BLANK]
        rows += [*self._keys(), *self._faults()]
        self.query_one(Rows).show(tuple(rows))

    @on(Rows.Rewidened)
    def _draw_anew(self) -> None:
        self.reload()

    def _setting(self, view: SettingView) -> Row:
        words = self.words
        value = clean_line(view.value) or words.t("not set")
        name = Span(f" {words.say(view.setting.title):<23} ")
        set_to = Span(f"{value:<12} ", Tone.STRONG)
        origin = Span(*self._comes_from(view))
        about = self._wrapped(words.say(view.setting.about))
        if cell_len(plain((name, set_to, origin))) > self._width:
            told = self._wrapped(origin.text, origin.tone)
            return Row(((name, set_to), *told, *about), view.setting.name)
        return Row(((name, set_to, origin), *about), view.setting.name)

    def _comes_from(self, view: SettingView) -> tuple[str, Tone]:
        t, is_language = self.words.t, view.setting.name == "language"
        if view.wrong:
            return t("by default: line {line} is wrong", line=str(view.wrong)), Tone.LATE
        if is_language and view.line and view.value != self.words.language:
            return t("line {line}; here by --lang: {language}", line=str(view.line),
                     language=self.words.language), Tone.DIM  # fmt: skip
        if is_language and not view.line:
            return t("by --lang or the system; not set"), Tone.DIM
        if not view.line and view.value != view.default:
            return t("not from config.toml"), Tone.DIM  # of the sample, which has no such file
        return self._origin(view.line), Tone.DIM

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

    def _mail(self) -> Row:
        """What is set of it, so far as it is no secret."""
        t, mail = self.words.t, self.desk.mail_settings
        ways = (mail.provider, mail.smtp.host, mail.imap.host, mail.files.maildir)
        told = ", ".join(dict.fromkeys(clean_line(way) for way in ways if way))
        about = t("How letters go out by e-mail and replies come in: [mail] in config.toml")
        first = (Span(f" {t('Mail'):<24}"), Span(told or t("not set"), Tone.STRONG))
        return Row((first, *self._wrapped(about)), _MAIL)

    def _reminders(self) -> Row:
        t, told = self.words.t, self.desk.reminders
        quiet = t(", quiet {hours}", hours=told.quiet) if told.quiet else ""
        about = t("How upheld notify tells what became due: [notify] in config.toml")
        first = (
            Span(f" {t('Reminders'):<24}"),
            Span((", ".join(told.ways) or t("off")) + quiet, Tone.STRONG),
        )
        return Row((first, *self._wrapped(about)), _REMINDERS)

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
        return tuple(tuple(line) for line in wrapped(text, self._width, tone, "   "))

    @property
    def _width(self) -> int:
        """The cells of a line, before the list is laid out the usual ones."""
        return self.query_one(Rows).room - 1

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        if event.key == _PROFILE:
            self.action_profile()
        elif event.key == _KEYS:
            self.action_keys()
        elif event.key == _MAIL:
            self.tell(self.words.t("Mail is set in config.toml: see upheld config."))
        elif event.key == _REMINDERS:
            self.tell(self.words.t("Reminders are set in config.toml: see upheld config."))
        elif not self._views[event.key].setting.choices:
            self.go("setting", name=event.key)
        elif event.key == "language":
            self.app.call_later(self.app.run_action, "language")
        else:
            self._next_value(self._views[event.key])

    def _next_value(self, view: SettingView) -> None:
        if self.attempt(lambda: self.desk.next_value(view.setting.name)):
            self._look()
            if view.setting.at_start:
                self.tell(self.words.t("In force when Upheld is opened the next time."))

    def action_undo(self) -> None:
        """The last change of a setting: here nobody means the book, which is out of sight."""
        said = self.attempt(self.desk.take_back_setting)
        if said is not None:
            self._look()
            self.tell(said)

    def action_settings(self) -> None:
        """They are here already."""
        self.query_one(Rows).focus()
