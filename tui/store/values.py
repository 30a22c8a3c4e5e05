"""Rows as cases and companies, and back."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from tui.cases.case import Case
from tui.cases.company import Company
from tui.cases.errors import BadInput
from tui.cases.record import Record, from_plain, quick_record, quick_text, to_plain
from tui.cases.sentence import Sentence, say
from tui.store import strict
from tui.store.errors import BrokenBook
from tui.store.rows import Row

R = TypeVar("R", bound=Record)


def read_case(row: Row, number: int, file: str) -> Case:
    """The case in `row`. Raises BrokenBook, which names it and the field that is wrong."""
    what = say("Case #{id}", id=number)
    case = read_record(Case, row, what, file)
    if case.id != number:
        raise _broken(what, file, say("it says that it is #{id}", id=case.id))
    return case


def read_company(row: Row, number: int, file: str) -> Company:
    """The company in `row`. Raises BrokenBook."""
    return read_record(Company, row, say("Company {id}", id=number), file)


def read_record(kind: type[R], row: Row, what: Sentence, file: str) -> R:
    """The record in `row`. Raises BrokenBook, which names `what` it should be."""
    known = quick_record(kind, bytes(row.raw))
    if known is not None:
        return known
    try:
        return from_plain(kind, row.plain())
    except msgspec.ValidationError as error:
        raise _broken(what, file, str(error)) from None
    except strict.Unreadable as error:
        raise _broken(what, file, error.problem) from None


def read_plain(row: Row, table: str, number: int, file: str) -> dict[str, Any]:
    """The JSON object in `row`. Raises BrokenBook."""
    try:
        return row.plain()
    except strict.Unreadable as error:
        what = say("Row {number} of “{table}”", number=number, table=table)
        raise _broken(what, file, error.problem) from None


def row_of(record: Record) -> Row:
    """The row of a record. Raises BadInput for what could not be read again."""
    text = quick_text(record)
    if text is not None and quick_record(type(record), text) is not None:
        return Row(msgspec.Raw(text))
    plain = to_plain(record)
    try:
        row = Row.of(plain)
        from_plain(type(record), plain)
    except ValueError as error:
        raise BadInput("This cannot be stored: {problem}.", problem=str(error)) from None
    return row


def _broken(what: Sentence, file: str, problem: Sentence | str) -> BrokenBook:
    return BrokenBook(
        "{what} in “{file}” cannot be read: {problem}. Nothing was changed: correct it there by "
        "hand, or restore a copy.",
        what=what,
        file=file,
        problem=problem,
    )
