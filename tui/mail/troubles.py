"""What can go wrong with mail, each in one sentence, whichever way it goes or comes."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from tui.cases.errors import UpheldError
from tui.cases.sentence import Sentence, Value, say
from tui.mail.account import Server
from tui.terminal.clean import clean_line

_LONGEST = 200  # characters of what a server says


class Trouble(StrEnum):
    """What went wrong. `TOLD` says each in one sentence; the book keeps the names."""

    PASSWORD = "password"  # noqa: S105 - the name of a trouble
    TOKEN = "token"  # noqa: S105
    NO_LOGIN = "no_login"
    NO_AUTH = "no_auth"
    NO_CONNECTION = "no_connection"
    NO_HOST = "no_host"
    STRANGER = "stranger"
    OTHER_NAME = "other_name"
    EXPIRED = "expired"
    OLD_TLS = "old_tls"
    TLS = "tls"
    WANTS_STARTTLS = "wants_starttls"
    NO_STARTTLS = "no_starttls"
    IN_CLEAR = "in_clear"
    TIMEOUT = "timeout"
    CUT = "cut"
    CUT_OFF = "cut_off"
    BROKE_OFF = "broke_off"
    LATER = "later"
    NO = "no"
    TOO_LARGE = "too_large"
    NO_COMMAND = "no_command"
    COMMAND_NO = "command_no"
    COMMAND_LATER = "command_later"
    COMMAND_ENDED = "command_ended"
    DIED = "died"
    GIVEN_UP = "given_up"
    NO_USER = "no_user"
    NO_FOLDER = "no_folder"
    NO_SENT = "no_sent"
    LETS_IN = "lets_in"
    SPOKE_FIRST = "spoke_first"
    BABBLE = "babble"


TOLD: dict[Trouble, Sentence] = {
    Trouble.PASSWORD: say("{host} does not take the user {user} with this password: {answer}."),
    Trouble.TOKEN: say("{host} does not take the access token of {user}: {answer}."),
    Trouble.NO_LOGIN: say(
        "{host} lets nobody log in on port {port} in a way that Upheld knows: {answer}."
    ),
    Trouble.NO_AUTH: say(
        "{host} offers no login on port {port}, but {user} is set as the user there. Nothing was "
        "sent."
    ),
    Trouble.NO_CONNECTION: say("{host} cannot be reached on port {port}: {answer}."),
    Trouble.NO_HOST: say("No mail server {host} was found. Is its name right, is there a network?"),
    Trouble.STRANGER: say(
        "{host} showed a certificate of nobody whom this machine trusts; nothing was sent: "
        "{answer}."
    ),
    Trouble.OTHER_NAME: say(
        "{host} showed a certificate for another name; nothing was sent: {answer}."
    ),
    Trouble.EXPIRED: say("{host} showed a certificate that is out of date; nothing was sent."),
    Trouble.OLD_TLS: say(
        "{host} and this machine share no encryption of today (TLS 1.2 or later); nothing was sent."
    ),
    Trouble.TLS: say("The encryption with {host} failed; nothing was sent: {answer}."),
    Trouble.WANTS_STARTTLS: say(
        "Port {port} of {host} does not begin with TLS. It may want security = “starttls”."
    ),
    Trouble.NO_STARTTLS: say(
        "{host} offers no STARTTLS on port {port}. Nothing is sent unencrypted."
    ),
    Trouble.IN_CLEAR: say("{host} is another machine: without encryption nothing is sent there."),
    Trouble.TIMEOUT: say(
        "{host} did not answer on port {port} in time. If that port wants TLS from the beginning, "
        "set security = “tls”."
    ),
    Trouble.CUT: say("{host} broke the line before the letter went out."),
    Trouble.CUT_OFF: say(
        "The line to {host} broke while the letter went out: it may have arrived, or not."
    ),
    Trouble.BROKE_OFF: say("{host} broke the line. What came before is kept."),
    Trouble.LATER: say("{host} does not take it now: {answer}."),
    Trouble.NO: say("{host} refuses it: {answer}."),
    Trouble.TOO_LARGE: say("The mail is too large for {host}: {size} of at most {limit}."),
    Trouble.NO_COMMAND: say("The command {command} cannot be run: {answer}."),
    Trouble.COMMAND_NO: say("{command} refuses it (exit status {status}): {answer}."),
    Trouble.COMMAND_LATER: say("{command} does not take it now (exit status {status}): {answer}."),
    Trouble.COMMAND_ENDED: say(
        "{command} ended in the middle (exit status {status}): the letter may have gone out, or "
        "not. It said: {answer}."
    ),
    Trouble.DIED: say("Upheld was ended while the letter went out: it may have arrived, or not."),
    Trouble.GIVEN_UP: say("It was tried for two days in vain. The last answer: {answer}."),
    Trouble.NO_USER: say("Nobody is named who logs in at {host}: set user under [mail.imap]."),
    Trouble.NO_FOLDER: say("{host} has no such folder. Look at mail.imap.folders."),
    Trouble.NO_SENT: say("{host} names no folder for sent mail; set sent under [mail.imap]."),
    Trouble.LETS_IN: say(
        "{host} lets everybody in without a password (PREAUTH): that is how a connection is kept "
        "from being secured. Nothing was sent."
    ),
    Trouble.SPOKE_FIRST: say(
        "{host}, or somebody between, said more than it may before the connection was secured. "
        "Nothing was sent."
    ),
    Trouble.BABBLE: say("{host} answers what cannot be understood: {answer}."),
}


_PLACE = say("Are host and port right, is there a network?")
_THEIRS = say("Whoever runs that server has to mend it.")
_BETWEEN = say("Try it from another network; if it stays so, ask whoever runs the server.")
# What the person can do about it, where the sentence itself does not tell.
MENDS: dict[Trouble, Sentence] = {
    Trouble.PASSWORD: say("Is it right, or does the provider want one made for programs?"),
    Trouble.TOKEN: say("A new one comes from token_command under [mail]."),
    Trouble.NO_LOGIN: say("Set another port or security, or token_command."),
    Trouble.NO_AUTH: say("Letters are mostly handed in on port 465 or 587."),
    Trouble.NO_CONNECTION: _PLACE,
    Trouble.STRANGER: say(
        "Is it the right host? SSL_CERT_FILE names a file of certificates that you trust."
    ),
    Trouble.OTHER_NAME: say("Set as host the name that it is made for."),
    Trouble.EXPIRED: _THEIRS,
    Trouble.OLD_TLS: _THEIRS,
    Trouble.TLS: say("Look at port and security."),
    Trouble.NO_STARTTLS: say("If it begins with TLS, set security = “tls”."),
    Trouble.IN_CLEAR: say("Set security = “tls” or “starttls”."),
    Trouble.BROKE_OFF: say("Fetch again for the rest."),
    Trouble.TOO_LARGE: say("Leave files out of the letter."),
    Trouble.NO_COMMAND: say("See command under [mail.smtp]."),
    Trouble.LETS_IN: _BETWEEN,
    Trouble.SPOKE_FIRST: _BETWEEN,
    Trouble.BABBLE: _PLACE,
}


class NoMail(UpheldError):
    """The mail cannot be had now: the server, the way to it, or the login. Nothing was changed."""

    def __init__(self, trouble: Trouble, answer: str | Sentence = "", *, server: Server) -> None:
        self.trouble = trouble
        super().__init__(told(trouble, {**values_of(server), "answer": answer}))


def told(trouble: Trouble, values: Mapping[str, Value]) -> Sentence:
    """A trouble in one sentence, and what to do about it where that is not said in it.

    An `answer` that is a text is in the words of somebody else.
    """
    filled = dict(values)
    if isinstance(answer := filled.get("answer"), str):
        filled["answer"] = quoted(answer)
    what = Sentence(TOLD[trouble].text, filled)
    mend = MENDS.get(trouble)
    return say("{what} {mend}", what=what, mend=mend) if mend else what


def values_of(server: Server) -> dict[str, str]:
    """What a sentence may name of a server."""
    return {"host": server.host, "port": str(server.port), "user": server.user}


def shown(answer: str) -> str:
    """What a server or a program says, as one harmless line; cut where it is long."""
    line = clean_line(" ".join(answer.split()))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def quoted(answer: str) -> Sentence:
    """The words of a server, a program or the system, as theirs; that there are none."""
    words = shown(answer).rstrip(" .")
    return say("“{text}”", text=words) if words else say("no reason given")
