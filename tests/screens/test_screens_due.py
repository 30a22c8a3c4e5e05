"""What becomes due while the app is open."""

from __future__ import annotations

from making import MakeApp, MakeDesk
from piloting import notice, press, until

from tui.cases.words import EventKind
from tui.clock import FixedClock
from tui.desk.cases.recording import Happening

FACTS = {"company": "Severmart [/]", "subject": "Refund", "problem": "refund"}


async def test_it_is_said_once_until_the_next_key(
    window: MakeDesk, app_of: MakeApp, clock: FixedClock
) -> None:
    desk = window()
    desk.open_case(FACTS)
    texts = {"at": "2026-11-20", "channel": "email", "due": "2026-11-22"}
    desk.record(1, Happening(EventKind.SENT, texts))
    app = app_of(desk)
    heard: list[str] = []
    app.send_signal = heard.append  # type: ignore[method-assign]
    async with app.run_test(size=(80, 24)) as pilot:
        app.call_later(app._look)
        await until(pilot, lambda: desk._looked)
        assert notice(pilot) == ""
        clock.pass_days(1)
        app.call_later(app._look)
        await until(pilot, lambda: notice(pilot))
        assert "#1 Severmart [/]: They did not answer by 22 November 2026." in notice(pilot)
        assert heard == ["\a"]
        await press(pilot, "j")
        app.call_later(app._look)
        await pilot.pause()
        assert (notice(pilot), heard) == ("", ["\a"])
