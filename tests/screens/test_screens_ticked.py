"""Today asks about what was ticked off in a calendar."""

from __future__ import annotations

from pathlib import Path

from frames import frame
from making import MakeApp, MakeDesk
from piloting import open_page, page, press, until, where

from tui.cases.words import EventKind
from tui.desk.cases.recording import Happening
from tui.wording.wording import Wording

FACTS = {"company": "Severmart [/]", "subject": "Refund", "problem": "refund"}


async def test_it_is_a_line_that_leads_to_record(
    window: MakeDesk, app_of: MakeApp, tmp_path: Path
) -> None:
    desk = window()
    desk.open_case(FACTS)
    desk.record(1, Happening(EventKind.SENT, {"at": "2026-11-16", "channel": "email"}))
    desk.record(1, Happening(EventKind.ASKED, {"due": "2026-11-27", "text": "A photo"}))
    desk.sync_calendar(tmp_path, Wording("en"))
    (file,) = tmp_path.iterdir()
    ticked = b"STATUS:COMPLETED\r\nBEGIN:VALARM"  # not every program says when
    file.write_bytes(file.read_bytes().replace(b"BEGIN:VALARM", ticked))
    desk.sync_calendar(tmp_path, Wording("en"))
    app = app_of(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_page(pilot, "today")
        await until(pilot, lambda: "Ticked off in your calendar 1" in frame(app))
        assert "#1 Severmart [/]: what they asked me for" in frame(app)
        assert page(pilot).case_id == 1
        await press(pilot, "enter")
        assert where(pilot) == "record"
        await press(pilot, "escape")
        desk.record(1, Happening(EventKind.SENT, {"channel": "email"}))
        await until(pilot, lambda: "Ticked off" not in frame(app))
