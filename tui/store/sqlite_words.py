"""The search in an SQLite file: which words it has, and how it is asked.

A row of the index is a piece of a case; its number is that of the case << 24 | the piece.
"""

from __future__ import annotations

import msgspec

from tui.store.engine import Phrase, Wanted

# The score of a row is worked out where the whole fits, and for no other row.
_ASKED = """
WITH hits AS MATERIALIZED (
  SELECT rowid >> 24 AS number, rowid & 16777215 AS piece, -bm25(words) AS score FROM words
  WHERE words MATCH ?{fitting})
SELECT number, piece, score FROM (
  SELECT number, piece, sum(score * {weight}) AS score, max(score * {weight}) FROM hits
  GROUP BY number)
ORDER BY score DESC, number DESC LIMIT ?
"""
_HAVING = "SELECT rowid >> 24 FROM words WHERE words MATCH ?"
_NUMBERS_HAVING = _HAVING.replace("rowid >> 24", "group_concat(rowid >> 24)")
_NUMBERS = msgspec.json.Decoder(frozenset[int])


def place_of(number: int, piece: int) -> int:
    """The place of a piece of a case."""
    return number << 24 | piece


def at_place(place: int) -> tuple[int, int]:
    """The number of the case, and the piece."""
    return place >> 24, place & 0xFFFFFF


def asked(wanted: Wanted) -> tuple[str, tuple[object, ...]]:
    """The statement that finds it, and its values."""
    weight = _weight(wanted.weights)
    if len(wanted.every) == 1 and not wanted.never:  # what has it, fits
        return _ASKED.format(fitting="", weight=weight), (_matching(*wanted.every), wanted.limit)
    fitting = " INTERSECT ".join([_HAVING] * len(wanted.every))
    fitting += f" EXCEPT {_HAVING}" * len(wanted.never)
    statement = _ASKED.format(fitting=f" AND rowid >> 24 IN ({fitting})", weight=weight)
    any_of = tuple(phrase for phrases in wanted.every for phrase in phrases)
    values = map(_matching, (any_of, *wanted.every, *wanted.never))
    return statement, (*values, wanted.limit)


def having(phrases: tuple[Phrase, ...]) -> tuple[str, tuple[object, ...]]:
    """The statement that finds the numbers of the cases that have one of them, and its values.

    They come in one text, see `numbers_in`: a row for each of thousands takes twice as long.
    """
    return _NUMBERS_HAVING, (_matching(phrases),)


def numbers_in(text: str | None) -> frozenset[int]:
    """The numbers that it has, some of them several times."""
    return _NUMBERS.decode(f"[{text or ''}]")


def _weight(weights: tuple[float, ...]) -> str:
    known = " ".join(f"WHEN {piece} THEN {weight:f}" for piece, weight in enumerate(weights))
    return f"CASE piece {known} ELSE {weights[-1]:f} END"


def _matching(phrases: tuple[Phrase, ...]) -> str:
    """Any of them, in the syntax of FTS5. Inside of quotation marks nothing has a meaning."""
    return " OR ".join(f'"{" ".join(words)}"{"*" * begun}' for words, begun in phrases)
