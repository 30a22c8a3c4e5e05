"""What counts as a word, and which words count as the same."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.store.stems import stem, stems_of, words_of

TEXT = st.text(st.characters(exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    "forms",
    [
        "возврат возврата возвраты ВОЗВРАТОМ возвра́ту",
        "refund refunds refunded Refunding",
        "отчёт отчета ОТЧЁТЫ",
        "деньги денег",
        "посылка посылок посылки",
        "звонок звонка",
        "pay paid",
        "company company's",
        "straße STRASSE",
        "й\u0438\u0306",
    ],
)
def test_forms_of_one_word(forms: str) -> None:
    assert len({stem(word) for word in forms.replace("'s", "").split()}) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("заказ 4821-77.", ["4821", "77", "482177"]),
        ("INC0012345", ["inc0012345", "0012345", "12345"]),
        ("тел. +7 (912) 345-67-89", ["912", "345", "79123456789", "9123456789"]),
        ("89123456789", ["89123456789", "9123456789"]),
        ("anna.k@mail.example", ["anna", "k", "mail"]),
        ("от 22.11.2026", ["22", "11", "2026"]),
        ("a_b", ["a", "b"]),
    ],
)
def test_numbers_and_addresses_are_there_whole_and_in_parts(text: str, found: list[str]) -> None:
    assert set(found) <= set(stems_of(text))


def test_the_words_stand_in_their_order_and_other_forms_after_them() -> None:
    assert stems_of("Номер 4821-77, refunded") == ["номер", "4821", "77", "refund", "482177"]


@given(TEXT)
def test_places_are_those_of_the_same_stems(text: str) -> None:
    words = words_of(text)
    assert [word.stem for word in words] == stems_of(text)
    for word in words:
        assert word.stem in stems_of(text[word.start : word.end])


@given(TEXT)
def test_a_stem_is_letters_and_digits(text: str) -> None:
    """So that nothing that is typed means anything to the index."""
    for found in stems_of(text):
        assert found.isalnum()
        assert found == found.casefold()
        assert 0 < len(found) <= 200


def test_a_long_text_without_blanks_takes_no_time() -> None:
    for text in ("a" * 100_000, "1-" * 50_000, "1 " * 50_000, "a1" * 50_000, "\u0301" * 100_000):
        stems_of(text)


def test_reading_a_book_loads_no_stemmer() -> None:
    program = (
        "import sys, tui.store.opening as o; o.memory_store(who='').cards\n"
        "sys.exit(any('snowball' in name for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
