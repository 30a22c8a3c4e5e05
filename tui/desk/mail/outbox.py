"""The outbox: what is to go out, who is just sending it, and what became of it.

A letter is in the book, whole, before the first byte of it goes out. While it is sent it belongs
to one window; where that ended in between, nobody can tell what became of the letter, and it is
never sent again by itself.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.cases.errors import BadInput, NotFound
from tui.cases.record import to_plain
from tui.desk.cases.recording import Happening, happened
from tui.desk.mail.mail_words import STANDINGS
from tui.desk.mail.outbox_rows import entries, entry, kept, newest
from tui.desk.mail.second_letters import refuse_second, take_place
from tui.desk.opening import change
from tui.mail.delivery import Came, Delivery
from tui.mail.outgoing import Outgoing, Standing, after, again, claimed, died
from tui.store.errors import Conflict
from tui.store.names import OUTBOX
from tui.store.opening import logged_in

if TYPE_CHECKING:
    from tui.desk.mail.mail_letter import Prepared
    from tui.desk.office import Office
    from tui.store.book_contract import Book
    from tui.store.contract import Change

_GOES = (Standing.QUEUED, Standing.DEFERRED)
_WAITING = (*_GOES, Standing.UNKNOWN, Standing.REFUSED)
_OUT_OF_THE_WAY = (Standing.DROPPED, Standing.REFUSED)


class Taken(BadInput):
    """It is not to be sent now: it is being sent, or it was."""


def due(office: Office) -> tuple[int, ...]:
    """The numbers of mine that may be sent by themselves now."""
    me, now = logged_in(), office.clock.now()
    return tuple(out.number for out in entries(office) if out.who == me and out.is_due(now))


def put(office: Office, letter: Prepared) -> Outgoing:
    """Keep a letter that is to be sent. Raises what recording it would, so that nothing goes out
    that could not be recorded; InTheWay where one of that step waits there, or may have gone out;
    BadInput where this very letter is there already, and was not dropped or refused.
    """
    out = replace(letter.out, who=logged_in())
    with office.store.writing(_change(office, "mail_queue", out)) as book:
        refuse_second(office, out)
        same = (e for e in entries(office) if e.message_id == out.message_id)
        if any(e.standing not in _OUT_OF_THE_WAY for e in same):
            raise BadInput("This letter is in the outbox already. See: upheld mail queue")
        happened(office, book, book.case(out.case), Happening(out.kind, out.texts))
        take_place(office, book, out)
        book.put_content(letter.raw, f"{out.sha256}.eml", 0)
        number = book.put_document(OUTBOX, to_plain(out))
        out = replace(out, number=number)
        book.put_document(OUTBOX, to_plain(out), number)
        return out


def claim(office: Office, number: int) -> Outgoing:
    """It is being sent by this window from now on. Raises BadInput where it may not be."""
    out = entry(office, number)
    with office.store.writing(_change(office, "mail_send", out)) as book:
        out = newest(book, number)
        if out.standing not in _GOES:
            raise Taken("Letter {number} of the outbox ({standing}) is not to be sent now.",
                        number=number, standing=STANDINGS[out.standing])  # fmt: skip
        if out.who != logged_in():
            raise BadInput("Letter {number} of the outbox is for {who} to send.",
                           number=number, who=out.who)  # fmt: skip
        office.flying.add(number)
        return kept(book, claimed(out, office.store.drafts.window(), office.clock.now()))


def settle(office: Office, number: int, delivery: Delivery, at: datetime | None = None) -> Outgoing:
    """Keep what became of it; if it went out, as an event of its case, too, in one turn.

    `at`: when it went out, now if None.
    """
    came = _change(office, f"mail_{delivery.came}", entry(office, number))
    at = at or office.clock.now()
    try:
        with office.store.writing(came) as book:
            out = after(_on_its_way(book, number), delivery, at)
            return kept(book, _recorded(office, book, out))
    except (BadInput, NotFound):
        # The case changed meanwhile. What is true of the letter is kept all the same.
        with office.store.writing(came) as book:
            out = after(_on_its_way(book, number), delivery, at)
            return kept(book, replace(out, unrecorded=True))


def _on_its_way(book: Book, number: int) -> Outgoing:
    """Raises Conflict where another window has said meanwhile what became of it."""
    out = newest(book, number)
    if out.standing not in (Standing.SENDING, Standing.UNKNOWN):
        raise _changed(number)
    return out


def _recorded(office: Office, book: Book, out: Outgoing) -> Outgoing:
    """It has happened: a step that is no longer open is no reason to deny it."""
    if out.standing is not Standing.SENT:
        return out
    at = out.sent_at.isoformat(timespec="seconds") if out.sent_at else ""
    happening = Happening(out.kind, {**out.texts, "at": at}, anyway=True)
    case = book.put(happened(office, book, book.case(out.case), happening))
    return replace(out, event=case.timeline[-1].id)


def sweep(office: Office) -> tuple[Outgoing, ...]:
    """Find what was being sent by windows of mine that are no more; of that nobody knows."""
    left = [out for out in entries(office) if _is_left(office, out)]
    if not left:
        return ()
    with office.store.writing(_change(office, "mail_unknown", left[0])) as book:
        still = [newest(book, out.number) for out in left]
        return tuple(kept(book, died(out)) for out in still if _is_left(office, out))


def keep_told(office: Office, numbers: tuple[int, ...]) -> None:
    """That these are stuck was said to the person."""
    first = entry(office, numbers[0])
    with office.store.writing(_change(office, "mail_told", first)) as book:
        for number in numbers:
            kept(book, replace(newest(book, number), told=True))


def _is_left(office: Office, out: Outgoing) -> bool:
    if out.standing is not Standing.SENDING or out.who != logged_in():
        return False
    drafts = office.store.drafts
    is_mine = out.window == drafts.window()
    return out.number not in office.flying if is_mine else not drafts.lives(out.window)


def decide(office: Office, number: int, what: str) -> Outgoing:
    """What the person says of a letter: `there` (it went out), `again`, or `drop`.

    Raises BadInput where that fits not.
    """
    out = entry(office, number)
    allowed = (Standing.UNKNOWN,) if what == "there" else _WAITING
    if out.standing not in allowed:
        raise _unfit(out)
    if what == "there":  # it went out when it was tried
        return settle(office, number, Delivery(came=Came.SENT), out.tried_at)
    with office.store.writing(_change(office, f"mail_{what}", out)) as book:
        now = newest(book, number)
        if now.standing is not out.standing:
            raise _changed(number)
        if what == "again":
            return kept(book, again(now, office.clock.now()))
        return kept(book, replace(now, standing=Standing.DROPPED, next_try=None))


def _unfit(out: Outgoing) -> BadInput:
    """What was said of a letter does not fit it; what can be said instead."""
    number, standing = out.number, STANDINGS[out.standing]
    if out.standing in _WAITING:
        return BadInput("Letter {number} of the outbox ({standing}) can be sent again or dropped.",
                        number=number, standing=standing)  # fmt: skip
    return BadInput("Of letter {number} of the outbox ({standing}) nothing is to be decided now.",
                    number=number, standing=standing)  # fmt: skip


def _changed(number: int) -> Conflict:
    return Conflict("Letter {number} of the outbox changed meanwhile: look again.", number=number)


def raw_of(office: Office, out: Outgoing) -> bytes:
    """The message, byte for byte. Raises BadInput where it is no longer there."""
    path = office.store.evidence(out.sha256)
    if path is None:
        raise BadInput("The message of letter {number} of the outbox is missing. See: upheld "
                       "doctor", number=out.number)  # fmt: skip
    return path.read_bytes()


def _change(office: Office, verb: str, out: Outgoing) -> Change:
    """What has gone out cannot be taken back: undo passes over all of it."""
    return replace(change(office, verb, out.case, out.message_id), undoable=False)
