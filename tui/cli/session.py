"""What one run of the command line works with, built as it is needed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from tui.cases.errors import BadInput
from tui.settings.config import Config, Settings
from tui.settings.paths import config_file, data_folder
from tui.wording.wording import Wording

if TYPE_CHECKING:
    from tui.cli.out import Out
    from tui.desk.desk import Desk
    from tui.terminal.first import FirstFrame


ATTENDED, UNATTENDED = 5.0, 30.0  # seconds


class Session:
    """The shared options, the words, the output; and on demand the settings and the desk."""

    def __init__(self, words: Wording, settings: Settings | None = None) -> None:
        self.words = words
        self.given: dict[str, Any] = {}
        self.first: FirstFrame | None = None  # what stands on the terminal already
        self._settings = settings
        self._has_said_faults = False

    def take(self, given: Mapping[str, Any]) -> None:
        """Shared options as they were given; what stands after the verb comes last and wins."""
        self.given.update({name: value for name, value in given.items() if value})

    @property
    def as_json(self) -> bool:
        return bool(self.given.get("json"))

    @cached_property
    def out(self) -> Out:
        from tui.cli.out import Out  # a board prints nothing

        return Out()

    @cached_property
    def settings(self) -> Settings:
        """The configuration, with the language in force where it names none.

        Raises ConfigUnusable.
        """
        settings = self._settings or Settings(_at_home(config_file))
        if not settings.config.language:
            settings.config = replace(settings.config, language=self.words.language)
        return settings

    @property
    def looks(self) -> Config:
        """How screens are to look; the defaults, where the configuration cannot be used."""
        return (self._settings or Settings()).config

    def say_faults(self) -> None:
        """Say once what is wrong in config.toml; the defaults hold instead."""
        settings = self._settings
        if settings is None or not settings.faults or self._has_said_faults:
            return
        from tui.desk.keeping.config_faults import faults_said

        self._has_said_faults = True
        for said in faults_said(settings, with_keys=False):
            self.out.note(self.words.say(said))

    @cached_property
    def desk(self) -> Desk:
        """The desk over the book of the data folder. Raises StoreError, ConfigUnusable."""
        from tui.desk.entrance import open_desk

        day = self.given.get("on", "")
        return open_desk(self.folder, self.settings, on=day, patience=self.patience)

    @property
    def folder(self) -> Path:
        """The data folder."""
        return _at_home(lambda: data_folder(self.given.get("data")))

    @property
    def patience(self) -> float:
        """Seconds to wait for a book that is locked."""
        return _patience()


def _patience() -> float:
    """How long to wait for a book that is locked: a person looks on, or nobody does."""
    return ATTENDED if sys.stderr.isatty() else UNATTENDED


def _at_home(find: Callable[[], Path]) -> Path:
    try:
        return find()
    except RuntimeError:
        raise BadInput(
            "There is no home folder. Set HOME, or XDG_CONFIG_HOME and XDG_DATA_HOME."
        ) from None
