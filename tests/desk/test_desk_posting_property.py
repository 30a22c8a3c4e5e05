"""Whatever breaks, in whatever order: a letter is never sent twice, and nothing untrue is told."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import timedelta

from desk_story import Place
from hypothesis import given, settings
from hypothesis import strategies as st
from posting_story import PLAIN, Office, events, ready
from smtp_peers import CUTS, Script

from tui.cases.errors import UpheldError
from tui.mail.outgoing import Outgoing, Standing

# What may happen in a round: the line breaks, the app is closed at that moment, or all is well.
ROUNDS = st.tuples(st.sampled_from(["", *CUTS]), st.booleans())
TRUE = {
    Standing.SENT: {1},
    Standing.UNKNOWN: {0, 1},
    Standing.DEFERRED: {0},
    Standing.QUEUED: {0},
    Standing.REFUSED: {0},
}


async def _round(place: Place, hours: int, cut: str, closed: bool) -> int:
    """Another window looks after the outbox; how many letters its server took."""
    async with Script(cut, silent=closed) as peer:
        desk = Office(place, timedelta(hours=hours)).desk(peer.port)
        sending = asyncio.create_task(desk.send_due_mail())
        if closed and cut:
            reached = asyncio.create_task(peer.was_reached.wait())
            await asyncio.wait({sending, reached}, return_when=asyncio.FIRST_COMPLETED)
            reached.cancel()
            while not sending.done():  # Python 3.11 forgets one that comes with an answer
                sending.cancel()
                await asyncio.wait({sending}, timeout=0.05)
        with suppress(asyncio.CancelledError, UpheldError):
            await sending
        return len(peer.taken)


async def _story(place: Place, rounds: list[tuple[str, bool]]) -> tuple[Outgoing, int]:
    desk = Office(place).desk()
    ready(desk)
    desk.queue_mail(desk.prepare_mail(1, PLAIN))
    taken = 0
    for hours, (cut, closed) in enumerate(rounds, start=1):
        taken += await _round(place, hours * 3, cut, closed)
    (out,) = Office(place, timedelta(days=1)).desk().outbox(whole=True)
    return out, taken


@settings(max_examples=12)
@given(st.lists(ROUNDS, min_size=1, max_size=4))
def test_never_a_double_never_a_lie(rounds: list[tuple[str, bool]]) -> None:
    place = Place(None)
    out, taken = asyncio.run(_story(place, rounds))
    assert taken <= 1
    assert taken in TRUE[out.standing]
    is_recorded = events(Office(place, timedelta(days=1)).desk()) == ["sent"]
    assert is_recorded == (out.standing is Standing.SENT)
