"""What a key changes is on the terminal before the key is done with.

Textual takes a change to the terminal through the queues of widget, screen and app, and a timer:
three times the work of the change itself, if that is a cursor. A widget drawn by line, whose change
is nothing but some of its lines, goes without.

`_compositor`, `_dirty_widgets`, `_dirty_regions`, `_layout_required`, `_scroll_required`,
`_repaint_required`, `_on_timer_update`, `_styles_cache` are private names of Textual,
`_color_system` is one of Rich. Should an upgrade drop one, or should anything else be under way,
the change goes as Textual takes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any, Protocol, Self, runtime_checkable

from rich.color import ColorSystem
from rich.segment import Segment
from textual.app import App
from textual.events import Key
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget

from tui.terminal.pen import Cell
from tui.terminal.placing import Placed, cells_of
from tui.terminal.thinning import ThinApp

Change = tuple["Drawn", tuple[Region, ...]]
Sent = Callable[[Iterable[Segment]], list[Cell]]


class Uncertain(Exception):
    """It cannot be told what the terminal would show."""


class ImmediateApp(ThinApp):
    """`at_once` does something, and shows at once what it changes."""

    def __init__(self, **textual: Any) -> None:
        self._changes: list[Change] | None = None  # while something is done at once
        super().__init__(**textual)

    def takes(self, typed: object) -> bool:
        """Whether what was typed is done: a key that the screen does at once."""
        screen = self.screen
        if not isinstance(typed, Key) or not isinstance(screen, Quick):
            return False
        act = screen.at_once(typed)
        if act is not None:
            self.show_at_once(act)
        return act is not None

    def show_at_once(self, act: Callable[[], object]) -> None:
        """Show what Textual would show with the next tick of its timer, and what this changes."""
        tick = getattr(self.screen, "_on_timer_update", None)
        if tick is not None and self._is_drawing() and _is_pending(self.screen):
            tick()
        self.at_once(act)

    @property
    def is_at_once(self) -> bool:
        """Whether something is done at once just now."""
        return self._changes is not None

    def at_once(self, act: Callable[[], object]) -> None:
        """Do that. What it changes of drawn widgets is shown before this returns."""
        self._changes = []
        try:
            act()
        finally:
            changes, self._changes = self._changes, None
            if not self._showed(changes):
                for widget, regions in changes:
                    widget.refresh(*regions)

    def make_ready(self, widget: Drawn) -> None:
        """Put together what it shows, so that its first change need not."""
        with suppress(AttributeError, ValueError):
            for _ in widget.rows(Region(0, 0, *widget.size), self._depth):
                pass

    @property
    def _depth(self) -> ColorSystem:
        return self.console._color_system or ColorSystem.TRUECOLOR

    def takes_change(self, widget: Drawn, regions: tuple[Region, ...]) -> bool:
        """Whether it is shown by `at_once`, so that nobody else need."""
        if self._changes is None:
            return False
        self._changes.append((widget, regions))
        return True

    def _showed(self, changes: list[Change]) -> bool:
        if not self._is_drawing() or self._batch_count:
            return False
        try:
            # One line after the other: the way back would be sent as well.
            lines = sorted(_placed(self.screen, changes, self._depth), key=_reading_order)
        except (Uncertain, AttributeError, KeyError, ValueError):
            return False
        self._hold_if_full()
        frame = self._frame(lines)
        if frame is not None:
            self._send(frame)
        return frame is not None


@runtime_checkable
class Quick(Protocol):
    """A screen some of whose keys are done at once."""

    def at_once(self, key: Key) -> Callable[[], object] | None:
        """What a key does, where nobody else on the screen need hear of it."""


class Drawn(Widget):
    """A widget drawn by line, of as many lines as it is high.

    Nothing but a ground, and what stands around its content, may come to that from a stylesheet:
    no opacity, no tint, no hatching.
    """

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        is_all = repaint and not layout and not recompose and self.is_mounted
        if is_all and _app_takes(self, regions):
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def rows(self, area: Region, depth: ColorSystem) -> Iterator[list[Cell]]:
        """The lines of a part of its content, as Textual would send them. Raises NotThin."""
        ground, filters = self.background_colors[1], self.get_line_filters()

        def sent(line: Iterable[Segment]) -> list[Cell]:
            segments = list(line)
            for each in filters:
                segments = each.apply(segments, ground)
            return cells_of(segments, depth)

        return (self.cells(y, area.x, area.right, sent) for y in range(area.y, area.bottom))

    def cells(self, y: int, start: int, end: int, sent: Sent) -> list[Cell]:
        """Line `y` of its content, from `start` on and before `end`.

        `sent` tells as what a line leaves Textual's filters.
        """
        strip = self.render_line(y).adjust_cell_length(self.size.width, self.rich_style)
        return sent(strip)[start:end]


def _app_takes(widget: Drawn, regions: tuple[Region, ...]) -> bool:
    app: App[Any] = widget.app
    return isinstance(app, ImmediateApp) and app.takes_change(widget, regions)


def _is_pending(screen: Screen[Any]) -> bool:
    names = ("_layout_required", "_scroll_required", "_repaint_required", "_dirty_widgets")
    return any(getattr(screen, name, True) for name in names)


def _placed(screen: Screen[Any], changes: list[Change], depth: ColorSystem) -> Iterator[Placed]:
    """The changed lines where they stand. Raises Uncertain, or what private names do."""
    if _is_pending(screen) or screen._compositor._dirty_regions:
        raise Uncertain
    for widget, regions in changes:
        whole, clip = screen._compositor.visible_widgets[widget]
        start = widget.content_offset + whole.offset
        for region in regions or (Region(0, 0, *widget.size),):
            area = region.translate(start).intersection(clip)
            if area and _is_covered(screen, widget, area):
                raise Uncertain
            widget._styles_cache.set_dirty(area.translate(-whole.offset))
            own = area.translate(-start)
            for y, cells in enumerate(widget.rows(own, depth), area.y):
                yield area.x, y, cells


def _reading_order(placed: Placed) -> tuple[int, int]:
    x, y, _ = placed
    return y, x


def _is_covered(screen: Screen[Any], widget: Widget, area: Region) -> bool:
    """Whether another may stand before the widget there."""
    shown = screen._compositor.visible_widgets.items()
    return any(
        region.intersection(clip).overlaps(area) and other not in widget.ancestors_with_self
        for other, (region, clip) in shown
    )
