"""What every screen is given, and how it asks for another one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from textual.message import Message
from textual.signal import Signal

from tui.desk.desk import Desk
from tui.wording.wording import Wording


@dataclass(frozen=True, slots=True)
class Context:
    """The desk, the language, and the signal that says that the book has changed.

    `kept`: what screens remember until Upheld is left, such as the last folder.
    """

    desk: Desk
    words: Wording
    changed: Signal[None]
    demo: bool = False
    kept: dict[str, str] = field(default_factory=dict)


class Go(Message):
    """Open a screen by its name in `routes`, with what it needs to know."""

    def __init__(self, name: str, about: dict[str, Any] | None = None) -> None:
        super().__init__()
        self.name = name
        self.about = about or {}


class Home(Message):
    """Close screens down to the case they are about, or to the list below it."""


class Search(Message):
    """Go to the bare board and open its filter."""
