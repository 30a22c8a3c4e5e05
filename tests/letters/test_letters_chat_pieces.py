"""A long text in pieces: every word once, none too long, no number cut."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.letters.chat_pieces import pieces_of

WORDS = st.text("абвгяabcz.,!?", min_size=1, max_size=30)
GAPS = st.sampled_from([" ", "\n", "\n\n", "  ", ". "])


def bare(pieces: tuple[str, ...]) -> list[str]:
    """The pieces without their numbers."""
    return [re.sub(r"^\d+/\d+ ", "", piece) for piece in pieces]


@given(st.lists(st.tuples(WORDS, GAPS), max_size=120), st.integers(100, 400))
def test_every_word_is_there_once_and_in_order(words: list[tuple[str, str]], limit: int) -> None:
    text = "".join(word + gap for word, gap in words)
    pieces = pieces_of(text, limit)
    assert " ".join(bare(pieces)).split() == text.split()
    assert all(0 < len(piece) <= limit for piece in pieces)


def test_a_word_longer_than_a_piece_is_cut_and_nothing_is_lost() -> None:
    text = "x" * 1000
    assert "".join(bare(pieces_of(text, 100))) == text


def test_a_short_text_is_one_piece_without_a_number() -> None:
    assert pieces_of("  Hello!  ", 100) == ("Hello!",)
    assert pieces_of(" \n ", 100) == ()


@pytest.mark.parametrize("limit", range(100, 130))
def test_a_sum_is_never_cut(limit: int) -> None:
    text = " ".join(["Верните 12 490 ₽ по заказу"] * 40)
    assert all(not re.search(r"12$|^490", piece) for piece in bare(pieces_of(text, limit)))


def test_it_is_cut_between_paragraphs_before_it_is_cut_within_one() -> None:
    first, second = "One sentence. " * 20, "Another one. " * 20
    assert bare(pieces_of(f"{first}\n\n{second}", 400)) == [first.strip(), second.strip()]


def test_it_is_cut_between_sentences_before_it_is_cut_within_one() -> None:
    pieces = bare(pieces_of("This is what happened on that day. " * 30, 200))
    assert len(pieces) > 3
    assert all(piece.endswith(".") for piece in pieces)
