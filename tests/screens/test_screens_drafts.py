"""What is typed is not lost: the app dies, and the text is there when it is opened again."""

from __future__ import annotations

import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from making import ANNA, MakeApp
from piloting import notice, open_page, page, press, until, where, write
from textual.pilot import Pilot

from tui.cases.words import EventKind
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.screens.form_page import FormPage
from tui.screens.letter.compose import ComposeScreen
from tui.settings.config import Config, Settings
from tui.store.errors import StoreFull
from tui.store.opening import open_store

SIZE = (80, 24)
BACK = "Your unsaved text is back."
FACTS = {"company": "Severmart", "subject": "Refund, order 4821-77", "problem": "refund"}
FORMS = {
    "new": {},
    "facts": {"case_id": 1},
    "event": {"case_id": 1, "kind": "note"},
    "call": {"case_id": 1},
    "compose": {"case_id": 1},
    "profile": {},
    "company": {"name": "Severmart"},
}
Typed = Callable[[Pilot[None]], Awaitable[str]]


def _values(pilot: Pilot[None]) -> str:
    """Everything that the fields of the screen hold."""
    screen = page(pilot)
    if isinstance(screen, ComposeScreen):
        return "\n".join(screen.own.values())
    assert isinstance(screen, FormPage)
    return "\n".join(screen.form.values.values())


@pytest.mark.parametrize(
    ("form", "end"), [*((form, "the line drops") for form in FORMS), ("new", "ctrl+q")]
)
async def test_typed_text_comes_back(desk: Desk, app_of: MakeApp, form: str, end: str) -> None:
    desk.open_case(FACTS)
    app = app_of(desk)
    async with app.run_test(size=SIZE) as pilot:
        await open_page(pilot, form, **FORMS[form])
        await press(pilot, "o", "h")
        await write(pilot, " typed")
        if end == "the line drops":
            app.keep_typed()  # what the handler of a signal calls
            app.exit()
        else:
            await press(pilot, end)
    app = app_of(desk)
    async with app.run_test(size=SIZE) as pilot:
        await open_page(pilot, form, **FORMS[form])
        assert "oh typed" in _values(pilot)
        assert notice(pilot).startswith(BACK)


@pytest.mark.parametrize("form", ["new", "call", "compose"])
async def test_a_second_after_the_first_key_it_is_on_disk(
    desk: Desk, app_of: MakeApp, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.keeper.KEEP_AFTER", 0.01)
    desk.open_case(FACTS)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, form, **FORMS[form])
        assert desk.drafts.keys() == (), "nothing is typed yet"
        await press(pilot, "o")
        await until(pilot, desk.drafts.keys)
        (key,) = desk.drafts.keys()
        assert next(iter((desk.drafts.recall(key) or {}).values())) == "o"
        await press(pilot, "h", "backspace", "backspace")
        await until(pilot, lambda: not desk.drafts.recall(key))


async def test_saved_text_leaves_no_draft(desk: Desk, app_of: MakeApp) -> None:
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await press(pilot, "n")
        await write(pilot, "Severmart")
        page(pilot).form.fill(FACTS)  # type: ignore[attr-defined]
        app_keeps = pilot.app
        app_keeps.save_now()  # type: ignore[attr-defined]
        assert desk.drafts.keys() == ("new",)
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "ladders")
        await press(pilot, "escape")
        await until(pilot, lambda: where(pilot) == "channels")
        assert desk.drafts.keys() == ()
        await open_page(pilot, "compose", case_id=1)
        await write(pilot, "It broke on 3 November 2026.")
        pilot.app.save_now()  # type: ignore[attr-defined]
        assert len(desk.drafts.keys()) == 1
        await press(pilot, "ctrl+s")
        assert desk.drafts.keys() == ()
        assert desk.case(1).details.startswith("It broke")
        await open_page(pilot, "event", case_id=1, kind="note")
        await write(pilot, "called back")
        pilot.app.save_now()  # type: ignore[attr-defined]
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: desk.case(1).timeline)
        assert desk.case(1).timeline[0].kind is EventKind.NOTE
        assert desk.drafts.keys() == ()


@pytest.mark.parametrize("form", ["new", "event", "compose"])
async def test_what_is_thrown_away_stays_away(desk: Desk, app_of: MakeApp, form: str) -> None:
    desk.open_case(FACTS)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, form, **FORMS[form])
        await write(pilot, "never mind")
        pilot.app.save_now()  # type: ignore[attr-defined]
        await press(pilot, "ctrl+g")
        await until(pilot, lambda: where(pilot) != form)
        assert desk.drafts.keys() == ()
        await open_page(pilot, form, **FORMS[form])
        assert "never mind" not in _values(pilot)
        assert not notice(pilot)


@pytest.mark.parametrize("form", ["new", "call"])
async def test_esc_leaves_a_form_and_keeps_what_was_typed(
    desk: Desk, app_of: MakeApp, form: str
) -> None:
    desk.open_case(FACTS)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, form, **FORMS[form])
        await write(pilot, "half a")
        await press(pilot, "escape")
        assert where(pilot) == "board"
        await open_page(pilot, form, **FORMS[form])
        assert "half a" in _values(pilot)


async def test_drafts_lie_in_files_of_their_own(
    tmp_path: Path, clock: FixedClock, app_of: MakeApp
) -> None:
    def desk(folder: Path) -> Desk:
        return Desk(open_store(folder, at=clock.now), clock, Settings(config=Config(profile=ANNA)))

    async with app_of(desk(tmp_path)).run_test(size=SIZE) as pilot:
        await press(pilot, "n")
        await write(pilot, "Severmart")
        pilot.app.save_now()  # type: ignore[attr-defined]
    assert not (tmp_path / "book.db").exists()
    files = [*(tmp_path / "drafts").iterdir()]
    assert sorted(path.suffix for path in files) == [".json", ".window"]
    assert not any(path.stat().st_mode & 0o077 for path in files)
    shutil.copytree(tmp_path, after := tmp_path / "after")  # where the first window is no more
    async with app_of(desk(after)).run_test(size=SIZE) as pilot:
        await press(pilot, "n")
        assert _values(pilot).startswith("Severmart")


@pytest.mark.parametrize("form", ["facts", "event", "compose"])
async def test_two_windows_on_one_form_keep_what_each_typed(
    tmp_path: Path, clock: FixedClock, app_of: MakeApp, form: str
) -> None:
    settings = Settings(config=Config(profile=ANNA))
    here, there = (Desk(open_store(tmp_path, at=clock.now), clock, settings) for _ in range(2))
    here.open_case(FACTS)
    async with (
        app_of(here).run_test(size=SIZE) as mine,
        app_of(there).run_test(size=SIZE) as theirs,
    ):
        await open_page(mine, form, **FORMS[form])
        await write(mine, "a paragraph of mine")
        mine.app.save_now()  # type: ignore[attr-defined]
        await open_page(theirs, form, **FORMS[form])
        assert not notice(theirs)
        assert "of mine" not in _values(theirs)
        await write(theirs, "theirs")
        theirs.app.save_now()  # type: ignore[attr-defined]
        await press(theirs, "ctrl+s")
        assert there.drafts.keys() == ()
        await press(mine, *["escape"] * (2 if form == "compose" else 1))
        await until(mine, lambda: where(mine) == "board")
        await open_page(mine, form, **FORMS[form])
        assert "a paragraph of mine" in _values(mine)
        assert notice(mine).startswith(BACK)


async def test_a_full_disk_is_said_and_the_text_stays(
    desk: Desk, app_of: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(key: str, fields: object) -> None:
        raise StoreFull("No space is left.")

    monkeypatch.setattr("tui.screens.keeper.KEEP_AFTER", 0.01)
    keep = desk.drafts.keep
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await press(pilot, "n")
        monkeypatch.setattr(desk.drafts, "keep", full)
        await press(pilot, "o")
        await until(pilot, lambda: notice(pilot) == "No space is left.")
        monkeypatch.setattr(desk.drafts, "keep", keep)
        await press(pilot, "h")
        await until(pilot, lambda: desk.drafts.recall("new"))
        assert (desk.drafts.recall("new") or {})["company"] == "oh"


@pytest.mark.parametrize("form", ["facts", "event", "compose"])
async def test_who_leaves_learns_what_becomes_of_the_text(
    desk: Desk, app_of: MakeApp, form: str
) -> None:
    desk.open_case(FACTS)
    app = app_of(desk)
    async with app.run_test(size=SIZE) as pilot:
        await open_page(pilot, form, **FORMS[form])
        await press(pilot, "escape")
        assert where(pilot) == "board"
        assert notice(pilot) == ""  # nothing was typed
        await open_page(pilot, form, **FORMS[form])
        await press(pilot, "o", "h", "escape")
        assert where(pilot) == "board"
        kept = "in the letter; u takes it back." if form == "compose" else "when you come back."
        assert notice(pilot).endswith(kept)
