"""config.toml: the person's profile and preferences."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from tui.settings.reading import line_of, read, with_lines
from tui.settings.values import Config, Profile
from tui.settings.writing import Told, changed, put_in_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.settings.fault import Fault
    from tui.settings.keymap import Keymap

__all__ = ["Config", "ConfigUnusable", "Profile", "Settings"]


class ConfigUnusable(Exception):
    """The file cannot be used as it is: `file`, and `reason` as the parser says it."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason


class Settings:
    """The configuration in force. Without a file it lives in memory only.

    Opening and saving raise ConfigUnusable for a file that is no TOML. A setting that is wrong
    has its default, and is among the `faults`.
    """

    def __init__(self, file: Path | None = None, config: Config | None = None) -> None:
        self.file = file
        self._text = _text_of(file) if file and config is None else ""
        found, self.faults = _read(file, self._text) if file else (Config(), ())
        self.config = config or found

    @cached_property
    def keymap(self) -> Keymap:
        """The keys in force."""
        from tui.settings.keymap import keymap_of

        return keymap_of(self.config.keys)

    @property
    def every_fault(self) -> tuple[Fault, ...]:
        """What is wrong in the file, its keys included, from the top."""
        keys = with_lines(self._text, self.keymap.faults)
        return tuple(sorted((*self.faults, *keys), key=lambda fault: fault.line))

    def line_of(self, *path: str) -> int:
        """The line of the file that sets it, counted from 1; 0 where it is not set there."""
        return line_of(self._text, path)

    @property
    def rules(self) -> Path | None:
        """The folder of the person's own rules and days off, beside the configuration."""
        return self.file.parent / "rules" if self.file else None

    @property
    def playbooks(self) -> Path | None:
        """The folder of the person's own playbooks, beside the configuration."""
        return self.file.parent / "playbooks" if self.file else None

    @property
    def letters(self) -> Path | None:
        """The folder of the person's own letters, beside the configuration."""
        return self.file.parent / "letters" if self.file else None

    def save(self, name: str, value: str | bool | float) -> None:
        """Keep one setting that is no table. Comments and other settings stay as they are."""
        self._save((name,), value)
        self.config = msgspec.structs.replace(self.config, **{name: value})

    def save_profile(self, profile: Profile, profile_id: str = "", *, plain: bool = False) -> None:
        """Keep a profile, or the usual one; `plain`: the one without an id, usual or not.

        Comments and other settings in the file stay as they are.
        """
        known = "" if plain else profile_id or self.config.usual
        self._save(("profiles", known) if known else ("profile",), msgspec.to_builtins(profile))
        if known:
            told: dict[str, Any] = {"profiles": {**self.config.profiles, known: profile}}
        else:
            told = {"profile": profile}
        self.config = msgspec.structs.replace(self.config, **told)

    def save_usual(self, profile_id: str) -> None:
        """Make the profile of this id the usual one; an empty id makes it the plain one."""
        self.save("default_profile", profile_id)

    def remove_profile(self, profile_id: str) -> None:
        """Take the profile of this id out of the file."""
        self._save(("profiles", profile_id), None)
        left = {name: one for name, one in self.config.profiles.items() if name != profile_id}
        self.config = msgspec.structs.replace(self.config, profiles=left)

    def save_filter(self, name: str, query: str) -> None:
        """Keep a query under a name, or under the digit that brings it back."""
        self._save(("filters", name), query)
        told = {**self.config.filters, name: query}
        self.config = msgspec.structs.replace(self.config, filters=told)

    def save_language(self, language: str) -> None:
        """Keep the language of the screens."""
        self.save("language", language)

    def _save(self, path: Sequence[str], value: Told) -> None:
        if self.file is None:
            return
        text = _text_of(self.file)
        _read(self.file, text)  # somebody may have edited it since
        try:
            told = changed(text, path, value)
            put_in_place(self.file, told)
        except (OSError, ValueError) as error:
            raise ConfigUnusable(self.file, _reason(error)) from error
        self._text = told
        self.faults = _read(self.file, told)[1]


def _text_of(file: Path) -> str:
    """What the file says; nothing where there is none."""
    try:
        return file.read_text("utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as error:
        raise ConfigUnusable(file, _reason(error)) from error


def _read(file: Path, text: str) -> tuple[Config, tuple[Fault, ...]]:
    try:
        return read(text)
    except (ValueError, RecursionError) as error:
        raise ConfigUnusable(file, _reason(error)) from error


def _reason(error: Exception) -> str:
    """The reason alone, without the file that is named beside it."""
    return (isinstance(error, OSError) and error.strerror) or str(error)
