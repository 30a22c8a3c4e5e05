"""Rows that are mostly read: what stands between two that can be chosen is never leapt over."""

from __future__ import annotations

from tui.widgets.rows import Rows


class ReadingRows(Rows):
    """A page with some rows that lead somewhere. The cursor takes them as they come into sight."""

    _stood = -1  # the row that was brought into sight last

    def _reveal(self, index: int) -> None:
        if self.size.height:
            self._stood = index
        super()._reveal(index)

    def _keep_in_sight(self) -> None:
        """Only a cursor that went elsewhere meanwhile: what is being read stays."""
        if self.cursor != self._stood:
            super()._keep_in_sight()

    def _step(self, step: int) -> None:
        target = self._selectable(self.cursor + step, step)
        if self._is_seen(target) or self._touches(target, step):
            super()._step(step)
        else:
            self._scroll(self.scroll_offset.y + step)

    def _page(self, step: int) -> None:
        """A page of text; the cursor goes along to a row that is seen."""
        self._scroll(self.scroll_offset.y + step * self.size.height)
        seen = [i for i, row in enumerate(self._rows) if row.key and self._is_seen(i)]
        if seen:
            self._move_to(seen[0 if step > 0 else -1])

    def action_open(self) -> None:
        """Only what is seen is opened."""
        if self._is_seen(self.cursor):
            super().action_open()

    def _is_seen(self, index: int) -> bool:
        if index >= len(self._rows):
            return False
        top = self.scroll_offset.y
        return top <= self._tops[index] and self._tops[index + 1] <= top + self.size.height

    def _touches(self, index: int, step: int) -> bool:
        """Whether it begins where what is seen ends."""
        if index >= len(self._rows):
            return False
        top = self.scroll_offset.y
        at_end = self._tops[index] == top + self.size.height
        return at_end if step > 0 else self._tops[index + 1] == top
