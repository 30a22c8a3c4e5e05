from __future__ import annotations

from pathlib import Path

import pytest
from store_helpers import Desk

from tui.store.contract import Store


@pytest.fixture(params=["file", "memory"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Desk:
    return Desk(tmp_path / "data" if request.param == "file" else None)


@pytest.fixture
def store(desk: Desk) -> Store:
    return desk.window()


@pytest.fixture
def other(desk: Desk, store: Store) -> Store:
    """A second window on the book of `store`."""
    return desk.window()
