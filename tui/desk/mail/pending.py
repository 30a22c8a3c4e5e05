"""Mails and letters that wait for the person, of the whole book: quick, for each next action asks.

A mail that may belong to a case is no answer until the person says so; but who has not looked at
it cannot say that they did not answer. A letter that may have gone out, or did not, is mine.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct, field

from tui.advice.waiting.beside import Letter
from tui.store.names import MAILS, OUTBOX

if TYPE_CHECKING:
    from tui.store.contract import Store

_NEW = (b'"state":"new"',)
_OPEN = tuple(
    f'"standing":"{standing}"'.encode()
    for standing in ("queued", "sending", "deferred", "unknown", "refused")
)


class _Sender(Struct, frozen=True):
    address: str = ""
    name: str = ""


class _Mail(Struct, frozen=True):
    sender: _Sender = _Sender()
    subject: str = ""
    automatic: str = ""
    bounce: msgspec.Raw = msgspec.Raw(b"null")


class _Guess(Struct, frozen=True):
    case: int = 0


class _Kept(Struct, frozen=True):
    """What is read of a mail to know whose it may be, and no more."""

    came: datetime
    state: str = ""
    guess: _Guess = _Guess()
    mail: _Mail = _Mail()


class _Out(Struct, frozen=True):
    case: int
    queued_at: datetime
    standing: str = ""


class NewMail(Struct, frozen=True):
    """A mail of the Inbox that lies in no case. `case`: to which it may belong, 0 for none;
    `may_answer`: it is neither an automatic reply nor a report of a mail server.
    """

    number: int
    came: datetime
    sender: str
    subject: str
    case: int
    may_answer: bool


class Pending(Struct):
    """What waits, as it was when the book was last another one."""

    _version: object = None
    _mails: tuple[NewMail, ...] = ()
    _by_case: dict[int, tuple[NewMail, ...]] = field(default_factory=dict)
    _letters: dict[int, tuple[Letter, ...]] = field(default_factory=dict)

    def mails(self, store: Store) -> tuple[NewMail, ...]:
        """The mails of no case, the oldest first."""
        self._look(store)
        return self._mails

    def mails_for(self, store: Store, case_id: int) -> tuple[NewMail, ...]:
        """Those of them that may belong to a case."""
        self._look(store)
        return self._by_case.get(case_id, ())

    def letters(self, store: Store) -> dict[int, tuple[Letter, ...]]:
        """By case, the letters of the outbox that are not out, or of which nobody knows."""
        self._look(store)
        return self._letters

    def _look(self, store: Store) -> None:
        if self._version is not None and self._version == store.version:
            return
        self._mails = tuple(_new_mail(n, text) for n, text in store.texts(MAILS, *_NEW))
        self._by_case, self._letters = {}, {}
        for mail in filter(lambda one: one.case, self._mails):
            self._by_case[mail.case] = (*self._by_case.get(mail.case, ()), mail)
        for number, text in store.texts(OUTBOX, *_OPEN):
            out = msgspec.json.decode(text, type=_Out)
            letter = Letter(number, out.queued_at, out.standing)
            self._letters[out.case] = (*self._letters.get(out.case, ()), letter)
        self._version = store.version


def _new_mail(number: int, text: bytes) -> NewMail:
    kept = msgspec.json.decode(text, type=_Kept)
    mail = kept.mail
    return NewMail(
        number=number,
        came=kept.came,
        sender=mail.sender.address or mail.sender.name,
        subject=mail.subject,
        case=kept.guess.case,
        may_answer=mail.automatic != "replied" and bytes(mail.bounce) == b"null",
    )
