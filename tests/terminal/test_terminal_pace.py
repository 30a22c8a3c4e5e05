"""A slow line gets the newest frame, a fast one all; a silent terminal is not waited for."""

from __future__ import annotations

import random

import pytest
from test_terminal_keys import Time, typed
from test_terminal_thin import HEIGHT, WIDTH, Scene, Terminal, console

from tui.terminal.keys import Keys
from tui.terminal.pace import QUESTION, Pace
from tui.terminal.thin import Shown

FRAME = "x" * 1000


class Line:
    """Takes `rate` bytes a second and answers `delay` seconds later; frames go through a pace."""

    def __init__(self, rate: float, delay: float) -> None:
        self.rate, self.delay = rate, delay
        self.time = Time()
        self.pace = Pace(self.time)
        self.free, self.answers = self.time.now, list[float]()
        self.sent, self.waited = 0, 0.0

    def frame(self, text: str = FRAME) -> bool:
        """A frame is there now; whether it was sent."""
        while self.answers and self.answers[0] <= self.time.now:
            self.answers.pop(0)
            self.pace.answered()
        if self.pace.is_full:
            return False
        out = self.pace.sent(text)
        self.sent += len(out)
        self.free = max(self.free, self.time.now) + len(out) / self.rate
        self.waited = max(self.waited, self.free - self.time.now)
        if out.endswith(QUESTION):
            self.answers.append(self.free + self.delay)
        return True

    def hold(self, seconds: float, often: int) -> int:
        """As many frames as a key makes that is held; how many were sent."""
        count = 0
        for _ in range(int(seconds * often)):
            count += self.frame()
            self.time.now += 1 / often
        return count


@pytest.mark.parametrize(("rate", "delay"), [(10_000, 0.3), (2_000, 0.1), (30_000, 0.8)])
def test_on_a_slow_line_little_waits_however_long_a_key_is_held(rate: int, delay: float) -> None:
    line = Line(rate, delay)
    line.hold(5, 1)  # at leisure
    sent = line.hold(20, 60)
    assert line.waited <= max(10_000 / rate, 0.6)
    assert sent * len(FRAME) > 0.4 * 20 * rate, "the line is left idle"
    line.waited = 0.0
    line.hold(20, 60)
    assert line.waited <= max(5_000 / rate, 0.6), "it does not learn"


@pytest.mark.parametrize("delay", [0.001, 0.3])
def test_on_a_fast_line_hardly_a_frame_is_kept_back(delay: float) -> None:
    line = Line(10_000_000, delay)
    line.hold(5, 60)
    assert line.hold(5, 60) >= 295


def test_a_terminal_that_never_answered_is_not_waited_for_nor_asked_for_ever() -> None:
    pace = Pace(Time())
    texts = [pace.sent(FRAME) for _ in range(100)]
    assert not pace.is_full
    assert 1 <= sum(text.endswith(QUESTION) for text in texts) <= 4


def test_one_that_falls_silent_is_given_up() -> None:
    line = Line(1e6, 0.1)
    line.hold(3, 20)
    line.answers.clear()
    line.delay = 1e9
    line.hold(3, 20)
    assert line.pace.is_full
    line.pace.forget()
    assert not line.pace.is_full
    line.pace.answered()  # of a question that was forgotten
    assert not line.pace.is_full


def test_small_frames_are_not_asked_about_one_by_one() -> None:
    line = Line(1e6, 0.01)
    line.hold(1, 10)
    before = line.pace._sent, line.sent
    for _ in range(100):
        line.frame("x" * 170)
        line.time.now += 0.1
    assert line.sent - before[1] <= 17_000 * 1.005


@pytest.mark.parametrize("seed", range(6))
def test_what_was_kept_back_is_shown_in_the_end(seed: int) -> None:
    depth, chance = console("truecolor"), random.Random(seed)
    stock, thin, shown = Terminal(), Terminal(), Shown()
    held = 0
    for update in Scene(seed):
        held += chance.random() < 0.3 and shown.hold()
        stock.stream.feed(update.render_segments(depth) + "\x1b[2;2H")
        thin.stream.feed(shown.frame(update, depth, (WIDTH, HEIGHT), (1, 1)))
        if chance.random() < 0.4:
            thin.stream.feed(shown.release())
            assert thin.cells() == stock.cells()
    assert held


@pytest.mark.parametrize("cut", range(1, 9))
def test_answers_are_no_keys(cut: int) -> None:
    heard: list[int] = []
    keys = Keys(answered=lambda: heard.append(1))
    raw = b"a\x1b[0nb\x1b[3nc"
    assert typed(keys, raw[:cut]) + typed(keys, raw[cut:]) == "abc"
    assert heard == [1, 1]
