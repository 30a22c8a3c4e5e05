"""A picture as rows of cells, each with a colour for its upper and its lower half."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from tui.cases.errors import BadInput
from tui.letters.export.missing import LibraryMissing, install_line

if TYPE_CHECKING:
    from PIL.Image import Image

RGB: TypeAlias = tuple[int, int, int]
Halves: TypeAlias = tuple[tuple[tuple[RGB, RGB], ...], ...]

# What Pillow reads by itself and quickly; its other readers are older and less looked after.
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP")
_MOST = 64 * 10**6  # pixels: at most a few hundred MB, and a second or two
_PAPER = (255, 255, 255)


def halves(path: Path, name: str, width: int, height: int) -> Halves:
    """The picture in at most `width` cells by `height` lines, upright; of a moving one the first.

    Raises LibraryMissing without Pillow, BadInput for what cannot be shown.
    """
    if width < 1 or height < 1:
        return ()
    _require_pillow()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about what is odd in it; too many pixels are refused
            return _rows(_small(path, name, width, height * 2))
    except BadInput:
        raise
    # A file made to break its reader may raise anything, and it is one sentence all the same.
    except Exception as error:
        raise BadInput(
            "“{name}” cannot be shown: it is damaged, or no picture that is known here.", name=name
        ) from error


def _require_pillow() -> None:
    try:
        import PIL.Image  # noqa: F401
    except ModuleNotFoundError as error:
        raise LibraryMissing(
            "Pictures are shown with a library that is not installed. To install it: {command}",
            command=install_line("images"),
        ) from error


def _small(path: Path, name: str, width: int, height: int) -> Image:
    from PIL import Image, ImageOps

    with Image.open(path, formats=FORMATS) as whole:
        if whole.width * whole.height > _MOST:
            raise BadInput(
                "“{name}” is too large to be shown here: {width} by {height} pixels. "
                "Take it out to look at it.",
                name=name,
                width=whole.width,
                height=whole.height,
            )
        side = 2 * max(width, height)
        whole.draft("RGB", (side, side))  # a JPEG is read at an eighth of its size
        upright = ImageOps.exif_transpose(whole)
        scale = min(width / upright.width, height / upright.height, 1)
        # An even number of rows: two are one line.
        size = max(1, round(upright.width * scale)), max(2, round(upright.height * scale / 2) * 2)
        return on_paper(upright).resize(size, Image.Resampling.BOX, reducing_gap=2)


def on_paper(picture: Image) -> Image:
    """Without transparency."""
    from PIL import Image

    if not picture.has_transparency_data:
        return picture.convert("RGB")
    with_alpha = picture.convert("RGBA")
    paper = Image.new("RGBA", picture.size, (*_PAPER, 255))
    return Image.alpha_composite(paper, with_alpha).convert("RGB")


def _rows(picture: Image) -> Halves:
    width, data = picture.width, picture.tobytes()
    pixels = [(data[i], data[i + 1], data[i + 2]) for i in range(0, len(data), 3)]
    lines = [pixels[i : i + width] for i in range(0, len(pixels), width)]
    pairs = zip(lines[::2], lines[1::2], strict=True)
    return tuple(tuple(zip(top, bottom, strict=True)) for top, bottom in pairs)
