"""The person's mail account: what is set, filled in from the provider, and how to log in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cases.errors import BadInput
from tui.cases.sentence import Sentence, say
from tui.desk.keeping.preferences import profile_of

# Mail is loaded when it is used.
if TYPE_CHECKING:
    from tui.cases.case import Case
    from tui.desk.office import Office
    from tui.mail.account import Account, Login, Server
    from tui.mail.presets import Preset
    from tui.settings.mail_values import Imap, Smtp

_SMTP_PORTS = {"tls": 465, "starttls": 587, "none": 25}
_IMAP_PORTS = {"tls": 993, "starttls": 143, "none": 143}


class PasswordNeeded(BadInput):
    """No command and no keyring has it: the person has to type it. `hint`: which it is."""

    def __init__(self, server: Server, hint: Sentence | None = None) -> None:
        super().__init__(
            say(
                "The password of {user} at {host} is not known. Set password_command under "
                "[mail], or type it where you send.",
                user=server.user,
                host=server.host,
            )
        )
        self.server, self.hint = server, hint


def _hint(office: Office, server: Server) -> Sentence | None:
    """What is to be known of a password. Raises BadInput where the provider takes none."""
    account = account_of(office)
    if server not in (account.smtp, account.imap):
        return None
    if account.hint and not account.takes_password:
        raise BadInput(account.hint)
    return account.hint


def account_of(office: Office, case: Case | None = None) -> Account:
    """The account by which mail goes and comes; a server that nothing names is None.

    Raises BadInput where no address is known.
    """
    from tui.mail.account import Account
    from tui.mail.presets import preset_of

    mail, profile = office.settings.config.mail, profile_of(office, case)
    address = (mail.address or profile.email).strip()
    if not address:
        raise BadInput("Your profile has no e-mail address. To set it: upheld profile email=…")
    preset = preset_of(mail.provider, address)
    return Account(
        address=address,
        name=profile.name,
        smtp=_server(mail.smtp, preset, address),
        command=mail.smtp.command,
        imap=_server(mail.imap, preset, address),
        keeps_sent=_keeps_sent(mail.smtp, preset),
        sent=mail.imap.sent,
        hint=preset.hint if preset else None,
        takes_password=preset.takes_password if preset else True,
        timeout=mail.smtp.timeout,
    )


def _keeps_sent(told: Smtp, preset: Preset | None) -> bool:
    """Whether no copy is to be put among the sent mail."""
    if told.copy_to_sent != "auto":
        return told.copy_to_sent == "no"
    return bool(preset and preset.keeps_sent and not told.host)


def _server(told: Smtp | Imap, preset: Preset | None, address: str) -> Server | None:
    """What is set, and what is not from the provider."""
    from tui.mail.account import Safety, Server
    from tui.settings.mail_values import Smtp

    is_smtp = isinstance(told, Smtp)
    usual = preset if not told.host else None  # of another host it says nothing
    if not told.host and usual is None:
        return None
    host, port, safety = told.host, told.port, Safety(told.security or "tls")
    if usual:
        host = usual.smtp if is_smtp else usual.imap
        if not told.security:
            safety = usual.smtp_safety if is_smtp else Safety.TLS
            port = port or (usual.smtp_port if is_smtp else usual.imap_port)
    port = port or (_SMTP_PORTS if is_smtp else _IMAP_PORTS)[safety]
    # A server of this machine asks nobody who they are, unless a user is set.
    user = told.user or ("" if safety is Safety.NONE else address)
    return Server(host, port, safety, user, told.timeout)


def login_of(office: Office, server: Server, *, silent: bool = False) -> Login | None:
    """What proves who logs in: a token, else a password; None where nobody logs in.

    `silent`: a command cannot ask on the terminal. Raises PasswordNeeded where the person has to
    be asked, BadInput where a command fails.
    """
    if not server.user:
        return None
    known = office.passwords.get(server) or _asked(office, server, silent=silent)
    if known is None:
        raise PasswordNeeded(server, _hint(office, server))
    office.passwords.put(server, known)
    return known


def asks_outside(office: Office, server: Server | None) -> bool:
    """Whether a command is asked for what proves who logs in, which may want the terminal."""
    mail = office.settings.config.mail
    if server is None or not server.user:
        return False
    return bool(mail.token_command or mail.password_command) and not office.passwords.get(server)


def _asked(office: Office, server: Server, *, silent: bool) -> Login | None:
    """What a command gives, else the keyring of the system."""
    from tui.mail.account import Login
    from tui.mail.secrets import of_command, of_keyring

    mail = office.settings.config.mail
    if mail.token_command:
        token = of_command(mail.token_command, "token_command", silent=silent)
        return Login(token, is_token=True)
    if mail.password_command:
        return Login(of_command(mail.password_command, "password_command", silent=silent))
    kept = of_keyring(server.host, server.user)
    return Login(kept) if kept else None
