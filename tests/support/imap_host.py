"""What tests know of a mail server on loopback, and servers that say what a test wants."""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class ImapHost:
    """Where it listens; anna logs in with “secret”, and has her mails in the Maildir `home`.

    `owner`: to whom they belong there; empty: to whoever runs the tests. `says_sent`: it tells
    which folder is that of sent mail.
    """

    port: int
    tls_port: int
    home: Path
    owner: str = ""
    says_sent: bool = False

    def deliver(self, *mails: bytes) -> None:
        """Put mails into the INBOX, as an MTA does, with the ends of lines of the network."""
        for number, raw in enumerate(mails):
            target = self.home / "new" / f"{_count(self.home)}.{number}.host"
            target.write_bytes(with_crlf(raw))
            self._own(target)

    def flags(self) -> list[str]:
        """The flags of every mail, as the names of the files tell."""
        return sorted(p.name.partition(":2,")[2] for p in self.home.glob("[nc]*/*"))

    def forget_uids(self) -> None:
        """The folder gets another UIDVALIDITY, as if it had been made anew."""
        for path in self.home.glob("dovecot*"):
            path.unlink()
        if self.owner:
            (self.home / "dovecot-uidlist").write_text("3 V1 N1\n")
            self._own(self.home / "dovecot-uidlist")

    def _own(self, path: Path) -> None:
        if self.owner and os.getuid() == 0:
            shutil.chown(path, self.owner, self.owner)


def with_crlf(raw: bytes) -> bytes:
    """A mail as it is on its way."""
    return with_lf(raw).replace(b"\n", b"\r\n")


def with_lf(raw: bytes) -> bytes:
    """A mail as files of this machine have it."""
    return raw.replace(b"\r\n", b"\n")


def _count(home: Path) -> int:
    return sum(1 for _ in home.glob("[nc]*/*")) + 1


def free_ports(count: int) -> list[int]:
    """Ports on which nobody listens."""
    held = [socket.socket() for _ in range(count)]
    for one in held:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


@contextmanager
def talking(talk: Callable[[socket.socket], None]) -> Iterator[int]:
    """A server for one connection that does what `talk` does; its port."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        server.settimeout(20)

        def serve() -> None:
            with suppress(OSError, ssl.SSLError):
                connection, _ = server.accept()
                with connection:
                    connection.settimeout(20)
                    talk(connection)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1]
    thread.join(20)
