"""Where things live: the data of the person, the configuration, and what may be thrown away."""

from __future__ import annotations

import os
from pathlib import Path


def data_folder(given: str | None = None) -> Path:
    """`--data`, else UPHELD_DATA, else the XDG data folder."""
    chosen = given or os.environ.get("UPHELD_DATA")
    return Path(chosen).expanduser() if chosen else _xdg("XDG_DATA_HOME", ".local/share")


def config_file() -> Path:
    """config.toml in the XDG configuration folder."""
    return _xdg("XDG_CONFIG_HOME", ".config") / "config.toml"


def state_folder() -> Path:
    """Reports of crashes; nothing that a person would miss."""
    return _xdg("XDG_STATE_HOME", ".local/state")


def _xdg(variable: str, fallback: str) -> Path:
    # Not platformdirs: it costs a shell prompt 13 ms, and without a home it names a folder "~".
    # Relative values are invalid by the XDG specification.
    base = Path(os.environ.get(variable, ""))
    return (base if base.is_absolute() else Path.home() / fallback) / "upheld"
