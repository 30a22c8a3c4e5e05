"""A terminal that takes nothing for a while gets the newest picture then, and nothing before."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pty_session import Picture, Session

QUESTION, WELL = b"\x1b[5n", b"\x1b[0n"


class Slow(Session):
    """A large terminal that answers when it is told to."""

    answered = 0

    def answer(self) -> None:
        count = self.raw.count(QUESTION) - self.answered
        self.answered += count
        self.send(WELL * count)

    def answer_all(self) -> None:
        """Read until it has nothing more to say to a terminal that answers at once."""
        before = -1
        while before != len(self.raw):
            before = len(self.raw)
            self.answer()
            self.read_on(0.1)

    def press(self, key: bytes) -> None:
        """Type, and answer until nothing more comes of it."""
        before = len(self.raw)
        self.send(key)
        self.until(lambda: len(self.raw) > before, "nothing is drawn")
        self.answer_all()

    @property
    def shown(self) -> str:
        return Picture(*self.size).with_(bytes(self.raw))


@pytest.fixture
def slow(upheld: Callable[..., Session], environment: dict[str, str]) -> Slow:
    with upheld("demo", "--on", "2026-11-23") as plain:
        argv = plain.process.args
        plain.process.kill()
    return Slow(argv, env=environment, rows=60, columns=200)  # type: ignore[arg-type]


def known(slow: Slow) -> None:
    """It has answered, and then no longer does, until there is no room for one more frame."""
    slow.expect("#33")
    slow.answer_all()
    while not slow.answered:
        slow.press(b"lj")
    silent = 0
    while silent < 4:
        before = len(slow.raw)
        slow.send(b"hk" if silent % 2 else b"lj")
        slow.read_on(0.1)
        silent = 0 if len(slow.raw) > before else silent + 1


def test_only_the_newest_frame_is_sent_and_nothing_is_lost(slow: Slow) -> None:
    with slow as session:
        known(session)
        before = len(session.raw)
        for key in b"hkhkhkhjjlk":
            session.send(bytes([key]))
            session.read_on(0.05)
        assert len(session.raw) == before, "frames pile up"
        session.answer_all()
        late = session.shown
        session.press(b"?")
        assert session.shown != late
        session.press(b"\x1b")  # every cell is drawn anew
        assert session.shown == late
        session.send(b"q")
        assert session.finish() == 0


def test_a_terminal_that_stops_answering_is_not_waited_for_for_ever(slow: Slow) -> None:
    with slow as session:
        known(session)
        session.send(b"t")
        session.expect("Today")
