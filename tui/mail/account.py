"""An account: whose mail it is, which servers it has, and how one logs in there."""

from __future__ import annotations

import ipaddress
from enum import StrEnum

from msgspec import Struct

from tui.cases.sentence import Sentence
from tui.mail.secrets import Secret


class Safety(StrEnum):
    """How a connection is kept from others. `NONE` only on this machine."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


class Server(Struct, frozen=True):
    """Where to connect. `user` is empty where nobody logs in; `timeout` in seconds."""

    host: str
    port: int
    safety: Safety
    user: str = ""
    timeout: float = 30.0

    @property
    def is_here(self) -> bool:
        """Whether it is on this machine, where nobody else listens."""
        return is_loopback(self.host)


class Login(Struct, frozen=True):
    """What proves who logs in: a password, or an OAuth access token (XOAUTH2)."""

    secret: Secret
    is_token: bool = False


class Account(Struct, frozen=True):
    """What is known of the person's mail.

    Letters go by `smtp`, or by `command`, a program and its arguments, which takes the message
    and reads from it to whom it goes. `keeps_sent`: the provider puts a copy among the sent mail
    by itself. `hint`: what is to be known of the passwords that it takes, `takes_password` whether
    it does. `sent`: the folder for copies, empty for the one that the server calls so.
    """

    address: str
    name: str = ""
    smtp: Server | None = None
    command: tuple[str, ...] = ()
    imap: Server | None = None
    keeps_sent: bool = False
    sent: str = ""
    hint: Sentence | None = None
    takes_password: bool = True
    timeout: float = 30.0


def is_loopback(host: str) -> bool:
    """Whether a name or an address is that of this machine."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower().rstrip(".") == "localhost"
