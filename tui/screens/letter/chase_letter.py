"""Compose, for one letter of a queue."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from tui.cases.words import Channel
from tui.screens.context import Context
from tui.screens.letter.compose import ComposeScreen
from tui.widgets.spans import Line, Span, Tone


class ChaseLetterScreen(ComposeScreen):
    """The reminder of one case; the title says which of how many it is."""

    KEYS: ClassVar[tuple[str, ...]] = ("skip_letter", *ComposeScreen.KEYS)

    def __init__(
        self,
        context: Context,
        case_id: int,
        step: str,
        place: int,
        count: int,
        skipped: Callable[[], None],
    ) -> None:
        channel = context.desk.card(case_id).channel or Channel.EMAIL
        super().__init__(context, case_id, step=step, channel=channel.value)
        self._place, self._count, self._skipped = place, count, skipped

    def title_is(self, title: str, right: Line = ()) -> None:
        place = self.words.t("{place} of {count}", place=self._place, count=self._count)
        super().title_is(title, (*right, Span(place, Tone.STRONG)))

    def action_skip_letter(self) -> None:
        """On to the next one; what is written here is kept."""
        if self._save():
            self._skipped()
            self.close()
