"""Sending a message by an account, whichever way its letters go."""

from __future__ import annotations

from collections.abc import Sequence

from tui.cases.errors import BadInput
from tui.mail.account import Account, Login, Server
from tui.mail.delivery import Delivery, Progress


def server_of(account: Account) -> Server | None:
    """The server that letters go by; None: a command. Raises BadInput where neither is set."""
    if account.command:
        return None
    if account.smtp is None:
        raise BadInput(
            "How your letters go out by e-mail is not set. Name your provider under [mail] in "
            "config.toml, or a host under [mail.smtp]; see: upheld config"
        )
    return account.smtp


def way_of(account: Account) -> str:
    """The host of that server, or the program. Raises BadInput where neither is set."""
    server = server_of(account)
    return server.host if server else account.command[0]


async def post(
    raw: bytes,
    recipients: Sequence[str],
    account: Account,
    login: Login | None,
    progress: Progress | None = None,
) -> Delivery:
    """Send the bytes of a message: by the command if one is set, else by the server.

    Raises BadInput where neither is; nothing else that can go wrong with the mail.
    """
    server = server_of(account)
    if server is None:
        from tui.mail.sendmail import hand_over

        return await hand_over(raw, recipients, account.command, account.timeout, progress)
    from tui.mail.smtp import send

    return await send(raw, account.address, recipients, server, login, progress)
