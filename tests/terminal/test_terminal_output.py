"""Writing waits for a slow terminal, and for no other."""

from __future__ import annotations

import fcntl
import os
import select
import threading
from collections.abc import Iterator

import pytest

from tui.terminal.output import Output

MUCH = "Ж" * 200_000  # more than a terminal takes without reading


class Pair:
    """A pseudo-terminal: `master` is the screen, `output` writes to it."""

    def __init__(self) -> None:
        self.master, slave = os.openpty()
        self.stream = os.fdopen(slave, "w", encoding="utf-8")
        self.output = Output(self.stream)

    def write(self, text: str) -> threading.Thread:
        self.output.write(text)
        thread = threading.Thread(target=self.output.flush, daemon=True)
        thread.start()
        return thread

    def read(self) -> bytes:
        return os.read(self.master, 65536)


@pytest.fixture
def pair() -> Iterator[Pair]:
    pair = Pair()
    yield pair
    pair.stream.close()


def test_a_slow_terminal_gets_all_of_it(pair: Pair) -> None:
    thread, got = pair.write(MUCH), b""
    while len(got) < len(MUCH.encode()):
        got += pair.read()
    thread.join(20)
    assert got.decode() == MUCH
    assert not pair.output.dropped


def test_what_was_written_goes_out_at_the_flush(pair: Pair) -> None:
    pair.output.write("a")
    pair.output.write("b")
    assert not select.select([pair.master], [], [], 0)[0]
    pair.output.flush()
    assert pair.read() == b"ab"


def test_in_a_hurry_it_gives_up_on_one_that_does_not_read(pair: Pair) -> None:
    thread = pair.write(MUCH)
    assert select.select([pair.master], [], [], 20)[0]
    assert thread.is_alive()
    pair.output.hurry(0.01)
    thread.join(20)
    assert not thread.is_alive()
    assert pair.output.dropped
    pair.output.write(MUCH)
    pair.output.flush()


def test_what_waits_is_replaced_by_the_last_words(pair: Pair) -> None:
    thread = pair.write(MUCH)
    assert select.select([pair.master], [], [], 20)[0]
    pair.output.hurry(0)
    thread.join(20)
    pair.output.replace("\x1b[?1049l")
    got = pair.read()
    while not got.endswith(b"l"):
        got += pair.read()
    assert len(got) < 65536


def test_a_terminal_that_is_gone_is_no_error(pair: Pair) -> None:
    os.close(pair.master)
    pair.output.write("x")
    pair.output.flush()
    assert pair.output.dropped
    pair.output.replace("\x1b[?1049l")


def test_the_shells_own_descriptor_still_waits(pair: Pair) -> None:
    """Left not to wait, it would make the shell's next command fail."""
    assert not fcntl.fcntl(pair.stream.fileno(), fcntl.F_GETFL) & os.O_NONBLOCK


def test_what_the_terminal_cannot_show_takes_one_cell(pair: Pair) -> None:
    with os.fdopen(os.dup(pair.stream.fileno()), "w", encoding="ascii") as ascii_only:
        output = Output(ascii_only)
        output.write("a€─b\ud800")
        output.flush()
    assert pair.read() == b"a??b?"
