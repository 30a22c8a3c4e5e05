"""The part of `upheld config` that tells of mail and of reminders."""

from __future__ import annotations

from collections.abc import Iterator

from tui.settings.mail_values import Imap, MailFiles, MailSettings, Smtp
from tui.settings.notify_values import NotifySettings
from tui.wording.mark import N_
from tui.wording.wording import Wording

_PORT = N_("0: the usual one of its security")
_SECURITY = N_("tls, starttls, or none for a server on this machine; empty: the usual one")
_TIMEOUT = N_("seconds to wait for an answer")
_USER = N_("who logs in; empty: the address, with security none nobody")

# Each table: its name, what is set, what it is for, and what each of its keys means.
TABLES = (
    ("mail", MailSettings, N_("Your mail. The commands are run without a shell."), {
        "address": N_("whose mail it is; empty: that of your profile"),
        "provider": N_(
            "fills in what you leave out: gmail, yandex, mailru, rambler, outlook, icloud, yahoo, "
            "gmx; empty: as the address says"
        ),
        "plus_address": N_("whether answers are asked to anna+c42@example.org, by case"),
        "password_command": N_("its first line is the password; empty: the keyring, or typed"),
        "token_command": N_("prints an OAuth access token, in place of a password"),
    }),
    ("mail.smtp", Smtp, N_("How letters go out. What is empty is that of the provider."), {
        "host": N_("the server of letters"),
        "port": _PORT,
        "security": _SECURITY,
        "user": _USER,
        "command": N_('a program in place of a server: ["msmtp", "-t", "--"]'),
        "copy_to_sent": N_(
            "a copy among your sent mail: yes, no, auto: if the provider makes none"
        ),
        "timeout": _TIMEOUT,
    }),
    ("mail.imap", Imap, N_(
        "Where replies are fetched. Nothing there is changed or marked."
    ), {
        "host": N_("the IMAP server"),
        "port": _PORT,
        "security": _SECURITY,
        "user": _USER,
        "folders": N_("those that are looked through"),
        "sent": N_("where copies of letters go; empty: the one that the server calls so"),
        "timeout": _TIMEOUT,
    }),
    ("mail.files", MailFiles, N_("Mail that another program fetches."), {
        "maildir": N_("a Maildir on this machine, such as ~/Maildir"),
    }),
    ("notify", NotifySettings, N_("How upheld notify tells what is new."), {
        "ways": N_(
            "one or several: terminal (what it prints), mail (to yourself), desktop, tmux, command"
        ),
        "command": N_("a program and its arguments; it gets the text on its standard input"),
        "signal": N_("what a terminal gets besides: bell, osc9, osc777, none"),
        "quiet": N_("hours in which nothing is told: 22:00-08:00"),
        "digest": N_("at most one message a day, but for your own last days to act"),
    }),
)  # fmt: skip


def tables(words: Wording) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is said of each table, and its lines: the keys, their defaults, what they mean."""
    for name, kind, about, meanings in TABLES:
        defaults = kind()
        lines = (
            f"{key} = {_typed(getattr(defaults, key))}  # {words.t(meaning)}"
            for key, meaning in meanings.items()
        )
        yield words.t(about), (f"[{name}]", *lines)


def _typed(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "[" + ", ".join(f'"{one}"' for one in value) + "]"
    return f'"{value}"' if isinstance(value, str) else f"{value:g}"
