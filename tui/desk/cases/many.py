"""One change of several cases: all of it or none, and taken back as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from tui.cases.errors import BadInput
from tui.desk.cases import facts
from tui.desk.ladder.climbing import with_windows
from tui.desk.opening import change, know_company, require_known

if TYPE_CHECKING:
    from tui.cases.case import Case
    from tui.desk.office import Office
    from tui.store.book_contract import Book
    from tui.store.contract import Change


def edit_many(
    office: Office, case_ids: Iterable[int], texts: Mapping[str, str]
) -> tuple[Case, ...]:
    """Change the same facts of several cases. Raises NotFound, BadInput: then of none."""
    numbers = tuple(dict.fromkeys(case_ids))
    require_known(office, texts)
    with office.store.writing(change(office, "edit_several", detail=str(len(numbers)))) as book:
        return tuple(_edit(office, book, number, texts) for number in numbers)


def change_of(office: Office, verb: str, numbers: tuple[int, ...]) -> Change:
    """A change of one case for the journal, or of so many."""
    if len(numbers) == 1:
        return change(office, verb, numbers[0])
    return change(office, f"{verb}_several", detail=str(len(numbers)))


def _edit(office: Office, book: Book, number: int, texts: Mapping[str, str]) -> Case:
    case = book.case(number)
    edited = facts.changed(case, texts, office.today(case))
    know_company(book, edited)
    return book.put(with_windows(office, edited))


def retag(office: Office, case_ids: Iterable[int], typed: str) -> tuple[Case, ...]:
    """Put tags on several cases, and take those away that are typed with a `-` before them.

    What the cases have besides stays. Raises BadInput where no tag is named.
    """
    words = facts.tags_of(typed)
    put = [word.removeprefix("+") for word in words if not word.startswith("-")]
    taken = {word.removeprefix("-").casefold() for word in words if word.startswith("-")}
    if not any((*put, *taken)):
        raise BadInput("Name a tag to put on; with - before it: to take away.", name="tags")
    numbers = tuple(dict.fromkeys(case_ids))
    with office.store.writing(change(office, "edit_several", detail=str(len(numbers)))) as book:
        return tuple(_retag(book, number, put, taken) for number in numbers)


def _retag(book: Book, number: int, put: list[str], taken: set[str]) -> Case:
    case = book.case(number)
    kept = [tag for tag in case.tags if tag.casefold() not in taken]
    known = {tag.casefold() for tag in kept}
    new = (tag for tag in put if tag and tag.casefold() not in known)
    return book.put(facts.changed(case, {"tags": " ".join((*kept, *new))}))
