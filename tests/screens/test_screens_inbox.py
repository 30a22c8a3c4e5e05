"""Replies at the keyboard: read, put to a case, judged with what they offer, put aside."""

from __future__ import annotations

from pathlib import Path

from frames import frame
from mail_story import a_mail, put_into, written_to
from making import MakeApp
from piloting import notice, open_page, press, to_field, until, where, write
from textual.pilot import Pilot

from tui.cases.words import Answer, EventKind, Stage
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk

SIZE = (80, 24)
STRANGER = a_mail("Pay at once!", sender="Boss <x@evil.example>", subject="[/b] Kettle")


def brought(desk: Desk, folder: Path, *mails: bytes) -> None:
    written_to(desk)
    desk.take_mail_files([put_into(folder / "M", *mails)])


async def read_first(pilot: Pilot[None]) -> None:
    await press(pilot, "E")
    await until(pilot, lambda: where(pilot) == "inbox")
    await press(pilot, "enter")
    await until(pilot, lambda: where(pilot) == "mail")


async def test_a_reply_is_read_and_judged_with_what_it_offers(
    desk: Desk, app_of: MakeApp, tmp_path: Path
) -> None:
    brought(desk, tmp_path, a_mail(files=(("act.pdf", b"%PDF-1"),)))
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await read_first(pilot)
        shown = frame(pilot.app)
        assert "From: Mia <support@meteor.example>" in shown
        assert "[ ] Their number: CS0045127" in shown
        await press(pilot, "1", "2", "2")
        assert "1 [x] Their number" in frame(pilot.app)
        await press(pilot, "v")
        assert [piece.name for piece in desk.case(1).evidence] == ["act.pdf"]
        await press(pilot, "r")
        await until(pilot, lambda: where(pilot) == "record")
        await press(pilot, "down", "enter")
        await until(pilot, lambda: where(pilot) == "event")
        assert "CS0045127" in frame(pilot.app)
        assert "#1 Record: they answered: partly" in frame(pilot.app)
        await to_field(pilot, "at")
        assert "2026-11-21 12:15" in frame(pilot.app)  # when the mail came
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "inbox")
        last = desk.case(1).timeline[1]  # it took the place of the message
        assert (last.answer, last.reference, last.promise) == (Answer.PARTLY, "CS0045127", None)
        assert desk.inbox() == ()


async def test_of_two_amounts_one_is_taken(desk: Desk, app_of: MakeApp, tmp_path: Path) -> None:
    brought(desk, tmp_path, a_mail("We refund 900 EUR of 1000 EUR."))
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await read_first(pilot)
        await press(pilot, "1", "2")
        shown = frame(pilot.app)
        assert "1 [ ] An amount: €900" in shown
        assert "2 [x] An amount: €1,000" in shown


async def test_all_mails_of_a_case_are_told_by_one_key(
    desk: Desk, app_of: MakeApp, tmp_path: Path
) -> None:
    brought(desk, tmp_path, a_mail(), a_mail("Another.", message_id="<r2@meteor.example>"))
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await press(pilot, "E")
        await until(pilot, lambda: where(pilot) == "inbox")
        await press(pilot, "T")
        assert "The mails of #1 stay there" in notice(pilot)
        assert (desk.inbox(), len(desk.case(1).timeline)) == ((), 3)
        await press(pilot, "u")
        assert len(desk.inbox()) == 2


async def test_a_stranger_is_put_to_a_case_by_hand_and_taken_back(
    desk: Desk, app_of: MakeApp, tmp_path: Path
) -> None:
    brought(desk, tmp_path, STRANGER)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await read_first(pilot)
        assert "comes from evil.example, which is not known as theirs" in frame(pilot.app)
        assert "[/b] Kettle" in frame(pilot.app)
        await press(pilot, "r")
        assert "Put it to a case first: a." in notice(pilot)
        await press(pilot, "a")
        await until(pilot, lambda: where(pilot) == "attach")
        await until(pilot, lambda: "#1 Meteor" in frame(pilot.app))
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "mail")
        assert desk.case(1).timeline[-1].kind is EventKind.RECEIVED
        await press(pilot, "a")
        await until(pilot, lambda: where(pilot) == "attach")
        assert "Mail 1 moves from #1 to" in frame(pilot.app)
        await press(pilot, "escape", "t")
        assert desk.case(1).timeline[-1].automatic
        assert desk.case(1).stage is Stage.WAITING
        await press(pilot, "u", "u")
        assert len(desk.case(1).timeline) == 1
        await press(pilot, "x")
        await until(pilot, lambda: where(pilot) == "inbox")
        assert "Nothing waits here." in frame(pilot.app)
        await press(pilot, "u")
        assert "Boss" in frame(pilot.app)
        await press(pilot, "n")
        await until(pilot, lambda: where(pilot) == "facts")
        assert desk.case(2).company == "evil.example"


async def test_a_refusal_that_was_ticked_is_what_is_recorded(
    desk: Desk, app_of: MakeApp, tmp_path: Path
) -> None:
    brought(desk, tmp_path, a_mail("We refuse the refund. This decision is final."))
    async with app_of(desk).run_test(size=SIZE) as pilot:
        for digits, title, is_final in (("1", "they refused", False), ("12", "last word", True)):
            await read_first(pilot)
            await press(pilot, *digits, "r")
            await until(pilot, lambda: where(pilot) == "record")
            await press(pilot, "enter")
            await until(pilot, lambda: where(pilot) == "event")
            assert title in frame(pilot.app).splitlines()[0]
            await press(pilot, "ctrl+s")
            await until(pilot, lambda: where(pilot) == "inbox")
            last = desk.case(1).timeline[-1]
            assert (last.kind, last.final) == (EventKind.REFUSED, is_final)
            await press(pilot, "u", "escape")


async def test_a_receipt_brings_the_number_that_was_ticked(
    desk: Desk, app_of: MakeApp, tmp_path: Path
) -> None:
    brought(desk, tmp_path, a_mail("Your number is CS0045127."))
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await read_first(pilot)
        await press(pilot, "1", "t")
        assert "Their number: CS0045127." in notice(pilot)
    case = desk.case(1)
    assert case.stage is Stage.WAITING
    assert [one.number for one in case.references] == ["CS0045127"]


async def test_what_was_put_aside_is_listed_found_and_brought_back(
    desk: Desk, app_of: MakeApp, tmp_path: Path
) -> None:
    brought(desk, tmp_path, STRANGER)
    desk.ignore_mail(1)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await press(pilot, "E")
        await until(pilot, lambda: where(pilot) == "inbox")
        assert "Boss" not in frame(pilot.app)
        await press(pilot, "i")
        assert "Put aside 1" in frame(pilot.app)
        await press(pilot, "x")
        assert "It is in the Inbox again." in notice(pilot)
        await press(pilot, "i")
        assert "Boss" in frame(pilot.app)
        await press(pilot, "x", "escape", "F")
        await until(pilot, lambda: where(pilot) == "find")
        await write(pilot, "pay at on")
        assert "Mails of no case 1" in frame(pilot.app)
        await press(pilot, "enter")
        await until(pilot, lambda: where(pilot) == "mail")


async def test_a_chat_that_was_pasted_offers_the_same(desk: Desk, app_of: MakeApp) -> None:
    written_to(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "transcript", case_id=1)
        await to_field(pilot, "transcript")
        await write(pilot, "Mia: your ticket number is CS0045127.\nWe reply by 27 November.")
        await press(pilot, "f8")
        await until(pilot, lambda: where(pilot) == "offers")
        assert "your ticket number is CS0045127." in frame(pilot.app)
        await press(pilot, "enter", "down", "enter", "escape")
        await until(pilot, lambda: where(pilot) == "transcript")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) != "transcript")
        last = desk.case(1).timeline[-1]
        assert (last.reference, str(last.promise)) == ("CS0045127", "2026-11-27")


async def test_what_was_folded_away_is_shown(desk: Desk, app_of: MakeApp, tmp_path: Path) -> None:
    text = "Thanks.\n\nOn Fri, Nov 20, 2026 at 9:58 AM Anna <anna@example.org> wrote:\n\n> It leaks"
    verdict = (("Authentication-Results", "mx.example.org; dmarc=pass"),)
    brought(desk, tmp_path, a_mail(text, headers=verdict))
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await read_first(pilot)
        assert "It leaks" not in frame(pilot.app)
        await press(pilot, "f", "G")
        assert "It leaks" in frame(pilot.app)
        assert "dmarc=pass" in frame(pilot.app)
    assert desk.case(1).stage is Stage.MY_MOVE
    desk.record(1, Happening(EventKind.ASKED, {"text": "x"}))


async def test_the_number_in_an_automatic_reply_is_offered_where_the_case_is_read(
    desk: Desk, app_of: MakeApp, tmp_path: Path
) -> None:
    brought(desk, tmp_path, a_mail(headers=(("Auto-Submitted", "auto-replied"),)))
    assert desk.inbox() == ()  # it went to its case by itself, and stops no clock
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "case", case_id=1)
        assert "CS0045127" in frame(pilot.app)
        await press(pilot, "enter")
        await until(pilot, lambda: where(pilot) == "happened")
        await press(pilot, "1")
        assert "1 [x] Their number: CS0045127" in frame(pilot.app)
        await press(pilot, "r")
        await until(pilot, lambda: where(pilot) == "record")
        await press(pilot, *["down"] * 6, "enter")  # only a receipt
        await until(pilot, lambda: where(pilot) == "event")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) != "event")
        last = desk.case(1).timeline[-1]
        assert (last.answer, last.reference) == (Answer.RECEIPT, "CS0045127")
        assert desk.case(1).stage is Stage.WAITING
        assert desk.case_view(1).offered == ()
