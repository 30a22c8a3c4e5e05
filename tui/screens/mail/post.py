"""A letter as the mail that goes out: every header, every line; then it is sent."""

from __future__ import annotations

from typing import ClassVar

from tui.cases.errors import BadInput
from tui.desk.letters.wish import Wish
from tui.desk.mail.mail_letter import Prepared
from tui.desk.mail.mail_words import STANDINGS
from tui.desk.mail.posting import Posted
from tui.desk.mail.second_letters import InTheWay
from tui.mail.outgoing import Standing
from tui.screens.context import Context
from tui.screens.mail.mailing import Mailing
from tui.screens.reading import ReadingPage
from tui.terminal.clean import clean_line


class PostScreen(Mailing, ReadingPage):
    """Looked at once more, and sent by one key; that cannot be undone."""

    KEYS: ClassVar[tuple[str, ...]] = ("post_now", "back")

    def __init__(
        self,
        context: Context,
        case_id: int,
        step: str = "",
        template: str = "",
        language: str = "",
        override: str = "",
    ) -> None:
        super().__init__(context, case_id)
        self._wish = Wish(step, template, language=language)
        self._override = override
        self._letter: Prepared | None = None

    def reload(self) -> None:
        if self.is_sending:
            return  # what is shown is what goes out
        title = self.words.t("#{id} Send this mail", id=self._case_id)
        self._letter = None
        try:
            letter = self.desk.prepare_mail(self._case_id, self._wish, self._override)
            self.desk.refuse_second_mail(letter)
        except InTheWay as error:
            self.show_text(title, self._why_not(error))
            return
        except BadInput as error:  # it stays on the screen, until it is mended
            self.show_text(title, self.words.say(error.sentence))
            return
        self.show_text(title, self._shown(letter))
        self._letter = letter

    def _why_not(self, error: InTheWay) -> str:
        return self.words.t(
            "Letter {number} of the outbox is for the same step: {standing}. {key} opens the "
            "outbox, where you say what is to become of it. Until then no second one is made.",
            number=error.out.number,
            standing=STANDINGS[error.out.standing],
            key=self.key("outbox"),
        )

    def _shown(self, letter: Prepared) -> str:
        t, words = self.words.t, self.words
        first = t(
            "{key} sends “{subject}” to {to} by {way}; that cannot be undone. {size}.",
            key=self.key("post_now"),
            subject=clean_line(letter.out.subject),
            to=clean_line(", ".join(letter.out.recipients)),
            way=clean_line(letter.by),
            size=words.size(letter.out.size),
        )
        wrong = [
            t("Warning: {what} {mend}", what=found.message, mend=found.mend)
            for found in letter.warnings
        ]
        headers = [clean_line(f"{name}: {value}") for name, value in letter.headers]
        along = [t("Goes along: {name}", name=clean_line(name)) for name in letter.enclosures]
        parts = ("\n".join(wrong), "\n".join(headers), letter.text.strip(), "\n".join(along))
        return "\n\n".join((first, *filter(None, parts)))

    def action_post_now(self) -> None:
        if self._letter and not self.is_sending:
            self.with_login(self._queue)

    def _queue(self) -> None:
        letter = self._letter
        out = self.attempt(lambda: self.desk.queue_mail(letter)) if letter else None
        if out is not None:
            self._letter = None
            self.post_letter(out.number)

    def after_sending(self, posted: Posted) -> None:
        if self.app.screen is not self:
            return
        if posted.out.standing is Standing.SENT:
            self.home()
        else:
            self.close()
            self.go("outbox")
