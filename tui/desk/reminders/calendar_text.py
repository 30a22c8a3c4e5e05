"""Entries of a calendar as text (RFC 5545), and what another program made of them.

What is the same stays as it is, byte by byte, with all that another program added to it. What
changed gets a higher SEQUENCE and a new DTSTAMP, and keeps that it was ticked off.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Alarm, Calendar, Event, Todo

from tui.desk.reminders.calendar_items import PREFIX, Item, mark_of

PRODUCT = "-//Upheld//Upheld//EN"
_OURS = ("SUMMARY", "DESCRIPTION", "DTSTART", "DTEND", "DUE", "CLASS", "TRANSP", "CATEGORIES")
_MORNING = timedelta(hours=9)
_CASE = "X-UPHELD-CASE"

Entry = Event | Todo


def calendar_of(entries: Iterable[Entry]) -> bytes:
    """A whole calendar."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    for entry in entries:
        made.add_component(entry)
    return bytes(made.to_ical())


def entries_in(data: bytes) -> dict[str, Entry]:
    """The entries of ours in a calendar by their id. Raises ValueError for what is none, or is
    that of another program."""
    try:
        read: Any = Calendar.from_ical(data)
        if str(read.get("PRODID", "")) != PRODUCT and not _is_ours(read):
            raise ValueError("it is of another program")
        found = {str(one.get("UID", "")): one for one in read.subcomponents}
    except (AttributeError, IndexError, KeyError, TypeError) as error:
        raise ValueError(str(error)) from error
    return {
        uid: one
        for uid, one in found.items()
        if uid.startswith(PREFIX) and isinstance(one, Event | Todo)
    }


def _is_ours(read: Any) -> bool:
    """A program that changes an entry may put its own name over it: the id tells whose it is."""
    uids = [str(one.get("UID", "")) for one in read.subcomponents if one.name != "VTIMEZONE"]
    return bool(uids) and all(uid.startswith(PREFIX) for uid in uids)


def entry_of(item: Item, now: datetime, known: Entry | None = None) -> tuple[Entry, bool]:
    """The entry of an item, and whether it differs from the one that is `known`."""
    new = _made(item)
    if known is None or known.name != new.name:
        return _stamped(new, 0, now), True
    if all(_text(known, name) == _text(new, name) for name in _OURS):
        return known, False
    for name in _OURS:
        known.pop(name, None)
        if name in new:
            known[name] = new[name]
    return _stamped(known, _sequence(known) + 1, now), True


def case_in(entry: Entry) -> str:
    """The mark of its case; see `mark_of`."""
    return str(entry.get(_CASE, ""))


def completed_on(entry: Entry) -> date | None:
    """The day on which another program ticked it off; None where none did."""
    if entry.name != "VTODO" or str(entry.get("STATUS", "")) != "COMPLETED":
        return None
    try:
        at = entry.decoded("COMPLETED")
    except (KeyError, ValueError):
        at = None
    if isinstance(at, datetime):
        return at.astimezone().date()
    return at if isinstance(at, date) else date.min


def _made(item: Item) -> Entry:
    made: Entry = Todo() if item.is_mine else Event()
    made.add("uid", item.uid)
    made.add("summary", item.title)
    made.add("description", item.text)
    made.add("class", "PRIVATE")
    made.add("categories", ["Upheld"])
    made.add(_CASE, mark_of(item.card))
    at = item.at.astimezone(UTC) if item.at else None
    if item.is_mine:
        made.add("due", at or item.day)
    else:
        made.add("dtstart", at or item.day)
        if at is None and item.day < date.max:
            made.add("dtend", item.day + timedelta(days=1))
        made.add("transp", "TRANSPARENT")  # they are due, and I am not busy
    made.add_component(_alarm(item))
    return made


def _alarm(item: Item) -> Alarm:
    """An hour before a moment; else at nine: of mine on the day before, of theirs on the day."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", item.title)
    if item.at:
        before = timedelta(hours=-1)
    else:
        before = _MORNING - timedelta(days=1) if item.is_mine else _MORNING
    related = {"RELATED": "END"} if item.is_mine else {}  # a thing to do has no beginning
    alarm.add("trigger", before, parameters=related)
    return alarm


def _stamped(entry: Entry, sequence: int, now: datetime) -> Entry:
    moment = now.astimezone(UTC).replace(microsecond=0)
    stamps: Mapping[str, Any] = {"sequence": sequence, "dtstamp": moment, "last-modified": moment}
    for name, value in stamps.items():
        entry.pop(name.upper(), None)
        entry.add(name, value)
    return entry


def _sequence(entry: Entry) -> int:
    try:
        return int(entry.get("SEQUENCE", 0))
    except (TypeError, ValueError):
        return 0


def _text(entry: Entry, name: str) -> bytes | None:
    value = entry.get(name)
    if value is None:
        return None
    return bytes(value.to_ical()) if hasattr(value, "to_ical") else str(value).encode()
