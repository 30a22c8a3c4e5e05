"""What the widgets share that draw by line what is seen of them."""

from __future__ import annotations

from textual.scroll_view import ScrollView

from tui.widgets.spans import Looking


class Scrolled(Looking, ScrollView):
    """Lines of tones that scroll, with the keys of a pager."""

    def _scroll(self, top: int) -> None:
        """At once, so that each line is drawn once, even where no scrollbar is shown yet."""
        self.scroll_to(y=top, animate=False, immediate=True, force=True)

    def _step(self, step: int) -> None:
        self._scroll(self.scroll_offset.y + step)

    def _page(self, step: int) -> None:
        self._scroll(self.scroll_offset.y + step * self.size.height)

    def action_down(self) -> None:
        self._step(1)

    def action_up(self) -> None:
        self._step(-1)

    def action_page_down(self) -> None:
        self._page(1)

    def action_page_up(self) -> None:
        self._page(-1)
