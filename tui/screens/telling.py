"""What a screen says to the person, and how it does what may not be possible."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from textual.content import Content
from textual.events import Event, Key, Resize
from textual.widgets import Static

from tui.cases.errors import UpheldError
from tui.cases.sentence import Sentence
from tui.desk.desk import Desk
from tui.screens.context import Context
from tui.terminal.clean import clean_text
from tui.terminal.fresh import FreshScreen
from tui.widgets.keys import label
from tui.wording.wording import Wording

T = TypeVar("T")


class Telling(FreshScreen):
    """A screen with a line for notices, `#notice`."""

    def __init__(self, context: Context, case_id: int = 0) -> None:
        super().__init__()
        self.context = context
        self._case_id = case_id

    async def on_event(self, event: Event) -> None:
        """A size is that of the terminal now: a first layout tells its own, perhaps too late."""
        if isinstance(event, Resize) and event.size != self.app.size:
            event = Resize(self.app.size, self.app.size)
        await super().on_event(event)

    @property
    def desk(self) -> Desk:
        return self.context.desk

    @property
    def words(self) -> Wording:
        return self.context.words

    def key(self, command_id: str) -> str:
        """The first key of a command, as it is written for people."""
        return label(self.desk.commands[command_id])

    def tell(self, text: str | Sentence, *, wrong: bool = False) -> None:
        """Say something in the line above the keys, until the next key."""
        said = clean_text(self.words.say(text) if isinstance(text, Sentence) else text)
        said = "" if self.tells_in_line(said, wrong=wrong) else said
        notice = self.query_one("#notice", Static)
        if not said and not notice.has_class("-shown"):
            return  # to say nothing anew would have all laid out anew
        notice.update(Content(said))
        notice.set_class(wrong, "-wrong")
        notice.set_class(bool(said), "-shown")

    def tells_in_line(self, said: str, *, wrong: bool) -> bool:
        """Whether it is said where something else stands usually, so that nothing moves.

        Asked with no text when nothing is to be said any more.
        """
        return False

    def tell_below(self, text: str) -> None:
        """Say something on the screen that comes to the top when this one goes."""

        def say() -> None:
            if isinstance(self.app.screen, Telling):
                self.app.screen.tell(text)

        self.app.call_later(say)

    @property
    def is_telling(self) -> bool:
        """Whether something is said, until the next key."""
        return self.query_one("#notice").has_class("-shown")

    def on_key(self, _: Key) -> None:
        if self.is_telling:
            self.tell("")

    def attempt(self, verb: Callable[[], T]) -> T | None:
        """Do it; if it cannot be done, say why and give None."""
        try:
            return verb()
        except UpheldError as error:
            self.tell(error.sentence, wrong=True)
            return None
