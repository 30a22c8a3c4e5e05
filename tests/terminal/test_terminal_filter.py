"""Whatever a widget draws, the filter lets no control character and no link through."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import ControlType, Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from tui.terminal.clean import CONTROLS as NAMED
from tui.terminal.clean import SURROGATES
from tui.terminal.filter import ControlFilter

BLACK = Color(0, 0, 0)
CONTROLS = [chr(code) for code in (*NAMED, *SURROGATES)]
STYLES = [None, Style(), Style(bold=True), Style(link="http://evil/\x1b]0;x\x07", color="red")]
SEGMENTS = st.lists(
    st.builds(
        Segment,
        st.text(st.characters(exclude_categories=[]) | st.sampled_from(CONTROLS)),
        st.sampled_from(STYLES),
        st.none(),
    )
)
NARROW_AND_WIDE = st.text(st.sampled_from([*"aЖ日é№ ", *CONTROLS]))


@given(SEGMENTS)
def test_no_control_and_no_link_is_left(segments: list[Segment]) -> None:
    result = ControlFilter().apply(segments, BLACK)
    assert not set("".join(segment.text for segment in result)) & set(CONTROLS)
    assert not any(segment.style and segment.style.link for segment in result)


@given(NARROW_AND_WIDE)
def test_the_line_keeps_its_width(text: str) -> None:
    (segment,) = ControlFilter().apply([Segment(text)], BLACK)
    assert cell_len(segment.text) == cell_len(text)


def test_writing_and_style_stay() -> None:
    segments = [Segment("Счёт № 5 \u00a0€ 日本 👩‍👧", Style(bold=True)), Segment("x", None)]
    assert ControlFilter().apply(segments, BLACK) == segments


def test_a_style_keeps_all_but_its_link() -> None:
    (segment,) = ControlFilter().apply([Segment("x", STYLES[3])], BLACK)
    assert segment.style == Style(color="red")


def test_control_segments_are_dropped() -> None:
    clear = Segment("\x1b[2J", None, [(ControlType.CLEAR,)])
    assert ControlFilter().apply([clear, Segment("x")], BLACK) == [Segment("x")]


def test_a_strip_takes_it_as_one_of_its_filters() -> None:
    strip = Strip([Segment("a\x1bb")], 2).apply_filter(ControlFilter(), BLACK)
    assert strip.text == "ab"
