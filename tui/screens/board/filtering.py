"""The board's filter: typed, kept under digits, taken along into the other language."""

from __future__ import annotations

from collections.abc import Callable
from functools import partialmethod

from msgspec.structs import replace
from textual import on
from textual.events import DescendantFocus, Key

from tui.cases.errors import UpheldError
from tui.cases.sentence import Sentence, say
from tui.commands import Command, keys_of
from tui.desk.board.saved_filters import DIGITS
from tui.screens.board.detailed import Detailed
from tui.screens.context import CURSOR, FILTER, MARKED, Context
from tui.screens.in_force import without_letters
from tui.widgets.columns import Columns
from tui.widgets.filter_line import FilterLine
from tui.wording.mark import N_


class Filtering(Detailed):
    """Has a FilterLine beside its columns."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._query = ""
        self._doubt: Sentence | None = None  # what was told of the query
        self._is_keeping = False  # the next digit is where the filter is kept

    def at_once(self, key: Key) -> Callable[[], object] | None:
        return None if self._is_keeping else super().at_once(key)

    def action_search(self) -> None:
        self.add_class("-filtering")
        self.query_one(FilterLine).begin()

    def _filter_changed(self, query: str) -> None:
        if query == self._query:  # it was taken over
            return
        before, self._query = self._query, query
        try:
            self.reload()
        except UpheldError as error:
            self._query = before
            self.tell(error.sentence, wrong=True)
        else:
            self._tell_doubt(query, typing=True)

    def _tell_doubt(self, query: str, *, typing: bool = False) -> None:
        """Say once what of the query cannot be meant, or is read otherwise than it was typed."""
        told = self.desk.doubts(query, typing=typing)
        doubt = next(iter(told if typing else (*told, *self.desk.unclosed(query))), None)
        if doubt != self._doubt:
            self._doubt = doubt
            self.tell(doubt or "", wrong=doubt is not None)

    def _leave_line(self) -> None:
        self.set_focus(self.query_one(Columns))
        self.show_keys()  # of the same frame, and not when its turn comes

    @on(FilterLine.Done)
    def _filter_done(self) -> None:
        self.set_class(bool(self._query), "-filtering")
        self._leave_line()
        self._doubt = None  # Enter took the notice away
        self._tell_doubt(self._query)

    def action_back(self) -> None:
        """Esc takes the filter away, then the marks; on the bare board it does nothing."""
        if self._marked and not self.has_class("-filtering"):
            self._marked.clear()
            self.reload()
            return
        self.query_one(FilterLine).put("")
        self.remove_class("-filtering")
        self._leave_line()

    def on_key(self, event: Key) -> None:
        super().on_key(event)
        event.prevent_default()  # that was the one of the class above
        if self._is_keeping and event.key in keys_of(self.desk.commands["back"]):
            self._is_keeping = False  # and nothing else: the filter stays
            event.stop()
            return
        keys = {key: n for n in DIGITS for key in keys_of(self.desk.commands[f"filter_{n}"])}
        digit = keys.get(event.key, "")
        self._is_keeping = self._is_keeping and bool(digit)
        if digit and not self._is_keeping and digit not in self.desk.saved_filters:
            self._tell_none_kept(digit)

    def _tell_none_kept(self, digit: str) -> None:
        keys = {"search": self.key("search"), "key": self.key("keep_filter")}
        self.tell(say("No filter is kept under {digit}: {search} types one, {key} keeps it.",
                      digit=digit, **keys))  # fmt: skip

    @property
    def commands(self) -> tuple[Command, ...]:
        """The digits have no place in the footer; while a filter is typed no letter has one."""
        if self.is_typing:
            return self._while_typing
        shown = (c for c in super().commands if not c.id.startswith("filter_"))
        leads_back = bool(self._marked) or self.has_class("-filtering")
        return tuple(c for c in shown if leads_back or c.id != "back")

    @property
    def is_typing(self) -> bool:
        """Whether a filter is being typed."""
        return isinstance(self.focused, FilterLine)

    @property
    def _while_typing(self) -> tuple[Command, ...]:
        known = self.desk.commands
        done = replace(known["open"], title=N_("keep it"), footer=True)
        rid = replace(known["back"], title=N_("show all"), footer=True)
        return done, rid, without_letters(known["keys"])

    @on(DescendantFocus)
    def _other_keys(self) -> None:
        self.show_keys()

    def hand_over(self) -> None:
        """Leave what is shown here to the board in the other language."""
        kept = self.context.kept
        kept[CURSOR], kept[FILTER] = str(self.case_id), self._query
        kept[MARKED] = " ".join(map(str, self._marked))

    def take_over(self) -> int:
        """What the board in the other language showed, if it was left to this one; the case on
        which the cursor is to be, 0 for none."""
        if self.app.screen is not self:  # it may be the one that leaves it
            return 0
        kept = self.context.kept
        query = kept.pop(FILTER, None)
        if query is not None:
            self._marked = set(map(int, kept.pop(MARKED, "").split()))
            self._query = query
            self.set_class(bool(query), "-filtering")
            self.query_one(FilterLine).put(query)
        return int(kept.pop(CURSOR, 0))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A digit under which nothing is kept is no key."""
        digit = action.removeprefix("filter_") if action.startswith("filter_") else ""
        return not digit or self._is_keeping or digit in self.desk.saved_filters

    def action_keep_filter(self) -> None:
        if not self._query.strip():
            said = self.words.t(
                "There is no filter to keep: {key} and type one.", key=self.key("search")
            )
            self.tell(said, wrong=True)
            return
        self._is_keeping = True
        self.tell(self.words.t("Press a digit, 1 to 9, to keep this filter under it."))

    def _filter_key(self, digit: str) -> None:
        """Bring a filter back, or keep the one in force under the digit."""
        if not self._is_keeping:
            self.add_class("-filtering")
            self.query_one(FilterLine).put(self.desk.saved_filters[digit].query)
            self._tell_doubt(self._query)
            return
        self._is_keeping = False

        def keep() -> bool:
            self.desk.keep_filter(digit, self._query)
            return True

        if self.attempt(keep):
            self.tell(self.words.t("Kept: {digit} brings this filter back.", digit=digit))

    action_filter_1 = partialmethod(_filter_key, "1")
    action_filter_2 = partialmethod(_filter_key, "2")
    action_filter_3 = partialmethod(_filter_key, "3")
    action_filter_4 = partialmethod(_filter_key, "4")
    action_filter_5 = partialmethod(_filter_key, "5")
    action_filter_6 = partialmethod(_filter_key, "6")
    action_filter_7 = partialmethod(_filter_key, "7")
    action_filter_8 = partialmethod(_filter_key, "8")
    action_filter_9 = partialmethod(_filter_key, "9")
