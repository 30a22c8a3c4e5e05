"""The archive of a bundle: the document, the letter, the timeline and the files, with checksums."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from hashlib import file_digest, sha256
from pathlib import Path
from typing import IO, TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from msgspec.structs import replace

from tui.cases.errors import BadInput
from tui.desk.evidence.bundle import Gathered
from tui.desk.evidence.enclosed.bare import bare
from tui.desk.evidence.enclosed.kind import PieceKind
from tui.desk.evidence.enclosed.pages import beginning, kind_at, printed

if TYPE_CHECKING:
    from tui.letters.export.bundle import Bundle, Enclosed, Shown

SUMS = "SHA256SUMS.txt"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # that a ZIP can tell
_PRIVATE = 0o600 << 16
_CHUNK = 1 << 20  # bytes


def pack(gathered: Gathered, out: IO[bytes]) -> None:
    """The archive into an open file. The same case at the same moment gives the same bytes.

    Everything lies in one folder. A whole bundle has the files as they were copied in, so that
    their checksums hold; a redacted one has pictures without hidden data.
    """
    from tui.letters.export.bundle_json import timeline_json
    from tui.letters.export.bundle_pdf import bundle_pdf

    copies = dict(_copies(gathered))
    bundle = replace(
        gathered.bundle,
        enclosures=tuple(_with_copy(p, copies) for p in gathered.bundle.enclosures),
    )
    document = bundle_pdf(bundle, tuple(_shown(gathered)))
    stem = Path(gathered.name).stem
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        made = _Archive(archive, stem, bundle.made)
        made.add(f"{stem}.pdf", document)
        for name, text in _letters(bundle):
            made.add(name, (text.rstrip("\n") + "\n").encode())
        made.add("timeline.json", timeline_json(bundle))
        for piece in bundle.enclosures:
            if piece.number in copies:
                made.add(piece.file, copies[piece.number])
            elif piece.file:
                made.add_file(piece.file, gathered.files[piece.number])
        made.add_sums()


def _letters(bundle: Bundle) -> Iterator[tuple[str, str]]:
    """Where each letter lies whose text there is: those that went out, then what did not."""
    for number, letter in enumerate(bundle.sent, 1):
        if letter.text:
            yield f"letters/{number:02} {letter.at.date()}.txt", letter.text
    if bundle.letter_text:
        yield "draft-not-sent.txt", bundle.letter_text


def _copies(gathered: Gathered) -> Iterator[tuple[int, bytes]]:
    """What goes along otherwise than it was kept: of a redacted bundle pictures without EXIF."""
    if not gathered.bundle.redacted:
        return
    for number, path in gathered.files.items():
        if kind_at(path) is not PieceKind.PICTURE:
            continue
        try:
            yield number, bare(path.read_bytes())
        except ValueError as error:
            raise BadInput(
                "Enclosure {number} is no whole picture, so what it hides cannot be taken out: "
                "leave it out.",
                number=number,
            ) from error


def _with_copy(piece: Enclosed, copies: dict[int, bytes]) -> Enclosed:
    digest = sha256(copies[piece.number]).hexdigest() if piece.number in copies else ""
    return replace(piece, copy_sha256=digest) if digest != piece.sha256 else piece


def _shown(gathered: Gathered) -> Iterator[Shown]:
    from tui.letters.export.bundle import Shape, Shown
    from tui.letters.export.labels import label

    for piece in gathered.bundle.enclosures:
        path = gathered.files.get(piece.number)
        kind = kind_at(path) if path else PieceKind.OTHER
        if path and kind is PieceKind.PICTURE:
            picture = printed(path)
            trouble = "" if picture else label(gathered.bundle.language, "bundle.no_picture")
            yield Shown(piece.number, Shape.PICTURE, picture, trouble=trouble)
        elif path and kind is PieceKind.TEXT:
            lines, left_out = beginning(path)
            yield Shown(piece.number, Shape.TEXT, lines=lines, left_out=left_out)


class _Archive:
    """A ZIP that knows the checksum of everything in it."""

    def __init__(self, archive: ZipFile, folder: str, made: datetime) -> None:
        self._archive, self._folder = archive, folder
        self._at = max(_EARLIEST, made.timetuple()[:6])
        self._sums: list[str] = []

    def add(self, name: str, content: bytes) -> None:
        self._archive.writestr(self._entry(name), content)
        self._sums.append(f"{sha256(content).hexdigest()}  {name}\n")

    def add_file(self, name: str, path: Path) -> None:
        """A file of any size, which is never in memory whole."""
        with path.open("rb") as source:
            digest = file_digest(source, "sha256").hexdigest()
            source.seek(0)
            entry = self._entry(name)
            entry.file_size = path.stat().st_size
            with self._archive.open(entry, "w") as target:
                while chunk := source.read(_CHUNK):
                    target.write(chunk)
        self._sums.append(f"{digest}  {name}\n")

    def add_sums(self) -> None:
        """As `sha256sum -c` reads them."""
        self._archive.writestr(self._entry(SUMS), "".join(self._sums).encode())

    def _entry(self, name: str) -> ZipInfo:
        entry = ZipInfo(f"{self._folder}/{name}", self._at)
        entry.compress_type = ZIP_DEFLATED
        entry.external_attr, entry.create_system = _PRIVATE, 3  # as Unix has it
        return entry
