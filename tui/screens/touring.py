"""The tour: a card above the keys says what to press, and goes on when that was done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.screens.tour_steps import STEPS, Step
from tui.terminal.app import SafeApp
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.screens.page import Page

_OFF_THE_WAY = N_("Look around. Press {key} for the board, where the tour goes on.")
_ASIDE = N_("Look around. {key} leads back, and the tour goes on.")
_NOT_HERE = N_("The tour goes through invented cases. To take it, leave and run: upheld demo")
_LEFT = N_("You left the tour. {key} takes it up where you were.")
_DONE = N_("That was the tour. {new} opens a case, {palette} finds any command by a word of it.")


class TouringApp(SafeApp):
    """An app with a tour. Esc leaves it wherever one is, before it does what it does there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave_tour", show=False, priority=True)
    ]

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self._step = 0
        self._is_touring = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "leave_tour":
            return self._is_touring and not self._is_aside(self.screen)
        return super().check_action(action, parameters)

    async def start_tour(self, page: Page) -> None:
        """From where it was left; only among invented cases, where nothing can be spoilt."""
        if not page.context.demo:
            page.tell(page.words.t(_NOT_HERE))
            return
        self._is_touring = True
        await self.run_action(next((on for on in _LISTS if self._shown_on(on)), _LISTS[0]))
        self.call_later(self._here)

    def _here(self) -> None:
        from tui.screens.page import Page

        if isinstance(self.screen, Page):
            self.arrived(self.screen)

    def arrived(self, page: Page) -> None:
        """A screen has come to the top: the next card, if it is the one that was meant."""
        if not self._is_touring or page is not self.screen:  # it was passed on the way to another
            return
        if page.route in STEPS[self._step].leads:
            self._step += 1
        if self._step == len(STEPS):
            self._end(page, page.words.t(_DONE, new=page.key("new"), palette=page.key("palette")))
            return
        if self._shown_on(page.route) is None:
            self._skip_to(page.route)
        _show(page, self._card(page))

    def _shown_on(self, route: str) -> Step | None:
        """Of which step the card is shown there: of the one to be taken, or, where that screen is
        not reached, of one before that leads to it. The tour never goes back."""
        step = STEPS[self._step]
        before = (one for one in reversed(STEPS[: self._step]) if step.on in one.leads)
        return next((one for one in (step, *before) if one.on == route), None)

    def _skip_to(self, route: str) -> None:
        """A step soon to come is taken at once; on the board the tour goes on in any case."""
        coming = [i for i, step in enumerate(STEPS) if i > self._step and step.on == route]
        if coming and (route == "board" or coming[0] - self._step <= _SOON):
            self._step = coming[0]

    def _is_aside(self, screen: object) -> bool:
        """In a form that is no part of the tour no letter is a key, and Esc has to lead back."""
        from tui.screens.page import Page

        if not isinstance(screen, Page) or not screen.IS_WRITING:
            return False
        return self._shown_on(screen.route) is None

    def _card(self, page: Page) -> str:
        step = self._shown_on(page.route)
        if self._is_aside(page):
            return page.words.t(_ASIDE, key=page.key("back"))
        if step is None:
            return page.words.t(_OFF_THE_WAY, key=page.key("board"))
        said = page.words.t(step.text, key=page.key(step.command))
        return f"{self._step + 1}/{len(STEPS)}  {said}  " + page.words.t("Esc: leave the tour.")

    def action_leave_tour(self) -> None:
        from tui.screens.page import Page

        page = self.screen
        if isinstance(page, Page):
            self._end(page, page.words.t(_LEFT, key=page.key("tour")))

    def _end(self, page: Page, said: str) -> None:
        self._is_touring = False
        self._step %= len(STEPS)
        for stack in self._screen_stacks.values():
            for screen in stack:
                screen.query("#tour").remove()
        page.tell(said)


_SOON = 2  # steps
_LISTS = ("board", "today", "companies")


def _show(page: Page, said: str) -> None:
    """On one card a screen, above the line of notices."""
    for card in page.query("#tour").results(Static):
        card.update(Content(said))
        return
    page.mount(Static(Content(said), id="tour"), before="#notice")
