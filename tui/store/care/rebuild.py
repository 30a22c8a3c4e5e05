"""A new book of what was saved, and what can be made anew in an old one."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from tui.store import index
from tui.store.cards import keep_card, quick_card
from tui.store.care import damaged
from tui.store.care.patient import Patient, patient_of
from tui.store.care.salvage import contents_of, opened_raw
from tui.store.care.saving import Saved
from tui.store.contract import Change
from tui.store.disk import writing_to
from tui.store.doctor import errors_in
from tui.store.engine import Engine, KeptCard
from tui.store.errors import StoreError
from tui.store.journal import Entry, Journal
from tui.store.names import CASES
from tui.store.sqlite import SqliteEngine


def build(new: Path, patient: Patient, saved: Saved, change: Change, patience: float) -> None:
    """Write the new book, and prove it whole. Raises StoreError; then `new` is worth nothing."""
    damaged.discard(new)
    engine = SqliteEngine(new, patience=patience)
    try:
        with engine.turn(patience):
            _fill(engine, patient, saved, change)
    finally:
        engine.close()
    with opened_raw(new) as descriptor:
        contents = contents_of(new, descriptor, patience)
        with writing_to(new):
            os.fsync(descriptor)
    wrong = errors_in(patient_of(patient.folder, str(new), contents))
    if wrong or {p: r.raw for p, r in contents.rows.items()} != {
        p: r.raw for p, r in saved.rows.items()
    }:
        raise StoreError("The new book is not whole, so the damaged one was left in its place.")


def _fill(engine: Engine, patient: Patient, saved: Saved, change: Change) -> None:
    seq = max(saved.changes, default=0) + 1
    for place, row in sorted(saved.rows.items()):
        table, number = place
        engine.put(table, number, row, min(patient.contents.seqs.get(place, seq), seq))
    numbers = sorted(number for table, number in saved.rows if table == CASES)
    _put_cards(engine, numbers, seq)
    if saved.last_given > max(numbers, default=0):
        engine.put_card(KeptCard(saved.last_given, 0, 0, None), seq)
    for kept, entry in saved.changes.values():
        engine.put_change(kept, entry)
    for name, value in patient.contents.facts.items():
        if name != "book":  # it is another one now: windows read it anew
            engine.put_fact(name, value)
    index.rebuild(engine)
    _note(engine, seq, change)


def renew(engine: Engine, numbers: Iterable[int], change: Change, patience: float) -> None:
    """Make cards and the search anew in a book that is whole otherwise."""
    with engine.turn(patience):
        seq = engine.state().seq + 1
        _put_cards(engine, numbers, seq)
        index.rebuild(engine)
        _note(engine, seq, change)


def _put_cards(engine: Engine, numbers: Iterable[int], seq: int) -> None:
    for number in numbers:
        row = engine.row(CASES, number)
        if row is not None:
            card = quick_card(row, number, engine.name)
            engine.put_card(keep_card(card, number, row), seq)


def _note(engine: Engine, seq: int, change: Change) -> None:
    Journal(engine).write(seq, Entry(change=change, before={}, after={}), undone=True)
