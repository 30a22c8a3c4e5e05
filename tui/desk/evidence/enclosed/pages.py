"""An enclosure as pages of a document: a picture that prints, the lines of a text."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path

from tui.desk.evidence.enclosed.kind import SAMPLE, PieceKind, kind_of
from tui.desk.evidence.enclosed.lines import lines_of

MOST_LINES = 300  # of a text: some five pages; the whole lies beside the document
_SIDE = 2000  # pixels: an A4 page at some 180 dpi
_MOST = 64 * 10**6  # pixels that are read, as on the screen
_QUALITY = 85


def kind_at(path: Path) -> PieceKind:
    """What a file is, by what is in it."""
    with path.open("rb") as file:
        return kind_of(file.read(SAMPLE))


def printed(path: Path) -> bytes:
    """The picture as JPEG or PNG, upright, no larger than a page shows, and nothing beside it.

    Only pixels are taken over, so that place, camera and comments stay behind. Empty where it
    cannot be read: damaged, of too many pixels, or of a kind that is not known here.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about what is odd in it
            return _picture(path)
    # A file made to break its reader may raise anything; the original goes along all the same.
    except Exception:
        return b""


def _picture(path: Path) -> bytes:
    from PIL import Image, ImageOps

    from tui.desk.evidence.enclosed.picture import FORMATS, on_paper

    with Image.open(path, formats=FORMATS) as whole:
        if whole.width * whole.height > _MOST:
            return b""
        is_photo = whole.format in ("JPEG", "WEBP")
        whole.draft("RGB", (_SIDE, _SIDE))
        upright = ImageOps.exif_transpose(whole)
        upright.thumbnail((_SIDE, _SIDE))
        bare = Image.new("RGB", upright.size)
        bare.paste(on_paper(upright))
    out = BytesIO()
    if is_photo:
        bare.save(out, "JPEG", quality=_QUALITY)
    else:
        bare.save(out, "PNG")
    return out.getvalue()


def beginning(path: Path) -> tuple[tuple[str, ...], int]:
    """The first lines of a text, harmless, and how many are left out."""
    lines = lines_of(path)
    return lines.read(1, MOST_LINES), max(0, lines.count - MOST_LINES)
