"""The evidence of a case: what there is, looking into it, handing it out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.cases.case import Case
from tui.cases.errors import BadInput, NotFound, UpheldError
from tui.cases.event import Evidence
from tui.cases.sentence import Sentence
from tui.desk.evidence.enclosed.handing import hand_out
from tui.desk.evidence.enclosed.kind import SAMPLE, PieceKind, kind_of
from tui.desk.evidence.enclosed.lines import lines_of, text_of
from tui.desk.office import Office
from tui.store.errors import StoreError
from tui.terminal.clean import clean_line

if TYPE_CHECKING:
    from tui.desk.evidence.enclosed.picture import Halves

_MOST_READ = 10**6  # bytes of a text that the checks look at


class Piece(Struct, frozen=True):
    """One enclosure: what was copied in with an event, and when that was.

    `lines`: of a text. `trouble`: why it cannot be looked at, such as a file that is missing.
    """

    number: int
    name: str
    size: int
    sha256: str
    kind: PieceKind
    event: int
    at: datetime | None
    lines: int = 0
    trouble: Sentence | None = None


def evidence(office: Office, case: Case) -> tuple[Piece, ...]:
    """The enclosures of a case by number, those too whose files are missing or damaged."""
    return tuple(_piece(office, case, found) for found in _sorted(case))


def _sorted(case: Case) -> list[Evidence]:
    return sorted(case.evidence, key=lambda found: found.number)


def _piece(office: Office, case: Case, found: Evidence) -> Piece:
    event = next((e for e in case.timeline if found in e.evidence), None)
    kind, lines, trouble = PieceKind.OTHER, 0, None
    try:
        path = _path(office, case, found)
        kind = _kind(path)
        lines = lines_of(path).count if kind is PieceKind.TEXT else 0
    except UpheldError as error:
        trouble = error.sentence
    return Piece(
        number=found.number,
        name=clean_line(found.name),
        size=found.size,
        sha256=found.sha256,
        kind=kind,
        event=event.id if event else 0,
        at=event.at if event else None,
        lines=lines,
        trouble=trouble,
    )


def _kind(path: Path) -> PieceKind:
    with path.open("rb") as file:
        return kind_of(file.read(SAMPLE))


def evidence_file(office: Office, case: Case, number: int) -> Path:
    """Where the copy of an enclosure lies. Its name is its SHA-256: hand out copies instead.

    Raises NotFound for a number that the case has not, StoreError for a missing or damaged file.
    """
    return _path(office, case, enclosure_of(case, number))


def enclosure_of(case: Case, number: int) -> Evidence:
    """Raises NotFound for a number that the case has not."""
    for found in case.evidence:
        if found.number == number:
            return found
    raise NotFound("Case #{id} has no enclosure {number}.", id=case.id, number=number)


def _path(office: Office, case: Case, found: Evidence) -> Path:
    path = office.store.evidence(found.sha256)
    if path is None:
        raise StoreError(
            "“{name}”, evidence of case #{id}, is missing: put it back as {file}.",
            name=clean_line(found.name),
            id=case.id,
            file=f"evidence/{clean_line(found.sha256)}",
        )
    return path


def evidence_text(
    office: Office, case: Case, number: int, first: int = 1, last: int = 0, most: int = 500
) -> tuple[str, ...]:
    """Lines of a text from `first` to `last` (0: its end), but at most so many.

    They are harmless for a terminal, and what is longer than 2000 characters is cut. Raises
    BadInput where it is no text.
    """
    path = text_path(office, case, number)
    end = first + most - 1
    return lines_of(path).read(first, min(last, end) if last else end)


def text_path(office: Office, case: Case, number: int) -> Path:
    """Where the copy of a text lies; as `evidence_file`. Raises BadInput where it is no text."""
    found = enclosure_of(case, number)
    path = _path(office, case, found)
    if _kind(path) is not PieceKind.TEXT:
        raise BadInput("“{name}” is no text: it has no lines.", name=clean_line(found.name))
    return path


def evidence_picture(office: Office, case: Case, number: int, width: int, height: int) -> Halves:
    """A picture in so many cells and lines; see `enclosed.picture.halves`."""
    from tui.desk.evidence.enclosed.picture import halves

    found = enclosure_of(case, number)
    return halves(_path(office, case, found), clean_line(found.name), width, height)


def export_evidence(
    office: Office, case: Case, numbers: Collection[int], folder: Path, with_metadata: bool = False
) -> tuple[Path, ...]:
    """Copies of these enclosures, of all if none is named, in a folder: “01 receipt.jpg”.

    JPEG, PNG and WebP go without EXIF, place and comments; other files as they are. Nothing is
    overwritten. Raises BadInput, NotFound, StoreError; then nothing was written.
    """
    found = [enclosure_of(case, number) for number in numbers] if numbers else _sorted(case)
    if not found:
        raise BadInput("Case #{id} has no evidence yet.", id=case.id)
    wanted = [(f"{f.number:02} {f.name}", _path(office, case, f)) for f in found]
    return hand_out(wanted, folder, with_metadata)


def evidence_texts(office: Office, case: Case) -> tuple[tuple[str, str], ...]:
    """Name and text of each enclosure that is one, at most a megabyte each, as it was written."""
    return tuple(_texts(office, case))


def _texts(office: Office, case: Case) -> Iterator[tuple[str, str]]:
    for found in _sorted(case):
        try:
            path = _path(office, case, found)
        except StoreError:  # said where somebody looks at it
            continue
        if _kind(path) is PieceKind.TEXT:
            yield clean_line(found.name), _read_once(path)


@lru_cache(16)
def _read_once(path: Path) -> str:
    """The name of the file is that of its content: it is never another one."""
    return text_of(path, _MOST_READ)
