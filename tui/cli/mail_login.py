"""Before mail goes out or comes in: who logs in, and that it takes its time."""

from __future__ import annotations

from collections.abc import Callable

from tui.cases.sentence import Sentence, say
from tui.cli.attended import Doing, is_attended
from tui.cli.session import Session


def log_in(session: Session, find: Callable[[], None]) -> None:
    """Let `find` find out what proves who logs in; it is asked for where somebody is there."""
    from tui.desk.mail.mail_account import PasswordNeeded

    try:
        find()
    except PasswordNeeded as needed:
        if not is_attended():
            raise
        from getpass import getpass

        server = needed.server
        if needed.hint:
            session.out.note(session.words.say(needed.hint))
        asked = session.words.t(
            "Password of {user} at {host}: ", user=server.user, host=server.host
        )
        session.desk.mail_password(server, getpass(asked))


def say_way(session: Session) -> None:
    """Say by which server or program letters go out now."""
    desk = session.desk
    by_program = bool(desk.mail_settings.smtp.command)
    Doing(session).tell(_running(desk.mail_way()) if by_program else connecting(desk.mail_way()))


def connecting(host: str) -> Sentence:
    """That a server is being asked."""
    return say("Connecting to {host}…", host=host)


def _running(command: str) -> Sentence:
    return say("Running {command}…", command=command)
