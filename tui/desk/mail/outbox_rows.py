"""The letters of the outbox as the book has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from tui.cases.errors import NotFound
from tui.cases.record import from_plain, to_plain
from tui.mail.outgoing import Outgoing
from tui.mail.troubles import quoted
from tui.store.errors import StoreError
from tui.store.names import OUTBOX

if TYPE_CHECKING:
    from tui.desk.office import Office
    from tui.store.book_contract import Book


def entries(office: Office) -> tuple[Outgoing, ...]:
    """Everything that was ever put there, the oldest first."""
    return tuple(_read(plain, number) for number, plain in office.store.documents(OUTBOX))


def entry(office: Office, number: int) -> Outgoing:
    """One of them. Raises NotFound."""
    return _read(_there(office.store.document(OUTBOX, number), number), number)


def newest(book: Book, number: int) -> Outgoing:
    """One of them as it stands while the book is written. Raises NotFound."""
    return _read(_there(book.document(OUTBOX, number), number), number)


def _there(plain: dict[str, Any] | None, number: int) -> dict[str, Any]:
    if plain is None:
        raise NotFound("There is no letter {number} in the outbox. See: upheld mail queue --all",
                       number=number)  # fmt: skip
    return plain


def _read(plain: dict[str, Any], number: int) -> Outgoing:
    try:
        return replace(from_plain(Outgoing, plain), number=number)
    except msgspec.ValidationError as error:
        raise StoreError("Letter {number} of the outbox cannot be read: {problem}.",
                         number=number, problem=quoted(str(error))) from None  # fmt: skip


def kept(book: Book, out: Outgoing) -> Outgoing:
    """Keep what became of it."""
    book.put_document(OUTBOX, to_plain(out), out.number)
    return out
