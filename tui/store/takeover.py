"""A book that an earlier Upheld kept as one JSON file becomes a book of today."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path

from tui.cases.card import card_of
from tui.cases.company import Company
from tui.cases.record import Record
from tui.cases.sentence import say
from tui.store import index
from tui.store.cards import keep_card
from tui.store.contract import Change
from tui.store.disk import is_there, reading_from, sync_folder, writing_to
from tui.store.engine import Engine, KeptCard
from tui.store.journal import Entry, Journal
from tui.store.lock import only_writer
from tui.store.names import CARDS, CASES, COMPANIES, JOURNAL, META
from tui.store.plain_book import meta_of, parse
from tui.store.rows import Tables
from tui.store.troubles import broken
from tui.store.values import read_case, read_record

# What only the earlier store knew how to use; the file itself is kept.
_LEFT_BEHIND = frozenset({META, CARDS, JOURNAL})
_KINDS: dict[str, type[Record]] = {COMPANIES: Company}
_FACT = "taken over"  # the SHA-256 of the file


def take_over(old: Path, engine: Engine, patience: float, at: datetime) -> None:
    """Put the rows of the JSON book into `engine`, unless that has a book already.

    The old file stays under another name. Raises BrokenBook or NewerBook for one that
    cannot be read, which is left as it is.
    """
    with only_writer(old.with_name("book.lock"), patience):
        if not is_there(old):
            return  # another window was quicker
        data = _read(old)
        digest = hashlib.sha256(data).hexdigest()
        if not engine.is_there:
            tables = parse(data, str(old))
            with engine.turn(patience):
                copy_in(tables, engine, Change(verb="takeover", at=at), str(old))
                engine.put_fact(_FACT, digest)
        if engine.fact(_FACT) != digest:
            return  # a book of its own, which somebody put there since
        with writing_to(old):
            old.replace(old.with_name("book.json.taken-over"))
            sync_folder(old.parent)


def _read(old: Path) -> bytes:
    with reading_from(old):
        if not old.is_file():
            raise broken(str(old), say("it is not a file"))
        return old.read_bytes()


def copy_in(tables: Tables, engine: Engine, change: Change, file: str) -> None:
    """Put all rows of a plain book into an empty one, as they are, in a turn.

    Every document is read without mercy. Raises BrokenBook, which names `file`.
    """
    seq = engine.state().seq + 1
    Journal(engine).write(seq, Entry(change=change, before={}, after={}), undone=True)
    for name, rows in tables.items():
        if name in _LEFT_BEHIND:
            continue
        for key, row in rows.items():
            engine.put(name, int(key), row, seq)
            if name == CASES:
                case = read_case(row, int(key), file)
                engine.put_card(keep_card(card_of(case), int(key), row), seq)
                index.put(engine, int(key), case, None)
            else:
                read_record(_KINDS.get(name, Record), row, say("“{table}”", table=name), file)
    last_given = meta_of(tables).next_id - 1
    if last_given > engine.highest(CASES):
        engine.put_card(KeptCard(last_given, 0, 0, None), seq)
