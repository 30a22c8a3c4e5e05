"""A bundle from the screen: keys in, an archive and a notice out."""

from __future__ import annotations

from pathlib import Path

import pytest
from bundle_read import read_bundle
from making import MakeApp
from piloting import notice, open_page, press, to_field, until, where, write

from tui.cases.words import EventKind
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk
from tui.widgets.form import Form

FACTS = {"company": "Severmart", "subject": "Refund", "problem": "refund", "country": "RU"}
SIZE = (80, 24)


@pytest.fixture
def enclosed(desk: Desk, tmp_path: Path) -> Desk:
    """A case with two texts."""
    desk.open_case(FACTS)
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(name)
    files = (tmp_path / "one.txt", tmp_path / "two.txt")
    desk.record(1, Happening(EventKind.EVIDENCE, {}, files))
    (tmp_path / "out").mkdir()
    return desk


async def test_one_key_then_where_to(enclosed: Desk, app_of: MakeApp, tmp_path: Path) -> None:
    app = app_of(enclosed)
    async with app.run_test(size=SIZE) as pilot:
        await open_page(pilot, "case", case_id=1)
        await press(pilot, "B")
        await until(pilot, lambda: where(pilot) == "bundle")
        await to_field(pilot, "where")
        await press(pilot, "ctrl+u")
        await write(pilot, str(tmp_path / "out"))
        await press(pilot, "ctrl+s")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await until(pilot, lambda: where(pilot) == "case")
        assert notice(pilot) == f"Written to {tmp_path}/out/upheld-1-bundle-en.zip."
    assert len(read_bundle(tmp_path / "out" / "upheld-1-bundle-en.zip").files) == 6


async def test_the_folder_is_kept_for_the_next_and_told_in_full(
    enclosed: Desk, app_of: MakeApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = app_of(enclosed)
    async with app.run_test(size=SIZE) as pilot:
        await open_page(pilot, "bundle", case_id=1)
        await to_field(pilot, "where")
        await press(pilot, "ctrl+u")
        await write(pilot, "out")
        await press(pilot, "ctrl+s")
        await pilot.app.workers.wait_for_complete()
        await until(pilot, lambda: where(pilot) == "board" and notice(pilot))
        assert notice(pilot) == f"Written to {tmp_path}/out/upheld-1-bundle-en.zip."
        await open_page(pilot, "export", case_ids=(1,))
        assert pilot.app.screen.query_one(Form).values["where"] == f"{tmp_path}/out"


async def test_redacted_with_one_of_two(enclosed: Desk, app_of: MakeApp, tmp_path: Path) -> None:
    app = app_of(enclosed, "ru")
    async with app.run_test(size=SIZE) as pilot:
        await open_page(pilot, "bundle", case_id=1)
        await press(pilot, "right")
        await press(pilot, "tab", "right")
        await to_field(pilot, "where")
        await press(pilot, "ctrl+u")
        await write(pilot, str(tmp_path / "out" / "mine.zip"))
        await press(pilot, "down")
        await write(pilot, "2")
        await press(pilot, "ctrl+s")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await until(pilot, lambda: where(pilot) == "board")
    read = read_bundle(tmp_path / "out" / "mine.zip")
    assert [name for name in read.files if "/" in name] == ["enclosures/02.txt"]
    assert read.timeline["redacted"] is True


async def test_what_is_wrong_is_said_at_its_field(
    enclosed: Desk, app_of: MakeApp, tmp_path: Path
) -> None:
    app = app_of(enclosed)
    async with app.run_test(size=SIZE) as pilot:
        await open_page(pilot, "bundle", case_id=1)
        await press(pilot, "down", "down", "down")
        await write(pilot, "one")
        await press(pilot, "ctrl+s")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "Write 1, 3." in notice(pilot)
        await press(pilot, "ctrl+u", "up", "ctrl+u")
        await write(pilot, str(tmp_path / "nowhere"))
        await press(pilot, "ctrl+s")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "neither" in notice(pilot)
        focused = app.screen.focused
        assert focused is not None
        assert focused.id == "f-where"
        assert list((tmp_path / "out").iterdir()) == []
