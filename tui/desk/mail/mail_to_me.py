"""Reminders as a mail to myself, by the person's own settings of mail."""

from __future__ import annotations

import asyncio
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from uuid import uuid4

from tui.cases.errors import BadInput
from tui.desk.mail.mail_account import account_of, login_of
from tui.desk.office import Office
from tui.desk.reminders.reminders import Message
from tui.letters.export.headers import address_of, header_text
from tui.mail.account import Account
from tui.mail.delivery import Came
from tui.mail.post import post, server_of

_POLICY = SMTP.clone(cte_type="7bit")


def by_mail(office: Office, message: Message) -> None:
    """Send it to the address that my letters come from. Raises BadInput where it did not go out,
    or where nobody can tell: better twice than never."""
    account = account_of(office)
    server = server_of(account)
    login = login_of(office, server) if server else None
    raw = written(office, account, message)
    delivery = asyncio.run(post(raw, [account.address], account, login))
    if delivery.came is not Came.SENT and delivery.said:
        raise BadInput(delivery.said)


def written(office: Office, account: Account, message: Message) -> bytes:
    """The bytes of the mail. It says that a program wrote it, so that nothing answers it."""
    made, me = EmailMessage(policy=_POLICY), address_of(account.address, account.name)
    made["From"] = me
    made["To"] = me
    made["Subject"] = header_text(message.title)
    made["Date"] = format_datetime(office.clock.now())
    made["Message-ID"] = f"<{uuid4().hex}@{me.domain}>"
    made["Auto-Submitted"] = "auto-generated"  # RFC 3834
    made.set_content(message.text)
    made["Content-Language"] = office.settings.config.language or "en"
    return made.as_bytes()
