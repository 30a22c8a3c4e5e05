"""An app that draws as if it had a terminal, and what Textual draws by itself meanwhile."""

from __future__ import annotations

from typing import Any

import pytest
from textual.screen import Screen


class Sends:
    """To be put before the class of an app. `sent` is what a terminal would get."""

    wire: Any
    _running: bool

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.sent: list[str] = []

    def _is_drawing(self) -> bool:
        return self._running

    def _send(self, frame: str) -> None:
        if frame:
            self.sent.append(frame)

    @property
    def shown(self) -> list[list[Any]]:
        """The cells that the terminal would show."""
        return [list(row) for row in self.wire.shown._rows]


def frames_of_textual(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows with each frame that goes Textual's own way to the terminal."""
    asked: list[str] = []
    real = Screen._compositor_refresh

    def refresh(screen: Screen[None]) -> None:
        asked.append("frame")
        real(screen)

    monkeypatch.setattr(Screen, "_compositor_refresh", refresh)
    return asked
