from __future__ import annotations

from pathlib import Path

import pytest
from desk_story import Place

from tui.desk.desk import Desk


@pytest.fixture(params=["file", "memory"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    return Place(tmp_path if request.param == "file" else None)


@pytest.fixture
def desk() -> Desk:
    """An empty book in memory, on Sunday, 22 November 2026."""
    return Place().desk()
