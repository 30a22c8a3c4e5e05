"""A real desk in a place of its own, and short words for what a person does at it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from by_hand import kept

from tui.cases.case import Case
from tui.cases.words import EventKind
from tui.clock import FixedClock
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk
from tui.settings.config import Config, Profile, Settings
from tui.store.contract import Store
from tui.store.memory import Memory
from tui.store.opening import BOOK, memory_store, open_store

LISBON, VLADIVOSTOK = ZoneInfo("Europe/Lisbon"), ZoneInfo("Asia/Vladivostok")
# A Sunday, at home. Ten hours later in Vladivostok: 20:30.
NOW = datetime(2026, 11, 22, 10, 30, tzinfo=LISBON)
ANNA = Profile(name="Anna Petrova", email="anna@example.org", phone="+351 900 000 000")

FACTS = {
    "company": "Meteor",
    "subject": "Refund of a kettle",
    "problem": "refund",
    "identifiers": "order 77-1",
    "details": "It arrived broken on 2 November 2026.",
    "expected_result": "Refund 124.90 to my card by 1 December 2026.",
}


@dataclass
class Place:
    """Where one book lies: a folder, or a piece of memory. Any number of desks look at it."""

    folder: Path | None = None
    country: str = "PT"
    memory: Memory = field(default_factory=Memory)

    def store(self, clock: FixedClock) -> Store:
        if self.folder is None:
            return memory_store(self.memory, at=clock.now)
        return open_store(self.folder / "data", at=clock.now)

    def desk(self, now: datetime = NOW) -> Desk:
        """A window that was opened at `now`, where the clock stands still."""
        clock = FixedClock(now)
        settings = Settings(config=Config(language="en", country=self.country, profile=ANNA))
        return Desk(self.store(clock), clock, settings)

    @property
    def at(self) -> Path | Memory:
        """Where SQLite alone finds it."""
        return self.folder / "data" / BOOK if self.folder else self.memory

    def book(self) -> object:
        """All that is kept of it; two equal answers mean that nothing was written."""
        return kept(self.at)

    def evidence(self) -> list[Path]:
        folder = (self.folder or Path("/nowhere")) / "data" / "evidence"
        return sorted(folder.iterdir()) if folder.exists() else []


def opened(desk: Desk, **facts: str) -> Case:
    """A case that has everything a request needs."""
    return desk.open_case({**FACTS, **facts})


def happens(
    desk: Desk,
    case_id: int,
    kind: EventKind | str,
    files: Iterable[Path] = (),
    anyway: bool = False,
    **texts: str,
) -> Case:
    return desk.record(case_id, Happening(EventKind(kind), texts, tuple(files), anyway))


def at(text: str, zone: ZoneInfo = LISBON, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold)


def shelve(folder: Path, name: str, text: str) -> Path:
    """Put a playbook of the person's own beside the configuration in `folder`."""
    file = folder / "playbooks" / f"{name}.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file
