"""What is set in config.toml, as verbs of the desk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cases.sentence import Sentence
from tui.commands import Command
from tui.desk.later import later
from tui.desk.verbs import Verbs

if TYPE_CHECKING:
    from tui.desk.keeping import config_faults, settings
    from tui.desk.keeping.settings import SettingView
else:
    config_faults = later("keeping.config_faults")
    settings = later("keeping.settings")


class SettingsVerbs(Verbs):
    """The settings and the keys."""

    @property
    def commands(self) -> Mapping[str, Command]:
        """The catalogue of commands with the keys in force."""
        return self._office.settings.keymap.commands

    @property
    def changed_keys(self) -> Mapping[str, str]:
        """All keys of the commands that have others than usual, comma-separated by id."""
        return self._office.settings.keymap.changed

    @property
    def config_file(self) -> Path | None:
        """Where it is written what is set; None where it is kept in memory only."""
        return self._office.settings.file

    @property
    def country(self) -> str:
        """Where the person is, such as GB-SCT; empty where that is not set."""
        return self._office.settings.config.country

    @property
    def look_every(self) -> float:
        """Seconds between looks at what other windows wrote."""
        return self._office.settings.config.look_every

    @property
    def theme(self) -> str:
        """The theme as it is set: auto, dark, light, contrast, terminal."""
        return self._office.settings.config.theme

    @property
    def draws_ascii(self) -> bool:
        """Whether lines and marks are wished in ASCII."""
        return self._office.settings.config.drawing == "ascii"

    @property
    def shows_detail(self) -> bool:
        """Whether a wide board shows the case under the cursor beside it."""
        return self._office.settings.config.detail

    def settings(self) -> tuple[SettingView, ...]:
        """Each setting with its value and where that comes from, as the file says it now."""
        self._office.settings.reread(one.name for one in settings.SETTINGS)
        return settings.settings_view(self._office.settings)

    def key_lines(self) -> dict[str, int]:
        """The lines of the file that give commands other keys, by the id of the command."""
        kept = self._office.settings
        return {name: kept.line_of("keys", name) for name in kept.keymap.changed}

    def save_setting(self, name: str, typed: str) -> None:
        """Keep one setting as it was typed. Raises BadInput."""
        settings.save_setting(self._office.settings, name, typed)
        self.changed()

    def next_value(self, name: str) -> str:
        """Keep the next of the values that a setting can have; which that is."""
        value = settings.next_value(self._office.settings, name)
        self.changed()
        return value

    def take_back_setting(self) -> Sentence:
        """Take back the last change of a setting in this window; which. Raises BadInput."""
        said = settings.take_back(self._office.settings)
        self.changed()
        return said

    def config_faults(self, *, with_keys: bool = True) -> tuple[Sentence, ...]:
        """What is wrong in the file, from the top; each with file and line."""
        return config_faults.faults_said(self._office.settings, with_keys=with_keys)
