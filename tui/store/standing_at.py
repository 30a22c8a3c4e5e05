"""Where a book stands, in a line that another run of the program can ask about."""

from __future__ import annotations

import zlib

from tui.store.engine import Engine, State


def mark_of(engine: Engine, state: State) -> str:
    """The book, its last change, and what tells that from another of the same number."""
    return f"{state.book} {state.seq} {zlib.crc32(engine.begins(state.seq)):08x}"


def touched_since(engine: Engine, state: State, mark: str) -> list[int] | None:
    """The cases that were touched since it stood at `mark`; None where nobody knows.

    So it is of another book, of one that was put back to an earlier state and went on from there,
    and where the change is so old that the journal has it no more.
    """
    book, _, rest = mark.rpartition(" ")[0].rpartition(" ")
    if book != state.book or not rest.isdecimal() or not 0 < int(rest) <= state.seq:
        return None
    before = State(book, int(rest))
    if mark_of(engine, before) != mark or not engine.begins(before.seq):
        return None
    return [kept.number for kept in engine.cards(before.seq)] if before.seq < state.seq else []
