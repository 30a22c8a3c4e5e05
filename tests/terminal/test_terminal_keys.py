"""From bytes to Textual's messages: nothing fails, nothing is lost, nothing is waited for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, Paste

from tui.terminal.keys import Keys

ODD = [
    b"\x1b",
    b"\x1b[",
    b"\x1b[200~",
    b"\x1b[201~",
    b"\x1b[99999999999u",
    b"\x1b[<0;1;1M",
    b"\xe9",
]


class Time:
    """Seconds that pass when told to."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def typed(keys: Keys, data: bytes) -> str:
    return "".join(m.character or "" for m in keys.feed(data) if isinstance(m, Key))


@given(st.lists(st.binary() | st.sampled_from(ODD)))
def test_no_bytes_make_it_fail(pieces: list[bytes]) -> None:
    time = Time()
    keys = Keys(now=time)
    for piece in pieces:
        list(keys.feed(piece))
        list(keys.tick())
        time.now += 3
    keys = Keys(now=time)
    list(keys.feed(b"".join(pieces)))


@given(st.text(st.characters(categories=["L", "N"]), min_size=1), st.data())
def test_letters_arrive_whole_however_they_are_cut(text: str, data: st.DataObject) -> None:
    raw, keys, result = text.encode(), Keys(), ""
    while raw:
        size = data.draw(st.integers(1, len(raw)))
        result += typed(keys, raw[:size])
        raw = raw[size:]
    assert result == text


def test_a_byte_that_is_not_utf8_is_shown_as_such() -> None:
    assert typed(Keys(), b"a\xe9b\xffc") == "a�b�c"


def test_after_an_impossible_key_report_one_types_on() -> None:
    keys = Keys()
    list(keys.feed(b"\x1b[99999999999u"))
    assert typed(keys, b"abc") == "abc"


def test_nothing_is_due_while_nothing_is_half_done() -> None:
    keys = Keys()
    assert keys.wait() is None
    list(keys.feed(b"a\x1b[B"))
    assert keys.wait() is None


def test_a_lone_escape_is_due_soon() -> None:
    keys = Keys()
    list(keys.feed(b"\x1b"))
    wait = keys.wait()
    assert wait is not None
    assert wait <= 0.1


def test_what_was_pasted_and_typed_comes_out_when_the_paste_is_ended() -> None:
    time = Time()
    keys = Keys(now=time)
    assert list(keys.feed("\x1b[200~счёт".encode())) == []
    assert list(keys.feed(b" q")) == []
    time.now += 2
    assert keys.wait() == 0
    (paste,) = keys.tick()
    assert isinstance(paste, Paste)
    assert paste.text == "счёт q"
    assert typed(keys, b"z") == "z"
