"""What ties one case to another, and what must not go round in a circle."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from tui.cases.record import Record


class LinkKind(StrEnum):
    """How a case stands to another; each is told from both sides."""

    RELATED = "related"
    CONTINUES = "continues"
    CONTINUED_BY = "continued_by"
    WAITS_FOR = "waits_for"
    BLOCKS = "blocks"

    @property
    def inverse(self) -> LinkKind:
        """The same, as the other case has it."""
        return _INVERSE.get(self, self)

    @property
    def is_kept(self) -> bool:
        """Whether a case keeps it itself; else the other one does."""
        return self not in (LinkKind.CONTINUED_BY, LinkKind.BLOCKS)


_INVERSE = {
    LinkKind.CONTINUES: LinkKind.CONTINUED_BY,
    LinkKind.CONTINUED_BY: LinkKind.CONTINUES,
    LinkKind.WAITS_FOR: LinkKind.BLOCKS,
    LinkKind.BLOCKS: LinkKind.WAITS_FOR,
}


class Link(Record, frozen=True, kw_only=True):
    """A tie to the case that is known everywhere by `uid`, which need not be in this book.

    One of two cases keeps it, the other shows it the other way round: so there is no half of a
    link that could be forgotten.
    """

    kind: LinkKind
    uid: str


def kept(links: Iterable[Link]) -> tuple[Link, ...]:
    """Those that a case keeps itself."""
    return tuple(link for link in links if link.kind.is_kept)


def way(start: str, end: str, onward: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """A way from one case to another, both included; empty where there is none.

    `onward`: to which cases one leads. What goes round in a circle already is walked once.
    """
    came: dict[str, str] = {start: ""}
    left = [start]
    while left:
        here = left.pop(0)
        if here == end:
            return _back(came, here)
        for there in onward(here):
            if there not in came:
                came[there] = here
                left.append(there)
    return ()


def _back(came: dict[str, str], here: str) -> tuple[str, ...]:
    found: list[str] = []
    while here:
        found.append(here)
        here = came[here]
    return tuple(reversed(found))
