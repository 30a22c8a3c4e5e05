"""What only looks bad is left alone: words of ordinary letters, both languages."""

from __future__ import annotations

import harmless
import pytest
from finding_story import found_in, in_plain

RUSSIAN = [f"Слово {word} стоит здесь." for word in harmless.RUSSIAN_WORDS] + harmless.RUSSIAN
ENGLISH = [f"The word {word} is here." for word in harmless.ENGLISH_WORDS] + harmless.ENGLISH
# What a bare text lacks is no concern here.
MISSING = {"L01", "L02", "L03", "L05", "L17", "L18", "L20", "L21", "L33"}


def test_there_are_enough_traps() -> None:
    assert len(set(RUSSIAN)) >= 150
    assert len(set(ENGLISH)) >= 150


@pytest.mark.parametrize("sentences", [RUSSIAN, ENGLISH], ids=["ru", "en"])
def test_harmless_words_have_no_findings(sentences: list[str]) -> None:
    told = {text: found for text in sentences if (found := found_in(text))}
    assert {text: [(f.id, f.text) for f in found] for text, found in told.items()} == {}


@pytest.mark.parametrize("sentences", [RUSSIAN, ENGLISH], ids=["ru", "en"])
def test_nor_as_plain_texts(sentences: list[str]) -> None:
    told = {text: {f.id for f in in_plain(text)} - MISSING for text in sentences}
    assert {text: ids for text, ids in told.items() if ids} == {}
