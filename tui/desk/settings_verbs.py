"""What is set in config.toml, as verbs of the desk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tui.cases.sentence import Sentence
from tui.commands import Command
from tui.desk import config_faults, preferred
from tui.desk.preferred import SettingView
from tui.desk.verbs import Verbs


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
    def look_every(self) -> float:
        """Seconds between looks at what other windows wrote."""
        return self._office.settings.config.look_every

    def settings(self) -> tuple[SettingView, ...]:
        """Each setting with its value and where that comes from."""
        return preferred.settings_view(self._office.settings)

    def key_lines(self) -> dict[str, int]:
        """The lines of the file that give commands other keys, by the id of the command."""
        settings = self._office.settings
        return {name: settings.line_of("keys", name) for name in settings.keymap.changed}

    def save_setting(self, name: str, typed: str) -> None:
        """Keep one setting as it was typed. Raises BadInput."""
        preferred.save_setting(self._office.settings, name, typed)
        self.changed()

    def config_faults(self, *, with_keys: bool = True) -> tuple[Sentence, ...]:
        """What is wrong in the file, from the top; each with file and line."""
        return config_faults.faults_said(self._office.settings, with_keys=with_keys)
