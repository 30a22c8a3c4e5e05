"""TinyDB documents that stay unread until somebody asks."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import msgspec

from tui.cases.sentence import say
from tui.store import strict

_FIELDS = msgspec.json.Decoder(dict[str, msgspec.Raw])


class Row(Mapping[str, Any]):
    """The JSON text of one document, read when it is needed.

    Ten thousand cases are never parsed to draw a list, and what was not touched goes back
    to the file byte for byte.
    """

    __slots__ = ("raw",)

    def __init__(self, raw: msgspec.Raw) -> None:
        self.raw = raw

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> Row:
        """A row of JSON values. Raises ValueError for NaN and infinity."""
        return plain if isinstance(plain, cls) else cls(msgspec.Raw(strict.dumps(dict(plain))))

    def plain(self) -> dict[str, Any]:
        """The document, read anew. Raises strict.Unreadable."""
        found = strict.loads(self.raw)
        if not isinstance(found, dict):
            raise strict.Unreadable(say("it is no JSON object"))
        return found

    def fields(self) -> dict[str, bytes]:
        """The texts of the values by their names; only of what was read before."""
        try:
            found = _FIELDS.decode(self.raw)
        except (ValueError, RecursionError):  # half a surrogate pair
            return {name: strict.dumps(value) for name, value in self.plain().items()}
        return {name: bytes(raw) for name, raw in found.items()}

    def mark(self) -> int:
        """A checksum of the text: another mark means another content."""
        return zlib.crc32(self.raw)

    @property
    def size(self) -> int:
        """Bytes."""
        return len(memoryview(self.raw))

    def __bool__(self) -> bool:
        """A row that is there is true. To ask its length would be to read it."""
        return True

    def __getitem__(self, key: str) -> Any:
        return self.plain()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.plain())

    def __len__(self) -> int:
        return len(self.plain())


Rows: TypeAlias = dict[str, Row]
Tables: TypeAlias = dict[str, Rows]
