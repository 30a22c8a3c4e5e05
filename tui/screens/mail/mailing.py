"""What the screens share that send mail: who sends, sending it, and what is said then."""

from __future__ import annotations

from collections.abc import Callable

from tui.cases.errors import UpheldError
from tui.desk.mail.mail_words import STANDINGS, came_of
from tui.desk.mail.posting import Posted
from tui.mail.outgoing import Standing
from tui.screens.mail.login import with_login
from tui.screens.page import Page


class Mailing(Page):
    """A screen from which letters go out. Nobody waits: what became of it is said when it is known.

    What is being sent goes on when the screen is left.
    """

    is_sending = False

    def with_login(self, go_on: Callable[[], None]) -> None:
        """Find out what proves who sends, then go on; a password is asked for where need be."""
        with_login(
            self, lambda: self.desk.mail_login(self.case_id), self.desk.mail_asks_outside, go_on
        )

    def post_letter(self, number: int) -> None:
        """Send a letter of the outbox, whatever screen comes meanwhile."""
        self.is_sending = True
        self.tell(self.words.t("It is being sent."))
        self.app.run_worker(self._post(number), group="mail", exit_on_error=False)

    async def _post(self, number: int) -> None:
        try:
            posted = await self.desk.send_mail(number)
        except UpheldError as error:
            self._say(self.words.say(error.sentence), wrong=True)
        else:
            self.after_sending(posted)
            self._say(self._what_came(posted), wrong=posted.out.standing is not Standing.SENT)
        finally:
            self.is_sending = False

    def _what_came(self, posted: Posted) -> str:
        out = posted.out
        if out.standing is not Standing.SENT:  # why, the outbox says
            return self.words.t("#{id}: {what}", id=out.case, what=STANDINGS[out.standing])
        sentences = [self.words.say(sentence) for sentence in came_of(out)]
        if posted.uncopied:
            why = self.words.say(posted.uncopied)
            sentences.append(self.words.t("No copy was put among your sent mail: {why}", why=why))
        return " ".join(sentences)

    def after_sending(self, posted: Posted) -> None:
        """Where to go when a letter went out, or not: nowhere, if a screen does not say."""

    def _say(self, text: str, *, wrong: bool = False) -> None:
        """On the screen that is on top when what was just asked for is done."""

        def say() -> None:
            if isinstance(self.app.screen, Page):
                self.app.screen.tell(text, wrong=wrong)

        self.app.call_later(say)
