"""Files and the letter that is open: quotations, leaving out, secrets, the same file again."""

from __future__ import annotations

from pathlib import Path

import pytest
from frames import frame
from lettering import a_sound_case
from making import MakeApp
from piloting import notice, open_page, press, settled, until, where, write
from textual.pilot import Pilot

from tui.cases.words import EventKind, Part
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk
from tui.screens.letter.compose import ComposeScreen
from tui.widgets.field import TextBox

SIZE = (80, 24)
LOG = "10:00 start\n10:01 refused\n10:02 password=s3cret!\n"


@pytest.fixture
def enclosed(desk: Desk, tmp_path: Path) -> Desk:
    """A case with a log that holds a password, and a receipt."""
    a_sound_case(desk)
    (tmp_path / "app.log").write_text(LOG)
    (tmp_path / "receipt.txt").write_text("12 490\n")
    files = (tmp_path / "app.log", tmp_path / "receipt.txt")
    desk.record(1, Happening(EventKind.EVIDENCE, {}, files))
    return desk


def box(pilot: Pilot[None], part: Part) -> TextBox:
    letters = (s for s in pilot.app.screen_stack if isinstance(s, ComposeScreen))
    return next(letters).query_one(f"#p-{part}", TextBox)


async def quote(pilot: Pilot[None], lines: str, *keys: str) -> None:
    """From the letter to the quotation of these lines of the first file."""
    await press(pilot, "f2")
    await until(pilot, lambda: where(pilot) == "evidence")
    await press(pilot, "x")
    await until(pilot, lambda: where(pilot) == "extract")
    await press(pilot, "ctrl+a", "ctrl+k")
    await write(pilot, lines)
    await press(pilot, "tab", "right", "ctrl+s", *keys)


async def test_a_quotation_comes_into_the_text_that_is_open(
    enclosed: Desk, app_of: MakeApp
) -> None:
    saved = enclosed.case(1).details
    async with app_of(enclosed).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1)
        box(pilot, Part.PROBLEM).move_cursor(box(pilot, Part.PROBLEM).document.end)
        await write(pilot, " Unsaved.")
        await quote(pilot, "1-2")
        await until(pilot, lambda: where(pilot) == "evidence")
        await press(pilot, "escape")
        await until(pilot, lambda: where(pilot) == "compose")
        mine = box(pilot, Part.PROBLEM).text
        assert mine == f"{saved} Unsaved.\n\n{enclosed.extract(1, 1, 1, 2)}"
        assert enclosed.case(1).details == saved, "saved with the rest of it"
        await press(pilot, "ctrl+z")
        assert box(pilot, Part.PROBLEM).text == f"{saved} Unsaved."
        await press(pilot, "ctrl+y", "escape")
        await until(pilot, lambda: where(pilot) != "compose")
        assert enclosed.case(1).details == mine


async def test_a_quotation_into_a_later_letter_keeps_what_is_written_from_the_case(
    enclosed: Desk, app_of: MakeApp
) -> None:
    written = enclosed.compose(1, "complaint").letter.parts[Part.PROBLEM]
    async with app_of(enclosed).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1, step="complaint")
        await quote(pilot, "1")
        await until(pilot, lambda: where(pilot) == "evidence")
        text = box(pilot, Part.PROBLEM).text
        assert text == f"{written}\n\n{enclosed.extract(1, 1, 1, 1)}"


async def test_lines_with_a_secret_are_quoted_at_the_second_asking(
    enclosed: Desk, app_of: MakeApp
) -> None:
    app = app_of(enclosed)
    async with app.run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1)
        await quote(pilot, "2-3")
        assert where(pilot) == "extract"
        assert notice(pilot).startswith("app.log, line 3: a password.")
        assert "! app.log, line 3: a password." in frame(app)
        assert "s3cret" not in app.clipboard
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "evidence")
        assert "s3cret" in app.clipboard


async def test_a_file_with_a_secret_is_copied_out_at_the_second_asking(
    enclosed: Desk, app_of: MakeApp, tmp_path: Path
) -> None:
    async with app_of(enclosed).run_test(size=SIZE) as pilot:
        await open_page(pilot, "take_out", case_id=1, number=1)
        await press(pilot, "ctrl+a", "ctrl+k")
        await write(pilot, str(tmp_path / "out"))
        await press(pilot, "ctrl+s")
        assert "line 3: a password" in notice(pilot)
        assert not (tmp_path / "out").exists()
        await press(pilot, "ctrl+s")
        await until(pilot, (tmp_path / "out" / "01 app.log").exists)


async def test_a_file_is_left_out_of_the_letter_that_is_open(
    enclosed: Desk, app_of: MakeApp
) -> None:
    app = app_of(enclosed)
    async with app.run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1)
        await until(pilot, lambda: "L13" in frame(app))
        await press(pilot, "f2")
        await until(pilot, lambda: where(pilot) == "evidence")
        await press(pilot, "space")
        assert "left out" in await settled(pilot)
        assert notice(pilot) == "It does not go with the letter: app.log"
        await press(pilot, "escape")
        await until(pilot, lambda: where(pilot) == "compose")
        assert "L13" not in await settled(pilot)
        await press(pilot, "f2")
        await until(pilot, lambda: where(pilot) == "evidence")
        await press(pilot, "space")
        assert "left out" not in await settled(pilot)
        assert enclosed.left_out(1) == frozenset()


async def test_leaving_out_takes_the_line_off_the_list_in_the_field(
    enclosed: Desk, app_of: MakeApp
) -> None:
    async with app_of(enclosed).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1, step="complaint")
        box(pilot, Part.ENCLOSURES).text = "1. app.log\n2. receipt.txt\n3. my own"
        await press(pilot, "f2")
        await until(pilot, lambda: where(pilot) == "evidence")
        await press(pilot, "space")
        assert box(pilot, Part.ENCLOSURES).text == "2. receipt.txt\n3. my own"
        assert enclosed.left_out(1, "complaint") == {1}
        assert enclosed.left_out(1) == frozenset()


async def test_the_same_file_is_told_and_not_taken_twice(
    enclosed: Desk, app_of: MakeApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    (here / "copy of app.log").write_text(LOG)
    monkeypatch.chdir(here)
    async with app_of(enclosed).run_test(size=SIZE) as pilot:
        await open_page(pilot, "evidence", case_id=1)
        await press(pilot, "a")
        await until(pilot, lambda: where(pilot) == "pickfile")
        await press(pilot, "down", "enter")
        assert notice(pilot) == "“copy of app.log” is here already: enclosure 1, app.log."
        assert len(enclosed.case(1).evidence) == 2
