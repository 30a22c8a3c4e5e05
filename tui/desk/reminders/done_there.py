"""What was ticked off in a calendar, though its case still waits for it.

A tick tells neither what was done nor how: a letter, a call, a claim to a court start different
clocks. So nothing is recorded by itself. It is kept, and Today asks, until the person has
recorded what happened or takes the tick away.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from tui.desk.office import Office
from tui.desk.reminders.calendar_items import Item, items
from tui.store.contract import Change
from tui.store.names import DONE_THERE
from tui.store.opening import logged_in

if TYPE_CHECKING:
    from tui.wording.wording import Wording


class DoneThere(Struct, frozen=True):
    """An entry that was ticked off; `on` is None where no day was told."""

    item: Item
    on: date | None


def keep(office: Office, done: Mapping[str, date]) -> None:
    """Keep what is ticked off now; where it is the same as before nothing is written."""
    told = {uid: day.isoformat() for uid, day in done.items()}
    if told == _kept(office)[1]:
        return
    change = Change(verb="calendar", at=office.clock.now(), undoable=False)
    with office.store.writing(change) as book:
        number = _kept(office)[0]
        book.put_document(DONE_THERE, {"who": logged_in(), "done": told}, number)


def done_there(office: Office, words: Wording) -> tuple[DoneThere, ...]:
    """What of it the cases still wait for. Quick where nothing was ticked off."""
    done = _kept(office)[1]
    if not done:
        return ()
    running = items(office, words)
    found = ((running[uid], _day(told)) for uid, told in done.items() if uid in running)
    return tuple(DoneThere(item, day) for item, day in found)


def _kept(office: Office) -> tuple[int, dict[str, Any]]:
    who = logged_in()
    for number, plain in office.store.documents(DONE_THERE):
        done = plain.get("done")
        if plain.get("who") == who:
            return number, done if isinstance(done, dict) else {}
    return 0, {}


def _day(told: Any) -> date | None:
    try:
        day = date.fromisoformat(told)
    except (TypeError, ValueError):
        return None
    return None if day == date.min else day
