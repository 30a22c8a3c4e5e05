"""What the tests of the index for the search share."""

from __future__ import annotations

from pathlib import Path

from store_helpers import NOON, Desk

from tui.cases.event import Event
from tui.cases.words import EventKind
from tui.store.sqlite import SqliteEngine


def engine_of(desk: Desk) -> SqliteEngine:
    return SqliteEngine(desk.book) if isinstance(desk.book, Path) else SqliteEngine(None, desk.book)


def event(text: str) -> Event:
    return Event(at=NOON, kind=EventKind.NOTE, text=text)
