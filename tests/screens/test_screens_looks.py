"""Themes that change while one looks on; the case beside a wide board."""

from __future__ import annotations

import unicodedata

import pytest
from frames import frame
from hostile import HOSTILE, hostile_document
from making import MakeApp
from piloting import notice, press, resize, settled, until
from rich.cells import cell_len
from textual.events import Key

from tui.app import UpheldApp
from tui.cases.words import EventKind
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk
from tui.first_board import FirstBoard
from tui.screens.board.detail_lines import detail_width
from tui.styles.palettes import palette_in_force
from tui.wording.wording import Wording

THEMES = ["light", "contrast", "terminal", "auto", "light"]  # auto is dark: one looks on


@pytest.fixture
def _colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal with all colours, of which nobody says whether it is light."""
    for name in ("NO_COLOR", "COLORFGBG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")


def ground(app: UpheldApp) -> str:
    """On what the board stands."""
    strip = app.screen.query_one("#columns").render_line(5)
    style = list(strip)[-1].style
    assert style
    assert style.bgcolor
    return style.bgcolor.name


@pytest.mark.usefixtures("_colours")
async def test_a_key_takes_the_next_theme_and_keeps_it(sample: Desk, app_of: MakeApp) -> None:
    app = app_of(sample)
    async with app.run_test(size=(80, 24)) as pilot:
        before = frame(app).splitlines()[:18]  # what is said stands below
        for theme in THEMES:
            await press(pilot, "A")
            await settled(pilot)
            palette = palette_in_force(theme, {"COLORTERM": "truecolor"})
            assert sample.theme == theme
            assert app.theme == f"upheld-{palette.name}"
            assert app.has_class("-plain") is (theme == "terminal")
            assert ground(app) == palette.colours["page"].removeprefix("ansi_")
            assert frame(app).splitlines()[:18] == before
            assert notice(pilot) == f"Theme: {theme}"


@pytest.mark.parametrize("keys", [("t",), ("K",)], ids=["a list", "a month"])
@pytest.mark.usefixtures("_colours")
async def test_what_remembers_how_tones_look_follows_the_theme(
    sample: Desk, app_of: MakeApp, keys: tuple[str, ...]
) -> None:
    """As a screen that was opened in that theme."""

    def looks(app: UpheldApp) -> list[str]:
        drawn = app.screen.query_one("#month" if app.screen.query("#month") else "#rows")
        return [str(part.style) for y in range(8) for part in drawn.render_line(y)]

    app = app_of(sample)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys)
        await settled(pilot)
        dark = looks(app)
        await press(pilot, "A")
        await until(pilot, lambda: app.theme == "upheld-light")
        await settled(pilot)
        light = looks(app)
    again = app_of(sample)
    async with again.run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys)
        await settled(pilot)
        assert again.theme == "upheld-light"
        assert looks(again) == light != dark


@pytest.mark.usefixtures("_colours")
async def test_settings_change_the_theme_at_once(sample: Desk, app_of: MakeApp) -> None:
    app = app_of(sample)
    async with app.run_test(size=(80, 40)) as pilot:
        await press(pilot, "O")
        app.screen.query_one("#rows").select("theme")  # type: ignore[attr-defined]
        await press(pilot, "enter", "enter")
        await until(pilot, lambda: app.theme == "upheld-light")
        assert sample.theme == "light"
        assert notice(pilot) == ""  # not only the next time


async def test_the_case_under_the_cursor_stands_beside_a_wide_board(
    sample: Desk, app_of: MakeApp
) -> None:
    app = app_of(sample)
    async with app.run_test(size=(140, 40)) as pilot:
        await press(pilot, "l")
        await until(pilot, lambda: "DP-3391" in frame(pilot.app))  # where the cursor rests
        shown = await settled(pilot)
        assert "Timeline" in shown
        assert "their number DP-3391" in shown
        assert "#10 Next" not in shown  # it stands beside
        await press(pilot, "j")
        await until(pilot, lambda: "order no. 4821-77" in frame(pilot.app))
        await press(pilot, "I")
        shown = await settled(pilot)
        assert "#21 Next" in shown
        assert "Timeline" not in shown
        assert not sample.shows_detail
        await press(pilot, "I")
        await resize(pilot, 110, 40)
        shown = await settled(pilot)
        assert "#21 Next" in shown
        assert "Timeline" not in shown
        await press(pilot, "I")
        assert "120" in notice(pilot)
        assert sample.shows_detail  # as it was


async def test_what_is_said_moves_nothing_on_a_wide_board(sample: Desk, app_of: MakeApp) -> None:
    sample.record(10, Happening(EventKind.CLOSED, {"outcome": "withdrawn"}))
    app = app_of(sample)
    async with app.run_test(size=(140, 40)) as pilot:
        await press(pilot, "l")
        before = (await settled(pilot)).splitlines()
        assert app.takes(Key("u", "u"))
        shown = (await settled(pilot)).splitlines()
        assert "Taken back" in shown[-2]
        assert [len(line) for line in shown[1:-2]] == [len(line) for line in before[1:-2]]
        assert shown[2] == before[2]  # the rule below the headings
        assert "#10 Loyalwing" in "\n".join(line[:60] for line in shown)  # waiting again
        await press(pilot, "down")
        assert (await settled(pilot)).splitlines()[-2] == before[-2]


@pytest.mark.parametrize("width", [119, 120, 131, 160, 199, 233, 300])
async def test_it_is_as_wide_in_the_first_frame_as_afterwards(
    sample: Desk, app_of: MakeApp, width: int
) -> None:
    app = app_of(sample)
    size = (width, 30)
    async with app.run_test(size=size) as pilot:
        shown = await settled(pilot)
        rows = FirstBoard(sample, Wording("en"), size, {}, demo=False).rows()
        drawn = ["".join(text for text, *_ in row).rstrip() for row in rows]
        assert drawn == shown.splitlines()
    assert bool(detail_width(*size)) is (width >= 120)


async def test_what_stands_beside_takes_the_room_that_there_is(
    sample: Desk, app_of: MakeApp
) -> None:
    """And no more: whoever has a taller terminal reads more of the details."""
    details = {}
    for height in (18, 60):
        async with app_of(sample).run_test(size=(160, height)) as pilot:
            beside = [line.partition("│")[2].strip() for line in (await settled(pilot)).split("\n")]
            details[height] = " ".join(beside[beside.index("Details") :])
            assert "…" in details[18]
    assert "…" not in details[60]
    assert len(details[60]) > len(details[18])


async def test_esc_is_offered_where_it_leads_somewhere(sample: Desk, app_of: MakeApp) -> None:
    async with app_of(sample).run_test(size=(200, 40)) as pilot:
        assert "esc back" not in await settled(pilot)
        await press(pilot, "space")
        assert "esc back" in await settled(pilot)
        await press(pilot, "escape", "/", "a", "enter")
        assert "esc back" in await settled(pilot)
        await press(pilot, "escape")
        assert "esc back" not in await settled(pilot)


@pytest.mark.parametrize("kind", HOSTILE)
async def test_what_others_wrote_is_harmless_there_too(
    desk: Desk, app_of: MakeApp, kind: str
) -> None:
    desk.import_document(hostile_document(HOSTILE[kind]))
    app = app_of(desk)
    async with app.run_test(size=(140, 40)) as pilot:
        await press(pilot, "l", "l")
        for line in (await settled(pilot)).splitlines():
            assert not [c for c in line if unicodedata.category(c) in ("Cc", "Cs")]
            assert cell_len(line) <= 140
