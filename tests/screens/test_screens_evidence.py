"""Evidence on the screen: look, quote, take out. Keys in, frames and stored facts out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from frames import frame
from making import MakeApp
from PIL import Image
from piloting import notice, open_page, page, press, resize, settled, until, where, write
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from tui.cases.words import EventKind
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk
from tui.widgets.numbered import Numbered
from tui.widgets.picture import Picture

FACTS = {"company": "Severmart", "subject": "Refund", "problem": "refund", "country": "RU"}
SIZE = (80, 24)


def log(lines: int) -> str:
    return "".join(f"10:00 line {n} refused\n" for n in range(1, lines + 1))


@pytest.fixture
def enclosed(desk: Desk, tmp_path: Path) -> Desk:
    """A case with a log, a photo and a paper."""
    (tmp_path / "app.log").write_text(log(1000))
    picture = Image.new("RGB", (60, 30), (255, 0, 0))
    picture.paste((0, 0, 255), (0, 15, 60, 30))
    picture.save(tmp_path / "photo.png")
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7\0")
    desk.open_case(FACTS)
    files = tuple(tmp_path / name for name in ("app.log", "photo.png", "paper.pdf"))
    desk.record(1, Happening(EventKind.EVIDENCE, {}, files))
    return desk


@pytest.mark.parametrize("size", ["80x24", "140x40", "40x20"])
async def test_frame(
    enclosed: Desk, app_of: MakeApp, snapshot: SnapshotAssertion, size: str
) -> None:
    width, _, height = size.partition("x")
    app = app_of(enclosed)
    async with app.run_test(size=(int(width), int(height))) as pilot:
        await open_page(pilot, "evidence", case_id=1)
        assert await settled(pilot) == snapshot(name="text")
        await press(pilot, "j")
        await until(pilot, lambda: "::" in frame(app))
        assert await settled(pilot) == snapshot(name="picture")
        await press(pilot, "j")
        assert await settled(pilot) == snapshot(name="other")


async def test_the_way_in_is_the_case(enclosed: Desk, app_of: MakeApp) -> None:
    async with app_of(enclosed).run_test(size=SIZE) as pilot:
        await open_page(pilot, "case", case_id=1)
        await press(pilot, "v")
        await until(pilot, lambda: where(pilot) == "evidence")
        await press(pilot, "escape")
        assert where(pilot) == "case"


async def test_a_long_text_is_read_by_what_is_seen(
    enclosed: Desk, app_of: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, int]] = []
    real = enclosed.evidence_text

    def asking(case_id: int, number: int, first: int = 1, last: int = 0) -> tuple[str, ...]:
        asked.append((first, last))
        return real(case_id, number, first, last)

    monkeypatch.setattr(enclosed, "evidence_text", asking)
    async with app_of(enclosed).run_test(size=SIZE) as pilot:
        await open_page(pilot, "evidence", case_id=1)
        await press(pilot, "enter", "G")
        assert "1000 10:00 line 1000 refused" in await settled(pilot)
        await press(pilot, "k", "pageup", "g", "pagedown", "j")
        assert "  20 10:00 line 20 refused" in await settled(pilot)
        assert set(asked) == {(1, 200), (801, 1000)}
        assert len(asked) == 2
        await press(pilot, "escape")
        assert where(pilot) == "evidence"
        await press(pilot, "escape")
        assert where(pilot) == "board"


async def test_a_long_line_is_moved_along(enclosed: Desk, app_of: MakeApp, tmp_path: Path) -> None:
    (tmp_path / "wide.txt").write_text("x" * 90 + "END\nshort\n")
    enclosed.record(1, Happening(EventKind.EVIDENCE, {}, (tmp_path / "wide.txt",)))
    async with app_of(enclosed).run_test(size=SIZE) as pilot:
        await open_page(pilot, "evidence", case_id=1)
        await press(pilot, "G", "enter")
        assert "END" not in await settled(pilot)
        await press(pilot, *"lllllll")
        shown = await settled(pilot)
        assert "END" in shown
        assert "x" * 30 in shown
        await press(pilot, "h", "h", "h", "h", "h", "h", "h")
        assert "2 short" in await settled(pilot)


async def test_colours_are_those_of_the_picture(enclosed: Desk, app_of: MakeApp) -> None:
    app = app_of(enclosed)
    async with app.run_test(size=SIZE) as pilot:
        app.remove_class("-plain")  # a terminal with colours
        await open_page(pilot, "evidence", case_id=1)
        await press(pilot, "j")
        picture = app.screen.query_one(Picture)
        await until(pilot, lambda: "▀" in frame(app))
        cell = next(iter(picture.render_line(0)))
        assert cell.style is not None
        assert cell.style.color is not None
        assert cell.style.bgcolor is not None
        assert cell.style.color.get_truecolor() == (255, 0, 0)


async def test_where_colours_are_few_a_picture_is_of_characters(
    enclosed: Desk, app_of: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_of(enclosed)
    async with app.run_test(size=SIZE) as pilot:
        await open_page(pilot, "evidence", case_id=1)
        await press(pilot, "j")
        picture = app.screen.query_one(Picture)
        await until(pilot, lambda: "::" in frame(app))
        assert "▀" not in frame(app)
        assert set(picture.render_line(0).text) - {" "} <= set(".:-=+*#%@")


async def test_a_broken_picture_is_one_sentence(
    enclosed: Desk, app_of: MakeApp, tmp_path: Path
) -> None:
    (tmp_path / "half.png").write_bytes((tmp_path / "photo.png").read_bytes()[:50])
    enclosed.record(1, Happening(EventKind.EVIDENCE, {}, (tmp_path / "half.png",)))
    async with app_of(enclosed).run_test(size=SIZE) as pilot:
        await open_page(pilot, "evidence", case_id=1)
        await press(pilot, "G")
        await until(pilot, lambda: "cannot be shown" in notice(pilot))
        await press(pilot, "k")
        assert "paper.pdf" in frame(pilot.app)


async def test_lines_are_quoted_into_clipboard_and_letter(enclosed: Desk, app_of: MakeApp) -> None:
    app = app_of(enclosed)
    async with app.run_test(size=SIZE) as pilot:
        await open_page(pilot, "evidence", case_id=1)
        seen = app.screen.query_one(Numbered).seen
        await press(pilot, "x")
        await until(pilot, lambda: where(pilot) == "extract")
        assert f"lines {seen[0]}-{seen[1]}:" in await settled(pilot)
        await press(pilot, "ctrl+a", "ctrl+k")
        await write(pilot, "7-8")
        await until(pilot, lambda: "> 10:00 line 8 refused" in frame(app))
        await press(pilot, "tab", "right", "ctrl+s")
        await until(pilot, lambda: where(pilot) == "evidence")
        quote = enclosed.extract(1, 1, 7, 8)
        assert app.clipboard == quote
        assert enclosed.case(1).details == quote
        assert "In the letter" in notice(pilot)


async def test_wrong_lines_are_said_while_they_are_typed(enclosed: Desk, app_of: MakeApp) -> None:
    app = app_of(enclosed)
    async with app.run_test(size=SIZE) as pilot:
        await open_page(pilot, "extract", case_id=1, number=1, lines="2000")
        assert "has lines 1 to 1000" in await settled(pilot)
        await press(pilot, "ctrl+s")
        assert where(pilot) == "extract"
        assert "has lines 1 to 1000" in notice(pilot)
        assert app.clipboard == ""


async def test_only_a_text_can_be_quoted(enclosed: Desk, app_of: MakeApp) -> None:
    async with app_of(enclosed).run_test(size=SIZE) as pilot:
        await open_page(pilot, "evidence", case_id=1)
        await press(pilot, "j", "x")
        assert where(pilot) == "evidence"
        assert "Only a text" in notice(pilot)


async def test_copies_are_taken_out(enclosed: Desk, app_of: MakeApp, tmp_path: Path) -> None:
    async with app_of(enclosed).run_test(size=SIZE) as pilot:
        await open_page(pilot, "evidence", case_id=1)
        await press(pilot, "G", "o")
        await until(pilot, lambda: where(pilot) == "takeout")
        await press(pilot, "ctrl+a", "ctrl+k")
        await write(pilot, str(tmp_path / "out"))
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "evidence")
        assert "03 paper.pdf" in notice(pilot)
        assert [p.name for p in (tmp_path / "out").iterdir()] == ["03 paper.pdf"]
        await press(pilot, "o")
        await until(pilot, lambda: where(pilot) == "takeout")
        assert page(pilot).form.values["folder"] == str(tmp_path / "out")  # type: ignore[attr-defined]
        await press(pilot, "down", "right", "ctrl+s")
        await until(pilot, lambda: len(list((tmp_path / "out").iterdir())) == 4)


async def test_what_cannot_be_taken_out_stays_on_the_form(
    enclosed: Desk, app_of: MakeApp, tmp_path: Path
) -> None:
    async with app_of(enclosed).run_test(size=SIZE) as pilot:
        await open_page(pilot, "take_out", case_id=1, number=1)
        await press(pilot, "ctrl+a", "ctrl+k", "ctrl+s")
        assert "which folder" in notice(pilot)
        await write(pilot, str(tmp_path / "app.log"))
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: "cannot be written" in notice(pilot))


async def test_undo_takes_evidence_back(enclosed: Desk, app_of: MakeApp) -> None:
    async with app_of(enclosed).run_test(size=SIZE) as pilot:
        await open_page(pilot, "evidence", case_id=1)
        await press(pilot, "u")
        await until(pilot, lambda: "No evidence yet" in frame(pilot.app))
        assert enclosed.case(1).evidence == ()
        await press(pilot, "x", "o", "enter", "j", "G")
        assert where(pilot) == "evidence"


async def test_a_file_that_went_away_is_said(enclosed: Desk, app_of: MakeApp) -> None:
    enclosed.evidence_file(1, 1)
    store = enclosed._office.store
    store._evidence._kept.clear()  # type: ignore[attr-defined]
    async with app_of(enclosed).run_test(size=SIZE) as pilot:
        await open_page(pilot, "evidence", case_id=1)
        shown = await settled(pilot)
        assert "app.log  cannot be read" in shown
        assert "is missing" in shown


async def test_names_cannot_act(enclosed: Desk, app_of: MakeApp, tmp_path: Path) -> None:
    (tmp_path / "[red]a\x1b[2J.txt").write_text("[b]x\x1b[31m")
    enclosed.record(1, Happening(EventKind.EVIDENCE, {}, (tmp_path / "[red]a\x1b[2J.txt",)))
    async with app_of(enclosed).run_test(size=SIZE) as pilot:
        await open_page(pilot, "evidence", case_id=1)
        await press(pilot, "G")
        shown = await settled(pilot)
        assert "[red]a␛[2J.txt" in shown
        assert "1 [b]x␛[31m" in shown


OPEN: dict[str, Callable[[Pilot[None]], Awaitable[None]]] = {
    "evidence": lambda pilot: open_page(pilot, "evidence", case_id=1),
    "extract": lambda pilot: open_page(pilot, "extract", case_id=1, number=1, lines="1-9"),
    "takeout": lambda pilot: open_page(pilot, "take_out", case_id=1, number=1),
}


@pytest.mark.parametrize("name", OPEN)
async def test_every_size_is_taken(enclosed: Desk, app_of: MakeApp, name: str) -> None:
    app = app_of(enclosed)
    async with app.run_test(size=(20, 5)) as pilot:
        await OPEN[name](pilot)
        for width, height in ((80, 24), (200, 60), (33, 9), (70, 12), (12, 4), (20, 5)):
            await resize(pilot, width, height)
            lines = frame(app).splitlines()
            assert len(lines) <= height
            if not page(pilot).IS_WRITING:
                await press(pilot, "j", "enter", "G", "l", "escape")
            assert where(pilot) == name
            focused = app.screen.focused
            assert focused is not None
            seen = app.screen.find_widget(focused).visible_region
            assert height < 5 or (seen.width and seen.height), (width, height)
