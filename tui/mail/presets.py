"""The servers of eight providers.

Source: the autoconfig files of Thunderbird (ISPDB), as they stood on 2026-03-12; checked for
each row on that day. Some want a password made for programs in place of the usual one.
"""

from __future__ import annotations

from msgspec import Struct

from tui.cases.sentence import Sentence, say
from tui.mail.account import Safety

_APP = say("{provider} wants a password made for programs, not the usual one.")
_TOKEN = say("{provider} takes no password, but an OAuth token: set token_command.")


class Preset(Struct, frozen=True):
    """One provider: hosts, ports, and how one logs in.

    `keeps_sent`: a letter sent by its server is among the sent mail by itself. `login`: what is
    to be known of its passwords; `takes_password`: whether it takes any.
    """

    name: str
    domains: tuple[str, ...]
    smtp: str
    imap: str
    smtp_safety: Safety = Safety.TLS
    smtp_port: int = 465
    imap_port: int = 993
    keeps_sent: bool = False
    login: Sentence | None = None
    takes_password: bool = True

    @property
    def hint(self) -> Sentence | None:
        """What is to be known of its passwords, by its name."""
        return Sentence(self.login.text, {"provider": self.name}) if self.login else None


PRESETS = {
    "gmail": Preset(
        "Gmail", ("gmail.com", "googlemail.com"), "smtp.gmail.com", "imap.gmail.com",
        keeps_sent=True, login=_APP,
    ),
    "yandex": Preset(
        "Yandex", ("yandex.ru", "yandex.com", "ya.ru"), "smtp.yandex.com", "imap.yandex.com",
        login=_APP,
    ),
    "mailru": Preset(
        "Mail.ru", ("mail.ru", "bk.ru", "inbox.ru", "list.ru"), "smtp.mail.ru", "imap.mail.ru",
        login=_APP,
    ),
    "rambler": Preset("Rambler", ("rambler.ru",), "smtp.rambler.ru", "imap.rambler.ru"),
    "outlook": Preset(
        "Outlook", ("outlook.com", "hotmail.com", "live.com"),
        "smtp.office365.com", "outlook.office365.com",
        Safety.STARTTLS, 587, keeps_sent=True, login=_TOKEN, takes_password=False,
    ),
    "icloud": Preset(
        "iCloud", ("icloud.com", "me.com", "mac.com"), "smtp.mail.me.com", "imap.mail.me.com",
        Safety.STARTTLS, 587, login=_APP,
    ),
    "yahoo": Preset(
        "Yahoo", ("yahoo.com",), "smtp.mail.yahoo.com", "imap.mail.yahoo.com", login=_APP
    ),
    "gmx": Preset("GMX", ("gmx.com",), "mail.gmx.com", "imap.gmx.com"),
}  # fmt: skip


def preset_of(provider: str, address: str) -> Preset | None:
    """The provider that is named, else the one whose address it is."""
    if provider:
        return PRESETS.get(provider)
    domain = address.rpartition("@")[2].lower()
    return next((preset for preset in PRESETS.values() if domain in preset.domains), None)
