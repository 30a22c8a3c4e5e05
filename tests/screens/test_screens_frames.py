"""How the screens look, as text. A meant change: pytest --snapshot-update, then read the diff."""

from __future__ import annotations

import pytest
from making import MakeApp
from pages import MORE, PAGES
from piloting import open_page, press, settled, where
from syrupy.assertion import SnapshotAssertion

from tui.desk.desk import Desk

FRAMES = ("en", "ru")
BY_KEY = {"keys": "question_mark", "palette": "colon"}

ALL = PAGES | MORE


async def _frame(sample: Desk, make: MakeApp, language: str, name: str, size: str) -> str:
    width, _, height = size.partition("x")
    app = make(sample, language)
    async with app.run_test(size=(int(width), int(height))) as pilot:
        if name in BY_KEY:
            await press(pilot, BY_KEY[name])
        else:
            await open_page(pilot, ALL[name][0], **ALL[name][1])
        assert where(pilot) == (ALL[name][0] if name in ALL else name)
        return await settled(pilot)


@pytest.fixture(autouse=True)
def _somewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen that proposes a folder proposes the same one on every machine."""
    monkeypatch.chdir("/")


@pytest.mark.parametrize("name", [*ALL, *BY_KEY])
@pytest.mark.parametrize("language", FRAMES)
async def test_frame(
    sample: Desk, app_of: MakeApp, snapshot: SnapshotAssertion, language: str, name: str
) -> None:
    assert await _frame(sample, app_of, language, name, "80x24") == snapshot


@pytest.mark.parametrize("size", ["140x45", "40x20"])
@pytest.mark.parametrize("name", ["board", "case", "compose"])
async def test_frame_wide_and_narrow(
    sample: Desk, app_of: MakeApp, snapshot: SnapshotAssertion, name: str, size: str
) -> None:
    assert await _frame(sample, app_of, "en", name, size) == snapshot


async def test_frame_of_the_empty_book(
    desk: Desk, app_of: MakeApp, snapshot: SnapshotAssertion
) -> None:
    for language in FRAMES:
        assert await _frame(desk, app_of, language, "board", "80x24") == snapshot(name=language)
