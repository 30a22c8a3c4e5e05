"""Trying out an IMAP server: connect, log in, look into the folders; nothing is read or marked."""

from __future__ import annotations

import ssl
from collections.abc import Iterable

from msgspec import Struct

from tui.mail.account import Login, Server
from tui.mail.imap_client import opened
from tui.mail.imap_troubles import speaking


class Looked(Struct, frozen=True):
    """What there is: the encryption, empty for none, and how many mails lie in each folder."""

    tls: str
    folders: tuple[tuple[str, int], ...]


def look_into(server: Server, login: Login | None, folders: Iterable[str]) -> Looked:
    """Log in and open each folder for reading only. Raises NoMail."""
    with opened(server, login) as box:
        line = box.client.sock
        tls = line.version() if isinstance(line, ssl.SSLSocket) else None
        found = []
        for folder in folders:
            with speaking(server):
                box.folder.set(folder, readonly=True)
                told = box.client.response("EXISTS")[1][-1] or b"0"
            found.append((folder, int(told)))
    return Looked(tls or "", tuple(found))
