"""The records in a damaged SQLite file, page by page.

SQLite finds a record by the pages above it: where one of these is damaged, it cannot reach what
is whole. Every page says by itself which records lie on it. Format:
https://www.sqlite.org/fileformat2.html
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from msgspec import Struct

_MAGIC = b"SQLite format 3\0"
HEADER = 100  # bytes of the first page, before its own head
SIZE = 4096  # bytes of a page, as SQLite makes it
_MOST_SPARE = 32  # bytes that some set aside at the end of a page
_SMALLEST, _LARGEST = 512, 65536
_ON_INDEX, _ON_TABLE, _ABOVE_INDEX = 0x0A, 0x0D, 0x02
_HEAD = {_ON_INDEX: 8, _ON_TABLE: 8, _ABOVE_INDEX: 12}  # bytes
_WIDTHS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # bytes of a whole number, by its type
_FIRST_BYTES = 12  # type of the first bytes; even: bytes, odd: text

Field: TypeAlias = int | str | bytes | None


class Record(NamedTuple):
    """The fields of a record, and its row; that is None in an index.

    `is_old`: it lies on a page that is not in use.
    """

    row: int | None
    fields: tuple[Field, ...]
    is_old: bool = False


class _Garbled(Exception):
    """What stands there is no record."""


class Head(NamedTuple):
    """What a file says of itself: who wrote it, and in which version."""

    application: int = 0
    version: int = 0


def head_of(data: bytes) -> Head:
    """The head of a file; nothing where it is no SQLite file."""
    if not data.startswith(_MAGIC):
        return Head()
    return Head(int.from_bytes(data[68:72]), int.from_bytes(data[60:64]))


class Layout(NamedTuple):
    """The bytes of a page, and how many of them are for records."""

    size: int
    usable: int


USUAL = Layout(SIZE, SIZE)


def layout_of(data: bytes) -> Layout:
    """What the file says of its pages."""
    told = int.from_bytes(data[16:18])
    size = _LARGEST if told == 1 else told
    is_possible = _SMALLEST <= size <= _LARGEST and size & (size - 1) == 0
    spare = int.from_bytes(data[20:21])
    return Layout(size, size - spare) if is_possible and spare <= _MOST_SPARE else USUAL


def records_in(data: bytes, layout: Layout) -> Iterator[Record]:
    """All records, as far as they can be read."""
    free = _free(data, layout.size)
    pages = _Pages(data, *layout)
    for number in range(1, len(data) // layout.size + 1):
        for record in pages.records(number):
            yield record._replace(is_old=number in free)


def _free(data: bytes, size: int) -> set[int]:
    """The pages that are not in use; none where their list is not as long as the file says."""
    free: set[int] = set()
    trunk = int.from_bytes(data[32:36])
    while 0 < trunk <= len(data) // size and trunk not in free:
        free.add(trunk)
        page = data[(trunk - 1) * size : trunk * size]
        count = min(int.from_bytes(page[4:8]), size // 4 - 2)
        free.update(int.from_bytes(page[at : at + 4]) for at in range(8, 8 + 4 * count, 4))
        trunk = int.from_bytes(page[:4])
    return free if len(free) == int.from_bytes(data[36:40]) else set()


class _Pages(Struct, frozen=True):
    data: bytes
    size: int
    usable: int

    def records(self, number: int) -> Iterator[Record]:
        page = self._page(number)
        start = HEADER if number == 1 else 0
        kind = page[start]
        if kind not in _HEAD:
            return
        first = start + _HEAD[kind]
        count = min(int.from_bytes(page[start + 3 : start + 5]), self.size // 2)
        for at in range(first, min(first + 2 * count, self.size - 1), 2):
            try:
                yield self._record(page, int.from_bytes(page[at : at + 2]), kind)
            except (_Garbled, IndexError, UnicodeDecodeError):
                continue

    def _page(self, number: int) -> bytes:
        return self.data[(number - 1) * self.size : number * self.size]

    def _record(self, page: bytes, at: int, kind: int) -> Record:
        at += 4 if kind == _ABOVE_INDEX else 0
        length, at = _varint(page, at)
        row = None
        if kind == _ON_TABLE:
            row, at = _varint(page, at)
        return Record(row, _fields(self._payload(page, at, length, kind)))

    def _payload(self, page: bytes, at: int, length: int, kind: int) -> bytes:
        """All bytes of a record; what has no room on its page goes on on others."""
        if not 0 <= length <= len(self.data):
            raise _Garbled
        here = self._here(length, kind)
        parts, missing = [page[at : at + here]], length - here
        following = int.from_bytes(page[at + here : at + here + 4]) if missing else 0
        while missing > 0:
            more = self._page(following) if following else b""
            part = more[4 : min(self.usable, 4 + missing)]
            if not part:
                raise _Garbled
            parts.append(part)
            missing -= len(part)
            following = int.from_bytes(more[:4])
        return b"".join(parts)

    def _here(self, length: int, kind: int) -> int:
        """How many bytes of a record lie on its own page."""
        usable = self.usable
        most = usable - 35 if kind == _ON_TABLE else (usable - 12) * 64 // 255 - 23
        if length <= most:
            return length
        least = (usable - 12) * 32 // 255 - 23
        even = least + (length - least) % (usable - 4)
        return even if even <= most else least


def _fields(payload: bytes) -> tuple[Field, ...]:
    end, at = _varint(payload, 0)
    fields, place = [], end
    while at < end:
        kind, at = _varint(payload, at)
        field, place = _field(payload, place, kind)
        fields.append(field)
    if at != end or place != len(payload):
        raise _Garbled
    return tuple(fields)


def _field(payload: bytes, at: int, kind: int) -> tuple[Field, int]:
    """A field of this type, and where the next one begins. No table of ours has fractions."""
    if kind in (0, 8, 9):
        return {0: None, 8: 0, 9: 1}[kind], at
    if kind in _WIDTHS:
        end = at + _WIDTHS[kind]
        return int.from_bytes(payload[at:end], signed=True), end
    if kind < _FIRST_BYTES:
        raise _Garbled
    end = at + (kind - _FIRST_BYTES) // 2
    found = payload[at:end]
    return (found.decode() if kind % 2 else found), end


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    value = 0
    for place in range(8):
        byte = data[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    value = value << 8 | data[at + 8]
    return value - (1 << 64) if value >= 1 << 63 else value, at + 9
