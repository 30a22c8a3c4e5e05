"""Filters that a person keeps in config.toml, and the digits that bring them back."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from tui.cases.errors import BadInput, NotFound
from tui.settings.config import Settings
from tui.terminal.clean import clean_line

DIGITS = tuple("123456789")


class SavedFilter(Struct, frozen=True):
    """A query under a name. Both are clean; a name that is a digit is its key."""

    name: str
    query: str


def by_digit(filters: Mapping[str, str]) -> dict[str, SavedFilter]:
    """The filters by their digits: named so, or the digits that are left, in their order."""
    free = iter([digit for digit in DIGITS if digit not in filters])
    placed = ((name if name in DIGITS else next(free, ""), name) for name in filters)
    found = {
        digit: SavedFilter(clean_line(name), clean_line(filters[name]))
        for digit, name in placed
        if digit
    }
    return dict(sorted(found.items()))


def query_named(filters: Mapping[str, str], name: str) -> str:
    """The query that is kept under a name or a digit. Raises NotFound, which says what there is."""
    if name in filters:
        return filters[name]
    placed = by_digit(filters)
    if name in placed:
        return placed[name].query
    raise NotFound(
        "There is no filter “{name}”. Kept: {known}.", name=name, known=tuple(filters) or "-"
    )


def keep(settings: Settings, digit: str, query: str) -> None:
    """Keep a query under a digit. Raises BadInput, also where the file cannot be written."""
    if not query.strip():
        raise BadInput("There is no filter to keep: / and type one.")
    from tui.desk.keeping.preferences import speaking  # seldom

    with speaking():
        settings.save_filter(digit, query.strip())
