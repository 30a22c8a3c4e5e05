"""No second letter beside one that may still arrive: who reads it twice thinks less of both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.cases.errors import BadInput
from tui.desk.mail.mail_words import in_the_way
from tui.desk.mail.outbox_rows import entries, kept
from tui.mail.outgoing import Outgoing, Standing

if TYPE_CHECKING:
    from tui.desk.office import Office
    from tui.store.book_contract import Book

# Of one that was refused nothing went out; what was sent stands in the case.
_MAY_ARRIVE = (Standing.QUEUED, Standing.SENDING, Standing.DEFERRED, Standing.UNKNOWN)


class InTheWay(BadInput):
    """`out`, for the same step of the case, is not out yet, or nobody knows whether it is."""

    def __init__(self, out: Outgoing) -> None:
        super().__init__(in_the_way(out))
        self.out = out


def refuse_second(office: Office, out: Outgoing) -> None:
    """Raises InTheWay where a letter of the same step waits, or may have gone out."""
    for other in _of_same_step(office, out):
        if other.standing in _MAY_ARRIVE:
            raise InTheWay(other)


def take_place(office: Office, book: Book, out: Outgoing) -> None:
    """What was refused of that step is dropped: it is written anew, and not sent again beside."""
    for other in _of_same_step(office, out):
        if other.standing is Standing.REFUSED:
            kept(book, replace(other, standing=Standing.DROPPED))


def _of_same_step(office: Office, out: Outgoing) -> Iterator[Outgoing]:
    step = out.texts.get("step")
    mine = (other for other in entries(office) if other.case == out.case)
    return (other for other in mine if other.texts.get("step") == step)
