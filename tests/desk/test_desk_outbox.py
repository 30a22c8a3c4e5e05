"""The outbox: sent once, or clearly unknown, whoever is cut off, killed or quicker."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from desk_story import NOW, Place
from posting_story import PLAIN, Office, events, ready
from smtp_peers import BEFORE, CUTS, Script

from tui.cases.errors import BadInput
from tui.cases.words import EventKind
from tui.desk.cases.recording import Happening
from tui.desk.mail.outbox import Taken
from tui.mail.outgoing import Standing
from tui.store.doctor import examine
from tui.store.errors import Conflict


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.mark.parametrize("cut", [*CUTS, ""])
async def test_never_a_double_never_a_lie(place: Place, cut: str) -> None:
    """However the line breaks, and however often it is tried afterwards by itself."""
    async with Script(cut) as broken, Script() as well:
        desk = Office(place).desk(broken.port)
        ready(desk)
        out = desk.queue_mail(desk.prepare_mail(1, PLAIN))
        standing = (await desk.send_mail(out.number)).out.standing
        for hours in (1, 2, 24):
            await Office(place, timedelta(hours=hours)).desk(well.port).send_due_mail()
        got, again = len(broken.taken), len(well.taken)
    (entry,) = desk.outbox(whole=True)
    is_recorded = events(desk) == ["sent"]
    if cut in BEFORE:  # it did not go out, and went out when that was possible
        assert (standing, got, again, is_recorded) == (Standing.DEFERRED, 0, 1, True)
    elif cut in ("", "quit"):
        assert (standing, got, again, is_recorded) == (Standing.SENT, 1, 0, True)
    else:
        assert (standing, again, is_recorded) == (Standing.UNKNOWN, 0, False)
        assert entry.standing is Standing.UNKNOWN


async def test_of_what_is_unknown_the_person_decides(place: Place) -> None:
    async with Script("taken") as peer, Script() as well:
        desk = Office(place).desk(peer.port)
        ready(desk)
        number = desk.queue_mail(desk.prepare_mail(1, PLAIN)).number
        await desk.send_mail(number)
        other = Office(place, timedelta(hours=3)).desk(well.port)
        assert other.decide_mail(number, "there").standing is Standing.SENT
        with pytest.raises((BadInput, Conflict)):
            desk.decide_mail(number, "there")
    assert events(desk) == ["sent"]
    assert desk.case(1).timeline[0].at == NOW  # when it was tried
    assert well.taken == []


async def test_to_send_again_is_the_same_message(place: Place) -> None:
    async with Script("dot") as peer, Script() as well:
        desk = Office(place).desk(peer.port)
        ready(desk)
        letter = desk.prepare_mail(1, PLAIN)
        number = desk.queue_mail(letter).number
        await desk.send_mail(number)
        desk.decide_mail(number, "again")
        (posted,) = await Office(place).desk(well.port).send_due_mail()
    assert posted.out.standing is Standing.SENT
    assert letter.out.message_id.encode() in well.taken[0]


async def test_it_is_tried_with_growing_pauses_and_given_up() -> None:
    place = Place(None)
    async with Script(mail="451 later") as peer:
        desk = Office(place).desk(peer.port)
        ready(desk)
        number = desk.queue_mail(desk.prepare_mail(1, PLAIN)).number
        out = (await desk.send_mail(number)).out
        pauses, at = [], timedelta()
        while out.next_try:
            pauses.append(out.next_try - NOW - at)
            at = out.next_try - NOW
            assert (
                not await Office(place, at - timedelta(seconds=1)).desk(peer.port).send_due_mail()
            )
            (posted,) = await Office(place, at).desk(peer.port).send_due_mail()
            out = posted.out
    minutes = [pause.total_seconds() / 60 for pause in pauses]
    assert minutes[:6] == [1, 5, 15, 60, 120, 120]
    assert at <= timedelta(days=2)
    assert out.standing is Standing.REFUSED
    assert events(desk) == []


async def test_two_windows_send_it_once(place: Place) -> None:
    async with Script() as peer:
        one, other = Office(place).desk(peer.port), Office(place).desk(peer.port)
        ready(one)
        number = one.queue_mail(one.prepare_mail(1, PLAIN)).number
        both = await asyncio.gather(
            one.send_mail(number), other.send_mail(number), other.send_due_mail(),
            return_exceptions=True,
        )  # fmt: skip
    assert len(peer.taken) == 1
    assert sum(isinstance(result, Taken) for result in both) == 1
    assert events(one) == ["sent"]


async def test_what_another_window_is_sending_is_left_to_it(place: Place) -> None:
    async with Script("mail", silent=True) as peer:
        desk = Office(place).desk(peer.port)
        ready(desk)
        number = desk.queue_mail(desk.prepare_mail(1, PLAIN)).number
        sending = asyncio.create_task(desk.send_mail(number))
        await peer.was_reached.wait()
        assert [out.standing for out in Office(place).desk().outbox()] == [Standing.SENDING]
        sending.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sending
    assert [out.standing for out in desk.outbox()] == [Standing.DEFERRED]  # nothing was out


KILLED = """
import asyncio, sys
sys.path[:0] = ["tests/support", "tests/desk"]
from pathlib import Path
from desk_story import Place
from posting_story import Office
asyncio.run(Office(Place(Path(sys.argv[1]))).desk(int(sys.argv[2])).send_mail(1))
"""


async def test_who_is_killed_in_the_middle_leaves_it_unknown(place: Place) -> None:
    assert place.folder
    async with Script("body", silent=True) as peer, Script() as well:
        desk = Office(place).desk()
        ready(desk)
        desk.queue_mail(desk.prepare_mail(1, PLAIN))
        words = (sys.executable, "-c", KILLED, str(place.folder), str(peer.port))
        process = await asyncio.create_subprocess_exec(*words, stderr=subprocess.DEVNULL)
        await asyncio.wait_for(peer.was_reached.wait(), 20)
        os.kill(process.pid, signal.SIGKILL)
        await process.wait()
        other = Office(place, timedelta(hours=1)).desk(well.port)
        assert await other.send_due_mail() == ()
    (out,) = other.outbox()
    assert out.standing is Standing.UNKNOWN
    assert "Upheld was ended" in out.said.text  # type: ignore[union-attr]
    assert well.taken == []


def test_a_message_of_the_outbox_is_no_surplus_and_private(place: Place) -> None:
    desk = Office(place).desk()
    ready(desk)
    out = desk.queue_mail(desk.prepare_mail(1, PLAIN))
    for _ in range(101):  # the journal, too, forgets
        desk.record(1, Happening(EventKind.NOTE, {"text": "x"}))
    assert place.folder
    findings = examine(place.folder / "data").findings
    assert not [finding for finding in findings if finding.id == "surplus"]
    file = place.folder / "data" / "evidence" / out.sha256
    assert file.stat().st_mode & 0o777 == 0o600
