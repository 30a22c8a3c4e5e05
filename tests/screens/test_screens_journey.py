"""One problem from the empty book to its outcome, with nothing but keys."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import MakeApp
from frames import frame
from piloting import notice, press, to_field, until, where, write
from textual.pilot import Pilot

from tui.cases.case import Case
from tui.cases.words import EventKind, Outcome, Stage
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.wording.wording import Wording

SIZE = (80, 24)


async def _open_the_case(pilot: Pilot[None], words: Wording) -> None:
    await press(pilot, "n")
    assert where(pilot) == "new"
    await write(pilot, "Severmart")
    await press(pilot, "tab", "right", "right")  # technical, billing, refund
    await press(pilot, "tab")
    await write(pilot, "Refund 12 490 ₽, order 4821-77")
    await press(pilot, "tab", "tab", "tab")
    await write(pilot, "order 4821-77")
    await press(pilot, "enter")
    await write(pilot, "12490 RUB")
    await press(pilot, "tab")
    await write(pilot, "Paid on 20 October 2026. Nothing was delivered by 8 November 2026.")
    await press(pilot, "ctrl+s")
    await until(pilot, lambda: where(pilot) == "channels")


async def _compose(pilot: Pilot[None]) -> None:
    await press(pilot, "enter")
    assert where(pilot) == "compose"
    await write(pilot, "I ask you to refund 12 490 ₽ by 4 December 2026.")
    await press(pilot, "ctrl+l")
    await until(pilot, lambda: where(pilot) == "letter")


async def _record_the_letter(pilot: Pilot[None], number: str, promise: str) -> None:
    await press(pilot, "s")
    await until(pilot, lambda: where(pilot) == "event")
    await to_field(pilot, "reference")
    await write(pilot, number)
    await to_field(pilot, "promise")
    await write(pilot, promise)
    await press(pilot, "ctrl+s")
    await until(pilot, lambda: where(pilot) == "case")


async def _choose(pilot: Pilot[None], text: str) -> None:
    """Put the cursor of a list on the row with these words, and press Enter."""
    rows = pilot.app.screen.query_one("#rows")
    for _ in range(30):
        if text in _under_cursor(rows):
            await press(pilot, "enter")
            return
        await press(pilot, "j")
    raise AssertionError(f"no row says {text}")


def _under_cursor(rows: object) -> str:
    lines = rows._rows[rows.cursor].lines  # type: ignore[attr-defined]
    return "".join(span.text for line in lines for span in line)


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_from_problem_to_outcome(
    desk: Desk, app_of: MakeApp, clock: FixedClock, language: str
) -> None:
    app, words = app_of(desk, language), Wording(language)
    desk.save_language(language)

    def case() -> Case:
        return desk.case(1)

    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert words.t("Press n to open your first case: with whom, what about, how urgent.")[
            :40
        ] in frame(app)
        await _open_the_case(pilot, words)
        assert case().stage is Stage.DRAFT
        assert (case().company, case().amount and case().amount.currency) == ("Severmart", "RUB")
        assert case().language == language

        await _compose(pilot)
        assert "12 490 ₽ by 4 December" in case().expected_result
        assert "4821-77" in frame(app)
        await _record_the_letter(pilot, "55-10", "+3wd")
        assert case().stage is Stage.WAITING
        assert [r.number for r in case().references] == ["55-10"]
        assert {d.due for d in case().open_deadlines} >= {date(2026, 11, 25)}
        assert "55-10" in frame(app)

        clock.pass_days(4)
        await press(pilot, "escape", "t")
        assert words.n("{count} day late", "{count} days late", 1) in frame(app)
        assert words.t("They broke it") in frame(app)
        await press(pilot, "b")
        assert words.n("! {count} late", "! {count} late", 1) in frame(app)

        await press(pilot, "r")
        await _choose(pilot, words.t("They refused"))
        await until(pilot, lambda: where(pilot) == "event")
        await press(pilot, "tab")
        await write(pilot, "Outside the return window")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "board")
        assert case().stage is Stage.MY_MOVE
        assert case().timeline[-1].kind is EventKind.REFUSED

        await press(pilot, "enter", "e")
        assert words.t("open now") in frame(app)
        await press(pilot, "enter")
        await until(pilot, lambda: where(pilot) == "compose")
        await press(pilot, "ctrl+l")
        await until(pilot, lambda: where(pilot) == "letter")
        assert "55-10" in frame(app)
        await _record_the_letter(pilot, "55-11", "")
        assert case().stage is Stage.ESCALATED
        assert case().step == "reasons"

        await press(pilot, "x")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "case")
        assert (case().stage, case().outcome) == (Stage.CLOSED, Outcome.UPHELD)
        await press(pilot, "u")
        assert case().stage is Stage.ESCALATED
        assert case().outcome is None
        assert "#1" in notice(pilot)
