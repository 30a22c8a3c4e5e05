"""Which mails are in the book already: each is taken once, by whatever way it comes."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from tui.mail.headers import headers_of, message_ids
from tui.mail.sameness import is_same
from tui.store.errors import StoreError
from tui.store.names import MAILS

if TYPE_CHECKING:
    from tui.desk.office import Office
    from tui.store.book_contract import Book

_MOST = 20  # mails of one Message-ID that are compared: many of them are somebody's mischief
_HEAD = 64 * 1024  # bytes in which the first header is looked for


class _Named(msgspec.Struct, frozen=True):
    message_id: str = ""


class _Digest(msgspec.Struct, frozen=True):
    """What alone is read of a mail to know it again."""

    sha256: str = ""
    mail: _Named = _Named()


class MailsHere:
    """Those of the book, and of the batch that is just taken. `last`: the highest number of one
    that is known to be kept.
    """

    def __init__(self, office: Office) -> None:
        self._office = office
        self.last = 0
        self._known: set[str] = set()
        self._by_id: defaultdict[str, list[str]] = defaultdict(list)
        self._raw: dict[str, bytes] = {}  # of this batch, which are not in the book yet
        for number, text in office.store.texts(MAILS):
            digest = msgspec.json.decode(text, type=_Digest)
            self._remember(digest.sha256, digest.mail.message_id)
            self.last = number

    def begin(self) -> None:
        """Another batch: those of the last one are in the book."""
        self._raw.clear()

    def has(self, raw: bytes, sha256: str) -> bool:
        """Whether it is here, or came by another way with other lines of servers above it."""
        if sha256 in self._known:
            return True
        message_id = next(iter(message_ids(headers_of(raw[:_HEAD]).one("message-id"))), "")
        alike = self._by_id.get(message_id, []) if message_id else []
        return any(is_same(raw, self._bytes(other)) for other in alike[-_MOST:])

    def add(self, raw: bytes, sha256: str, message_id: str) -> None:
        """It is one of this batch."""
        self._raw[sha256] = raw
        self._remember(sha256, message_id)

    def of_others(self, book: Book) -> set[str]:
        """The SHA-256 of what another fetch brought while this one was reading."""
        brought = set()
        while plain := book.document(MAILS, self.last + 1):
            brought.add(str(plain.get("sha256")))
            self.last += 1
        return brought

    def _bytes(self, sha256: str) -> bytes:
        if sha256 in self._raw:
            return self._raw[sha256]
        with suppress(StoreError):  # what is damaged is like nothing
            if path := self._office.store.evidence(sha256):
                return path.read_bytes()
        return b""

    def _remember(self, sha256: str, message_id: str) -> None:
        self._known.add(sha256)
        self._by_id[message_id].append(sha256)
