"""Trying out whether letters could go out and replies come in, without any."""

from __future__ import annotations

import asyncio
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from msgspec import Struct

from tui.cases.sentence import Sentence
from tui.desk.mail.fetching import server_of_mails
from tui.desk.mail.mail_account import account_of, login_of
from tui.letters.export.headers import address_of, header_text
from tui.mail.post import post, server_of
from tui.mail.troubles import NoMail

if TYPE_CHECKING:
    from tui.desk.office import Office
    from tui.mail.account import Server
    from tui.mail.delivery import Delivery

_POLICY = SMTP.clone(cte_type="7bit")


class Tried(Struct, frozen=True):
    """What was tried of a server, and what held.

    `server` is None of a command, of which nothing is known before it is used: `by`, with its
    arguments; else the host. `trouble`: why no more was tried, then nothing else is told.
    `logged_in`: somebody did; `offers_login`: so the server says. `limit`: of a letter, in bytes,
    0 for none; `folders`: how many mails there are in each.
    """

    by: str
    server: Server | None = None
    trouble: Sentence | None = None
    logged_in: bool = False
    offers_login: bool = False
    tls: str = ""
    limit: int = 0
    folders: tuple[tuple[str, int], ...] = ()


async def try_sending(office: Office, no_login: Sentence | None = None) -> Tried:
    """Connect to the server by which letters go out, log in where a user is set, send nothing.

    `no_login`: why it is known already that nobody can. Raises BadInput where no way to send is
    set.
    """
    from tui.mail.smtp_trial import greet
    from tui.mail.smtp_troubles import NotSent

    account = account_of(office)
    server = server_of(account)
    if server is None:
        return Tried(" ".join(account.command))
    if no_login:
        return Tried(server.host, server, no_login)
    try:
        greeted = await greet(server, login_of(office, server))
    except NotSent as error:
        return Tried(server.host, server, error.delivery.said)
    return Tried(
        server.host,
        server,
        logged_in=greeted.logged_in,
        offers_login=greeted.offers_login,
        tls=greeted.tls,
        limit=greeted.limit,
    )


async def try_fetching(office: Office, no_login: Sentence | None = None) -> Tried | None:
    """Connect to the server that is asked for mails, log in, look into the folders that are set;
    None where no server is."""
    from tui.mail.imap_trial import look_into

    server = server_of_mails(office)
    if server is None:
        return None
    if no_login:
        return Tried(server.host, server, no_login)
    folders = office.settings.config.mail.imap.folders
    try:
        login = login_of(office, server)
        looked = await asyncio.to_thread(look_into, server, login, folders)
    except NoMail as error:
        return Tried(server.host, server, error.sentence)
    return Tried(server.host, server, logged_in=True, tls=looked.tls, folders=looked.folders)


async def send_test(office: Office, to: str, subject: str, text: str) -> Delivery:
    """Send a short mail, outside of all cases and of the outbox. Raises BadInput."""
    account = account_of(office)
    server = server_of(account)
    login = login_of(office, server) if server else None
    sender, recipient = address_of(account.address, account.name), address_of(to)
    made = EmailMessage(policy=_POLICY)
    made["From"], made["To"] = sender, recipient
    made["Subject"] = header_text(subject)
    made["Date"] = format_datetime(office.clock.now())
    made["Message-ID"] = f"<{uuid4().hex}@{sender.domain}>"
    made.set_content(text)
    return await post(made.as_bytes(), [recipient.addr_spec], account, login)
