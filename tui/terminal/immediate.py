"""What a key changes is on the terminal before the key is done with.

Textual takes a change to the terminal through the queues of widget, screen and app, and a timer:
three times the work of the change itself, if that is a cursor. A widget drawn by line, whose change
is nothing but some of its lines, goes without.

`_compositor`, `_dirty_widgets`, `_dirty_regions`, `_layout_required`, `_scroll_required`,
`_repaint_required`, `_on_timer_update`, `_styles_cache` are private names of Textual. Should an
upgrade drop one, or should anything else be under way, the change goes as Textual takes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Protocol, Self, runtime_checkable

from textual.app import App
from textual.events import Key
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget

from tui.terminal.placing import Placed
from tui.terminal.thinning import ThinApp

Change = tuple[Widget, tuple[Region, ...]]


class Uncertain(Exception):
    """It cannot be told what the terminal would show."""


class ImmediateApp(ThinApp):
    """`at_once` does something, and shows at once what it changes."""

    def __init__(self, **textual: Any) -> None:
        self._changes: list[Change] | None = None  # while something is done at once
        super().__init__(**textual)

    def takes(self, typed: object) -> bool:
        """Whether what was typed is done: a key that the screen does at once."""
        return isinstance(typed, Key) and self.takes_key(typed.key)

    def takes_key(self, key: str) -> bool:
        screen = self.screen
        act = screen.at_once(key) if isinstance(screen, Quick) else None
        if act is not None:
            self.show_at_once(act)
        return act is not None

    def show_at_once(self, act: Callable[[], object]) -> None:
        """Show what Textual would show with the next tick of its timer, and what this changes."""
        tick = getattr(self.screen, "_on_timer_update", None)
        if tick is not None and self._is_drawing() and _is_pending(self.screen):
            tick()
        self.at_once(act)

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

    def takes_change(self, widget: Widget, regions: tuple[Region, ...]) -> bool:
        """Whether it is shown by `at_once`, so that nobody else need."""
        if self._changes is None:
            return False
        self._changes.append((widget, regions))
        return True

    def _showed(self, changes: list[Change]) -> bool:
        if not self._is_drawing() or self._batch_count:
            return False
        try:
            lines = list(_placed(self.screen, changes))
        except (Uncertain, AttributeError, KeyError):
            return False
        self._hold_if_full()
        frame = self._frame(lines)
        if frame is not None:
            self._send(frame)
        return frame is not None


@runtime_checkable
class Quick(Protocol):
    """A screen some of whose keys are done at once."""

    def at_once(self, key: str) -> Callable[[], object] | None:
        """What a key does, where nobody else on the screen need hear of it."""


class Drawn(Widget):
    """A widget drawn by line, of as many lines as it is high, without border or padding above."""

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


def _app_takes(widget: Widget, regions: tuple[Region, ...]) -> bool:
    app: App[Any] = widget.app
    return isinstance(app, ImmediateApp) and app.takes_change(widget, regions)


def _is_pending(screen: Screen[Any]) -> bool:
    names = ("_layout_required", "_scroll_required", "_repaint_required", "_dirty_widgets")
    return any(getattr(screen, name, True) for name in names)


def _placed(screen: Screen[Any], changes: list[Change]) -> Iterator[Placed]:
    """The changed lines where they stand. Raises Uncertain, or what private names do."""
    if _is_pending(screen) or screen._compositor._dirty_regions:
        raise Uncertain
    for widget, regions in changes:
        whole, clip = screen._compositor.visible_widgets[widget]
        for region in regions or (Region(0, 0, *widget.size),):
            area = region.translate(widget.content_offset).translate(whole.offset)
            yield from _lines(screen, widget, area.intersection(clip), whole)


def _lines(screen: Screen[Any], widget: Widget, area: Region, whole: Region) -> Iterator[Placed]:
    if not area:
        return
    if any(_covers(other, where, widget, area) for other, where in _visible(screen)):
        raise Uncertain
    own = area.translate(-whole.offset)
    widget._styles_cache.set_dirty(own)
    for y, strip in enumerate(widget.render_lines(own), area.y):
        yield area.x, y, strip


def _visible(screen: Screen[Any]) -> Iterator[tuple[Widget, Region]]:
    for other, (region, clip) in screen._compositor.visible_widgets.items():
        yield other, region.intersection(clip)


def _covers(other: Widget, where: Region, widget: Widget, area: Region) -> bool:
    """Whether `other` may stand before the widget there."""
    return where.overlaps(area) and other not in widget.ancestors_with_self
