"""What was told already, so that it is told once: kept in the book, by person and way.

Whoever is about to tell something claims it first, in one transaction, so that two runs at once
do not both tell it. When it was told the claim becomes a memory; when it could not be, the claim
is given back. A claim of a run that died is no longer one after ten minutes: better twice
than never. What is no longer so is forgotten: should it become so again, it is news again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

import msgspec
from msgspec.structs import replace

from tui.advice.waiting.news_item import News
from tui.cases.record import Record, from_plain, to_plain
from tui.desk.office import Office
from tui.store.contract import Change
from tui.store.opening import logged_in

TABLE = "told"
_ABANDONED = timedelta(minutes=10)  # longer than any way takes


class ToldByWay(Record, frozen=True, kw_only=True):
    """What was told by one way: the day by key; what is just being told: since when, by key.

    `digest`: the day of the last digest.
    """

    told: dict[str, date] = msgspec.field(default_factory=dict)
    claimed: dict[str, datetime] = msgspec.field(default_factory=dict)
    digest: date | None = None


class ToldTo(Record, frozen=True, kw_only=True):
    """What was told to one person, by each way."""

    who: str
    ways: dict[str, ToldByWay] = msgspec.field(default_factory=dict)


def untold(office: Office, way: str, standing: Iterable[News]) -> tuple[News, ...]:
    """What of it was not told yet by that way, nor is just being told."""
    return _fresh(office, _known(office)[1].ways.get(way, ToldByWay()), standing)


def digest_of(office: Office, way: str) -> date | None:
    """The day of the last digest."""
    return _known(office)[1].ways.get(way, ToldByWay()).digest


def claim(
    office: Office, way: str, wanted: Iterable[News], standing: Iterable[News]
) -> tuple[News, ...]:
    """Of what is `wanted`, that which this run is to tell, and nobody else meanwhile."""
    wanted, now = tuple(wanted), office.clock.now()
    keys = {one.key for one in standing}
    known = _known(office)[1].ways.get(way, ToldByWay())
    if not wanted and known.told.keys() <= keys:
        return ()
    with office.store.writing(_change(now)) as book:
        number, told = _known(office)
        mine = told.ways.get(way, ToldByWay())
        mine = replace(mine, told={k: day for k, day in mine.told.items() if k in keys})
        fresh = _fresh(office, mine, wanted)
        claims = {**mine.claimed, **dict.fromkeys((one.key for one in fresh), now)}
        mine = replace(mine, claimed={k: at for k, at in claims.items() if k in keys})
        told = replace(told, ways={**told.ways, way: mine})
        book.put_document(TABLE, to_plain(told), number)
    return fresh


def settle(
    office: Office, way: str, claimed: Iterable[News], *, is_told: bool, is_digest: bool = False
) -> None:
    """What was claimed was told, or could not be."""
    keys, now = {one.key for one in claimed}, office.clock.now()
    with office.store.writing(_change(now)) as book:
        number, told = _known(office)
        mine = told.ways.get(way, ToldByWay())
        left = {key: at for key, at in mine.claimed.items() if key not in keys}
        mine = replace(mine, claimed=left)
        if is_told:
            day = now.date()
            mine = replace(mine, told={**mine.told, **dict.fromkeys(keys, day)})
            mine = replace(mine, digest=day) if is_digest else mine
        told = replace(told, ways={**told.ways, way: mine})
        book.put_document(TABLE, to_plain(told), number)


def _fresh(office: Office, known: ToldByWay, news: Iterable[News]) -> tuple[News, ...]:
    abandoned = office.clock.now() - _ABANDONED
    busy = {key for key, at in known.claimed.items() if at > abandoned}
    return tuple(one for one in news if one.key not in known.told and one.key not in busy)


def _known(office: Office) -> tuple[int, ToldTo]:
    """The document of whoever runs this, with its number; a new one has none."""
    who = logged_in()
    return next(_of(office, who), (0, ToldTo(who=who)))


def _of(office: Office, who: str) -> Iterator[tuple[int, ToldTo]]:
    for number, plain in office.store.documents(TABLE):
        if plain.get("who") == who:
            try:
                yield number, from_plain(ToldTo, plain)
            except msgspec.ValidationError:  # written by hand: then everything is told again
                yield number, ToldTo(who=who)


def _change(now: datetime) -> Change:
    return Change(verb="notify", at=now, undoable=False)
