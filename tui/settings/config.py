"""config.toml: the person's profile and preferences."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from tui.settings.config_text import ConfigUnusable, read_file, reason_of, state_of, text_of
from tui.settings.reading import line_of, with_lines
from tui.settings.values import Config, Profile
from tui.settings.writing import Told, changed, put_in_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.settings.fault import Fault
    from tui.settings.keymap import Keymap

__all__ = ["Config", "ConfigUnusable", "Profile", "Settings"]


_WHO = ("profile", "profiles", "default_profile")  # what says who I am


class Settings:
    """The configuration in force. Without a file it lives in memory only.

    Opening and saving raise ConfigUnusable for a file that is no TOML. A setting that is wrong
    has its default, and is among the `faults`.
    """

    def __init__(self, file: Path | None = None, config: Config | None = None) -> None:
        self.file = file
        self._state = state_of(file)
        self._text = text_of(file) if file and config is None else ""
        found, self.faults = read_file(file, self._text) if file else (Config(), ())
        self.config = config or found
        self.past: list[tuple[str, str | bool | float, bool]] = []  # see `take_back`

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

    def reread_profiles(self) -> None:
        """Take over who I am from the file where somebody else changed it.

        The rest stays as it was at the start: keys and themes do not change under a person's
        hands. So does all of it while the file cannot be used.
        """
        if self.file is None or (state := state_of(self.file)) == self._state:
            return
        self._state = state
        with suppress(ConfigUnusable):
            found, _ = read_file(self.file, text_of(self.file))
            told = {name: getattr(found, name) for name in _WHO}
            self.config = msgspec.structs.replace(self.config, **told)

    def reread(self, names: Iterable[str]) -> None:
        """Take over these settings from the file, as it is now, with who I am.

        What the file does not set stays: the language may have come from the command line.
        So does all of it while the file cannot be used.
        """
        if self.file is None:
            return
        with suppress(ConfigUnusable):
            text = text_of(self.file)
            found, self.faults = read_file(self.file, text)
            self._text, self._state = text, state_of(self.file)
            told = {name: getattr(found, name) for name in (*names, *_WHO)}
            told["language"] = found.language or self.config.language
            self.config = msgspec.structs.replace(self.config, **told)

    def save(self, name: str, value: str | bool | float) -> None:
        """Keep one setting that is no table. Comments and other settings stay as they are."""
        self._save((name,), value)
        self.config = msgspec.structs.replace(self.config, **{name: value})

    def change(self, name: str, value: str | bool | float) -> None:
        """Keep one setting, so that it can be taken back."""
        before = (name, getattr(self.config, name), bool(self.line_of(name)))
        self.save(name, value)
        self.past.append(before)

    def take_back(self) -> str:
        """Take back the last change of a setting in this run; of which. Raises IndexError."""
        name, value, was_set = self.past[-1]
        self._save((name,), value if was_set else None)
        self.config = msgspec.structs.replace(self.config, **{name: value})
        self.past.pop()
        return name

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
        text = text_of(self.file)
        read_file(self.file, text)  # somebody may have edited it since
        try:
            told = changed(text, path, value)
            put_in_place(self.file, told)
        except (OSError, ValueError) as error:
            raise ConfigUnusable(self.file, reason_of(error)) from error
        self._text = told
        self.faults = read_file(self.file, told)[1]
