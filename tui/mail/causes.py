"""What an error of a connection means, whatever is spoken on it."""

from __future__ import annotations

import os
import socket
import ssl
from collections.abc import Iterator

from tui.mail.troubles import Trouble

_UNTRUSTED = frozenset({18, 19, 20, 21})  # of X509_V_ERR: issuers that are not known
_EXPIRED, _OTHER_NAME = frozenset({9, 10}), frozenset({62, 64})
_NO_TLS = frozenset(
    {"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "UNKNOWN_PROTOCOL", "RECORD_LAYER_FAILURE"}
)


def of_connection(error: BaseException) -> tuple[Trouble, str] | None:
    """What keeps a connection from standing, and in whose words; None where it is something else.

    Names, encryption, time, the way there: whatever is spoken on it.
    """
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLError):
            return _of_tls(cause)
        if isinstance(cause, socket.gaierror):
            return Trouble.NO_HOST, ""
    for cause in _causes(error):
        if isinstance(cause, TimeoutError):
            return Trouble.TIMEOUT, ""
    return None


def of_way(error: BaseException) -> tuple[Trouble, str] | None:
    """The same of a connection that does not come about: what the system says of the way there.

    Errors of a library, which are OSErrors as well, say nothing of it.
    """
    for cause in _causes(error):
        if isinstance(cause, OSError) and cause.errno and type(cause).__module__ == "builtins":
            return Trouble.NO_CONNECTION, os.strerror(cause.errno)
    return None


def _of_tls(error: ssl.SSLError) -> tuple[Trouble, str]:
    if isinstance(error, ssl.SSLCertVerificationError):
        return _of_certificate(error.verify_code), error.verify_message
    reason = error.reason or ""
    if reason in _NO_TLS:
        return Trouble.WANTS_STARTTLS, reason
    if "PROTOCOL" in reason or "VERSION" in reason or "HANDSHAKE_FAILURE" in reason:
        return Trouble.OLD_TLS, reason
    return Trouble.TLS, reason or str(error)


def _of_certificate(code: int) -> Trouble:
    if code in _EXPIRED:
        return Trouble.EXPIRED
    if code in _OTHER_NAME:
        return Trouble.OTHER_NAME
    return Trouble.STRANGER if code in _UNTRUSTED else Trouble.TLS


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
