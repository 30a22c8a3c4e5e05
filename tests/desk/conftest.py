from __future__ import annotations

from pathlib import Path

import pytest
from desk_story import NOW, Place

from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.settings.config import Settings
from tui.store.memory import Memory
from tui.store.opening import memory_store


@pytest.fixture(params=["file", "memory"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    return Place(tmp_path if request.param == "file" else None)


@pytest.fixture
def desk() -> Desk:
    """An empty book in memory, on Sunday, 22 November 2026."""
    return Place().desk()


@pytest.fixture
def own_desk(tmp_path: Path) -> Desk:
    """The same, of a person who has files of their own beside `config.toml` in `tmp_path`."""
    clock = FixedClock(NOW)
    return Desk(memory_store(Memory(), at=clock.now), clock, Settings(tmp_path / "config.toml"))
