"""What goes wrong beside the screens is said; what is open stays open."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from frames import frame
from making import ANNA, MakeApp
from piloting import notice, open_page, page, press, to_field, until, where, write

from tui.cases.words import EventKind
from tui.clock import FixedClock
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk
from tui.playbooks.playbook import DATA
from tui.settings.config import Config, Settings
from tui.store.opening import open_store

SIZE = (80, 24)
FACTS = {"company": "Severmart", "subject": "Refund, order 4821-77", "problem": "refund"}


@pytest.fixture
def filed(tmp_path: Path, clock: FixedClock) -> Desk:
    """A desk over a book on disk, with one case."""
    settings = Settings(config=Config(language="en", country="RU", profile=ANNA))
    desk = Desk(open_store(tmp_path, at=clock.now), clock, settings)
    desk.open_case(FACTS)
    return desk


@pytest.mark.parametrize("left", [None, "{"])
async def test_a_book_that_is_gone_or_damaged_ends_nothing(
    filed: Desk, app_of: MakeApp, tmp_path: Path, left: str | None
) -> None:
    app, book = app_of(filed), tmp_path / "book.db"
    whole = book.read_bytes()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "n")
        await write(pilot, "Hostwerk")
        book.unlink()
        if left is not None:
            book.write_text(left)
        app.call_later(app._look)
        await pilot.pause()
        assert page(pilot).form.values["company"] == "Hostwerk"  # type: ignore[attr-defined]
        assert not app.faulty
        book.write_bytes(whole)
        await press(pilot, "escape")
        assert "#1 Severmart" in frame(app)


async def test_a_case_that_is_gone_is_not_opened(desk: Desk, app_of: MakeApp) -> None:
    app = app_of(desk)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await open_page(pilot, "today")
        app.screen.go("compose", case_id=7)  # type: ignore[attr-defined]
        await pilot.pause()
        assert not app.faulty
        assert where(pilot) == "today"


async def test_a_read_only_folder_lets_one_read_and_says_why_it_cannot_save(
    filed: Desk, app_of: MakeApp
) -> None:
    db = filed._office.store._engine._db  # type: ignore[attr-defined]
    async with app_of(filed).run_test(size=SIZE) as pilot:
        await open_page(pilot, "facts", case_id=1)
        await to_field(pilot, "identifiers")
        await write(pilot, "order 5")
        db.execute("PRAGMA query_only = 1")
        await press(pilot, "ctrl+s")
        assert where(pilot) == "facts"
        assert "read-only" in notice(pilot)
        db.execute("PRAGMA query_only = 0")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "board")
    assert filed.case(1).identifiers[0].value == "5"


@pytest.fixture
def unkept(filed: Desk, tmp_path: Path) -> Desk:
    """The desk of a folder that takes no drafts: where their folder would be lies a file."""
    drafts = tmp_path / "drafts"
    if drafts.exists():
        shutil.rmtree(drafts)
    drafts.write_text("")
    return filed


@pytest.mark.parametrize(("opened", "field"), [("facts", "identifiers"), ("compose", "")])
async def test_what_cannot_be_kept_is_lost_only_at_the_second_asking(
    unkept: Desk, app_of: MakeApp, opened: str, field: str
) -> None:
    async with app_of(unkept).run_test(size=SIZE, notifications=True) as pilot:
        await open_page(pilot, opened, case_id=1)
        if field:
            await to_field(pilot, field)
        else:
            unkept._office.store._engine._db.execute("PRAGMA query_only = 1")  # type: ignore[attr-defined]
        await write(pilot, "order 5")
        await press(pilot, *["escape"] * (1 if field else 2))
        assert where(pilot) == opened
        assert "esc again: leave all the same" in notice(pilot)
        await write(pilot, "1")
        await press(pilot, "escape")
        assert where(pilot) == opened  # typed since: asked again
        await press(pilot, "escape")
        await until(pilot, lambda: where(pilot) == "board")
        assert "is kept" not in frame(pilot.app)


async def test_quitting_loses_what_cannot_be_kept_only_at_the_second_asking(
    unkept: Desk, app_of: MakeApp
) -> None:
    app = app_of(unkept)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await open_page(pilot, "facts", case_id=1)
        await to_field(pilot, "identifiers")
        await write(pilot, "order 5")
        await press(pilot, "ctrl+q")
        assert "ctrl+q again: leave all the same" in notice(pilot)
        assert app.is_running
        await press(pilot, "ctrl+q")
        assert app._exit


async def test_a_faulty_own_ladder_is_told_and_its_case_can_be_read(
    app_of: MakeApp, tmp_path: Path, clock: FixedClock
) -> None:
    own = tmp_path / "playbooks" / "landlord.toml"
    own.parent.mkdir()
    ladder = (DATA / "general.toml").read_text("utf-8").replace('"general"', '"landlord"', 1)
    own.write_text(ladder, "utf-8")
    settings = Settings(tmp_path / "config.toml")
    desk = Desk(open_store(tmp_path / "book", at=clock.now), clock, settings)
    desk.open_case({**FACTS, "playbook": "landlord"})
    desk.record(1, Happening(EventKind.SENT, {"text": "I asked for it back."}))
    own.write_text(ladder.replace('after = ["request"]', 'after = ["reqest"]', 1), "utf-8")
    async with app_of(desk).run_test(size=SIZE) as pilot:
        assert "reqest" in notice(pilot)
        await press(pilot, "enter")
        assert "I asked for it back." in frame(pilot.app)
        assert "reqest" in notice(pilot)
        await press(pilot, "e")
        assert "reqest" in notice(pilot)
        await press(pilot, "escape", "c")  # to whom it goes only the ladder can tell
        assert where(pilot) == "case"
        assert "reqest" in frame(pilot.app)
