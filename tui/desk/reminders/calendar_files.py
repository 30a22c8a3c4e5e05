"""The calendar on disk: one file, or a folder with a file an entry (a vdir), kept in step."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping, Set
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct, field

from tui.cases.errors import BadInput
from tui.desk.reminders.calendar_items import PREFIX, Item
from tui.desk.reminders.calendar_text import (
    Entry,
    calendar_of,
    case_in,
    completed_on,
    entries_in,
    entry_of,
)
from tui.store.reasons import reason

_NAME = re.compile(rf"{PREFIX}[0-9a-f]{{32}}\.ics")
_LARGEST = 64 * 10**6  # bytes


class Synced(Struct):
    """How many entries were written, taken away, and left as they were.

    `done`: what was ticked off in another program, though the case still waits for it: the day by
    id, `date.min` where no day is told.
    """

    written: int = 0
    removed: int = 0
    same: int = 0
    done: dict[str, date] = field(default_factory=dict)


def sync_folder(folder: Path, wanted: Mapping[str, Item], cases: Set[str], now: datetime) -> Synced:
    """Bring a folder in step. `cases`: the marks of all cases of this book; what is over of these
    is taken away. Files of others, and of another book, stay as they are. Raises BadInput."""
    synced = Synced()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        files = {path.stem: path for path in folder.iterdir() if _NAME.fullmatch(path.name)}
        for uid, item in wanted.items():
            path = folder / f"{uid}.ics"
            known = _one_of(path, uid) if uid in files else None
            _put(synced, path, item, known, now)
        for uid in files.keys() - wanted.keys():
            over = _one_of(files[uid], uid)
            if over is not None and case_in(over) in cases:
                files[uid].unlink()
                synced.removed += 1
    except OSError as error:
        raise _unusable(folder, error) from error
    return synced


def _put(synced: Synced, path: Path, item: Item, known: Entry | None, now: datetime) -> None:
    entry, is_new = entry_of(item, now, known)
    if is_new:
        _write(path, calendar_of([entry]))
    _count(synced, item, entry, is_new=is_new)


def sync_file(path: Path, wanted: Mapping[str, Item], cases: Set[str], now: datetime) -> Synced:
    """The same with one file. Raises BadInput, also where it is no calendar of ours."""
    synced = Synced()
    try:
        old = _read(path) if path.exists() else b""
        known = entries_in(old) if old else {}
    except ValueError:
        raise BadInput(
            "{file} is there, and is no calendar of Upheld: name another file.", file=str(path)
        ) from None
    except OSError as error:
        raise _unusable(path, error) from error
    entries = []
    for uid, item in wanted.items():
        entry, is_new = entry_of(item, now, known.get(uid))
        entries.append(entry)
        _count(synced, item, entry, is_new=is_new)
    over = [entry for uid, entry in known.items() if uid not in wanted]
    kept = [entry for entry in over if case_in(entry) not in cases]
    synced.removed = len(over) - len(kept)
    if synced.written or synced.removed or not old:
        try:
            _write(path, calendar_of([*entries, *kept]))
        except OSError as error:
            raise _unusable(path, error) from error
    return synced


def _count(synced: Synced, item: Item, entry: Entry, *, is_new: bool) -> None:
    synced.written += is_new
    synced.same += not is_new
    done = completed_on(entry)
    if done and item.is_mine:
        synced.done[item.uid] = done


def _one_of(path: Path, uid: str) -> Entry | None:
    """The entry of that id, if the file has it; a broken file, or another one, has none."""
    try:
        return entries_in(_read(path)).get(uid)
    except ValueError:
        return None


def _read(path: Path) -> bytes:
    if not path.is_file() or path.stat().st_size > _LARGEST:
        raise ValueError("it is no file, or too large")
    return path.read_bytes()


def _write(path: Path, content: bytes) -> None:
    """A private file, whole or not at all. Readers of a vdir pass over what ends with .tmp."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".upheld-", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


def _unusable(path: Path, error: OSError) -> BadInput:
    return BadInput("{file} cannot be used: {reason}.", file=str(path), reason=reason(error))
