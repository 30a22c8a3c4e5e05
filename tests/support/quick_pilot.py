"""Screens under test: what makes them quick and changes nothing of what they show."""

from __future__ import annotations

import pytest


def quicken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pilot waits for idle moments in slices of 20 ms, several a key; the app needs a tenth."""
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 1 / 400)
    monkeypatch.setattr("textual._wait.SLEEP_IDLE", 1 / 8000)
