"""Marked cards, what goes for several of them, and the order that they stand in."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from tui.commands import Command
from tui.desk.board.ordering import Order
from tui.desk.views import CardView
from tui.screens.board.many_cases import ManyCases
from tui.screens.context import Context
from tui.widgets.bars import KeyBar
from tui.widgets.columns import Columns

_FOR_MARKED = ("snooze", "every", "chase", "tags", "bundle", "wake", "mark_case", "back")


class Marking(ManyCases):
    """A board of cards, some of which are marked."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._cards: Mapping[int, CardView] = {}
        self._marked: set[int] = set()
        self._told_for = (False, False, False)  # what the footer names the keys for

    @property
    def seen_marks(self) -> tuple[int, ...]:
        """The marked cases that the filter shows: nothing is done to what is not seen."""
        return tuple(sorted(self._marked & self._cards.keys()))

    @property
    def is_typing(self) -> bool:
        """Whether letters are text just now."""
        return False

    @property
    def commands(self) -> tuple[Command, ...]:
        """What goes for the marked cases stands first in the footer."""
        usual = super().commands
        if not self.seen_marks:
            return usual
        told = (replace(self.desk.commands[name], footer=True) for name in _FOR_MARKED)
        return (*told, *(command for command in usual if command.id not in _FOR_MARKED))

    def show_keys(self) -> None:
        """The footer, where the first case was marked or the last one no more, or a filter is
        typed or no more."""
        is_filtering = self.has_class("-filtering")
        told_for = (self.is_typing, bool(self.seen_marks), is_filtering)
        if self._told_for != told_for:
            self._told_for = told_for
            self.query_one("#keys", KeyBar).show(self.words, self.commands)

    def action_mark_case(self) -> None:
        """Mark it, or not any more, and go on to the next."""
        if self.case_id:
            self._marked ^= {self.case_id}
            self.reload()
            self.query_one(Columns).action_down()
        else:
            self.go_with_case("")  # says that there is none

    def action_tags(self) -> None:
        self._go_with_chosen("tags")

    def action_bundle(self) -> None:
        """One case as its bundle; of several it is asked as what."""
        if self.seen_marks:
            self.go("export", case_ids=self.seen_marks)
        else:
            super().action_bundle()

    def action_order(self) -> None:
        """By what presses, or by what is due; kept for the next time."""
        other = Order.DUE if self.desk.order is Order.URGENCY else Order.URGENCY
        if self.attempt(lambda: self.desk.save_order(other)) is None:
            return
        said = self.words.t("What is due first stands first.")
        if other is Order.URGENCY:
            said = self.words.t("The most urgent stand first; {key} tells why.",
                                key=self.key("working"))  # fmt: skip
        self.tell(said)
