"""A mail of the Inbox that may be an answer, where the screens tell how a case stands."""

from __future__ import annotations

from pathlib import Path

from frames import frame
from mail_story import a_mail, put_into, written_to
from making import MakeApp
from piloting import notice, press, until, where

from tui.desk.desk import Desk
from tui.store.contract import Change

SIZE = (80, 24)
STRANGER = a_mail("We have paid.", sender="Ann <x@elsewhere.example>")


async def test_it_is_counted_and_comes_first(desk: Desk, app_of: MakeApp, tmp_path: Path) -> None:
    written_to(desk)
    desk.take_mail_files([put_into(tmp_path / "M", STRANGER)])
    async with app_of(desk).run_test(size=SIZE) as pilot:
        shown = frame(pilot.app)
        assert "> 0 my move  1 mail" in shown.splitlines()[0]
        assert "#1 Next: read mail 1 in the Inbox" in shown
        await press(pilot, "t")
        await until(pilot, lambda: where(pilot) == "today")
        shown = frame(pilot.app)
        assert "I owe 1" in shown
        assert "1 mail waits in the Inbox: E." in shown
        await press(pilot, "enter")
        await until(pilot, lambda: where(pilot) == "case")
        shown = frame(pilot.app)
        assert "Mail 1 of 21 November 2026 waits in the Inbox" in " ".join(shown.split())


async def test_undo_names_what_lies_behind_a_letter_that_went_out(
    desk: Desk, app_of: MakeApp
) -> None:
    written_to(desk)
    sent = Change(verb="mail_sent", case=1, at=desk.moment(), undoable=False)
    with desk._office.store.writing(sent) as book:
        book.put_document("outbox", {"case": 1, "queued_at": "2026-11-22T10:00:00Z"})
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await press(pilot, "u")
        assert "Before it stands" in " ".join(notice(pilot).split())
        await press(pilot, "u")
        assert "Taken back: " in notice(pilot)
