"""Sending letters by e-mail, as verbs of the desk. Mail is loaded when it is used."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from tui.cases.errors import UpheldError
from tui.desk.later import later
from tui.desk.verbs import Verbs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.cases.sentence import Sentence
    from tui.desk.letters.wish import Wish
    from tui.desk.mail import (
        mail_letter,
        mail_trial,
        outbox,
        outbox_letter,
        outbox_rows,
        posting,
        second_letters,
    )
    from tui.desk.mail.mail_letter import Prepared
    from tui.desk.mail.mail_trial import Tried
    from tui.desk.mail.outbox_letter import Written
    from tui.desk.mail.posting import Posted
    from tui.mail.account import Server
    from tui.mail.delivery import Delivery
    from tui.mail.outgoing import Outgoing
else:
    mail_letter = later("mail.mail_letter")
    mail_trial = later("mail.mail_trial")
    outbox = later("mail.outbox")
    outbox_letter = later("mail.outbox_letter")
    outbox_rows = later("mail.outbox_rows")
    posting = later("mail.posting")
    second_letters = later("mail.second_letters")


class MailVerbs(Verbs):
    """A part of the desk. What goes out is in the outbox before, and cannot be taken back."""

    def prepare_mail(self, case_id: int, wish: Wish, override: str = "") -> Prepared:
        """A letter as it would go out by e-mail now; see `mail_letter.prepared`."""
        return mail_letter.prepared(self._office, self.case(case_id), wish, override)

    def refuse_second_mail(self, letter: Prepared) -> None:
        """Raises InTheWay where a letter of that step waits in the outbox, or may have gone out."""
        self._sweep()
        second_letters.refuse_second(self._office, letter.out)

    def _sweep(self) -> None:
        """What another window left in the middle is known to be unknown."""
        with suppress(UpheldError):  # a book that cannot be written can be read
            outbox.sweep(self._office)

    def queue_mail(self, letter: Prepared) -> Outgoing:
        """Put it into the outbox, whole; see `outbox.put`."""
        return self._done(outbox.put(self._office, letter))

    def mail_login(self, case_id: int = 0) -> None:
        """Find out now what proves who sends, so that nothing has to be asked later.

        It may run a command that asks on the terminal. Raises PasswordNeeded where the person has
        to be asked, BadInput where no way to send is set.
        """
        posting.log_in(self._office, case_id)

    def mail_way(self) -> str:
        """The server or the program by which letters go out. Raises BadInput where none is set."""
        return str(posting.way(self._office))

    def mail_asks_outside(self) -> bool:
        """Whether `mail_login` runs a command, which may want the terminal for itself."""
        return bool(posting.asks_outside(self._office))

    def mail_password(self, server: Server, password: str) -> None:
        """Keep a password that was typed, as long as Upheld runs."""
        from tui.mail.account import Login
        from tui.mail.secrets import Secret

        self._office.passwords.put(server, Login(Secret(password)))

    async def send_mail(self, number: int) -> Posted:
        """Send one letter of the outbox, once; see `posting.send`."""
        try:
            return await posting.send(self._office, number)
        finally:
            self.changed()

    async def send_due_mail(self) -> tuple[Posted, ...]:
        """Send everything of mine that is due; see `posting.send_due`."""
        try:
            return await posting.send_due(self._office)
        finally:
            self.changed()

    def mail_waits(self) -> bool:
        """Whether anything of mine is to be sent now."""
        return bool(outbox.due(self._office))

    def mail_is_due(self) -> bool:
        """Whether anything of mine is to be sent now that could be sent without asking."""
        outbox.sweep(self._office)
        if not outbox.due(self._office):
            return False
        return bool(posting.could_log_in(self._office))

    def stuck_mail(self) -> tuple[Outgoing, ...]:
        """What of mine the person has to decide: unknown, or refused."""
        from tui.mail.outgoing import Standing
        from tui.store.opening import logged_in

        stuck, me = (Standing.UNKNOWN, Standing.REFUSED), logged_in()
        return tuple(o for o in self.outbox() if o.standing in stuck and o.who == me)

    def mail_told(self, numbers: Iterable[int]) -> None:
        """That these are stuck was said: it is not said again."""
        outbox.keep_told(self._office, tuple(numbers))

    def outbox(self, *, whole: bool = False) -> tuple[Outgoing, ...]:
        """What is not out yet, the oldest first; `whole`: what was sent and dropped, too."""
        from tui.mail.outgoing import OPEN

        self._sweep()
        every = outbox_rows.entries(self._office)
        return every if whole else tuple(out for out in every if out.standing in OPEN)

    def outgoing(self, number: int) -> Written:
        """A letter of the outbox, to be read. Raises NotFound; see `outbox_letter.written`."""
        self._sweep()
        out = outbox_rows.entry(self._office, number)
        return outbox_letter.written(self._office, out)

    def decide_mail(self, number: int, what: str) -> Outgoing:
        """Say what became of a letter: there, again, or drop; see `outbox.decide`."""
        return self._done(outbox.decide(self._office, number, what))

    async def try_sending(self, no_login: Sentence | None = None) -> Tried:
        """Connect and log in, send nothing; see `mail_trial.try_sending`."""
        return await mail_trial.try_sending(self._office, no_login)

    async def try_fetching(self, no_login: Sentence | None = None) -> Tried | None:
        """The same with the server of replies; see `mail_trial.try_fetching`."""
        return await mail_trial.try_fetching(self._office, no_login)

    async def send_test_mail(self, to: str, subject: str, text: str) -> Delivery:
        """Send a short mail to an address, outside of all cases."""
        return await mail_trial.send_test(self._office, to, subject, text)
