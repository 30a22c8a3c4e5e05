"""Modules of this room that are imported when something of them is needed first."""

from __future__ import annotations

from tui.later import Later


def later(name: str) -> Later:
    """A module of this room by its name."""
    return Later(f"{__package__}.{name}")
