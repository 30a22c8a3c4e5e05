"""Linking cases with each other, and parting them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.cases.errors import BadInput, NotFound
from tui.cases.links import Link, LinkKind, way
from tui.cases.words import Stage
from tui.desk.board.boards import found
from tui.desk.board.query import query_of, require
from tui.desk.cases.linked import Links, card_of_uid
from tui.desk.cleaned import cleaned_card
from tui.desk.opening import change

if TYPE_CHECKING:
    from tui.cases.card import Card
    from tui.cases.case import Case
    from tui.desk.office import Office
    from tui.store.book_contract import Book

_FEW = 4  # cases that an error names
_LONGEST = 9  # digits of the number of a case
_NO_CIRCLE = (LinkKind.WAITS_FOR, LinkKind.CONTINUES)


def link(office: Office, case_id: int, other_id: int, kind: LinkKind) -> Case:
    """Link a case with another; what linked the two before is replaced.

    Raises NotFound, and BadInput for a case with itself and for a circle, which it names.
    """
    if case_id == other_id:
        raise BadInput("#{id} cannot be linked with itself.", id=case_id, name="other")
    with office.store.writing(change(office, "link", case_id, str(other_id))) as book:
        case, other = book.case(case_id), book.case(other_id)
        keeper, named, kept = (case, other, kind)
        if not kind.is_kept:
            keeper, named, kept = other, case, kind.inverse
        _require_no_circle(office, keeper, named, kept)
        book.put(_without(named, keeper.uid))
        _put_link(book, keeper, Link(kind=kept, uid=named.uid))
        return book.case(case_id)


def _put_link(book: Book, case: Case, new: Link) -> None:
    """In the place of the one that there was, so that saying the same again changes nothing."""
    same = [new if link.uid == new.uid else link for link in case.links]
    book.put(replace(case, links=tuple(same) if new in same else (*same, new)))


def unlink(office: Office, case_id: int, other: int | str) -> Case:
    """Part a case from another: by its number, or by its uid where it is gone.

    Raises NotFound, and BadInput where the two are not linked.
    """
    with office.store.writing(change(office, "unlink", case_id, str(other))) as book:
        case = book.case(case_id)
        there = book.case(other) if isinstance(other, int) else book.find(other)
        uid = there.uid if there else str(other)
        parted = [_without(case, uid)]
        parted += [_without(there, case.uid)] if there else []
        if parted == [case, *([there] if there else [])]:
            raise BadInput("#{id} and {other} are not linked.", id=case_id, other=_named(other))
        for one in parted:
            book.put(one)
        return book.case(case_id)


def forget_gone(office: Office, case_id: int) -> Case:
    """Take away the links with cases that are not in the book. Raises NotFound, BadInput."""
    with office.store.writing(change(office, "unlink", case_id)) as book:
        case = book.case(case_id)
        here = tuple(link for link in case.links if book.find(link.uid))
        if here == case.links:
            raise BadInput("#{id} is linked with no case that is gone.", id=case_id)
        return book.put(replace(case, links=here))


def _named(other: int | str) -> str:
    return f"#{other}" if isinstance(other, int) else other[:8]


def _without(case: Case, uid: str) -> Case:
    return replace(case, links=tuple(link for link in case.links if link.uid != uid))


def _require_no_circle(office: Office, case: Case, other: Case, kind: LinkKind) -> None:
    """A case that waits for itself, over however many others, would wait for ever."""
    if kind not in _NO_CIRCLE:
        return

    def onward(uid: str) -> Iterable[str]:
        card = card_of_uid(office, uid)
        ties = card.links if card else ()
        # What links the two now is about to be replaced.
        return [to for to, how in ties if how is kind and (uid, to) != (other.uid, case.uid)]

    found = way(other.uid, case.uid, onward)
    if found:
        cards = (card_of_uid(office, uid) for uid in (case.uid, *found))
        told = " -> ".join(f"#{card.id}" for card in cards if card)
        raise BadInput(
            "#{id} cannot stand so to #{other}: it would go in a circle, {way}.",
            id=case.id, other=other.id, way=told, name="other",
        )  # fmt: skip


def meant(office: Office, case_id: int, typed: str) -> int:
    """The other case that a person means: by its number, or by words of which one alone is so.

    Of several the one that is open. Raises NotFound, and BadInput that says what there is.
    """
    text = typed.strip()
    if not text:
        raise BadInput("Say which case: its number, or words of it.", name="other")
    cards = candidates(office, case_id, text)
    living = [card for card in cards if card.stage is not Stage.CLOSED]
    if not cards:
        number = _number(text)
        if number is not None:
            raise NotFound("There is no case #{id}.", id=number, name="other")
        raise BadInput("No other case has “{words}”.", words=text, name="other")
    if len(cards) > 1 and len(living) != 1:
        few = tuple(f"#{card.id} {card.company}" for card in cards[:_FEW])
        raise BadInput("“{words}” is said of {count} cases: {cases} … Write the number.",
                       words=text, count=len(cards), cases=few, name="other")  # fmt: skip
    return (living or cards)[0].id


def candidates(office: Office, case_id: int, typed: str) -> tuple[Card, ...]:
    """The cases that may be meant, the open ones first, clean. Raises BadInput."""
    text = typed.strip()
    if not text:
        return ()
    number = _number(text)
    if number is not None:
        card = office.store.cards.get(number)
        return (cleaned_card(card),) if card else ()
    views = found(office, require(query_of(text, Links(office))))
    cards = (view.card for view in views if view.id != case_id)
    return tuple(sorted(cards, key=lambda card: card.stage is Stage.CLOSED))


def _number(text: str) -> int | None:
    """“12” and “#12”."""
    digits = text.removeprefix("#")
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST
    return int(digits) if is_number else None
