"""What an error of sending means: whether anything went out, and what is tried again."""

from __future__ import annotations

from aiosmtplib import (
    SMTPAuthenticationError,
    SMTPResponseException,
    SMTPServerDisconnected,
    SMTPTimeoutError,
)

from tui.mail.account import Server
from tui.mail.causes import of_connection, of_way
from tui.mail.delivery import Came, Delivery
from tui.mail.troubles import Trouble, shown, values_of


class NotSent(Exception):
    """It is certain that nothing went out, and why."""

    def __init__(self, delivery: Delivery) -> None:
        super().__init__(delivery.trouble)
        self.delivery = delivery


def not_sent(trouble: Trouble, server: Server, answer: str = "", **values: str) -> NotSent:
    """Nothing went out. Some troubles pass by themselves."""
    passes = trouble in (
        Trouble.NO_CONNECTION, Trouble.NO_HOST, Trouble.TIMEOUT, Trouble.CUT, Trouble.LATER,
    )  # fmt: skip
    came = Came.DEFERRED if passes else Came.REFUSED
    return NotSent(Delivery(came=came, trouble=trouble, values=_values(server, answer, **values)))


def of_error(error: Exception, server: Server, *, is_token: bool = False) -> Delivery:
    """What went wrong before the letter began to go out."""
    if isinstance(error, NotSent):
        return error.delivery
    trouble, answer = _trouble(error, is_token=is_token)
    return not_sent(trouble, server, answer).delivery


def cut_off(server: Server) -> Delivery:
    """The line broke after the letter began to go out."""
    return Delivery(came=Came.UNKNOWN, trouble=Trouble.CUT_OFF, values=_values(server))


def _values(server: Server, answer: str = "", **more: str) -> dict[str, str]:
    return {**values_of(server), **more, "answer": shown(answer)}


def _trouble(error: Exception, *, is_token: bool) -> tuple[Trouble, str]:
    if found := of_connection(error):
        return found
    if isinstance(error, SMTPTimeoutError):
        return Trouble.TIMEOUT, ""
    if isinstance(error, SMTPAuthenticationError):
        wrong = Trouble.TOKEN if is_token else Trouble.PASSWORD
        return _is_later(error.code, wrong), _answer(error)
    if isinstance(error, SMTPResponseException):
        return _is_later(error.code, Trouble.NO), _answer(error)
    if found := of_way(error):
        return found
    if isinstance(error, SMTPServerDisconnected | OSError):
        return Trouble.CUT, ""
    return Trouble.NO, str(error)


def _is_later(code: int, otherwise: Trouble) -> Trouble:
    return Trouble.LATER if 400 <= code < 500 else otherwise


def _answer(error: SMTPResponseException) -> str:
    return f"{error.code} {error.message}" if error.code > 0 else error.message
