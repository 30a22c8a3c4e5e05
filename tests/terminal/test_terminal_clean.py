"""Cleaned text holds no control character, and says everything else as it was."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tui.terminal.clean import CONTROLS as NAMED
from tui.terminal.clean import SURROGATES, clean_line, clean_text

CONTROLS = [chr(code) for code in (*NAMED, *SURROGATES)]
ANYTHING = st.text(st.characters(exclude_categories=[]) | st.sampled_from(CONTROLS))
# The property Bidi_Control of Unicode, which the standard library does not know.
BIDI = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}


def test_the_set_is_every_control_separator_surrogate_and_bidi_control() -> None:
    kinds = {"Cc", "Cs", "Zl", "Zp"}
    unicode = {code for code in range(0x110000) if unicodedata.category(chr(code)) in kinds}
    assert {*NAMED, *SURROGATES} == unicode | BIDI


@given(ANYTHING)
def test_a_line_has_no_controls_and_keeps_its_length(text: str) -> None:
    cleaned = clean_line(text)
    assert not set(cleaned) & set(CONTROLS)
    assert len(cleaned) == len(text)
    assert clean_line(cleaned) == cleaned


@given(ANYTHING)
def test_a_text_keeps_line_feeds_and_tabs_only(text: str) -> None:
    cleaned = clean_text(text)
    assert set(cleaned) & set(CONTROLS) <= {"\n", "\t"}
    assert cleaned.count("\n") == text.count("\n")
    assert clean_text(cleaned) == cleaned


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs", "M"])))
def test_ordinary_writing_is_left_alone(text: str) -> None:
    assert clean_line(text) == clean_text(text) == text


def test_pictures_show_what_was_there() -> None:
    assert clean_line("a\x1b]0;x\x07\x7f\x9b\r\n\u202e") == "a␛]0;x␇␡�␍␊�"
    assert clean_text("a\r\nb\rc\td") == "a\nb␍c\td"


def test_taking_sequences_apart_builds_no_new_ones() -> None:
    assert "\x1b" not in clean_text("\x1b\x1b[31m[31m \x1b\x00[2J")
