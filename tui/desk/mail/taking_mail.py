"""Mails into the book: read in a box, matched, kept; each once, or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct, field

from tui.cases.sentence import Sentence, say_many
from tui.desk.mail.knowing import known_to_mails
from tui.desk.mail.mail_events import by_mail, came_at, put_mail
from tui.desk.mail.mails_here import MailsHere
from tui.desk.opening import change
from tui.mail.boxed import Box
from tui.mail.headers import date_of, headers_of
from tui.mail.kept import KeptMail, MailState, guess_of, shortened
from tui.mail.matching import match
from tui.mail.message import Automatic, Mail
from tui.mail.watch import Watch
from tui.store.names import FETCHED

if TYPE_CHECKING:
    from tui.desk.office import Office
    from tui.mail.known import Known
    from tui.mail.source import Batch, Mark, Source
    from tui.store.book_contract import Book

_WAITING = "waiting"  # the row of certain mails that are still to be put to their cases
_HEAD = 64 * 1024  # bytes in which the first header is looked for


class Taken(Struct):
    """What came: `new` mails, of those how many went where; `known` were there already."""

    new: int = 0
    known: int = 0
    attached: int = 0
    receipts: int = 0
    returned: int = 0
    suggested: int = 0
    unmatched: int = 0
    ignored: int = 0
    troubles: list[Sentence] = field(default_factory=list)


class Taking:
    """One fetch: what it needs is made when the first new mail comes."""

    def __init__(self, office: Office, box: Box, watch: Watch | None = None) -> None:
        self.taken = Taken()
        self.watch = watch or Watch()
        self._office, self._box = office, box

    @cached_property
    def _here(self) -> MailsHere:
        return MailsHere(self._office)

    @cached_property
    def _known(self) -> Known:
        return known_to_mails(self._office)

    def mark_of(self, source: Source) -> Mark | None:
        """How far a source was read."""
        return _marks(self._office).get(source.name, (0, None))[1]

    def take(self, source: Source, batch: Batch) -> None:
        """Keep the new mails of a batch and how far it goes, together or not at all."""
        new = list(self._read(batch, source.name))
        number, mark = _marks(self._office).get(source.name, (0, None))
        if not new and (mark == batch.mark or not batch.mark):
            return
        verb = by_mail(change(self._office, "mail_fetch", detail=str(len(new))))
        with self._office.store.writing(verb) as book:
            brought = self._here.of_others(book)
            new = [(raw, mail) for raw, mail in new if mail.sha256 not in brought]
            numbers = [(self._put(book, raw, mail), mail) for raw, mail in new]
            if certain := [n for n, mail in numbers if mail.guess.is_certain]:
                wait_for(self._office, book, certain)
            if batch.mark:
                book.put_document(FETCHED, {"name": source.name, "mark": batch.mark}, number)
        self._count(mail for _, mail in new)
        self.watch.tell(
            say_many("{count} new mail so far.", "{count} new mails so far.", self.taken.new)
        )

    def _read(self, batch: Batch, source: str) -> Iterator[tuple[bytes, KeptMail]]:
        if batch.mails:
            self._here.begin()
        for raw in batch.mails:
            self.watch.go_on()
            sha256 = hashlib.sha256(raw).hexdigest()
            if self._here.has(raw, sha256):
                self.taken.known += 1
                continue
            mail = self._made(raw, sha256, source)
            self._here.add(raw, sha256, mail.mail.message_id)
            yield raw, mail

    def _made(self, raw: bytes, sha256: str, source: str) -> KeptMail:
        mail, at = self._box.read(raw), self._office.clock.now()
        guess = guess_of(match(mail, self._known))
        is_noise = not guess.case and (mail.automatic is Automatic.BULK or self._is_mine(mail))
        return KeptMail(
            sha256=sha256,
            size=len(raw),
            at=at,
            came=came_at(_received(raw), mail.date, at),
            source=source,
            mail=shortened(mail),
            state=MailState.IGNORED if is_noise else MailState.NEW,
            guess=guess,
        )

    def _is_mine(self, mail: Mail) -> bool:
        return mail.sender.address in self._known.mine

    def _put(self, book: Book, raw: bytes, mail: KeptMail) -> int:
        book.put_content(raw, "mail.eml", 0)
        self._here.last = put_mail(book, mail)
        return self._here.last

    def _count(self, mails: Iterator[KeptMail]) -> None:
        taken = self.taken
        for mail in mails:
            taken.new += 1
            taken.ignored += mail.state is MailState.IGNORED
            taken.suggested += bool(mail.guess.case) and not mail.guess.is_certain
            taken.unmatched += not mail.guess.case and mail.state is MailState.NEW


def _received(raw: bytes) -> datetime | None:
    """When the last server on the way took it: mine, which the sender cannot invent."""
    told = headers_of(raw[:_HEAD]).one("received").rpartition(";")[2]
    return date_of(told.strip()) if told.strip() else None


def _marks(office: Office) -> dict[str, tuple[int, Mark | None]]:
    """The number of the row and the mark, by the name of the source."""
    rows = office.store.documents(FETCHED)
    return {str(plain.get("name")): (n, plain.get("mark")) for n, plain in rows}


def waiting(office: Office) -> list[int]:
    """The certain mails that are still to be put to their cases."""
    row = _marks(office).get(_WAITING, (0, None))[0]
    plain = (row and office.store.document(FETCHED, row)) or {}
    return [number for number in plain.get("mails", ()) if isinstance(number, int)]


def wait_for(office: Office, book: Book, numbers: list[int]) -> None:
    """Keep which mails are to be put to their cases, beside those that were kept already."""
    _keep_waiting(office, book, [*waiting(office), *numbers])


def none_waits(office: Office) -> None:
    """They were put where they belong: what is taken back from there stays taken back."""
    with office.store.writing(by_mail(change(office, "mail_fetch"))) as book:
        _keep_waiting(office, book, [])


def _keep_waiting(office: Office, book: Book, numbers: list[int]) -> None:
    row = _marks(office).get(_WAITING, (0, None))[0]
    book.put_document(FETCHED, {"name": _WAITING, "mails": numbers}, row)
