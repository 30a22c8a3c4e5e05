"""A copy in the place of something that is no whole book."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from tui.store.care import damaged
from tui.store.care.salvage import opened_raw
from tui.store.connecting import SIDES
from tui.store.disk import reading_from, sync_folder, writing_to
from tui.store.errors import BrokenBook, StoreError
from tui.store.sqlite import SqliteEngine


@contextmanager
def kept_if_broken(book: Path, at: datetime) -> Iterator[Path]:
    """The name for a book that turns out to be BrokenBook inside, which is told to nobody.

    One that was left in the middle of a change is copied before: to open it is to change it.
    """
    place = _place_of(book)
    kept = damaged.name_for(place, at)
    if place.is_file():
        with opened_raw(place) as descriptor:
            damaged.copied_if_cut_off(place, kept, descriptor)
    try:
        yield kept
    except BrokenBook:
        return
    except BaseException:
        damaged.discard(kept)
        raise
    damaged.discard(kept)


def put_in_place(copy: Path, book: Path, kept: Path, patience: float) -> Path | None:
    """Put a copy where a book was. Whatever is there keeps all its bytes as `kept`.

    That name; None where there was nothing. Raises StoreError; then all is where it was.
    """
    place = _place_of(book)
    is_file, new = place.is_file(), damaged.beside(place)
    try:
        damaged.discard(new)
        with closing(SqliteEngine(new, patience=patience)) as engine:
            engine.bring_back(copy)
        there = _file_kept if is_file else _other_kept
        with there(place, kept, patience), writing_to(place):
            new.replace(place)
            sync_folder(place.parent)
    finally:
        with suppress(StoreError):
            damaged.discard(new)
    names = [Path(f"{kept}{side}") for side in ("", *SIDES)]
    return next((name for name in names if name.exists()), None)


def _place_of(book: Path) -> Path:
    """A linked book stays linked."""
    with reading_from(book):
        return book.resolve() if book.is_file() else book


@contextmanager
def _file_kept(place: Path, kept: Path, patience: float) -> Iterator[None]:
    """A journal that stayed behind would be played back into the copy."""
    with opened_raw(place) as descriptor:
        is_copied = kept.exists() or damaged.copied_if_cut_off(place, kept, descriptor)
        with damaged.kept_from_others(place, patience):
            if not is_copied:
                damaged.keep(place, kept, descriptor)
            for side in SIDES:
                with writing_to(place):
                    Path(f"{place}{side}").unlink(missing_ok=True)
            yield


@contextmanager
def _other_kept(place: Path, kept: Path, _: float) -> Iterator[None]:
    """A folder, or nothing, which may have a journal all the same."""
    for side in ("", *SIDES):
        there = Path(f"{place}{side}")
        with writing_to(there):
            if side and there.exists() and not there.stat().st_size:
                there.unlink()
            elif there.exists():
                there.rename(f"{kept}{side}")
    yield
