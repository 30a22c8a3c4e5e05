"""A book as one plain JSON file, which an unmodified TinyDB opens.

So it was kept once, and so it is copied out.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec

from tui.cases.record import Record, from_plain
from tui.cases.sentence import say
from tui.store import strict
from tui.store.names import CARDS, META
from tui.store.rows import Row, Tables
from tui.store.troubles import broken, newer

FORMAT = 1
META_ID = 1

_DECODER = msgspec.json.Decoder(dict[str, dict[str, msgspec.Raw]])


class Meta(Record, frozen=True, kw_only=True):
    """What the book says of itself.

    `serial` grows with every write: it comes first in the file and tells one state from
    another. `next_id` is the number of the next case; numbers are never given twice. `book`: of
    which book it is a copy, and `made_at`, when.
    """

    format: int
    serial: int = 0
    next_id: int = 1
    book: str = ""
    made_at: datetime | None = None


def parse(data: bytes, file: str) -> Tables:
    """The tables of a book. Raises BrokenBook or NewerBook, which name `file`."""
    try:
        return _quickly(data) or _strictly(data, file)
    except strict.Unreadable as error:
        raise broken(file, error.problem) from None


def encode(tables: Tables) -> bytes:
    """The bytes of a book: what it says of itself first, what can be made again last."""
    others = {name: rows for name, rows in tables.items() if name not in (META, CARDS)}
    ordered = {META: tables[META], **others, CARDS: tables[CARDS]}
    return msgspec.json.encode(
        {name: {key: row.raw for key, row in rows.items()} for name, rows in ordered.items()}
    )


def meta_of(tables: Tables) -> Meta:
    """What the book says of itself. Raises strict.Unreadable, msgspec.ValidationError."""
    row = tables.get(META, {}).get(str(META_ID))
    return from_plain(Meta, row.plain()) if row else Meta(format=FORMAT)


def _quickly(data: bytes) -> Tables | None:
    """The tables of a file that is byte for byte as we write it, else None.

    That it encodes to the same bytes again proves that nothing was dropped on the way: no
    key of a table was there twice. What is inside of a document is checked when it is read.
    """
    try:
        raws = _DECODER.decode(data)
    except (ValueError, RecursionError):
        return None
    if META not in raws or msgspec.json.encode(raws) != data:
        return None
    tables = {name: {key: Row(raw) for key, raw in rows.items()} for name, rows in raws.items()}
    return tables if _is_plain(tables) else None


def _is_plain(tables: Tables) -> bool:
    try:
        return meta_of(tables).format == FORMAT and _misnumbered(tables) is None
    except (strict.Unreadable, msgspec.ValidationError):
        return False


def _strictly(data: bytes, file: str) -> Tables:
    """The tables of a file that somebody else wrote, or damaged."""
    plain = strict.loads(data)
    _require_format(plain, file)
    for name, rows in plain.items():
        if not isinstance(rows, dict) or not all(isinstance(r, dict) for r in rows.values()):
            raise strict.Unreadable(say("“{table}” is no table", table=name))
    tables = {n: {key: Row.of(row) for key, row in rows.items()} for n, rows in plain.items()}
    wrong = _misnumbered(tables)
    if wrong is not None:
        raise strict.Unreadable(say("“{key}” is no number of a row", key=wrong))
    return tables


def _require_format(plain: Any, file: str) -> None:
    """A newer book may look otherwise in all but this: its format."""
    try:
        found = plain[META][str(META_ID)]["format"]
    except (KeyError, TypeError, IndexError):
        raise strict.Unreadable(say("another program wrote it")) from None
    if isinstance(found, int) and found > FORMAT:
        raise newer(file)
    try:
        known = from_plain(Meta, plain[META][str(META_ID)])
    except msgspec.ValidationError as error:
        raise strict.Unreadable(str(error)) from None
    if known.format != FORMAT:
        raise strict.Unreadable(say("no version of Upheld writes format {format}", format=found))


def _misnumbered(tables: Tables) -> str | None:
    """A key that TinyDB would not give: two of them could mean one number."""
    for rows in tables.values():
        for key in rows:
            if not (key.isascii() and key.isdigit() and len(key) < 16 and key == str(int(key))):
                return key
    return None
