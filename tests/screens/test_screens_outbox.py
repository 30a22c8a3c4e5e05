"""The outbox at the keyboard: what is unknown or refused is read, decided, written anew."""

from __future__ import annotations

from frames import frame
from making import MakeApp
from piloting import notice, open_page, press, until, where
from posting_desk import desk_with, here
from smtp_peers import Script

from tui.mail.outgoing import Standing

SIZE = (80, 24)


async def test_what_is_unknown_is_shown_and_decided_by_a_key(app_of: MakeApp) -> None:
    async with Script("taken") as peer:
        desk = desk_with(here(peer.port))
        async with app_of(desk).run_test(size=SIZE) as pilot:
            await open_page(pilot, "post", case_id=1)
            await press(pilot, "enter")
            await until(pilot, lambda: where(pilot) == "outbox")
            assert "? #1" in frame(pilot.app)
            said = " ".join(frame(pilot.app).split())
            assert "may have arrived, or not" in said
            assert "or the log of the mail server (<" in said
            await press(pilot, "a")
            assert "They may get it twice. a again: all the same." in notice(pilot)
            assert desk.outbox()[0].standing is Standing.UNKNOWN
            await press(pilot, "enter")
            await until(pilot, lambda: where(pilot) == "outgoing")
            assert "To: Meteor <help@meteor.example>" in frame(pilot.app)
            await press(pilot, "escape", "a")  # looked at in between: asked anew
            assert desk.outbox()[0].standing is Standing.UNKNOWN
            await press(pilot, "y")
            assert "The outbox is empty." in frame(pilot.app)
    assert [event.kind.value for event in desk.case(1).timeline] == ["sent"]


async def test_beside_a_letter_that_may_have_gone_out_none_is_sent(app_of: MakeApp) -> None:
    async with Script("taken") as peer:
        desk = desk_with(here(peer.port))
        async with app_of(desk).run_test(size=SIZE) as pilot:
            await open_page(pilot, "post", case_id=1)
            await press(pilot, "enter")
            await until(pilot, lambda: where(pilot) == "outbox")
            await open_page(pilot, "post", case_id=1)
            said = " ".join(frame(pilot.app).split())
            assert "Letter 1 of the outbox is for the same step: unknown whether it went" in said
            await press(pilot, "enter")
            assert where(pilot) == "post"
            await press(pilot, "X")
            await until(pilot, lambda: where(pilot) == "outbox")
            desk._office.clock.pass_days(1)  # type: ignore[attr-defined]
            await press(pilot, "x", "escape")
            assert "Warning: Nothing is enclosed" in " ".join(frame(pilot.app).split())
            await press(pilot, "enter")
            await until(pilot, lambda: len(peer.taken) == 2)
    assert [out.standing.value for out in desk.outbox(whole=True)] == ["dropped", "unknown"]


async def test_a_wrong_address_is_written_to_anew(app_of: MakeApp) -> None:
    async with Script(rcpt="550 no such user") as peer:
        desk = desk_with(here(peer.port))
        async with app_of(desk).run_test(size=SIZE) as pilot:
            await open_page(pilot, "post", case_id=1)
            await press(pilot, "enter")
            await until(pilot, lambda: where(pilot) == "outbox")
            said = " ".join(frame(pilot.app).split())
            assert "Sent again it goes to help@meteor.example as before." in said
            await press(pilot, "c")
            await until(pilot, lambda: where(pilot) == "compose")
    assert [out.standing for out in desk.outbox(whole=True)] == [Standing.DROPPED]


async def test_send_again_and_drop(app_of: MakeApp) -> None:
    async with Script(mail="550 no") as peer:
        desk = desk_with(here(peer.port))
        async with app_of(desk).run_test(size=SIZE) as pilot:
            await open_page(pilot, "post", case_id=1)
            await press(pilot, "enter")
            await until(pilot, lambda: where(pilot) == "outbox")
            assert "550 no" in " ".join(frame(pilot.app).split())
            peer.answers.clear()
            await press(pilot, "a")
            await until(pilot, lambda: "The outbox is empty." in frame(pilot.app))
            assert len(peer.taken) == 1
            peer.answers["mail"] = "550 no"
            await open_page(pilot, "post", case_id=1)
            await press(pilot, "enter")
            await until(pilot, lambda: "! #1" in frame(pilot.app))
            await press(pilot, "x")
            assert "The outbox is empty." in frame(pilot.app)
