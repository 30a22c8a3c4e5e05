"""Sending: what each channel takes, and what becomes of it."""

from __future__ import annotations

from email import policy
from email.parser import BytesParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from frames import frame
from lettering import SOUND, a_sound_case
from making import ANNA, MakeApp
from piloting import notice, open_page, press, settled, to_field, under_cursor, until, where, write
from pypdf import PdfReader
from textual.pilot import Pilot

from tui.advice.action import Action
from tui.cases.numbers import their_numbers
from tui.cases.words import Channel, EventKind, Stage
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk
from tui.desk.letters.wish import Wish

SIZE = (80, 24)
LETTER = Wish(language="en")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _texts(desk: Desk, channel: Channel, limit: int = 0) -> list[str]:
    return [piece.text for piece in desk.workspace(1, channel, LETTER, limit).pieces]


async def _copied(pilot: Pilot[None], count: int) -> list[str]:
    """What is in the clipboard after each of so many presses of one key."""
    copied = []
    for _ in range(count):
        await press(pilot, "y")
        copied.append(pilot.app.clipboard)
    return copied


async def test_a_mail_is_copied_piece_by_piece(desk: Desk, app_of: MakeApp) -> None:
    a_sound_case(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "send", case_id=1, channel="email")
        to, subject, text = await _copied(pilot, 3)
        assert to == "help@meteor.example"
        assert subject == SOUND["subject"]
        assert text.startswith("Dear Meteor team")
        assert text.rstrip().endswith("22 November 2026")
        assert subject not in text
        assert notice(pilot).startswith("Copied: Text.")
        assert frame(pilot.app).count("\n+ ") == 3, "each is marked as copied"
        assert under_cursor(pilot).startswith("+ Text"), "the last one has none after it"


async def test_a_mail_is_written_to_a_file_that_parses(
    desk: Desk, app_of: MakeApp, tmp_path: Path
) -> None:
    a_sound_case(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "send", case_id=1, channel="email")
        await press(pilot, "o", "o")
        one, two = sorted(path.name for path in tmp_path.glob("*.eml"))
        assert (two, one) == ("upheld-1-request-en.eml", "upheld-1-request-en-2.eml")
        assert notice(pilot).endswith(one)
    mail = BytesParser(policy=policy.default).parsebytes((tmp_path / two).read_bytes())
    assert (mail["To"], mail["Subject"]) == ("Meteor <help@meteor.example>", SOUND["subject"])
    body = mail.get_body()
    assert body is not None
    assert SOUND["expected_result"].removesuffix(".")[7:] in body.get_content().replace("\n", " ")


async def test_a_mail_is_handed_to_the_mail_program(desk: Desk, app_of: MakeApp) -> None:
    a_sound_case(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "send", case_id=1, channel="email")
        await press(pilot, "M")
        assert pilot.app.clipboard == desk.mail_link(1, Wish(language="en"))
        assert unquote(pilot.app.clipboard).startswith("mailto:help@meteor.example?subject=Refund")
        assert "clipboard" in notice(pilot)


async def test_a_mail_that_went_out_is_recorded(desk: Desk, app_of: MakeApp) -> None:
    a_sound_case(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "send", case_id=1, channel="email")
        await press(pilot, "s")
        assert where(pilot) == "event"
        assert "help@meteor.example" in frame(pilot.app)
        await to_field(pilot, "reference")
        await write(pilot, "55-10")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: desk.case(1).timeline)
        (sent,) = desk.case(1).timeline
        assert (sent.kind, sent.channel, sent.to) == (
            EventKind.SENT,
            Channel.EMAIL,
            "help@meteor.example",
        )
        assert (sent.reference, sent.override) == ("55-10", "")
        assert sent.step == desk.case(1).step
        assert desk.case(1).stage is Stage.WAITING


async def test_a_letter_of_a_higher_step_is_recorded_as_a_climb(
    desk: Desk, app_of: MakeApp
) -> None:
    a_sound_case(desk)
    desk.record(1, Happening(EventKind.SENT, {"channel": "email"}))
    desk.record(1, Happening(EventKind.REFUSED, {"text": "no"}))
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "send", case_id=1, channel="email", step="reasons")
        await press(pilot, "s")
        assert where(pilot) == "event"
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: desk.case(1).step == "reasons")
        assert desk.case(1).timeline[-1].kind is EventKind.ESCALATED


async def test_a_letter_to_somebody_above_them_does_not_go_to_them(
    desk: Desk, app_of: MakeApp
) -> None:
    a_sound_case(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "send", case_id=1, channel="email", step="higher")
        assert "help@meteor.example" not in frame(pilot.app)
        assert under_cursor(pilot).strip().startswith("Subject")


async def test_a_chat_takes_pieces_of_the_length_that_is_chosen(
    desk: Desk, app_of: MakeApp
) -> None:
    a_sound_case(desk, details=SOUND["details"] + " It is a gift, and it is late." * 12)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "send", case_id=1, channel="chat")
        usual = _texts(desk, Channel.CHAT)
        assert await _copied(pilot, len(usual)) == usual
        assert len(usual) > 1
        assert all(len(piece) <= 600 for piece in usual)
        await press(pilot, "minus")
        assert notice(pilot) == "Pieces of at most 500 characters"
        assert "\n+ " not in frame(pilot.app), "nothing of these is copied yet"
        await press(pilot, "home")
        cut = _texts(desk, Channel.CHAT, 500)
        assert await _copied(pilot, len(cut)) == cut
        await press(pilot, *["plus"] * 7)
        assert len(_texts(desk, Channel.CHAT, 1200)) == 1
        assert under_cursor(pilot).strip().startswith("Message 1")
        await press(pilot, *["minus"] * 20)
        assert notice(pilot) == "Pieces of at most 100 characters", "and no shorter"


async def test_a_chat_is_recorded_with_its_conversation(desk: Desk, app_of: MakeApp) -> None:
    a_sound_case(desk)
    said = "Anna: where is my order?\nOleg: number 55-10, by Wednesday"
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "send", case_id=1, channel="chat")
        await press(pilot, "s")
        assert where(pilot) == "transcript"
        for name, text in {"reference": "55-10", "promise": "2026-11-25", "agent": "Oleg"}.items():
            await to_field(pilot, name)
            await write(pilot, text)
        await to_field(pilot, "transcript")
        await write(pilot, said)
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: desk.case(1).timeline)
    (sent,) = desk.case(1).timeline
    assert (sent.kind, sent.channel) == (EventKind.SENT, Channel.CHAT)
    assert (sent.reference, sent.agent, str(sent.promise)) == ("55-10", "Oleg", "2026-11-25")
    (kept,) = sent.evidence
    assert kept.name == "chat 2026-11-22.txt"
    assert desk.evidence_file(1, kept.number).read_text("utf-8") == f"{said}\n"


async def test_a_conversation_too_long_for_its_field_is_kept_whole(
    desk: Desk, app_of: MakeApp
) -> None:
    a_sound_case(desk)
    said = "Oleg: one moment please\n" * 5000
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "transcript", case_id=1)
        await to_field(pilot, "transcript")
        await write(pilot, said)
        await until(pilot, lambda: notice(pilot).startswith("120 KB: too much to show"))
        await press(pilot, "ctrl+s")
        assert notice(pilot).startswith("Ask for their number while you have them")
        await press(pilot, "tab", "right")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: desk.case(1).evidence)
    assert desk.case(1).evidence[0].size == len(said)


async def test_a_conversation_that_cannot_be_recorded_is_not_lost(
    desk: Desk, app_of: MakeApp
) -> None:
    a_sound_case(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "transcript", case_id=1)
        await to_field(pilot, "transcript")
        await write(pilot, "Oleg: hello")
        await to_field(pilot, "reference")
        await write(pilot, "55-10")
        await to_field(pilot, "promise")
        await write(pilot, "soon")
        await press(pilot, "ctrl+s")
        assert "soon" in notice(pilot)
        await press(pilot, "escape")
        assert (desk.case(1).timeline, desk.case(1).evidence) == ((), ())
        await open_page(pilot, "transcript", case_id=1)
        assert "Oleg: hello" in frame(pilot.app)


async def test_a_form_takes_field_by_field(desk: Desk, app_of: MakeApp) -> None:
    a_sound_case(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "send", case_id=1, channel="form")
        name, email, phone, number, subject, message = await _copied(pilot, 6)
        assert (name, email, phone) == (ANNA.name, ANNA.email, ANNA.phone)
        assert number == "order no. 4821-77"
        assert subject == SOUND["subject"]
        assert SOUND["details"] in message
        assert "by 4 December 2026" in message
        assert message.startswith("Dear Meteor team"), "nothing of the letter is left out"
        await press(pilot, "s")
        assert where(pilot) == "event"


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_in_public_nothing_says_who_i_am(
    desk: Desk, app_of: MakeApp, tmp_path: Path, language: str
) -> None:
    a_sound_case(desk, language=language)
    desk.record(1, Happening(EventKind.SENT, {"channel": "email", "reference": "55-10"}))
    private = (ANNA.name, "Petrova", ANNA.email, ANNA.phone, "4821-77", "55-10")
    async with app_of(desk, language).run_test(size=SIZE) as pilot:
        await open_page(pilot, "send", case_id=1, channel="social", template="request")
        shown = await settled(pilot)
        assert [text for text in private if text in shown] == []
        await press(pilot, "y")
        assert [text for text in private if text in pilot.app.clipboard] == []
        assert 0 < len(pilot.app.clipboard) <= 280
        await press(pilot, "o")
        (file,) = tmp_path.iterdir()
        assert file.read_text("utf-8").rstrip("\n") == pilot.app.clipboard


@pytest.mark.parametrize("channel", ["letter", "in_person"])
async def test_paper_is_written_as_pdf(
    desk: Desk, app_of: MakeApp, tmp_path: Path, channel: str
) -> None:
    a_sound_case(desk)
    receipt = tmp_path / "receipt.txt"
    receipt.write_text("12 490")
    desk.record(1, Happening(EventKind.EVIDENCE, {}, (receipt,)))
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "send", case_id=1, channel=channel)
        assert ("Enclose copies" in frame(pilot.app)) == (channel == "letter")
        assert ("Have yours stamped" in frame(pilot.app)) == (channel == "in_person")
        await press(pilot, "o")
        assert notice(pilot).endswith(".pdf")
        await press(pilot, "s")
        assert where(pilot) == "event"
        await to_field(pilot, "reference")
        await write(pilot, "55-10")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: desk.case(1).last_contact)
        assert desk.case(1).timeline[-1].channel is Channel(channel)
    (file,) = tmp_path.glob("*.pdf")
    text = "\n".join(page.extract_text() for page in PdfReader(file).pages)
    said = " ".join(text.split())
    assert "Refund of 12 490 RUB" in said.replace("\u00a0", " ")
    assert "1 High Street, Leeds" in said
    assert "receipt.txt" in said
    # The list for the post is a page of its own, which nobody needs at the counter.
    assert (said.count("receipt.txt") > 1) == (channel == "letter")


async def test_the_letter_turns_to_the_other_language(desk: Desk, app_of: MakeApp) -> None:
    a_sound_case(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "send", case_id=1, channel="email")
        await press(pilot, "y", "ctrl+t")
        assert "Здравствуйте" in await settled(pilot)
        assert "\n+ " not in frame(pilot.app), "what was copied is the other letter"
        await press(pilot, "end", "y")
        assert "Меня зовут" in pilot.app.clipboard
        await press(pilot, "ctrl+t")
        assert "Dear Meteor team" in await settled(pilot)


async def test_it_says_to_whom_it_goes(app_of: MakeApp, desk: Desk) -> None:
    facts = {"playbook": "uk-retail", "country": "GB", "parties": "bank=Northbank"}
    case = desk.open_case({**SOUND, **facts}).id
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "send", case_id=case, channel="email", step="section75")
        assert "Northbank" in frame(pilot.app).splitlines()[0]
        assert "Meteor" not in frame(pilot.app).splitlines()[0]


async def test_the_number_of_a_posted_letter_is_taken_as_one(desk: Desk, app_of: MakeApp) -> None:
    a_sound_case(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "send", case_id=1, channel="letter")
        await press(pilot, "s")
        assert "Tracking number" in frame(pilot.app)
        assert "Their number" not in frame(pilot.app)
        await to_field(pilot, "channel")
        await press(pilot, "left")
        await until(pilot, lambda: "Their number" in frame(pilot.app))
        await press(pilot, "right")
        await to_field(pilot, "reference")
        await write(pilot, "RA123")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: desk.case(1).timeline)
    (sent,) = desk.case(1).timeline
    assert (sent.channel, sent.reference) == (Channel.LETTER, "RA123")
    assert their_numbers(desk.case(1)) == ()


async def test_thanks_that_went_out_leave_the_case_solved(desk: Desk, app_of: MakeApp) -> None:
    a_sound_case(desk)
    desk.record(1, Happening(EventKind.SENT, {"channel": "email"}))
    desk.record(1, Happening(EventKind.ANSWERED, {"answer": "solved"}))
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "send", case_id=1, channel="email")
        assert "Thank you, closed" in frame(pilot.app)
        await press(pilot, "s")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: len(desk.case(1).timeline) == 3)
    assert (desk.case(1).stage, desk.case(1).open_deadlines) == (Stage.MY_MOVE, ())
    assert desk.next_action(1).action is Action.CLOSE
