"""What a search finds, and in which order."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from store_helpers import NOON, a_case, add, change, edit

from tui.cases.event import Event
from tui.cases.particulars import Identifier, Reference
from tui.cases.words import EventKind
from tui.store.contract import Store

NUMBERS = (Identifier(kind="order", value="4821-77"),)
THEIRS = Reference(number="INC0012345")
DETAILS = "Чайник пришёл сломанным. They refunded nothing; звонил на +7 (912) 345-67-89."


def note(text: str, number: int = 1) -> Event:
    return Event(id=number, at=NOON, kind=EventKind.NOTE, text=text)


@pytest.fixture
def filled(store: Store) -> Store:
    add(
        store,
        a_case("Возврат денег", details=DETAILS, identifiers=NUMBERS, tags=("срочно",)),
        a_case("Roaming", timeline=(note("Обещали вернуть деньги"), note("не вернули", 2))),
        replace(a_case("Internet", references=(THEIRS,)), company="Связьмост"),
    )
    return store


def found(store: Store, text: str) -> set[int]:
    return {hit.number for hit in store.search(text)}


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        ("возврата", {1}),
        ("ВОЗВРАТЫ", {1}),
        ("refund", {1}),
        ("пришел", {1}),  # ё is е
        ("пришёл", {1}),
        ("деньги", {1, 2}),
        ("деньги чайник", {1}),  # in two pieces of one case
        ("деньги internet", set()),
        ("обещали не", {2}),  # in two events
        ("деньги -чайник", {2}),
        ('деньги -"деньги возврат"', {1, 2}),
        ('деньги -"возврата деньги"', {2}),
        ('"вернуть деньги"', {2}),
        ('"деньги вернуть"', set()),
        ('"деньги не"', set()),  # words of two events stand side by side nowhere
        ("«вернуть деньги»", {2}),
        ('"вернуть деньги', {2}),  # the quotation mark is not there yet
        ("зак*", set()),
        ("чайн*", {1}),
        ("чайниками*", {1}),
        ("пришё*", {1}),
        ("чайн", set()),  # begun, and nobody said so
        ("чайн* -roam*", {1}),
        ("деньги -вер*", {1}),
        ("4821-77", {1}),
        ("482177", {1}),
        ("4821", {1}),
        ("482*", {1}),
        ("4821-78", set()),
        ("INC0012345", {3}),
        ("inc0012345", {3}),
        ("12345", {3}),
        ("89123456789", {1}),
        ("+79123456789", {1}),
        ("345-67-89", {1}),
        ("связьмост", {3}),
        ("срочно", {1}),
        ("", set()),
        ("-деньги", set()),
        ('!? * - "" -', set()),
    ],
)
def test_a_query_finds(filled: Store, text: str, cases: set[int]) -> None:
    assert found(filled, text) == cases


def test_the_subject_counts_more_than_the_details_and_these_more_than_events(store: Store) -> None:
    add(
        store,
        a_case("Other", timeline=(note("kettle"),)),
        a_case("Other", details="kettle"),
        a_case("kettle"),
        a_case("Nothing"),
    )
    assert [hit.number for hit in store.search("kettle")] == [3, 2, 1]


def test_equal_ones_come_the_newest_first_and_no_more_than_asked_for(store: Store) -> None:
    add(store, *(a_case() for _ in range(30)))
    assert [hit.number for hit in store.search("bill", limit=3)] == [30, 29, 28]
    assert len(store.search("bill")) == 20


def test_scores_fall(filled: Store) -> None:
    edit(filled, 3, details="деньги")
    scores = [hit.score for hit in filled.search("деньги")]
    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores)


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("refund", ["refunded"]),
        ("пришёл refunding", ["пришёл", "refunded"]),
        ('"refund nothing"', ["refunded nothing"]),
        ("слом*", ["сломанным"]),
        ("89123456789", ["7 (912) 345-67-89"]),
    ],
)
def test_a_hit_shows_where_it_was_found(filled: Store, query: str, marked: list[str]) -> None:
    (hit,) = filled.search(query)
    assert hit.text == DETAILS
    assert [hit.text[start:end] for start, end in hit.marks] == marked


def test_the_best_piece_is_shown(store: Store) -> None:
    add(store, a_case("Plain", details="kettle", timeline=(note("x"), note("kettle " * 3, 2))))
    assert store.search("kettle")[0].text == "kettle"
    assert store.search("x")[0].text == "x"


def test_what_one_window_writes_the_other_finds(store: Store, other: Store) -> None:
    add(store)
    assert found(other, "roaming") == {1}
    edit(other, 1, subject="Kettle")
    assert found(store, "roaming") == set()
    assert found(store, "kettles") == {1}


def test_what_is_taken_back_is_not_found(store: Store) -> None:
    (case,) = add(store)
    edit(store, 1, timeline=(note("a kettle"),), details="toaster")
    store.undo()
    assert (found(store, "kettle"), found(store, "toaster")) == (set(), set())
    store.undo()
    assert found(store, case.subject) == set()


def test_what_failed_is_not_found(store: Store) -> None:
    add(store)

    def half() -> None:
        with store.writing(change()) as book:
            book.put(replace(book.case(1), subject="Kettle"))
            raise OSError

    with pytest.raises(OSError):  # noqa: PT011
        half()
    assert (found(store, "kettle"), found(store, "roaming")) == (set(), {1})


def test_nothing_is_found_in_a_book_that_is_not_there(store: Store) -> None:
    assert store.search("refund") == ()


@pytest.mark.parametrize(
    "written", ["12 490 ₽", "12\u00a0490,00 руб.", "12,490.00", "12490", "12.490,00"]
)
@pytest.mark.parametrize("typed", ["12490", "12,490", "12490.00", '"12 490"', "12490,00"])
def test_a_sum_is_found_however_its_digits_are_grouped(
    store: Store, written: str, typed: str
) -> None:
    if '"' in typed and written == "12490":
        pytest.skip("a phrase is looked for as it stands")
    add(store, a_case(details=f"Верните {written} на карту"), a_case(details="12 49 0"))
    assert found(store, typed) == {1}


def test_an_account_number_is_found_without_its_blanks(store: Store) -> None:
    add(store, a_case(details="IBAN DE89 3704 0044 0532 0130 00."), a_case())
    assert found(store, "DE89370400440532013000") == {1}
    assert found(store, "DE89 3704 0044") == {1}


@pytest.mark.parametrize(
    "text", ["деньги", "деньги -чайник", "чайн* -roam*", "4821-77", "нет", "-x"]
)
def test_all_that_have_it_are_those_that_the_search_finds(filled: Store, text: str) -> None:
    assert filled.having(text) == found(filled, text)


def test_who_has_it_follows_what_is_written_here_and_elsewhere(store: Store, other: Store) -> None:
    add(store)
    assert (store.having("kettle"), other.having("roaming")) == (set(), {1})
    edit(store, 1, subject="Kettle")
    assert store.having("kettle") == {1}
    other.poll()
    assert other.having("roaming") == set()
    store.undo()
    assert store.having("kettle") == set()


def test_the_best_among_those_that_are_meant(store: Store) -> None:
    add(store, *(a_case() for _ in range(9)))
    assert [hit.number for hit in store.search("bill", 2, lambda n: n < 4)] == [3, 2]
