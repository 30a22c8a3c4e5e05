"""Texts are looked up where they stand, and are those that gettext would find."""

from __future__ import annotations

import gettext
import io

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from tui.wording.catalogue import Catalogue
from tui.wording.wording import LANGUAGES, LOCALE

COUNTS = (0, 1, 2, 4, 5, 11, 14, 21, 22, 25, 101, 111, 112, 1001)


def both(language: str) -> tuple[Catalogue, gettext.GNUTranslations]:
    """A catalogue as it is read here, and by the standard library."""
    content = (LOCALE / language / "LC_MESSAGES" / "upheld.mo").read_bytes()
    return Catalogue(content), gettext.GNUTranslations(io.BytesIO(content))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_the_one_that_gettext_finds(language: str) -> None:
    ours, theirs = both(language)
    texts = [text for text in theirs._catalog if isinstance(text, str)]  # type: ignore[attr-defined]
    assert len(texts) > 2000
    assert [text for text in texts if text and ours.gettext(text) != theirs.gettext(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_are_those_of_gettext(language: str) -> None:
    ours, theirs = both(language)
    one, many = "{count} case", "{count} cases"
    told = [ours.ngettext(one, many, count) for count in COUNTS]
    assert told == [theirs.ngettext(one, many, count) for count in COUNTS]
    assert len(set(told)) == len({"en": "12", "ru": "125"}[language])
    assert [ours.ngettext("a goose", "geese", count) for count in (1, 2)] == ["a goose", "geese"]


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@given(st.dictionaries(TEXT, TEXT), st.lists(TEXT))
def test_any_catalogue_is_read(texts: dict[str, str], others: list[str]) -> None:
    catalog = Catalog(locale="ru", charset="utf-8")
    for text, told in texts.items():
        catalog.add(text, told)
    written = io.BytesIO()
    write_mo(written, catalog)
    ours = Catalogue(written.getvalue())
    for _ in range(2):  # the second time from memory
        assert {text: ours.gettext(text) for text in texts} == texts
    assert [ours.gettext(text) for text in others] == [texts.get(text, text) for text in others]


def test_half_a_surrogate_pair_is_no_text_of_a_catalogue() -> None:
    path = LOCALE / "ru" / "LC_MESSAGES" / "upheld.mo"
    assert Catalogue(path.read_bytes()).gettext("\udce9 \ud800") == "\udce9 \ud800"


def test_another_file_is_refused() -> None:
    for content in (b"", b"no catalogue, but longer than the head of one"):
        with pytest.raises(ValueError, match="no catalogue"):
            Catalogue(content)
