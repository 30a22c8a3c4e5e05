"""What can be set of mail: whose it is, how it goes out, where replies come from."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

Port = Annotated[int, msgspec.Meta(ge=0, le=65535)]  # 0: the usual one of its security
Seconds = Annotated[float, msgspec.Meta(ge=1, le=600)]
Security = Literal["", "tls", "starttls", "none"]  # "none": for a server on this machine only
Provider = Literal[
    "", "gmail", "yandex", "mailru", "rambler", "outlook", "icloud", "yahoo", "gmx"
]  # fmt: skip


class Smtp(msgspec.Struct, frozen=True):
    """How letters go out. What is empty is that of the provider.

    `command`: a program and its arguments that takes the message, instead of a server, such as
    ["msmtp", "-t", "--"]. `copy_to_sent`: whether a copy is put into the folder of sent mail;
    "auto": unless the provider does so by itself. `timeout` in seconds.
    """

    host: str = ""
    port: Port = 0
    security: Security = ""
    user: str = ""
    command: tuple[str, ...] = ()
    copy_to_sent: Literal["auto", "yes", "no"] = "auto"
    timeout: Seconds = 30.0


class Imap(msgspec.Struct, frozen=True):
    """Where replies are fetched. What is empty is that of the provider.

    `folders` are looked through; `sent` is where copies of letters go, empty: the one that the
    server calls so. `timeout` in seconds.
    """

    host: str = ""
    port: Port = 0
    security: Security = ""
    user: str = ""
    folders: tuple[str, ...] = ("INBOX",)
    sent: str = ""
    timeout: Seconds = 30.0


class MailFiles(msgspec.Struct, frozen=True):
    """Mail that another program fetches: `maildir` is a folder such as ~/Maildir."""

    maildir: str = ""


class MailSettings(msgspec.Struct, frozen=True):
    """The person's mail. `address`: whose it is, else that of the profile.

    `plus_address`: whether answers are asked to anna+c42@example.org, which names the case.
    `password_command`: a command, without a shell, whose first line is the password;
    `token_command`: one that prints an OAuth access token.
    """

    address: str = ""
    provider: Provider = ""
    plus_address: bool = False
    password_command: str = ""
    token_command: str = ""
    smtp: Smtp = Smtp()
    imap: Imap = Imap()
    files: MailFiles = MailFiles()
