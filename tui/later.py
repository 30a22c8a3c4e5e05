"""Modules that are imported when something of them is needed first.

A shell that asks what is due waits neither for letters nor for evidence, and a board not for the
reckoning of windows. Types are told to the checker beside it, `if TYPE_CHECKING`.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


class Later:
    """Stands for the module of that name."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self._name), name)
