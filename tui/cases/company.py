"""Companies and the ways to reach them."""

from __future__ import annotations

from tui.cases.record import Record
from tui.cases.words import Channel


class ContactPoint(Record, frozen=True, kw_only=True):
    """One address on one channel: a number, a mailbox, a page, a postal address."""

    channel: Channel
    address: str
    note: str = ""


class Company(Record, frozen=True, kw_only=True):
    """Whom a case is with. Known by its name; case does not matter."""

    name: str
    country: str = ""
    timezone: str = ""
    hours: str = ""
    website: str = ""
    note: str = ""
    contact_points: tuple[ContactPoint, ...] = ()
    revision: int = 0

    def points(self, channel: Channel) -> tuple[ContactPoint, ...]:
        """Its addresses on `channel`."""
        return tuple(p for p in self.contact_points if p.channel is channel)


def name_key(name: str) -> str:
    """What makes two spellings of a company's name the same."""
    return " ".join(name.casefold().split())
