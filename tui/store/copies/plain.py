"""The copy that an unmodified TinyDB opens."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from tui.cases.record import to_plain
from tui.store import strict
from tui.store.disk import fresh_file, writing_to
from tui.store.engine import Engine
from tui.store.names import CASES, COMPANIES, META
from tui.store.plain_book import FORMAT, META_ID, Meta


def write_plain(engine: Engine, target: Path, made_at: datetime) -> None:
    """Write every table of a book as JSON into a new file; the rows as they are, one at a time.

    Raises StoreError, BrokenBook for a row that is damaged; then there is no file.
    """
    with writing_to(target), fresh_file(target, keep=True) as descriptor:
        with open(descriptor, "wb", closefd=False) as file:
            file.writelines(_text(engine, made_at))
        os.fsync(descriptor)


def _text(engine: Engine, made_at: datetime) -> Iterator[bytes]:
    meta = Meta(
        format=FORMAT,
        serial=engine.state().seq,
        next_id=engine.highest(CASES) + 1,
        book=engine.fact("book") or "",
        made_at=made_at,
    )
    yield b'{"%s":{"%d":%s}' % (META.encode(), META_ID, strict.dumps(to_plain(meta)))
    for table in dict.fromkeys((CASES, COMPANIES, *engine.tables())):
        if table != META:
            yield b",%s:{" % msgspec.json.encode(table)
            for place, (number, row) in enumerate(engine.rows(table)):
                yield b'%s"%d":%s' % (b"," if place else b"", number, bytes(row.raw))
            yield b"}"
    yield b"}"
