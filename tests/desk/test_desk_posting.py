"""From the letter to the server and back into the case."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from email import policy
from email.parser import BytesParser
from pathlib import Path

import pytest
from desk_story import Place, opened
from posting_story import PLAIN, Office, events, ready
from smtp_peers import Script

from tui.cases.errors import BadInput
from tui.cases.words import Channel, EventKind
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk
from tui.desk.mail.outbox import Taken
from tui.mail.outgoing import Standing
from tui.store.errors import Conflict


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


async def test_it_is_sent_and_stands_in_the_case(place: Place) -> None:
    async with Script() as peer:
        desk = Office(place).desk(peer.port)
        ready(desk)
        letter = desk.prepare_mail(1, PLAIN)
        out = desk.queue_mail(letter)
        assert desk.case(1).timeline == ()  # not before it is out
        posted = await desk.send_mail(out.number)
    assert posted.out.standing is Standing.SENT
    assert peer.taken == [letter.raw.replace(b"\r\n.", b"\r\n..") + b".\r\n"]
    (event,) = desk.case(1).timeline
    assert (event.kind, event.channel, event.to) == (
        EventKind.SENT, Channel.EMAIL, "help@meteor.example",
    )  # fmt: skip
    assert (event.message_id, event.text) == (letter.out.message_id, letter.out.subject)
    assert event.starts  # they have until then, as from the form
    assert desk.outbox() == ()
    with pytest.raises(Taken):
        await desk.send_mail(out.number)


def test_it_is_recorded_as_the_form_would(place: Place) -> None:
    async def send() -> None:
        async with Script() as peer:
            desk = Office(place).desk(peer.port)
            ready(desk)
            await desk.send_mail(desk.queue_mail(desk.prepare_mail(1, PLAIN)).number)

    asyncio.run(send())
    by_hand = Place(None)
    other = Office(by_hand).desk()
    ready(other)
    texts = {"channel": "email", "to": "help@meteor.example", "step": "support"}
    texts["step"] = desk_step(other)
    case = other.record(1, Happening(EventKind.SENT, texts))
    assert Office(place).desk().case(1).deadlines == case.deadlines


def desk_step(desk: Desk) -> str:
    return desk.compose(1).draft.step


async def test_a_clock_that_knows_parts_of_seconds(place: Place) -> None:
    """What is recorded lies not ahead, by no microsecond."""
    async with Script() as peer:
        office = Office(place, timedelta(microseconds=999_999))
        desk = office.desk(peer.port)
        ready(desk)
        out = (await desk.send_mail(desk.queue_mail(desk.prepare_mail(1, PLAIN)).number)).out
    assert (out.event, out.unrecorded) == (1, False)


async def test_what_cannot_be_recorded_does_not_go_out(place: Place) -> None:
    desk = Office(place).desk()
    ready(desk)
    letter = desk.prepare_mail(1, PLAIN)
    desk.record(1, Happening(EventKind.SENT, {"channel": "chat"}))
    desk.record(1, Happening(EventKind.CLOSED, {"outcome": "withdrawn"}))
    with pytest.raises(BadInput):
        desk.queue_mail(letter)
    assert desk.outbox() == ()


async def test_what_went_out_is_told_also_where_the_case_changed(place: Place) -> None:
    async with Script() as peer:
        desk = Office(place).desk(peer.port)
        ready(desk)
        number = desk.queue_mail(desk.prepare_mail(1, PLAIN)).number
        desk.record(1, Happening(EventKind.SENT, {"channel": "chat"}))
        desk.record(1, Happening(EventKind.CLOSED, {"outcome": "withdrawn"}))
        posted = await desk.send_mail(number)
    assert (posted.out.standing, posted.out.unrecorded) == (Standing.SENT, True)
    assert "closed" in events(desk)


async def test_neither_it_nor_what_it_rests_on_is_taken_back(place: Place) -> None:
    async with Script() as peer:
        desk = Office(place).desk(peer.port)
        ready(desk)
        desk.record(1, Happening(EventKind.NOTE, {"text": "before"}))
        await desk.send_mail(desk.queue_mail(desk.prepare_mail(1, PLAIN)).number)
    with pytest.raises(Conflict, match="a mail that went out"):
        desk.undo(beyond=True)
    assert events(desk) == ["note", "sent"]
    desk.record(1, Happening(EventKind.NOTE, {"text": "after"}))
    desk.undo()
    assert events(desk) == ["note", "sent"]


def test_the_exact_headers(place: Place) -> None:
    desk = Office(place).desk(plus_address=True)
    ready(desk)
    letter = desk.prepare_mail(1, PLAIN)
    read = BytesParser(policy=policy.default).parsebytes(letter.raw)
    assert dict(letter.headers).keys() == dict(read.items()).keys()
    assert read["Reply-To"] == "Anna Petrova <anna+c1@example.org>"
    assert read["To"].addresses[0].addr_spec == "help@meteor.example"
    assert letter.text.strip() in read.get_body().get_content().replace("\r\n", "\n")  # type: ignore[attr-defined]
    assert desk.outbox() == ()


def test_an_answer_goes_into_their_thread(place: Place) -> None:
    desk = Office(place).desk()
    ready(desk)
    mine, theirs = "<1@example.org>", "<2@meteor.example>"
    desk.record(1, Happening(EventKind.SENT, {"channel": "email", "message_id": mine}))
    assert "In-Reply-To" not in dict(desk.prepare_mail(1, PLAIN).headers)
    desk.record(1, Happening(EventKind.ASKED, {"channel": "email", "message_id": theirs}))
    headers = dict(desk.prepare_mail(1, PLAIN).headers)
    assert headers["In-Reply-To"] == theirs
    assert headers["References"] == f"{mine} {theirs}"


def test_a_reminder_stands_below_the_request(place: Place) -> None:
    desk = Office(place).desk()
    ready(desk)
    texts = {"channel": "email", "to": "Help@meteor.example", "message_id": "<1@example.org>"}
    desk.record(1, Happening(EventKind.SENT, texts))
    headers = dict(desk.prepare_mail(1, PLAIN).headers)
    assert (headers["In-Reply-To"], headers["References"]) == ("<1@example.org>",) * 2
    desk.add_contact_point("Meteor", Channel.EMAIL, "new@m.example", instead="help@meteor.example")
    assert "In-Reply-To" not in dict(desk.prepare_mail(1, PLAIN).headers)
    back = {"message_id": "<1@example.org>"}
    desk.add_contact_point("Meteor", Channel.EMAIL, "help@meteor.example", instead="new@m.example")
    desk.record(1, Happening(EventKind.UNDELIVERED, back))
    assert "In-Reply-To" not in dict(desk.prepare_mail(1, PLAIN).headers)


def test_without_an_address_or_a_server_it_is_said(place: Place) -> None:
    desk = Office(place).desk()
    opened(desk)
    with pytest.raises(BadInput, match="No address of"):
        desk.prepare_mail(1, PLAIN)
    bare = place.desk()
    bare.add_contact_point("Meteor", Channel.EMAIL, "help@meteor.example")
    with pytest.raises(BadInput, match=r"\[mail\]"):
        bare.prepare_mail(1, PLAIN)
