"""The shipped lists are whole: both languages, no item twice, none that nothing names."""

from __future__ import annotations

import string
from itertools import chain, product

import pytest

from tui.advice.preparation.preparation import OF_PAYMENT
from tui.advice.preparation.preparation_data import Row, What, kinds, needed, rows
from tui.advice.preparation.preparation_evidence import Piece, noted
from tui.cases.words import Problem, Urgency
from tui.letters.phrases import Phrases

EVERY = {
    name: item for file in ("numbers", "evidence", "general") for name, item in needed(file).items()
}
# The rows of the table of problems, as the design has them.
WANTED = {
    *("technical", "payment", "delivery", "defect", "withdrawal", "service", "subscription"),
    *("telecom", "bank", "insurance", "housing", "flight", "data", "account", "consultation"),
    *("outage", "bug"),
}


def test_every_kind_of_the_table_is_there() -> None:
    assert set(kinds()) >= WANTED


@pytest.mark.parametrize("name", kinds())
def test_a_kind_names_items_that_there_are(name: str) -> None:
    kind = kinds()[name]
    assert set(kind.title) == {"en", "ru"}
    assert set(kind.numbers) <= set(needed("numbers"))
    assert set(kind.evidence) <= set(needed("evidence"))
    assert len({*kind.numbers, *kind.evidence}) == len(kind.numbers) + len(kind.evidence)
    assert kind.results
    first = needed("numbers")[kind.numbers[0]]
    assert first.what is What.IDENTIFIER


@pytest.mark.parametrize("name", kinds())
def test_a_result_is_one_wish_with_a_day_or_at_least_an_end(name: str) -> None:
    for result in kinds()[name].results:
        assert set(result) == {"en", "ru"}
        fields = [
            {f for _, f, _, _ in string.Formatter().parse(text) if f} for text in result.values()
        ]
        assert fields[0] == fields[1] <= {"amount", "date"}
        assert all(text.endswith((".", "{date}.")) and "  " not in text for text in result.values())


def test_every_item_has_both_languages_and_something_that_finds_it() -> None:
    for name, item in EVERY.items():
        assert set(item.name) == set(item.mend) == {"en", "ru"}, name
        assert item.kinds or item.field or item.told or item.words, name
        assert item.mend["ru"].endswith(".")
        assert item.mend["en"].endswith(".")


def test_no_item_is_dead() -> None:
    of_kinds = ((*k.numbers, *k.evidence) for k in kinds().values())
    used = {*chain.from_iterable(of_kinds), *OF_PAYMENT}
    assert used == {*needed("numbers"), *needed("evidence")}


def test_no_tag_means_two_kinds() -> None:
    tags = [tag for name, kind in kinds().items() for tag in {name, *kind.tags}]
    assert len(tags) == len(set(tags))
    assert all(tag == tag.casefold() and " " not in tag for tag in tags)


def test_rows_name_what_there_is() -> None:
    for row in rows():
        assert row.kind in kinds()
        assert set(row.problems) <= set(Problem)
        assert set(row.urgencies) <= set(Urgency)
    assert rows()[-1] == Row("other")


def test_kinds_of_identifiers_are_those_of_the_letters_or_words_of_their_own() -> None:
    """A kind that letters know under another name would never be found."""
    for name, kind in product(needed("numbers"), ("en", "ru")):
        for written in needed("numbers")[name].kinds:
            known = Phrases(kind).kind(written)
            assert known in ("", f"identifier.{written}"), (name, written)


def test_a_file_noted_by_the_name_of_a_thing_is_that_thing() -> None:
    for need in needed("evidence").values():
        for name in need.name.values():
            piece = Piece(1, "IMG_0412.jpg", ("img",), name)
            assert noted(need, (piece,)) == piece, name
