"""How the screens look, as text. A meant change: pytest --snapshot-update, then read the diff."""

from __future__ import annotations

import pytest
from making import MakeApp
from pages import MORE, PAGES, in_batches
from piloting import open_page, press, settled, where
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from tui.desk.desk import Desk

FRAMES = ("en", "ru")
BY_KEY = {"keys": "question_mark", "palette": "colon"}

ALL = PAGES | MORE


async def _frame(pilot: Pilot[None], name: str) -> str:
    if name in BY_KEY:
        await press(pilot, BY_KEY[name])
    else:
        await open_page(pilot, ALL[name][0], **ALL[name][1])
    assert where(pilot) == (ALL[name][0] if name in ALL else name)
    return await settled(pilot)


async def _only_frame(sample: Desk, make: MakeApp, language: str, name: str, size: str) -> str:
    width, _, height = size.partition("x")
    async with make(sample, language).run_test(size=(int(width), int(height))) as pilot:
        return await _frame(pilot, name)


@pytest.fixture(autouse=True)
def _somewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen that proposes a folder proposes the same one on every machine."""
    monkeypatch.chdir("/")


@pytest.mark.parametrize("names", in_batches(6, *MORE, *BY_KEY))
@pytest.mark.parametrize("language", FRAMES)
async def test_frame(
    sample: Desk,
    app_of: MakeApp,
    snapshot: SnapshotAssertion,
    language: str,
    names: tuple[str, ...],
) -> None:
    async with app_of(sample, language).run_test(size=(80, 24)) as pilot:
        for name in names:
            assert await _frame(pilot, name) == snapshot(name=f"{language} {name}")
            await open_page(pilot, "board")


@pytest.mark.parametrize("size", ["140x45", "40x20"])
@pytest.mark.parametrize("name", ["board", "case", "compose"])
async def test_frame_wide_and_narrow(
    sample: Desk, app_of: MakeApp, snapshot: SnapshotAssertion, name: str, size: str
) -> None:
    assert await _only_frame(sample, app_of, "en", name, size) == snapshot


async def test_frame_of_the_empty_book(
    desk: Desk, app_of: MakeApp, snapshot: SnapshotAssertion
) -> None:
    for language in FRAMES:
        assert await _only_frame(desk, app_of, language, "board", "80x24") == snapshot(
            name=language
        )
