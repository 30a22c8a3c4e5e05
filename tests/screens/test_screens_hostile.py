"""Other people's text is data: shown as written, never obeyed, on every screen."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from frames import frame
from hostile import HOSTILE, hostile_document
from making import MakeApp
from piloting import notice, open_page, press, to_field, until, where, write
from rich.cells import cell_len
from textual.app import App
from textual.filter import LineFilter

from tui.app import UpheldApp
from tui.desk.desk import Desk
from tui.wording.wording import Wording

SIZE = (80, 24)
_BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")


class Unfiltered(UpheldApp):
    """Without the last line of defence: what the screens let through is seen."""

    def get_line_filters(self) -> list[LineFilter]:
        return []


def _screens(name: str) -> tuple[tuple[str, dict[str, Any]], ...]:
    case: dict[str, Any] = {"case_id": 1}
    return (
        ("board", {}), ("today", {}), ("companies", {}), ("company", {"name": name}),
        ("case", case), ("happened", {**case, "event_id": 1}),
        ("new", {}), ("facts", case), ("channels", case), ("prepare", case), ("profiles", {}),
        ("compose", case), ("compose", {**case, "step": "reasons"}), ("letter", case),
        *(("send", {**case, "channel": c}) for c in ("email", "chat", "form", "social", "letter")),
        ("transcript", case), ("kinds", {**case, "chosen": str}),
        ("call", case), ("record", case), ("event", {**case, "kind": "sent"}),
        ("escalate", case), ("working", case), ("case", {"case_id": 2}), ("letter", {"case_id": 2}),
        ("working", {"case_id": 2}), ("scoreboard", {"name": name}), ("calendar", {}),
        ("statistics", {}),
    )  # fmt: skip


def _assert_harmless(app: App[None]) -> None:
    for line in frame(app).splitlines():
        bad = [c for c in line if unicodedata.category(c) in ("Cc", "Cs") or c in _BIDI]
        assert not bad, (where_is(app), line)
        assert cell_len(line) <= SIZE[0]
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            if segment.style:
                assert not segment.style.link
                assert "@click" not in segment.style.meta


def where_is(app: App[None]) -> str:
    return type(app.screen).__name__


@pytest.mark.parametrize("kind", HOSTILE)
async def test_every_screen_shows_it_and_obeys_nothing(desk: Desk, kind: str) -> None:
    text = HOSTILE[kind]
    desk.import_document(hostile_document(text))
    before = desk.case(1)
    app = Unfiltered(desk, Wording("en"))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        # What is wide or long is so everywhere: some of the screens for each of them.
        some = {"wide": slice(0, None, 4), "long": slice(1, None, 5), "controls": slice(0, None, 3)}
        for name, about in _screens(before.company)[some.get(kind, slice(None))]:
            await open_page(pilot, name, **about)
            assert where(pilot) == name
            _assert_harmless(app)
            if kind == "markup":
                assert _has_brackets(name, frame(app)), frame(app)
            await press(pilot, "escape")
        assert not app._exit
    after = desk.case(1)
    assert after == before, "a screen that was only opened changed what stands in the book"


def _has_brackets(name: str, shown: str) -> bool:
    """Where the company or the subject stands, all of it that there is room for is there."""
    elsewhere = (
        "new",
        "record",
        "event",
        "escalate",
        "working",
        "prepare",
        "profiles",
        "kinds",
        "calendar",
        "statistics",
    )
    in_public = "Send: social network" in shown  # nothing that could tell who I am
    return name in (*elsewhere, "transcript") or in_public or "[/foo] " in shown


@pytest.mark.parametrize("kind", ["markup", "controls"])
async def test_messages_and_lists_of_commands_stay_text(
    desk: Desk, app_of: MakeApp, kind: str
) -> None:
    text = HOSTILE[kind]
    desk.import_document(hostile_document(text))
    app = Unfiltered(desk, Wording("en"))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "slash")
        await write(pilot, text)
        _assert_harmless(app)
        await press(pilot, "escape")
        app.say(text, title=text)
        await pilot.pause()
        await pilot.pause()
        _assert_harmless(app)
        await press(pilot, "colon")
        await write(pilot, text)
        _assert_harmless(app)
        await press(pilot, "enter")
        await until(pilot, lambda: where(pilot) == "board")
        desk.open_case({"company": text, "subject": text, "problem": "refund"})
        await press(pilot, "u")
        assert "[31m" in notice(pilot) or "[/foo] [URGENT]" in frame(app)
        _assert_harmless(app)
        await open_page(pilot, "facts", case_id=1)
        await to_field(pilot, "amount")
        await write(pilot, text)
        await press(pilot, "ctrl+s")
        assert notice(pilot)
        _assert_harmless(app)
        assert not app._exit


async def test_hostile_text_can_be_written_sent_and_read_again(desk: Desk) -> None:
    """Typed into the form of a new case, it comes out in the letter as it went in."""
    text = HOSTILE["markup"][:60]
    app = Unfiltered(desk, Wording("en"))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "n")
        form = app.screen.query_one("#form")
        form.fill({"company": text, "subject": text, "details": text})  # type: ignore[attr-defined]
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "ladders")
        await press(pilot, "escape")
        await until(pilot, lambda: where(pilot) == "channels")
        await open_page(pilot, "letter", case_id=1)
        assert text in frame(app)
        _assert_harmless(app)
    assert desk.case(1).subject == text
