"""Sending what is in the outbox, and what is told of it afterwards."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.cases.errors import UpheldError
from tui.cases.sentence import Sentence
from tui.desk.mail import mail_account, outbox
from tui.desk.mail.mail_account import account_of, login_of
from tui.desk.mail.outbox_rows import entry
from tui.mail.delivery import Came, Delivery, Progress
from tui.mail.outgoing import Outgoing, Standing
from tui.mail.troubles import Trouble

if TYPE_CHECKING:
    from tui.desk.office import Office
    from tui.mail.account import Account, Login


class Posted(Struct, frozen=True):
    """A letter after it was sent, or not. `uncopied`: why there is no copy among the sent mail."""

    out: Outgoing
    uncopied: Sentence | None = None


def log_in(office: Office, case_id: int = 0) -> Login | None:
    """What proves who sends, for the server that is set; None where nobody logs in.

    It may run a command that asks on the terminal. Raises PasswordNeeded where the person has
    to be asked; BadInput where no way to send is set, or the command fails.
    """
    from tui.mail.post import server_of

    server = server_of(_account(office, case_id))
    return login_of(office, server) if server else None


def way(office: Office) -> str:
    """The host of the server, or the program. Raises BadInput where neither is set."""
    from tui.mail.post import way_of

    return way_of(_account(office, 0))


def _login(office: Office, account: Account) -> Login | None:
    """The same while a screen has the terminal. A command may take its time: for a thread."""
    from tui.mail.post import server_of

    server = server_of(account)
    return login_of(office, server, silent=True) if server else None


def _account(office: Office, case_id: int) -> Account:
    return account_of(office, office.store.get(case_id) if case_id else None)


async def send(office: Office, number: int) -> Posted:
    """Send one letter of the outbox, once. Nobody else can send it meanwhile.

    Raises what `log_in` does, and BadInput where it may not be sent; before anything went out.
    """
    from tui.mail.post import post

    case_id = entry(office, number).case
    account = _account(office, case_id)
    login = await asyncio.to_thread(_login, office, account)
    raw = outbox.raw_of(office, entry(office, number))
    out = outbox.claim(office, number)
    progress = Progress()
    try:
        delivery = await post(raw, out.recipients, account, login, progress)
    except BaseException:
        with suppress(UpheldError):
            outbox.settle(office, number, _interrupted(progress))
        raise
    else:
        out = outbox.settle(office, number, delivery)
    finally:
        office.flying.discard(number)
    return await _afterwards(office, account, out, raw)


async def _afterwards(office: Office, account: Account, out: Outgoing, raw: bytes) -> Posted:
    if out.trouble in (Trouble.PASSWORD, Trouble.TOKEN) and account.smtp:
        office.passwords.forget(account.smtp)
    uncopied = await _copied(office, account, raw) if out.standing is Standing.SENT else None
    return Posted(out, uncopied)


def _interrupted(progress: Progress) -> Delivery:
    """The app was closed, or something in it went wrong, in the middle."""
    if progress.delivery:
        return progress.delivery
    came = Came.UNKNOWN if progress.has_begun else Came.DEFERRED
    return Delivery(came=came, trouble=Trouble.DIED if progress.has_begun else None)


async def _copied(office: Office, account: Account, raw: bytes) -> Sentence | None:
    """Put a copy among the sent mail; why it is not there, or None. It is no reason to fail."""
    if account.keeps_sent or account.imap is None:
        return None
    from tui.mail.sent_copies import put_copy

    try:
        login = await asyncio.to_thread(login_of, office, account.imap, silent=True)
        if login is None:
            return None
        await asyncio.to_thread(put_copy, raw, account.imap, login, account.sent)
    except UpheldError as error:  # also where the password would have to be asked for
        return error.sentence
    return None


async def send_due(office: Office) -> tuple[Posted, ...]:
    """Send everything that is due, one after the other; first find what was left in the middle.

    Raises what `log_in` does, where anything is due.
    """
    outbox.sweep(office)
    posted = []
    for number in outbox.due(office):
        with suppress(outbox.Taken):  # another window, or cron, was quicker
            posted.append(await send(office, number))
    return tuple(posted)


def asks_outside(office: Office) -> bool:
    """Whether a command is asked for what proves who sends, which may want the terminal."""
    from tui.mail.post import server_of

    return mail_account.asks_outside(office, server_of(_account(office, 0)))


def could_log_in(office: Office) -> bool:
    """Whether nobody has to be asked, on a screen or on the terminal: for what goes by itself."""
    from tui.mail.post import server_of

    server = server_of(_account(office, 0))
    is_token = bool(office.settings.config.mail.token_command)  # which asks nobody
    return server is None or not server.user or is_token or office.passwords.get(server) is not None
