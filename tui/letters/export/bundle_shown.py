"""Enclosures that a case file shows on pages of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.letters.export.bundle import Bundle, Enclosed, Shape, Shown
from tui.letters.export.labels import label

if TYPE_CHECKING:
    from tui.letters.export.bundle_paper import Book


def draw_shown(made: Book, bundle: Bundle, pages: Shown) -> None:
    """A picture, or the lines of a text; of what cannot be printed, why."""
    piece = next(one for one in bundle.enclosures if one.number == pages.number)
    made.section(f"piece {piece.number}", _named(bundle.language, piece), level=1, new_page=True)
    if pages.trouble:
        made.said(pages.trouble)
    elif pages.shape is Shape.PICTURE:
        made.picture(pages.picture)
    else:
        made.code(pages.lines)
        if pages.left_out:
            made.skip(3)
            left = str(pages.left_out)
            made.small(label(bundle.language, "bundle.lines_left", count=left))


def _named(language: str, piece: Enclosed) -> str:
    number = str(piece.number)
    if not piece.name:
        return label(language, "bundle.piece_bare", number=number)
    return label(language, "bundle.piece", number=number, name=piece.name)
