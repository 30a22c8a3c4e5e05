"""What a person can do with replies, as verbs of the desk. Mail is loaded when it is used."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.cases.case import Case
from tui.desk.verbs import Verbs

if TYPE_CHECKING:
    from tui.desk.cases.recording import Happening
    from tui.desk.mail.inbox import InboxRow, MailView
    from tui.desk.mail.mail_search import FoundMail
    from tui.desk.mail.offers import Offer
    from tui.desk.mail.taking_mail import Taken
    from tui.mail.kept import Guess
    from tui.mail.watch import Watch
    from tui.settings.mail_values import MailSettings


class InboxVerbs(Verbs):
    """A part of the desk. A mail that is not there is NotFound."""

    @property
    def mail_settings(self) -> MailSettings:
        """What is set of mail."""
        return self._office.settings.config.mail

    def fetch_mail(self, watch: Watch | None = None) -> Taken:
        """Fetch replies and put what is certain to its cases; see `fetching.fetch`."""
        from tui.desk.mail.fetching import fetch

        return self._done(fetch(self._office, watch))

    def fetch_beside(self, watch: Watch) -> Taken:
        """The same in another thread, by a window of its own on the book. Tells no `changed`: the
        thread of the screens does.
        """
        from tui.desk.mail.fetching import fetch

        with self._office.beside() as office:
            return fetch(office, watch, silent=True)

    def fetch_login(self) -> None:
        """Find out now what proves who fetches, so that nothing has to be asked in between.

        It may run a command that asks on the terminal. Raises PasswordNeeded where the person has
        to be asked, BadInput where no mail is set up.
        """
        from tui.desk.mail.fetching import require_set, server_of_mails
        from tui.desk.mail.mail_account import login_of

        require_set(self._office)
        if server := server_of_mails(self._office):
            login_of(self._office, server)

    @property
    def asks_server_for_mail(self) -> str:
        """The host of the server that is asked for mails; empty where none is."""
        from tui.desk.mail.fetching import server_of_mails

        server = server_of_mails(self._office)
        return server.host if server else ""

    def fetch_asks_outside(self) -> bool:
        """Whether `fetch_login` runs a command, which may want the terminal for itself."""
        from tui.desk.mail.fetching import server_of_mails
        from tui.desk.mail.mail_account import asks_outside

        return asks_outside(self._office, server_of_mails(self._office))

    def take_mail_files(self, paths: Iterable[Path]) -> Taken:
        """The same with mails in files; see `fetching.take_files`."""
        from tui.desk.mail.fetching import take_files

        return self._done(take_files(self._office, paths))

    def inbox(self) -> tuple[InboxRow, ...]:
        """What waits for the person: replies of no case, and those that nobody has judged."""
        from tui.desk.mail.inbox import inbox

        return inbox(self._office)

    def mails_aside(self) -> tuple[InboxRow, ...]:
        """What was put aside, by the person or as newsletters are: the newest first."""
        from tui.desk.mail.aside import mails_aside

        return mails_aside(self._office)

    def search_mails(self, text: str, *, begun: bool = False) -> tuple[FoundMail, ...]:
        """Mails of no case that have what is sought; see `mail_search.search_mails`."""
        from tui.desk.mail.mail_search import search_mails

        return search_mails(self._office, text, begun=begun)

    def mail(self, number: int) -> MailView:
        """A mail whole, read again from its bytes, with what it offers."""
        from tui.desk.mail.inbox import mail_view

        return mail_view(self._office, number)

    def mail_guess(self, number: int) -> Guess:
        """To which case it may belong, and why."""
        from tui.desk.mail.inbox import guess_now

        return guess_now(self._office, number)

    def receipt_of_mail(self, number: int, reference: str = "") -> Case:
        """Say that a mail in a case is a receipt only: it counts as none of theirs. `reference`:
        their number, where it names one.
        """
        from tui.desk.mail.placing import make_receipt

        return self._done(make_receipt(self._office, number, reference))

    def record_mail(self, number: int, happening: Happening) -> Case:
        """Record what a mail was that lies in a case, or what was done about it: it takes the
        place of the message, at its time. Raises as `record` does, and BadInput for other mails.
        """
        from tui.desk.cases.judging import judge
        from tui.desk.mail.settling import place_of

        case_id, event = place_of(self._office, number)
        return self._done(judge(self._office, case_id, replace(happening, judges=event)))

    def message_of_mail(self, number: int, case_id: int) -> int:
        """The id of the event of a mail in that case. Raises BadInput where it lies elsewhere."""
        from tui.desk.mail.settling import event_in

        return event_in(self._office, number, case_id)

    def mail_case(self, number: int) -> int:
        """The number of the case in which a mail lies; 0 for none."""
        from tui.desk.mail.moving import case_of

        return case_of(self._office, number)

    def attach_mail(self, number: int, case_id: int) -> Case:
        """Put a mail to a case, or move it there from another."""
        from tui.desk.mail.placing import attach_one

        return self._done(attach_one(self._office, number, case_id))

    def ignore_mail(self, number: int) -> int:
        """Put a mail aside, out of the Inbox; which it was. What lies in a case stays there."""
        from tui.desk.mail.settling import ignore

        return self._done(ignore(self._office, number))

    def settle_mails_of(self, number: int) -> Case:
        """The same of the case in which a mail lies. Raises BadInput where it lies in none."""
        from tui.desk.mail.settling import place_of

        return self.settle_mails(place_of(self._office, number)[0])

    def settle_mails(self, case_id: int) -> Case:
        """Say that what was recorded in a case tells all of its mails: none waits any more."""
        from tui.desk.mail.settling import settle_all

        return self._done(settle_all(self._office, case_id))

    def bring_back_mail(self, number: int) -> int:
        """Put a mail that was put aside back into the Inbox; which it was."""
        from tui.desk.mail.aside import bring_back

        return self._done(bring_back(self._office, number))

    def case_of_mail(self, number: int) -> Case:
        """Open a case with what a mail tells; it is kept there as a note."""
        from tui.desk.mail.placing import open_case_of

        return self._done(open_case_of(self._office, number))

    def attachments_to_evidence(self, number: int, *, whole: bool = False) -> Case:
        """Copy the attachments of a mail into its case, or the mail itself, as it is."""
        from tui.desk.mail.mail_evidence import to_evidence

        return self._done(to_evidence(self._office, number, whole=whole))

    def offers(self, case_id: int, text: str, told_at: datetime | None = None) -> tuple[Offer, ...]:
        """What a text of theirs, such as a chat that was pasted, offers to be recorded."""
        from tui.desk.mail.offers import offers_in

        return offers_in(self._office, self.case(case_id), text, told_at)
