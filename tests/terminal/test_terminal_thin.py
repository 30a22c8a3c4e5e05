"""Thin output in step with what Textual sends: after each frame both terminals show the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise

import pyte
import pytest
from pyte.screens import Char
from rich.console import Console
from rich.control import Control
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, InlineUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tui.terminal.thin import NotThin, Shown

WIDTH, HEIGHT = 40, 8
TEXTS = ("abc", "Дело №5 ", "    ", " ", "a b  c", "界世", "e\u0301t", "│─█", "☎ 5")
COLOURS = ("#14171a", "#e08070", "rgb(1,2,3)", "red", "bright_blue", "color(110)", "default")
WORDS = ("bold", "dim", "italic", "underline", "reverse", "strike", "blink", "overline", "uu")


class Terminal:
    """What a terminal shows that was sent this."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(WIDTH, HEIGHT)
        self.stream = pyte.Stream(self.screen)
        self.stream.feed("\x1b[?7l")

    def cells(self) -> list[list[Char]]:
        rows = [[self.screen.buffer[y][x] for x in range(WIDTH)] for y in range(HEIGHT)]
        return [[seen(cell) for cell in row] for row in rows]


def seen(cell: Char) -> Char:
    """Of a blank cell nobody sees in which colour or how bold its text would be."""
    lined = cell.underscore or cell.strikethrough or cell.reverse or cell.blink
    if cell.data != " " or lined:
        return cell
    return cell._replace(fg="default", bold=False, italics=False)


class Scene:
    """Frames made by chance, as the compositor makes them."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def style(self) -> Style | None:
        chance = self.chance
        if chance.random() < 0.1:
            return None
        words = chance.sample(WORDS, chance.choice((0, 0, 1, 2)))
        colours = chance.choice(COLOURS), chance.choice(COLOURS[:3])
        return Style.parse(" ".join([*words, colours[0], "on", colours[1]]))

    def strip(self, width: int) -> Strip:
        strip = Strip([])
        while strip.cell_length < width:
            more = Segment(self.chance.choice(TEXTS), self.style())
            strip = Strip([*strip, more])
        return strip.crop(0, width)

    def parts(self) -> list[int]:
        """Where strips begin on a line, and its end."""
        return sorted({0, WIDTH, *self.chance.sample(range(1, WIDTH), 3)})

    def layout(self) -> LayoutUpdate:
        lines = [
            [self.strip(end - start) for start, end in pairwise(self.parts())]
            for _ in range(HEIGHT)
        ]
        return LayoutUpdate(lines, Region(0, 0, WIDTH, HEIGHT))  # type: ignore[arg-type]

    def chops(self) -> ChopsUpdate:
        parts = [self.parts() for _ in range(HEIGHT)]
        lines: list[dict[int, Strip | None]] = [
            {
                start: None if self.chance.random() < 0.2 else self.strip(end - start)
                for start, end in pairwise(line)
            }
            for line in parts
        ]
        spans = [
            (y, *sorted(self.chance.sample(range(WIDTH + 1), 2)))
            for y in sorted(self.chance.sample(range(HEIGHT), 3))
        ]
        return ChopsUpdate(lines, spans, [line[1:] for line in parts])  # type: ignore[arg-type]

    def __iter__(self) -> Iterator[CompositorUpdate]:
        yield self.layout()
        last = self.chops()
        for _ in range(25):
            last = last if self.chance.random() < 0.3 else self.chops()
            yield last if self.chance.random() < 0.9 else self.layout()


def console(system: str) -> Console:
    return Console(color_system=system, force_terminal=True)  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("system", ["truecolor", "256", "standard"])
def test_both_terminals_show_the_same_after_every_frame(seed: int, system: str) -> None:
    depth, scene = console(system), Scene(seed)
    stock, thin, shown = Terminal(), Terminal(), Shown()
    sent = saved = 0
    for number, update in enumerate(scene):
        cursor = (number % WIDTH, 1 + number % 3)  # lower, line feeds of Textual scroll the screen
        full = update.render_segments(depth)
        less = shown.frame(update, depth, (WIDTH, HEIGHT), cursor)
        stock.stream.feed(full + Control.move_to(*cursor).segment.text)
        thin.stream.feed(less)
        assert thin.cells() == stock.cells(), f"frame {number}: {less!r}"
        assert (thin.screen.cursor.x, thin.screen.cursor.y) == cursor
        sent, saved = sent + len(less), saved + len(full) - len(less)
        if number == 12:
            shown.forget()
    assert saved > 0


def test_nothing_is_sent_for_what_is_shown() -> None:
    shown, update, size = Shown(), Scene(1).layout(), (WIDTH, HEIGHT)
    assert len(shown.frame(update, console("truecolor"), size, (0, 0))) > 500
    assert shown.frame(update, console("truecolor"), size, (0, 0)) == ""
    shown.forget()
    assert len(shown.frame(update, console("truecolor"), size, (0, 0))) > 500


def test_only_the_letter_and_the_colour_that_change_are_sent() -> None:
    shown, size, depth = Shown(), (WIDTH, HEIGHT), console("truecolor")

    def line(text: str, style: str) -> LayoutUpdate:
        strips = [[Strip([Segment(text, Style.parse(style))])]]
        return LayoutUpdate(strips, Region(0, 2, len(text), 1))  # type: ignore[arg-type]

    shown.frame(line("refund of 12", "bold #ffffff on #000000"), depth, size, (0, 0))
    sent = shown.frame(line("refund of 13", "bold #ffffff on #000000"), depth, size, (0, 0))
    assert sent == "\b3"
    sent = shown.frame(line("refund of 13", "#ffffff on #000000"), depth, size, (0, 0))
    assert sent == "\r\x1b[22mrefund of 13"


@pytest.mark.parametrize(
    "update",
    [
        InlineUpdate([Strip.blank(3)]),
        LayoutUpdate(
            [[Strip([Segment("x", Style(link="http://a"))])]],  # type: ignore[list-item]
            Region(0, 0, 1, 1),
        ),
        LayoutUpdate([[Strip([Segment("\u200d")])]], Region(0, 0, 1, 1)),  # type: ignore[list-item]
    ],
)
def test_what_it_does_not_know_is_left_to_textual(update: CompositorUpdate) -> None:
    shown, whole = Shown(), Scene(1).layout()
    shown.frame(whole, console("256"), (WIDTH, HEIGHT), (0, 0))
    with pytest.raises(NotThin):
        shown.frame(update, console("256"), (WIDTH, HEIGHT), (0, 0))
    assert len(shown.frame(whole, console("256"), (WIDTH, HEIGHT), (0, 0))) > 500


def test_half_of_a_wide_letter_is_not_counted_on() -> None:
    """Terminals blank the other half, or do not: it is sent again with the next frame."""
    shown, size, depth = Shown(), (WIDTH, HEIGHT), console("256")

    def at(x: int, text: str) -> LayoutUpdate:
        strips = [[Strip([Segment(text)])]]
        return LayoutUpdate(strips, Region(x, 0, len(text), 1))  # type: ignore[arg-type]

    shown.frame(at(0, "a界b"), depth, size, (0, 0))
    shown.frame(at(1, "x"), depth, size, (0, 0))
    assert " " in shown.frame(at(2, " "), depth, size, (0, 0))
    shown.frame(at(0, "a界b"), depth, size, (0, 0))
    shown.frame(at(2, "y"), depth, size, (0, 0))
    assert " " in shown.frame(at(1, " "), depth, size, (0, 0))
