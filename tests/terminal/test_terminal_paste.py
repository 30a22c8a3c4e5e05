"""A paste without an end is ended; what comes late of it is not taken for keys."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.terminal.paste import END, START, PasteWatch


class Time:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_paste_is_due_two_seconds_after_its_last_byte() -> None:
    time = Time()
    watch = PasteWatch(time)
    assert watch.due_in() is None
    watch.passed(START + "a")
    time.now += 1.5
    assert watch.due_in() == 0.5
    watch.passed("b")
    assert watch.due_in() == 2.0
    time.now += 9
    assert watch.due_in() == 0
    assert watch.cut() == END
    assert watch.due_in() is None


@given(st.lists(st.sampled_from([START, END, "a", "\x1b", "\x1b[20", "Ж"])), st.data())
def test_it_follows_marks_however_they_are_cut_in_pieces(
    parts: list[str], data: st.DataObject
) -> None:
    text = "".join(parts)
    watch, rest = PasteWatch(Time()), text
    while rest:
        size = data.draw(st.integers(1, len(rest)))
        piece, rest = rest[:size], rest[size:]
        assert watch.passed(piece) == piece
    assert (watch.due_in() is not None) is (text.rfind(START) > text.rfind(END))


def cut() -> PasteWatch:
    watch = PasteWatch(Time())
    watch.passed(START + "a")
    watch.cut()
    return watch


def test_the_late_rest_of_a_paste_is_a_paste() -> None:
    watch = cut()
    assert watch.passed("rest" + END) == START + "rest" + END
    assert watch.due_in() is None
    watch = cut()
    assert watch.passed("x" * 500) == START + "x" * 500
    assert watch.due_in() == 2.0


def test_keys_pressed_after_it_are_keys() -> None:
    for typed in ("q", "\x1b[B" * 50, START + "another" + END):
        assert cut().passed(typed) == typed
    watch = cut()
    watch.passed("q")
    assert watch.passed("x" * 500) == "x" * 500
