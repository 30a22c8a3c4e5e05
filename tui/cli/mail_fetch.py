"""`upheld mail fetch`."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec.structs import asdict

from tui.cases.errors import UpheldError
from tui.cli.attended import Doing, is_attended
from tui.cli.mail_login import log_in
from tui.cli.session import Session
from tui.cli.verb import verb
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.desk.mail.taking_mail import Taken


@verb(
    "fetch",
    help=N_(
        "Fetch replies and put them to their cases. Nothing at the server or in the Maildir is "
        "changed."
    ),
)
def fetch(session: Session) -> int:
    """Fetch replies from the server and the Maildir that are set, and put them to their cases.

    Nothing there is marked, moved or changed. Exit status 1 where something could not be reached,
    75 where another window keeps the book.
    """
    return fetched(session)


def fetched(session: Session) -> int:
    """Fetch and say what came."""
    from tui.mail.watch import Watch

    _ask_first(session)
    doing = Doing(session)
    taken = session.desk.fetch_mail(Watch(doing.tell))
    doing.end()
    say_taken(session, taken)
    return int(bool(taken.troubles))


def _ask_first(session: Session) -> None:
    """The password that nothing else knows; what else is wrong is told with what came."""
    if is_attended() and not session.desk.fetch_asks_outside():
        with suppress(UpheldError):
            log_in(session, session.desk.fetch_login)


def say_taken(session: Session, taken: Taken) -> None:
    """What came, in counts; what could not be reached beside it."""
    from tui.desk.mail.fetch_words import brought

    words = session.words
    troubles = [words.say(trouble) for trouble in taken.troubles]
    if session.as_json:
        session.out.json({**asdict(taken), "troubles": troubles})
        return
    for trouble in troubles:
        session.out.note(trouble)
    if taken.new or not troubles:  # a source that was not reached may have some
        session.out.line(words.say(brought(taken)))
