"""Lines fit their cells, whatever the text: wide, without width, hostile."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from tui.widgets.spans import Span, Tone, plain, segments, wrapped

# Letters, wide and combining ones, emoji, controls, lone surrogates, markup.
_PIECES = st.sampled_from(
    (
        *("a", "й", "漢", "é", "e\u0301", "👩\u200d👧", "🇩🇪", "\u200b", " ", "  ", "-", "[/x]"),
        *("\x1b[31m", "\x07", "\x9b", "\u202e", "\ud800", "\t", "\u2028"),
        *("слово", "longer-word-than-eight"),
    )
)
_TEXTS = st.one_of(st.lists(_PIECES, max_size=30).map("".join), st.text(max_size=40))


@given(st.lists(_TEXTS, max_size=4), st.integers(0, 40))
def test_a_line_fills_its_width_exactly(texts: list[str], width: int) -> None:
    made = segments([Span(text) for text in texts], width, lambda _: Style.null(), Style.null())
    shown = "".join(segment.text for segment in made)
    assert cell_len(shown) == width
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in shown)
    assert "\u202e" not in shown


def test_a_cut_line_says_so_and_markup_is_text() -> None:
    def shown(text: str, width: int) -> str:
        made = segments([Span(text)], width, lambda _: Style.null(), Style.null())
        return "".join(segment.text for segment in made)

    assert shown("[/foo] [URGENT] [red", 30).rstrip() == "[/foo] [URGENT] [red"
    assert shown("Severmart", 5) == "Seve…"
    assert shown("Two missed appointments", 12) == "Two missed… "
    assert shown("Two missed appointments", 11) == "Two missed…"
    assert shown("Broadband drops", 14) == "Broadband dro…"
    assert shown("about account 7740-1184-22", 24) == "about account 7740-1184…"
    assert shown("Refund 12 490 roubles", 12) == "Refund 12 4…"
    assert shown("by default", 1) == "…"
    assert shown("true    ", 6) == "true  "  # of which nothing is lost
    assert shown("漢字漢字", 6) == "漢字 …"
    assert shown("a\x1b]0;x\x07b", 10).rstrip() == "a␛]0;x␇b"


@given(_TEXTS, st.integers(11, 40), st.sampled_from(["", "   "]))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int, indent: str) -> None:
    lines = [plain(line) for line in wrapped(text, width, Tone.PLAIN, indent)]
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split(" ")) == "".join("".join(text.split("\n")).split(" "))


def test_a_text_without_spaces_is_wrapped_in_one_go() -> None:
    lines = wrapped("漢" * 100_000, 21)
    assert len(lines) == 10_000
    assert plain(lines[0]) == "漢" * 10


def test_an_address_is_never_broken_within_a_word() -> None:
    address = "https://ico.example/right-of-access/what-to-consider-when-responding?q=fee"
    shown = [plain(line).strip() for line in wrapped(f"Source: {address} (grade A).", 40)]
    assert shown == [
        "Source:",
        "https://ico.example/right-of-access/",
        "what-to-consider-when-responding?q=fee",
        "(grade A).",
    ]
    # A part longer than a line is broken at its own marks, what has none in its middle.
    shown = [plain(line) for line in wrapped("https://a.example/one-two-three/%D0%B0%D0%B1", 12)]
    assert shown == ["https://", "a.example/", "one-two-", "three/", "%D0%B0%D0%B1"]
