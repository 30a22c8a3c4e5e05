"""Where mails come from: a server, a folder of another program, files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol, TypeAlias

from msgspec import Struct, field

Mark: TypeAlias = dict[str, int]
"""How far a source was read, as it counts itself."""

MANY = 100  # mails
MUCH = 8 * 2**20  # bytes
LARGEST = 50 * 2**20  # bytes of one mail that are kept


class Batch(Struct, frozen=True):
    """Mails as they are, byte for byte, and how far the source is read with them."""

    mails: tuple[bytes, ...]
    mark: Mark = field(default_factory=dict)


class Source(Protocol):
    """One place of mails. `name` tells it from all others, and is the same in every run."""

    name: str

    def batches(self, mark: Mark | None, since: date) -> Iterator[Batch]:
        """What came after `mark`; where there is none, what came since that day.

        A mail may be given again: whoever takes it knows it by its content. May raise NoMail and
        BadInput; what was given before is good.
        """


def portioned(sizes: Iterable[tuple[int, int]]) -> Iterator[list[int]]:
    """Ids in groups that are neither many nor large, from pairs of an id and a size in bytes."""
    group: list[int] = []
    total = 0
    for one, size in sizes:
        if group and (len(group) >= MANY or total + size > MUCH):
            yield group
            group, total = [], 0
        group.append(one)
        total += size
    if group:
        yield group
