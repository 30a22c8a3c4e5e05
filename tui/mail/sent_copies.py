"""A copy of what was sent, among the sent mail of the account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.mail.account import Login, Server
from tui.mail.troubles import NoMail, Trouble

if TYPE_CHECKING:
    from imap_tools import BaseMailBox


def put_copy(raw: bytes, server: Server, login: Login, folder: str = "") -> str:
    """Append the message, as read, to `folder`, else to the one that the server calls that of sent
    mail (RFC 6154); the name of the folder. Raises NoMail.
    """
    from tui.mail.imap_client import opened

    with opened(server, login) as box:
        name = folder or _sent_folder(box)
        if not name:
            raise NoMail(Trouble.NO_SENT, server=server)
        box.append(raw, name, flag_set=["\\Seen"])
        return name


def _sent_folder(box: BaseMailBox) -> str:
    found = (info.name for info in box.folder.list() if "\\sent" in map(str.lower, info.flags))
    return next(found, "")
