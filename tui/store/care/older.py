"""What the copies in backups/ have."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tui.store.care.contents import Place
from tui.store.care.salvage import contents_of, opened_raw
from tui.store.care.saving import Older
from tui.store.copies.listing import Copy, by_day
from tui.store.errors import StoreError
from tui.store.names import CARDS, JOURNAL, META
from tui.store.plain_book import parse
from tui.store.rows import Row

_NO_DOCUMENTS = frozenset({META, CARDS, JOURNAL})  # what a plain book says of itself


def copies_of(folder: Path, patience: float) -> Iterator[Older]:
    """The copies, the best first (see `by_day`); of a damaged one what is whole."""
    for copy in by_day(folder):
        with suppress(StoreError), opened_raw(copy.db) as descriptor:
            contents = contents_of(copy.db, descriptor, patience)
            yield Older(copy.name, contents.rows, contents.last_given)
        with suppress(StoreError, OSError):
            yield Older(copy.name, _plain(copy), 0)


def _plain(copy: Copy) -> dict[Place, Row]:
    """The same in the other format."""
    if copy.plain is None:
        return {}
    tables = parse(copy.plain.read_bytes(), str(copy.plain))
    return {
        (name, int(key)): row
        for name, rows in tables.items()
        for key, row in rows.items()
        if name not in _NO_DOCUMENTS and key.isdecimal()
    }
