"""The ways between screens: three lists, and what is opened from each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partialmethod

from textual import on
from textual.widget import AwaitMount

from tui.cases.errors import UpheldError
from tui.screens.board.board import BoardScreen
from tui.screens.context import Context, Go, Home, Search
from tui.screens.page import Page
from tui.screens.routes import screen_of
from tui.styles.dressing import DressedApp
from tui.wording.wording import Wording

MODES = ("board", "today", "companies")


def _name(mode: str, words: Wording) -> str:
    return f"{mode}.{words.language}"


class TurningApp(DressedApp):
    """`_given` is what every screen is given."""

    _given: Context

    def begin_with(self, mode: str, words: Wording) -> None:
        """Textual's own first screen, which nobody sees, is not made. Before anything else."""
        vars(self)["DEFAULT_MODE"] = _name(mode, words)  # of the class, as Textual has it

    def _know(self, mode: str) -> str:
        """The name of a mode, which is made when it is first needed, once for each language."""
        context = self._given
        name = _name(mode, context.words)
        if name not in self._modes:
            self.add_mode(name, lambda: screen_of(mode, context))
        return name

    def _turn_to(self, mode: str) -> AwaitMount:
        return self.switch_mode(self._know(mode))

    def _pop_to(self, arrived: Callable[[], bool]) -> None:
        while len(self.screen_stack) > 1 and not arrived():
            self.pop_screen()

    @on(Go)
    async def _go(self, message: Go) -> None:
        if self._exit:  # keys typed after the one that leaves
            return
        if message.name in MODES:
            await self._to_list(message.name)
            return
        try:
            screen = screen_of(message.name, self._given, **message.about)
        except UpheldError as error:  # the case is gone, or cannot be read
            self.forget_typed()
            self.say(error.sentence, severity="error")
        else:
            self.push_screen(screen)

    @on(Home)
    def _home(self) -> None:
        self._pop_to(lambda: isinstance(self.screen, Page) and self.screen.IS_HOME)

    @on(Search)
    async def _search(self) -> None:
        await self._to_list("board")
        if isinstance(self.screen, BoardScreen):
            self.screen.action_search()

    async def _to_list(self, mode: str) -> None:
        """The list itself, not what was opened from it before."""
        self.save_now()
        await self._turn_to(mode)
        self._pop_to(lambda: len(self.screen_stack) == 1)

    action_board = partialmethod(_to_list, "board")
    action_today = partialmethod(_to_list, "today")
    action_companies = partialmethod(_to_list, "companies")
