"""config.toml: the person's profile and preferences."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Profile(msgspec.Struct, frozen=True):
    """Who I am in letters.

    `signature` stands under them instead of the name, and may have several lines.
    `represented`: for whom I write, by a power of attorney with its number, its date
    ("2026-03-03") and who certified it; empty where I write for myself.
    """

    name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    hours: str = ""
    signature: str = ""
    represented: str = ""
    represented_address: str = ""
    power_number: str = ""
    power_date: str = ""
    power_by: str = ""


class Config(msgspec.Struct, frozen=True):
    """What can be set. `country` is where I am, such as "RU" or "GB-SCT".

    `profile` is the only one of most people; `profiles` are further ones by their id, of
    which `default_profile` may name the usual one.
    """

    language: Annotated[str, msgspec.Meta(pattern="^(en|ru)?$")] = ""
    country: str = ""
    mouse: bool = False
    profile: Profile = Profile()
    profiles: dict[str, Profile] = {}
    default_profile: str = ""

    @property
    def usual(self) -> str:
        """The id of the usual profile; empty for the plain one.

        Where the plain one is empty, the first of the others is the usual one.
        """
        if self.default_profile in self.profiles:
            return self.default_profile
        plain = self.profile != Profile() or not self.profiles
        return "" if plain else next(iter(self.profiles))

    def profile_of(self, profile_id: str = "") -> Profile | None:
        """The profile of this id, or the usual one; None where there is none of this id."""
        wanted = profile_id or self.usual
        return self.profiles.get(wanted) if wanted else self.profile


class ConfigUnusable(Exception):
    """The file cannot be used as it is: `file`, and `reason` as the parser says it."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason


class Settings:
    """The configuration in force. Without a file it lives in memory only.

    Opening and saving raise ConfigUnusable.
    """

    def __init__(self, file: Path | None = None, config: Config | None = None) -> None:
        self._file = file
        self.config = config or (_config_of(file, _text_of(file)) if file else Config())

    @property
    def rules(self) -> Path | None:
        """The folder of the person's own rules and days off, beside the configuration."""
        return self._file.parent / "rules" if self._file else None

    @property
    def playbooks(self) -> Path | None:
        """The folder of the person's own playbooks, beside the configuration."""
        return self._file.parent / "playbooks" if self._file else None

    @property
    def letters(self) -> Path | None:
        """The folder of the person's own letters, beside the configuration."""
        return self._file.parent / "letters" if self._file else None

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
        self._save(("default_profile",), profile_id)
        self.config = msgspec.structs.replace(self.config, default_profile=profile_id)

    def remove_profile(self, profile_id: str) -> None:
        """Take the profile of this id out of the file."""
        self._save(("profiles", profile_id), None)
        left = {name: one for name, one in self.config.profiles.items() if name != profile_id}
        self.config = msgspec.structs.replace(self.config, profiles=left)

    def save_language(self, language: str) -> None:
        """Keep the language of the screens."""
        self._save(("language",), language)
        self.config = msgspec.structs.replace(self.config, language=language)

    def _save(self, path: Sequence[str], value: str | Mapping[str, str] | None) -> None:
        if self._file is None:
            return
        text = _text_of(self._file)
        _config_of(self._file, text)  # somebody may have edited it since
        try:
            _replace(self._file, _with(text, path, value))
        except (OSError, ValueError) as error:
            raise ConfigUnusable(self._file, _reason(error)) from error


def _text_of(file: Path) -> str:
    """What the file says; nothing where there is none."""
    try:
        return file.read_text("utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as error:
        raise ConfigUnusable(file, _reason(error)) from error


def _config_of(file: Path, text: str) -> Config:
    if not text:
        return Config()
    # Only now: most who have no configuration run a verb that must be quick.
    import tomllib

    try:
        return msgspec.convert(tomllib.loads(text), Config)
    except (ValueError, RecursionError) as error:
        raise ConfigUnusable(file, _reason(error)) from error


def _reason(error: Exception) -> str:
    """The reason alone, without the file that is named beside it."""
    return (isinstance(error, OSError) and error.strerror) or str(error)


def _with(text: str, path: Sequence[str], value: str | Mapping[str, str] | None) -> str:
    """The TOML text with another value at `path`, or without it; all around it is kept."""
    import tomlkit

    document = tomlkit.parse(text)
    inside: Any = document
    for key in path[:-1]:
        inside = inside.setdefault(key, tomlkit.table(is_super_table=True))
    last = path[-1]
    if value is None:
        inside.pop(last, None)
    elif isinstance(value, str):
        inside[last] = value
    else:
        table = inside.setdefault(last, tomlkit.table())
        # What was never set stays unsaid: a file shows what a person told.
        table.update({name: told for name, told in value.items() if told or name in table})
    return tomlkit.dumps(document)


def _replace(file: Path, text: str) -> None:
    """Write a private file whole or not at all. A link to it stays a link."""
    import tempfile

    target = file.resolve()
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=".config-")  # mode 0600
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
