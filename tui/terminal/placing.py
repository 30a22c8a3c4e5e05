"""What Textual draws, as cells and where they stand.

`chops`, `spans`, `chop_ends`, `strips` are private to Textual's compositor, as `_ansi` is to Rich:
where an upgrade changes them, something here raises, and what Textual draws goes as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import TypeAlias

from rich.color import ColorSystem
from rich.segment import Segment
from textual._cells import cell_len
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from tui.terminal.looks import look_of
from tui.terminal.pen import Cell, cells_of_text

Placed: TypeAlias = tuple[int, int, Strip | list[Cell]]  # column, line, what begins there


class NotThin(ValueError):
    """What has to be sent as Textual sends it."""


def cells_of(line: Iterable[Segment], depth: ColorSystem) -> list[Cell]:
    """A line of segments in cells. Raises NotThin."""
    return list(chain.from_iterable(_segment(segment, depth) for segment in line))


def _segment(segment: Segment, depth: ColorSystem) -> list[Cell]:
    text, style, control = segment
    if control or (style is not None and style.link):
        raise NotThin
    codes = "" if style is None else style._ansi
    if codes is None and style is not None:
        codes = Strip.render_ansi(style, depth)
    return _cells(text, codes or "")


@lru_cache(1024)  # most of a screen are blanks, marks and words that were there before
def _cells(text: str, codes: str) -> list[Cell]:
    width = cell_len(text)
    if text and not width:  # it goes on top of what stands before it
        raise NotThin
    return cells_of_text(text, look_of(codes), width)


def placed(update: CompositorUpdate | Iterable[Placed]) -> Iterator[Placed]:
    """What an update draws and where; what was placed already, as it is."""
    if not isinstance(update, CompositorUpdate):
        yield from update
    elif isinstance(update, LayoutUpdate):
        for y, strips in enumerate(update.strips, update.region.y):
            x = update.region.x
            for strip in strips:
                yield x, y, strip
                x += strip.cell_length
    elif isinstance(update, ChopsUpdate):
        for y, x1, x2 in update.spans:
            yield from _of_span(update, y, x1, x2)
    else:
        raise NotThin


def _of_span(update: ChopsUpdate, y: int, x1: int, x2: int) -> Iterator[Placed]:
    """As ChopsUpdate.render_segments goes through a span."""
    for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
        if strip is not None and x <= x2 and end > x1:
            whole = x2 > x >= x1 and end <= x2
            yield x, y, strip if whole else strip.crop(0, min(end, x2) - x)
