"""Stylesheets of screens: each is read with the first screen that needs it, not at the start."""

from __future__ import annotations

from pathlib import Path, PurePath

_FOLDER = Path(__file__).parents[1] / "styles" / "screens"


def sheets(*names: str) -> list[str | PurePath]:
    """The `CSS_PATH` of a screen that is styled by these."""
    return [_FOLDER / f"{name}.tcss" for name in names]
