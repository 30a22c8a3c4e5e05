"""The text of config.toml: whether it can be used, what it says, whether it is another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.settings.reading import read
from tui.settings.values import Config

if TYPE_CHECKING:
    from tui.settings.fault import Fault


class ConfigUnusable(Exception):
    """The file cannot be used as it is: `file`, and `reason` as the parser says it."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason


def state_of(file: Path | None) -> tuple[int, ...]:
    """Another one for each state of the file; nothing where there is none."""
    try:
        found = file.stat() if file else None
    except OSError:
        return ()  # reading it will say why
    return (found.st_mtime_ns, found.st_size, found.st_ino) if found else ()


def text_of(file: Path) -> str:
    """What the file says; nothing where there is none."""
    try:
        return file.read_text("utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as error:
        raise ConfigUnusable(file, reason_of(error)) from error


def read_file(file: Path, text: str) -> tuple[Config, tuple[Fault, ...]]:
    """What the file with this text sets, and what of it is wrong. Raises ConfigUnusable."""
    try:
        return read(text)
    except (ValueError, RecursionError) as error:
        raise ConfigUnusable(file, reason_of(error)) from error


def reason_of(error: Exception) -> str:
    """The reason alone, without the file that is named beside it."""
    return (isinstance(error, OSError) and error.strerror) or str(error)
