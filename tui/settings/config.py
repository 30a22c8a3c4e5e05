"""config.toml: the person's profile and preferences."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping


class Profile(msgspec.Struct, frozen=True):
    """Who I am in every letter."""

    name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    hours: str = ""


class Config(msgspec.Struct, frozen=True):
    """What can be set. `country` is where I am, such as "RU" or "GB-SCT"."""

    language: Annotated[str, msgspec.Meta(pattern="^(en|ru)?$")] = ""
    country: str = ""
    mouse: bool = False
    profile: Profile = Profile()


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

    def save_profile(self, profile: Profile) -> None:
        """Keep the profile; comments and other settings in the file stay as they are."""
        self._save("profile", msgspec.to_builtins(profile))
        self.config = msgspec.structs.replace(self.config, profile=profile)

    def save_language(self, language: str) -> None:
        """Keep the language of the screens."""
        self._save("language", language)
        self.config = msgspec.structs.replace(self.config, language=language)

    def _save(self, key: str, value: str | Mapping[str, Any]) -> None:
        if self._file is None:
            return
        text = _text_of(self._file)
        _config_of(self._file, text)  # somebody may have edited it since
        try:
            _replace(self._file, _with(text, key, value))
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


def _with(text: str, key: str, value: str | Mapping[str, Any]) -> str:
    """The TOML text with another value; what stands around it is kept."""
    import tomlkit

    document = tomlkit.parse(text)
    if isinstance(value, str):
        document[key] = value
    else:
        document.setdefault(key, tomlkit.table()).update(value)
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
