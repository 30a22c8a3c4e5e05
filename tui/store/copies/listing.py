"""Which copies there are, and which are kept."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec import Struct

from tui.store.disk import paths_in, reading_from

DAYS, WEEKS, MONTHS, BEFORES = 7, 4, 12, 5
BEFORE = "before-"  # begins the name of a copy that was made before something risky


class Copy(Struct, frozen=True):
    """`db`: the book; `plain`: what TinyDB opens, if there is one; `size`: bytes of both."""

    name: str
    made_at: datetime
    db: Path
    plain: Path | None
    size: int

    @property
    def day(self) -> date | None:
        """Of a daily copy."""
        try:
            return date.fromisoformat(self.name)
        except ValueError:
            return None


class Restored(Struct, frozen=True):
    """A copy that is back. `before`: the copy of the book as it was, if it was whole; `kept`: what
    was in its place otherwise.
    """

    copy: Copy
    before: Copy | None = None
    kept: Path | None = None


def copies_in(folder: Path) -> tuple[Copy, ...]:
    """The copies in a folder, the newest first. Raises StoreError."""
    with reading_from(folder):
        found = [_copy(path) for path in paths_in(folder) if path.suffix == ".db"]
    return tuple(sorted(found, key=lambda copy: (copy.made_at, copy.name), reverse=True))


def by_day(folder: Path) -> list[Copy]:
    """The copies of a data folder, that of the last day first: to copy a folder makes new times
    of its files.

    Last come those that were made before a risk: who brought a copy back threw that state away.
    """
    return sorted(copies_in(folder / "backups"), key=_rank, reverse=True)


def _rank(copy: Copy) -> tuple[bool, date, datetime]:
    return not copy.name.startswith(BEFORE), day_of(copy), copy.made_at


def day_of(copy: Copy) -> date:
    """The day of which the copy is."""
    return copy.day or copy.made_at.date()


def _copy(db: Path) -> Copy:
    plain = db.with_suffix(".json")
    files = [path.stat() for path in (db, plain) if path.exists()]
    made_at = datetime.fromtimestamp(files[0].st_mtime, UTC)
    size = sum(file.st_size for file in files)
    return Copy(db.stem, made_at, db, plain if len(files) > 1 else None, size)


def surplus(copies: Iterable[Copy]) -> Iterator[Copy]:
    """What is let go of: daily copies beyond `kept`, and all but a few of those before a risk."""
    known = sorted(copies, key=lambda copy: copy.name, reverse=True)
    days = kept(copy.day for copy in known if copy.day)
    yield from (copy for copy in known if copy.day and copy.day not in days)
    risky = [copy for copy in known if copy.name.startswith(BEFORE)]
    yield from sorted(risky, key=lambda copy: copy.made_at, reverse=True)[BEFORES:]


def kept(days: Iterable[date]) -> frozenset[date]:
    """The last seven days of which there are copies, and the last day of each of the last four
    weeks and twelve months of which there are. However long nobody worked, the newest stay.
    """
    newest = sorted(set(days), reverse=True)
    weeks = _last_of_each(newest, lambda day: day.isocalendar()[:2])
    months = _last_of_each(newest, lambda day: (day.year, day.month))
    return frozenset((*newest[:DAYS], *weeks[:WEEKS], *months[:MONTHS]))


def _last_of_each(newest: list[date], period: Callable[[date], Hashable]) -> list[date]:
    """The newest day of each period, the newest first."""
    by_period: dict[Hashable, date] = {}
    for day in newest:
        by_period.setdefault(period(day), day)
    return list(by_period.values())
