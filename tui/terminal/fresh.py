"""A screen that is styled once when it comes, and drawn when somebody is to see it.

Textual styles all that is on a new screen when it is mounted, again when its size has told it the
classes of its breakpoints, and again when it is resumed for the first time. Here it has those
classes before anything is on it, and nothing has changed until it is resumed. While a change from
one screen to another is held back, Textual draws all the same, for nobody.

`_compositor_refresh` and `_batch_count` are private names of Textual. Should an
upgrade drop one of them, or `refresh_styles`, which it does not document, it does what it did.
"""

from __future__ import annotations

from textual.events import Compose, Event, ScreenResume
from textual.geometry import Size
from textual.screen import Screen


class FreshScreen(Screen[None]):
    """To be laid out for the terminal as it is when it comes."""

    _is_fresh = True

    async def on_event(self, event: Event) -> None:
        if isinstance(event, Compose):
            self.add_class(*self._of_size(self.app.size))
        elif isinstance(event, ScreenResume) and self._is_fresh:
            self._is_fresh, event.refresh_styles = False, False
        await super().on_event(event)

    def _of_size(self, size: Size) -> set[str]:
        """The classes of the breakpoints that a size has passed."""
        across = self.HORIZONTAL_BREAKPOINTS or self.app.HORIZONTAL_BREAKPOINTS
        down = self.VERTICAL_BREAKPOINTS or self.app.VERTICAL_BREAKPOINTS
        sides = ((size.width, across or ()), (size.height, down or ()))
        passed = ([place for place in of if place[0] <= cells] for cells, of in sides)
        return {max(places)[1] for places in passed if places}

    def _compositor_refresh(self) -> None:
        if getattr(self.app, "_batch_count", 0):
            self.refresh()  # all of it, when that ends
        else:
            super()._compositor_refresh()
