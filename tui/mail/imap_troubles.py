"""What an error of an IMAP connection means."""

from __future__ import annotations

import imaplib
from collections.abc import Iterator
from contextlib import contextmanager

from imap_tools.errors import ImapToolsError, MailboxFolderSelectError

from tui.cases.sentence import Sentence, say
from tui.mail.account import Login, Server
from tui.mail.causes import of_connection, of_way
from tui.mail.troubles import NoMail, Trouble

_PASSWORDS = say("many providers want a password that is made for programs")
_TOKENS = say("look at token_command")


@contextmanager
def speaking(server: Server, *, connecting: bool = False) -> Iterator[None]:
    """Raises NoMail for whatever a connection may raise."""
    try:
        yield
    except (OSError, imaplib.IMAP4.error, ImapToolsError, EOFError) as error:
        way = of_way(error) if connecting else None
        raise NoMail(*_of_error(error, way), server=server) from None


def why_refused(server: Server, login: Login, said: str) -> NoMail:
    """Why one is not let in. What the server said may hold what it was told, so it is not shown."""
    for code in ("LOGINDISABLED", "PRIVACYREQUIRED"):
        if code in said.upper():
            return NoMail(Trouble.NO_LOGIN, code, server=server)
    if login.is_token:
        return NoMail(Trouble.TOKEN, _TOKENS, server=server)
    return NoMail(Trouble.PASSWORD, _PASSWORDS, server=server)


def _of_error(error: Exception, way: tuple[Trouble, str] | None) -> tuple[Trouble, str | Sentence]:
    if found := of_connection(error) or way:
        return found
    if isinstance(error, MailboxFolderSelectError):
        return Trouble.NO_FOLDER, ""
    if isinstance(error, OSError | EOFError | imaplib.IMAP4.abort):
        return Trouble.BROKE_OFF, ""
    return Trouble.BABBLE, str(error)
