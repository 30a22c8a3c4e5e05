"""Choosing files: through folders of odd names, by typing, several at once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from frames import frame
from making import MakeApp
from piloting import notice, open_page, press, resize, settled, until, where, write
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from tui.cases.errors import BadInput
from tui.cases.words import EventKind
from tui.desk.desk import Desk
from tui.screens.evidence.pick_file import PickFileScreen
from tui.widgets.path_field import PathField

FACTS = {"company": "Severmart", "subject": "Refund", "problem": "refund", "country": "RU"}
SIZE = (80, 24)
WHEN = 1_795_000_000  # 18 November 2026


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the app was started; one folder above, everything is as the test made it."""
    here = tmp_path / "here"
    here.mkdir()
    for name in ("app.log", "photo 1.jpg", "receipt.pdf", ".secret"):
        (here / name).write_text(name[:5])
        os.utime(here / name, (WHEN, WHEN))
    (here / "mail").mkdir()
    (here / "mail" / "letter.eml").write_text("x")
    os.utime(here / "mail", (WHEN, WHEN))
    monkeypatch.chdir(here)
    yield here
    (here / "mail").chmod(0o700)


@pytest.fixture
def case(desk: Desk) -> Desk:
    desk.open_case(FACTS)
    return desk


async def pick(pilot: Pilot[None]) -> None:
    await open_page(pilot, "evidence", case_id=1)
    await press(pilot, "a")
    await until(pilot, lambda: where(pilot) == "pickfile")


async def added(pilot: Pilot[None], desk: Desk) -> list[str]:
    await until(pilot, lambda: where(pilot) == "evidence")
    return [piece.name for piece in desk.case(1).evidence]


@pytest.mark.parametrize("size", ["80x24", "40x20"])
async def test_frame(
    case: Desk, app_of: MakeApp, folder: Path, snapshot: SnapshotAssertion, size: str
) -> None:
    width, _, height = size.partition("x")
    async with app_of(case).run_test(size=(int(width), int(height))) as pilot:
        await pick(pilot)
        await press(pilot, "down", "down", "space")
        title, *rest = (await settled(pilot)).splitlines()
        assert title.split()[-2] == "1"
        assert "\n".join(rest) == snapshot


async def test_enter_takes_the_file_under_the_cursor(
    case: Desk, app_of: MakeApp, folder: Path
) -> None:
    async with app_of(case).run_test(size=SIZE) as pilot:
        await pick(pilot)
        await press(pilot, "down", "down", "enter")
        assert await added(pilot, case) == ["app.log"]
        assert notice(pilot) == "1 file copied in."
        assert case.case(1).timeline[-1].kind is EventKind.EVIDENCE


async def test_typing_narrows_and_enter_takes_the_first(
    case: Desk, app_of: MakeApp, folder: Path
) -> None:
    async with app_of(case).run_test(size=SIZE) as pilot:
        await pick(pilot)
        await press(pilot, *"REC")
        shown = await settled(pilot)
        assert "receipt.pdf" in shown
        assert "app.log" not in shown
        await press(pilot, "enter")
        assert await added(pilot, case) == ["receipt.pdf"]


async def test_several_are_marked_and_added_in_one_event(
    case: Desk, app_of: MakeApp, folder: Path
) -> None:
    async with app_of(case).run_test(size=SIZE) as pilot:
        await pick(pilot)
        await press(pilot, "down", "down", "space", "space", "space", "up", "space")
        assert "+ receipt.pdf" in await settled(pilot)
        assert "+ photo" not in frame(pilot.app)
        assert "2 marked" in frame(pilot.app)
        await press(pilot, "enter")
        assert await added(pilot, case) == ["app.log", "receipt.pdf"]
        assert len(case.case(1).timeline) == 1


async def test_marks_stay_from_folder_to_folder(case: Desk, app_of: MakeApp, folder: Path) -> None:
    async with app_of(case).run_test(size=SIZE) as pilot:
        await pick(pilot)
        await press(pilot, "down", "down", "space", "up", "up", "enter")
        await until(pilot, lambda: "letter.eml" in frame(pilot.app))
        await press(pilot, "down", "space", "enter")
        assert await added(pilot, case) == ["app.log", "letter.eml"]


async def test_folders_are_gone_into_and_out_of(case: Desk, app_of: MakeApp, folder: Path) -> None:
    async with app_of(case).run_test(size=SIZE) as pilot:
        await pick(pilot)
        await press(pilot, "down", "enter")
        await until(pilot, lambda: "letter.eml" in frame(pilot.app))
        assert "app.log" not in frame(pilot.app)
        await press(pilot, "backspace")
        await until(pilot, lambda: "app.log" in frame(pilot.app))
        assert under(pilot) == folder / "mail"
        await press(pilot, "up", "enter")
        await until(pilot, lambda: "here/" in frame(pilot.app))
        assert under(pilot) == folder
        await press(pilot, "escape", "a")
        await until(pilot, lambda: where(pilot) == "pickfile")
        assert "here/" in await settled(pilot)  # the last folder is kept


def under(pilot: Pilot[None]) -> Path | None:
    """What the cursor stands on."""
    screen = pilot.app.screen
    assert isinstance(screen, PickFileScreen)
    entry = screen._seen.get(screen._list.key)
    return entry.path if entry else None


async def test_backspace_takes_letters_first_and_esc_all(
    case: Desk, app_of: MakeApp, folder: Path
) -> None:
    async with app_of(case).run_test(size=SIZE) as pilot:
        await pick(pilot)
        await press(pilot, "a", "p", "backspace")
        assert "app.log" in await settled(pilot)
        assert where(pilot) == "pickfile"
        await press(pilot, "escape")
        assert "receipt.pdf" in await settled(pilot)
        await press(pilot, "escape")
        assert where(pilot) == "evidence"
        assert case.case(1).evidence == ()


async def test_a_dot_shows_what_is_hidden(case: Desk, app_of: MakeApp, folder: Path) -> None:
    async with app_of(case).run_test(size=SIZE) as pilot:
        await pick(pilot)
        assert ".secret" not in await settled(pilot)
        await press(pilot, "full_stop")
        assert ".secret" in await settled(pilot)


@pytest.mark.parametrize("typed", ["mail/letter.eml", "{here}/mail/letter.eml", "~/letter.eml"])
async def test_a_path_is_gone_to(
    case: Desk, app_of: MakeApp, folder: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.setenv("HOME", str(folder / "mail"))
    async with app_of(case).run_test(size=SIZE) as pilot:
        await pick(pilot)
        await write(pilot, typed.format(here=folder))
        await press(pilot, "enter")
        assert await added(pilot, case) == ["letter.eml"]


async def test_a_path_of_a_folder_opens_it(case: Desk, app_of: MakeApp, folder: Path) -> None:
    async with app_of(case).run_test(size=SIZE) as pilot:
        await pick(pilot)
        await write(pilot, "./mail/")
        await press(pilot, "enter")
        await until(pilot, lambda: "letter.eml" in frame(pilot.app))
        await write(pilot, "gone/nowhere")
        await press(pilot, "enter")
        assert "There is no file" in notice(pilot)


async def test_names_that_are_no_text_can_be_chosen(
    case: Desk, app_of: MakeApp, folder: Path
) -> None:
    raw = os.fsencode(folder) + b"/caf\xe9\x1b[2J.bin"
    Path(os.fsdecode(raw)).write_bytes(b"\0coffee")
    async with app_of(case).run_test(size=SIZE) as pilot:
        await pick(pilot)
        await press(pilot, *"caf")
        assert "caf\ufffd␛[2J.bin" in await settled(pilot)
        await press(pilot, "enter")
        assert await added(pilot, case) == ["caf\ufffd␛[2J.bin"]
        assert case.evidence_file(1, 1).read_bytes() == b"\0coffee"


async def test_what_cannot_be_added_is_said_and_the_list_stays(
    case: Desk, app_of: MakeApp, folder: Path
) -> None:
    os.truncate(folder / "app.log", 51 * 10**6)
    (folder / "nowhere").symlink_to(folder / "gone")
    async with app_of(case).run_test(size=SIZE) as pilot:
        await pick(pilot)
        await press(pilot, *"app", "enter")
        assert "larger than 50 MB" in notice(pilot)
        await press(pilot, "escape", *"nowhere", "enter")
        assert "There is no file" in notice(pilot)
        assert where(pilot) == "pickfile"
        assert case.case(1).evidence == ()


async def test_a_folder_that_cannot_be_read_is_not_gone_into(
    case: Desk, app_of: MakeApp, folder: Path
) -> None:
    async with app_of(case).run_test(size=SIZE) as pilot:
        await pick(pilot)
        await press(pilot, "down")
        (folder / "mail" / "letter.eml").unlink()
        (folder / "mail").rmdir()
        await press(pilot, "enter")
        assert notice(pilot) == "mail: No such file or directory"
        assert "app.log" in frame(pilot.app)
        (folder / "mail").mkdir()


async def test_another_use_tells_its_own_faults(desk: Desk, app_of: MakeApp, folder: Path) -> None:
    def refuse(files: tuple[Path, ...]) -> None:
        raise BadInput("Not {name}.", name=files[0].name)

    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "pick_file", choose=refuse)
        await press(pilot, *"app", "enter")
        assert notice(pilot) == "Not app.log."


async def test_every_size_is_taken(case: Desk, app_of: MakeApp, folder: Path) -> None:
    async with app_of(case).run_test(size=(20, 5)) as pilot:
        await pick(pilot)
        for width, height in ((80, 24), (200, 60), (33, 9), (12, 4), (20, 5)):
            await resize(pilot, width, height)
            await press(pilot, "down", "space", "pagedown", "up")
            assert len(frame(pilot.app).splitlines()) <= height


# the field with Tab


async def event_form(pilot: Pilot[None]) -> PathField:
    await open_page(pilot, "event", case_id=1, kind="evidence")
    focused = pilot.app.screen.focused
    assert isinstance(focused, PathField)
    return focused


async def test_tab_completes_a_path(case: Desk, app_of: MakeApp, folder: Path) -> None:
    (folder / "app.old.log").write_text("old")
    async with app_of(case).run_test(size=SIZE) as pilot:
        field = await event_form(pilot)
        await press(pilot, "a", "tab")
        assert field.value == "app."
        await press(pilot, "tab")
        assert field.value == "app.log"
        assert "app.log  app.old.log" in notice(pilot)
        await press(pilot, "tab")
        assert field.value == "app.old.log"
        await press(pilot, "ctrl+a", "ctrl+k", "m", "tab")
        assert field.value == "mail/"
        await press(pilot, "tab")
        assert field.value == "mail/letter.eml"
        assert field.has_focus
        await press(pilot, "tab")
        assert not field.has_focus
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: case.case(1).evidence)
        assert case.case(1).evidence[0].name == "letter.eml"


@pytest.mark.parametrize("typed", ["", "nothing", "~nobody-has-this/x"])
async def test_tab_leaves_where_nothing_can_be_added(
    case: Desk, app_of: MakeApp, folder: Path, typed: str
) -> None:
    async with app_of(case).run_test(size=SIZE) as pilot:
        field = await event_form(pilot)
        if typed:
            await write(pilot, typed)
        await press(pilot, "tab")
        assert field.value == typed
        assert not field.has_focus


async def test_nobodys_home_is_a_sentence(case: Desk, app_of: MakeApp, folder: Path) -> None:
    async with app_of(case).run_test(size=SIZE) as pilot:
        await event_form(pilot)
        await write(pilot, "~nobody-has-this/x")
        await press(pilot, "ctrl+s")
        assert "There is no file" in notice(pilot)
