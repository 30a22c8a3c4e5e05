"""Two windows on one book: nobody is overwritten unasked, and each sees what the other wrote."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest
from frames import frame
from making import MakeApp, MakeDesk
from piloting import notice, open_page, page, press, to_field, until, where, write
from textual.pilot import Pilot

from tui.cases.words import EventKind, Part, Stage
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk

SIZE = (80, 24)
FACTS = {"company": "Severmart", "subject": "Refund, order 4821-77", "problem": "refund"}
Windows = tuple[Pilot[None], Desk, Pilot[None], Desk]


@pytest.fixture
async def windows(window: MakeDesk, app_of: MakeApp) -> AsyncIterator[Windows]:
    """The person's window and its desk, then the other window and its desk."""
    here = window()
    here.open_case(FACTS)
    there = window()
    async with AsyncExitStack() as stack:
        pilots = [
            await stack.enter_async_context(app_of(desk).run_test(size=SIZE))
            for desk in (here, there)
        ]
        yield pilots[0], here, pilots[1], there


async def _look(pilot: Pilot[None]) -> None:
    """What happens every second by itself."""
    pilot.app.call_later(pilot.app._look)  # type: ignore[attr-defined]
    await pilot.pause()


async def _write_part(pilot: Pilot[None], part: Part, text: str) -> None:
    for _ in Part:
        if page(pilot)._part is part:  # type: ignore[attr-defined]
            break
        await press(pilot, "tab")
    await write(pilot, text)


async def test_the_same_part_twice_is_told_and_keeps_both(windows: Windows) -> None:
    here, _, there, desk = windows
    for pilot in (here, there):
        await open_page(pilot, "compose", case_id=1)
    await _write_part(there, Part.PROBLEM, "Theirs.")
    await press(there, "ctrl+s")
    await _write_part(here, Part.PROBLEM, "Mine.")
    await press(here, "ctrl+s")
    assert where(here) == "compose"
    assert "Another window changed" in notice(here)
    assert "“Theirs.”" in notice(here)
    assert page(here).own[Part.PROBLEM] == "Mine."  # type: ignore[attr-defined]
    assert desk.case(1).details == "Theirs."
    # Esc says it once more, then leaves; the text waits as a draft beside the other's.
    await press(here, "escape", "escape")
    assert where(here) == "board"
    await open_page(here, "compose", case_id=1)
    assert page(here).own[Part.PROBLEM] == "Mine."  # type: ignore[attr-defined]
    await press(here, "ctrl+s")
    assert desk.case(1).details == "Theirs."
    await press(here, "ctrl+s")
    await _look(there)
    assert desk.case(1).details == "Mine."
    desk.undo()
    assert desk.case(1).details == "Theirs."


async def test_different_parts_merge_and_are_shown(windows: Windows) -> None:
    here, desk, there, _ = windows
    for pilot in (here, there):
        await open_page(pilot, "compose", case_id=1)
    await _write_part(there, Part.RESULT, "Refund by 4 December 2026.")
    await press(there, "ctrl+s")
    await _write_part(here, Part.PROBLEM, "Paid, not delivered.")
    await _look(here)
    await until(here, lambda: "Refund by 4 December" in frame(here.app))
    assert page(here).own[Part.PROBLEM] == "Paid, not delivered."  # type: ignore[attr-defined]
    await press(here, "ctrl+s")
    case = desk.case(1)
    assert (case.details, case.expected_result) == (
        "Paid, not delivered.", "Refund by 4 December 2026."
    )  # fmt: skip


async def test_a_draft_that_comes_back_undoes_nobody(windows: Windows, app_of: MakeApp) -> None:
    """Only what was typed is in a draft, not the fields that stood around it."""
    here, desk, _, other = windows
    await open_page(here, "facts", case_id=1)
    await to_field(here, "company")
    await write(here, "X")
    here.app.save_now()  # type: ignore[attr-defined]
    other.edit(1, {"tags": "urgent"})
    desk.look_again()
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "facts", case_id=1)
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "board")
    assert desk.case(1).tags == ("urgent",)
    assert desk.case(1).company == "SevermartX"


async def test_the_same_fact_twice_is_told(windows: Windows) -> None:
    here, desk, _, other = windows
    await open_page(here, "facts", case_id=1)
    await to_field(here, "company")
    await write(here, "X")
    other.edit(1, {"company": "Hostwerk"})
    await press(here, "ctrl+s")
    assert where(here) == "facts"
    assert "Another window changed" in notice(here)
    assert "“Hostwerk”" in notice(here)
    assert desk.case(1).company == "Hostwerk"
    await press(here, "ctrl+s")
    assert desk.case(1).company == "SevermartX"
    desk.undo()
    assert desk.case(1).company == "Hostwerk"


async def test_the_same_fact_of_a_company_twice_is_told(windows: Windows) -> None:
    here, desk, _, other = windows
    await open_page(here, "company", name="Severmart")
    await to_field(here, "hours")
    await write(here, "10:00-12:00")
    other.save_company("Severmart", {"hours": "09:00-17:00", "note": "Ask for Ivan"})
    await press(here, "ctrl+s")
    assert "“09:00-17:00”" in notice(here)
    assert desk.company("Severmart").hours == "09:00-17:00"
    await press(here, "ctrl+s")
    saved = desk.company("Severmart")
    assert (saved.hours, saved.note) == ("10:00-12:00", "Ask for Ivan")


async def test_a_draft_that_comes_back_overwrites_nobody(windows: Windows, app_of: MakeApp) -> None:
    """It was begun before the other wrote: that is told as if the window had stayed open."""
    here, desk, _, other = windows
    await open_page(here, "facts", case_id=1)
    await to_field(here, "company")
    await write(here, "X")
    here.app.save_now()  # type: ignore[attr-defined]
    other.edit(1, {"company": "Hostwerk"})
    desk.look_again()
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "facts", case_id=1)
        await press(pilot, "ctrl+s")
        assert "“Hostwerk”" in notice(pilot)
    assert desk.case(1).company == "Hostwerk"


async def test_what_the_other_writes_appears_and_the_cursor_stays(windows: Windows) -> None:
    here, _, _, other = windows
    other.open_case({**FACTS, "subject": "Second", "company": "Hostwerk"})
    await _look(here)
    await until(here, lambda: "Second" in frame(here.app))
    await press(here, "G")
    chosen = page(here).case_id
    other.record(chosen, Happening(EventKind.SENT, {"channel": "chat", "reference": "55-10"}))
    other.open_case({**FACTS, "subject": "Third"})
    await _look(here)
    await until(here, lambda: "Waiting 1" in frame(here.app))
    assert page(here).case_id == chosen
    assert other.case(chosen).stage is Stage.WAITING
    await press(here, "enter")
    assert where(here) == "case"
    other.record(chosen, Happening(EventKind.REFUSED, {"text": "Too late, they say"}))
    await _look(here)
    await until(here, lambda: "Too late, they say" in frame(here.app))


async def test_a_hidden_screen_looks_again_when_it_is_back(windows: Windows) -> None:
    here, _, _, other = windows
    await press(here, "t")
    other.open_case({**FACTS, "subject": "Second"})
    await _look(here)
    await press(here, "b")
    assert "Draft 2" in frame(here.app)


@pytest.mark.parametrize(
    ("name", "about"),
    [
        ("case", {}), ("channels", {}), ("escalate", {}), ("record", {}), ("working", {}),
        ("letter", {}),
    ],
)  # fmt: skip
async def test_a_case_taken_back_elsewhere_closes_its_screen(
    windows: Windows, name: str, about: dict[str, object]
) -> None:
    here, _, _, other = windows
    await press(here, "enter")
    if name != "case":
        await open_page(here, name, case_id=1, **about)
    other.undo()
    await _look(here)
    await until(here, lambda: where(here) == "board")
    assert "#1" not in frame(here.app)


async def test_an_event_taken_back_closes_its_screen(windows: Windows) -> None:
    here, desk, _, _ = windows
    desk.record(1, Happening(EventKind.NOTE, {"text": "a note"}))
    await press(here, "enter", "enter")
    assert where(here) == "happened"
    await press(here, "u")
    await until(here, lambda: where(here) == "case")
    assert desk.case(1).timeline == ()


@pytest.mark.parametrize("form", ["compose", "facts", "event", "call"])
async def test_text_about_a_case_taken_back_stays_until_one_leaves(
    windows: Windows, form: str
) -> None:
    here, _, _, other = windows
    about = {"kind": "note"} if form == "event" else {}
    await open_page(here, form, case_id=1, **about)
    await write(here, "words")
    other.undo()
    await _look(here)
    await here.pause()
    await press(here, "ctrl+s")
    assert where(here) == form
    assert notice(here)
    await press(here, "escape", "escape")
    assert where(here) == "board"


async def test_undo_takes_back_and_says_what(windows: Windows) -> None:
    here, desk, there, _ = windows
    desk.record(1, Happening(EventKind.NOTE, {"text": "a note"}))
    await _look(there)
    await press(there, "u")
    assert "Taken back" in notice(there)
    await _look(here)
    assert desk.case(1).timeline == ()
    await press(here, "u", "u")  # a whole case is asked for
    await until(here, lambda: "Press n to open your first case" in frame(here.app))
    await press(here, "u")
    assert notice(here)


async def test_a_window_asks_before_it_takes_back_what_the_other_opened(windows: Windows) -> None:
    _, here, pilot, _ = windows
    await press(pilot, "u")
    assert notice(pilot) == (
        "Next is the new case with Severmart, with all that is in it. u again takes that back."
    )
    assert here.case(1)
    await press(pilot, "u")
    await until(pilot, lambda: notice(pilot).startswith("Taken back: the new case"))
