"""config.toml: the person's profile and preferences."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

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

    language: str = ""
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
    """The configuration in force. Without a file it lives in memory only."""

    def __init__(self, file: Path | None = None, config: Config | None = None) -> None:
        self._file = file
        self.config = config or self._read()

    def save_profile(self, profile: Profile) -> None:
        """Keep the profile; comments and other settings in the file stay as they are."""
        self._save("profile", msgspec.to_builtins(profile))
        self.config = msgspec.structs.replace(self.config, profile=profile)

    def save_language(self, language: str) -> None:
        """Keep the language of the screens."""
        self._save("language", language)
        self.config = msgspec.structs.replace(self.config, language=language)

    def _read(self) -> Config:
        if self._file is None:
            return Config()
        try:
            text = self._file.read_text("utf-8")
            # Only now: most who have no configuration run a verb that must be quick.
            import tomllib

            return msgspec.convert(tomllib.loads(text), Config)
        except FileNotFoundError:
            return Config()
        except (OSError, ValueError, msgspec.ValidationError) as error:
            raise ConfigUnusable(self._file, str(error)) from error

    def _save(self, key: str, value: str | Mapping[str, Any]) -> None:
        if self._file is None:
            return
        import tomlkit

        text = self._file.read_text("utf-8") if self._file.exists() else ""
        document = tomlkit.parse(text)
        if isinstance(value, str):
            document[key] = value
        else:
            table = document.setdefault(key, tomlkit.table())
            for name, part in value.items():
                table[name] = part
        _replace(self._file, tomlkit.dumps(document))


def _replace(file: Path, text: str) -> None:
    """Write a private file whole or not at all."""
    import tempfile

    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor, temporary = tempfile.mkstemp(dir=file.parent, prefix=".config-")  # mode 0600
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        Path(temporary).replace(file.resolve())
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
