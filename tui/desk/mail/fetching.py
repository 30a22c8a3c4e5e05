"""Fetching replies: from the mail server, a Maildir, files; and putting them where they belong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tui.cases.errors import BadInput, NotFound, UpheldError
from tui.cases.sentence import say
from tui.desk.keeping.folders import expanded
from tui.desk.mail.mail_account import account_of, login_of
from tui.desk.mail.mail_events import attach_all, is_taken_by, kept_mail
from tui.desk.mail.taking_mail import Taken, Taking, none_waits, waiting
from tui.mail.boxed import Box
from tui.mail.kept import KeptMail, MailState
from tui.mail.troubles import NoMail, Trouble, quoted
from tui.mail.watch import Stopped
from tui.store.errors import StoreError
from tui.store.names import MAILS

if TYPE_CHECKING:
    from imap_tools import BaseMailBox

    from tui.desk.office import Office
    from tui.mail.account import Server
    from tui.mail.source import Source
    from tui.mail.watch import Watch

T = TypeVar("T")

_WITHOUT_CASES = timedelta(days=30)
_FEW, _TOGETHER = 20, 50  # cases that got mail in one fetch


def fetch(office: Office, watch: Watch | None = None, *, silent: bool = False) -> Taken:
    """Fetch from everything that is set. What cannot be reached is among the `troubles`; what
    came before is kept, also where whoever watches stops it.

    `silent`: a command that gives a password cannot ask on the terminal. Raises BadInput where
    nothing is set, StoreError where the book cannot be written.
    """
    require_set(office)
    with Box() as box:
        taking = Taking(office, box, watch)
        with suppress(Stopped):
            _maildir(office, taking)
            _server(office, taking, silent=silent)
        _put_where_they_belong(office, taking.taken)
        return taking.taken


def require_set(office: Office) -> None:
    """Raises BadInput where nothing is set from which mails could come."""
    if not office.settings.config.mail.files.maildir and server_of_mails(office) is None:
        raise BadInput("No mail is set up. See [mail] in: upheld config")


def server_of_mails(office: Office) -> Server | None:
    """The server that is asked for mails; None where a Maildir has them all, or none is set."""
    mail = office.settings.config.mail
    if not (mail.imap.host or mail.provider or not mail.files.maildir):
        return None
    return account_of(office).imap


def take_files(office: Office, paths: Iterable[Path]) -> Taken:
    """Take in mails of .eml and mbox files and of Maildirs. Raises BadInput, StoreError."""
    sources = [_source_of(path) for path in paths]  # one that is none keeps all out
    with Box() as box:
        taking = Taking(office, box)
        for source in sources:
            _take(office, taking, source, keeps_mark=False)
        _put_where_they_belong(office, taking.taken)
        return taking.taken


def _source_of(path: Path) -> Source:
    from tui.mail.files import file_source

    source = file_source(path)
    if source is None:
        raise BadInput("{file} holds no mails that can be read.", file=str(path))
    return source


def _maildir(office: Office, taking: Taking) -> None:
    folder = office.settings.config.mail.files.maildir
    if folder:
        from tui.mail.maildir import Maildir

        taking.watch.tell(say("Mails are read from {folder}.", folder=folder))
        with _told(taking):
            _take(office, taking, Maildir(expanded(folder)))


def _server(office: Office, taking: Taking, *, silent: bool) -> None:
    server = server_of_mails(office)
    if server is None:
        return
    taking.watch.tell(say("{host} is asked for mail.", host=server.host))
    with _told(taking), ExitStack() as stack:
        from tui.mail.imap import ImapFolder

        box = stack.enter_context(_logged_in(office, server, silent=silent))
        for folder in office.settings.config.mail.imap.folders:
            with _told(taking):
                _take(office, taking, ImapFolder(box, server, folder))


@contextmanager
def _logged_in(office: Office, server: Server, *, silent: bool) -> Iterator[BaseMailBox]:
    """What was wrong to log in with is not tried again."""
    from tui.mail.imap_client import opened

    try:
        with opened(server, login_of(office, server, silent=silent)) as box:
            yield box
    except NoMail as error:
        if error.trouble in (Trouble.PASSWORD, Trouble.TOKEN):
            office.passwords.forget(server)
        raise


@contextmanager
def _told(taking: Taking) -> Iterator[None]:
    """What is wrong with one source keeps nobody from the others; a book that is, does."""
    try:
        yield
    except StoreError:
        raise
    except UpheldError as error:
        taking.watch.go_on()  # who stopped it knows why the line broke
        taking.taken.troubles.append(error.sentence)


def _take(office: Office, taking: Taking, source: Source, *, keeps_mark: bool = True) -> None:
    mark = taking.mark_of(source) if keeps_mark else None
    try:
        for batch in source.batches(mark, _since(office)):
            taking.watch.go_on()
            taking.take(source, batch)
    except OSError as error:
        raise BadInput("{file} cannot be read: {problem}.", file=source.name,
                       problem=quoted(error.strerror or str(error))) from error  # fmt: skip


def _since(office: Office) -> date:
    """From when mails may be answers: what is older than every case is nobody's business."""
    days = [card.opened_on for card in office.store.cards.values() if card.opened_on]
    return min(days, default=office.today() - _WITHOUT_CASES) - timedelta(days=1)


def _put_where_they_belong(office: Office, taken: Taken) -> None:
    """Put what is certain to its cases; the rest waits in the Inbox.

    Each case is a change of its own, to be taken back alone, unless there are very many.
    """
    numbers = waiting(office)
    if not numbers:
        return
    by_case: defaultdict[int, list[tuple[int, KeptMail]]] = defaultdict(list)
    for number in numbers:
        mail = kept_mail(office.store.document(MAILS, number), number)
        if mail.state is MailState.NEW:
            by_case[mail.guess.case].append((number, mail))
    going = {case_id: mails for case_id, mails in by_case.items() if _may_go(office, case_id)}
    taken.suggested += sum(len(by_case[case_id]) for case_id in by_case.keys() - going.keys())
    together = 1 if len(going) <= _FEW else _TOGETHER
    for some in _in_portions(list(going.items()), together):
        numbers_of = {case_id: [number for number, _ in mails] for case_id, mails in some}
        attach_all(office, numbers_of, by_itself=True)
        _count(taken, [mail for _, mails in some for _, mail in mails])
    none_waits(office)


def _in_portions(items: list[T], size: int) -> Iterator[list[T]]:
    return (items[start : start + size] for start in range(0, len(items), size))


def _may_go(office: Office, case_id: int) -> bool:
    """What comes to a case that is closed is for the person to say."""
    try:
        return is_taken_by(office.store.get(case_id))
    except NotFound:  # taken back since
        return False


def _count(taken: Taken, mails: list[KeptMail]) -> None:
    for mail in mails:
        taken.attached += 1
        taken.receipts += mail.is_receipt
        taken.returned += bool(mail.mail.bounce and mail.mail.bounce.has_failed)
