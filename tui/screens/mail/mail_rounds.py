"""What waits in the outbox is sent by itself, as long as the app is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from tui.cases.errors import UpheldError
from tui.cases.sentence import Sentence, say, say_many
from tui.desk.desk import Desk
from tui.screens.page import Page

if TYPE_CHECKING:
    from tui.mail.outgoing import Outgoing

FIRST, EVERY = 5.0, 60.0  # seconds


class MailRounds:
    """Looks after the outbox now and then. Nothing is asked of the person: what would need a
    password that nobody has typed yet waits for them.

    What is to be said stands above the keys, where it covers nothing, and only where nothing else
    is said: then it is said the next time.
    """

    def __init__(self, app: App[None], desk: Desk) -> None:
        self._app, self._desk = app, desk
        self._trouble: Sentence | None = None  # that was said last

    def start(self) -> None:
        """From now on, until the app ends."""
        self._app.set_timer(FIRST, self.look)
        self._app.set_interval(EVERY, self.look)

    def look(self) -> None:
        """Say what the person has to decide, once each; send what is due."""
        try:
            self._tell()
            is_due = self._desk.mail_is_due()
        except UpheldError:  # whoever looks into the outbox is told
            return
        if is_due:
            self._app.run_worker(self._send(), group="mail", exit_on_error=False)

    def _tell(self) -> None:
        new = [out for out in self._desk.stuck_mail() if not out.told]
        if new and self._say(_stuck(new)):
            self._desk.mail_told(out.number for out in new)

    async def _send(self) -> None:
        try:
            await self._desk.send_due_mail()
        except UpheldError as error:
            if error.sentence != self._trouble and self._say(error.sentence):
                self._trouble = error.sentence

    def _say(self, sentence: Sentence) -> bool:
        page = self._app.screen
        if not isinstance(page, Page) or page.is_telling:
            return False
        page.tell(sentence, wrong=True)
        return True


def _stuck(new: list[Outgoing]) -> Sentence:
    if len(new) > 1:
        return say_many(
            "{count} letter in the outbox waits for your decision.",
            "{count} letters in the outbox wait for your decision.",
            len(new),
        )
    from tui.mail.outgoing import Standing  # whoever has no outbox has no need of mail

    (out,) = new
    if out.standing is Standing.REFUSED:
        return say("The letter of #{id} did not go out. See the outbox.", id=out.case)
    return say("It is not certain that the letter of #{id} went out. See the outbox.", id=out.case)
