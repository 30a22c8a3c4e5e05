"""Companies with their scoreboard, the statistics, and a review of what is closed."""

from __future__ import annotations

import pytest
from frames import frame
from lettering import SOUND
from making import MakeApp
from piloting import (
    notice,
    open_page,
    page,
    press,
    resize,
    settled,
    under_cursor,
    until,
    where,
    write,
)

from tui.cases.words import EventKind
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk
from tui.widgets.rows import Rows

SIZE = (80, 24)
# To a body with which a social network does not count; then all came back.
TO_A_REGULATOR = (
    (EventKind.SENT, {"channel": "form", "step": "request"}),
    (EventKind.ESCALATED, {"channel": "form", "step": "regulator"}),
    (EventKind.ANSWERED, {"answer": "solved", "refund": "12490 RUB"}),
    (EventKind.CLOSED, {"outcome": "upheld"}),
)


async def test_from_the_companies_to_a_case_and_to_the_form(sample: Desk, app_of: MakeApp) -> None:
    """Enter shows what came of it, Enter again an open case; f changes the facts."""
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await press(pilot, "m")
        pilot.app.screen.query_one(Rows).select("Fernline")
        await pilot.pause()
        assert "1 of 1 upheld" in under_cursor(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: where(pilot) == "scoreboard")
        assert all(
            text in frame(pilot.app)
            for text in ("Open cases 1", "complaints@fernline.example", "Promises      0 of 1 kept")
        )
        await press(pilot, "enter")
        await until(pilot, lambda: where(pilot) == "case")
        assert page(pilot).case_id == 30
        await press(pilot, "escape", "f")
        await until(pilot, lambda: where(pilot) == "company")
        await press(pilot, "escape", "S")
        await until(pilot, lambda: where(pilot) == "statistics")
        assert "Fernline" in frame(pilot.app).splitlines()[0]
        await press(pilot, "escape", "m", "f")
        await until(pilot, lambda: where(pilot) == "company")


async def test_a_company_of_which_only_cases_know(desk: Desk, app_of: MakeApp) -> None:
    case = desk.open_case({"company": "Meteor", "subject": "x", "problem": "refund"})
    desk.record(case.id, Happening(EventKind.SENT, {"channel": "email"}))
    store = desk._office.store
    store._companies = {}  # type: ignore[attr-defined] - as a book that was put together by hand
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "scoreboard", name="meteor")
        assert "Meteor" in frame(pilot.app).splitlines()[0]
        assert "No contact point yet" in frame(pilot.app)


async def test_the_statistics_tell_and_lead_on(sample: Desk, app_of: MakeApp) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await press(pilot, "S")
        await until(pilot, lambda: where(pilot) == "statistics")
        told = sample.statistics()
        shown = frame(pilot.app)
        assert f"{told.score.open} open, {told.score.closed} closed" in shown
        late = told.late[0]
        assert f"#{late.card.id} {late.card.company}" in under_cursor(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: where(pilot) == "case")
        assert page(pilot).case_id == late.card.id
        await press(pilot, "escape", "G", "enter")
        await until(pilot, lambda: where(pilot) == "scoreboard")


async def test_every_line_of_the_statistics_can_be_read(sample: Desk, app_of: MakeApp) -> None:
    """The cursor leaps from a case to a company, but never over what stands between them."""
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await open_page(pilot, "statistics")
        rows = pilot.app.screen.query_one("#rows", Rows)
        lines = sum(len(row.lines) for row in rows._rows)
        seen = set(range(rows.size.height))
        for key in ["j"] * lines + ["k"] * lines:
            before = rows.scroll_offset.y
            await pilot.press(key)
            assert abs(rows.scroll_offset.y - before) < rows.size.height
            seen |= set(range(rows.scroll_offset.y, rows.scroll_offset.y + rows.size.height))
        assert seen >= set(range(lines))
        await press(pilot, "g", "pagedown", "pagedown")
        assert rows.scroll_offset.y > 20
        # What is not seen is not opened.
        await press(pilot, "g")
        rows._scroll(25)
        await press(pilot, "enter")
        assert where(pilot) == "statistics"


async def test_charts_in_two_columns_where_there_is_room(sample: Desk, app_of: MakeApp) -> None:
    async with app_of(sample).run_test(size=(140, 45)) as pilot:
        await open_page(pilot, "statistics")
        assert "By stage" in frame(pilot.app)
        more = pilot.app.screen.query_one("#more", Rows)
        assert more.size.width > 50
        await resize(pilot, *SIZE)
        assert more.size.width == 0
        titles = {"By stage", "Opened and closed", "Outcomes", "Days to the outcome"}
        rows = pilot.app.screen.query_one("#rows", Rows)
        assert titles <= {"".join(s.text for s in row.lines[0]).strip() for row in rows._rows}


async def test_bars_are_ascii_where_that_is_wished(sample: Desk, app_of: MakeApp) -> None:
    sample.save_setting("drawing", "ascii")
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await open_page(pilot, "statistics")
        assert "####" in frame(pilot.app)
        assert "█" not in frame(pilot.app)


async def test_an_empty_book_says_that_there_is_nothing(desk: Desk, app_of: MakeApp) -> None:
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await press(pilot, "S")
        assert "nothing to count" in frame(pilot.app)
        await press(pilot, "S", "escape")
        assert where(pilot) == "board"


@pytest.mark.parametrize("key", ["V", "М"])
async def test_a_review_of_a_closed_case_without_personal_data(
    sample: Desk, app_of: MakeApp, key: str
) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await open_page(pilot, "case", case_id=12)
        assert "V: write a public review of it." in frame(pilot.app)
        await press(pilot, key)
        await until(pilot, lambda: where(pilot) == "compose")
        letter = page(pilot)._made.letter.text()  # type: ignore[attr-defined]
        assert "Staylink" in letter
        for secret in ("7731-0526", "*2210", "SL-2087", "Femke", "@"):
            assert secret not in letter, secret


async def test_the_review_goes_out_as_it_is_written(desk: Desk, app_of: MakeApp) -> None:
    case = desk.open_case({**SOUND, "playbook": "ru-marketplace", "details": "Two words."})
    for kind, told in TO_A_REGULATOR:
        desk.record(case.id, Happening(kind, told, anyway=True))
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "case", case_id=case.id)
        await press(pilot, "V")
        await until(pilot, lambda: where(pilot) == "compose")
        await write(pilot, "They paid at last.")
        await press(pilot, "ctrl+l")
        await until(pilot, lambda: where(pilot) == "send")
        assert "error" not in frame(pilot.app)
        await press(pilot, "y")
        written = desk.compose(case.id, template="review").letter.text()
        assert pilot.app.clipboard == written
        assert "They paid at last." in written


async def test_there_is_no_review_of_a_draft(sample: Desk, app_of: MakeApp) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await open_page(pilot, "case", case_id=33)
        assert "public review" not in frame(pilot.app)
        await press(pilot, "V")
        assert "nothing to review" in notice(pilot)


async def test_what_is_read_of_the_statistics_stays_when_the_terminal_is_resized(
    sample: Desk, app_of: MakeApp
) -> None:
    async with app_of(sample).run_test(size=(80, 24)) as pilot:
        await press(pilot, "S")
        await until(pilot, lambda: where(pilot) == "statistics")
        await settled(pilot)
        await press(pilot, "down", "down", "pagedown")
        top = pilot.app.screen.query_one("#rows", Rows).scroll_offset.y
        assert top > 0
        for columns in (81, 80):
            await resize(pilot, columns, 24)
            await settled(pilot)
            assert pilot.app.screen.query_one("#rows", Rows).scroll_offset.y == top
