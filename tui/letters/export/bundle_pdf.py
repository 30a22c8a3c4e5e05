"""A case file as PDF: cover, letter, chronology, deadlines, promises, enclosures, checksums.

Enclosures that are PDF themselves are not bound in: their checksum and signature would be lost,
and a reader of foreign PDF is one more thing that a hostile file can break. They lie beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.letters.export.bundle import Bundle, Enclosed, Shape, Shown
from tui.letters.export.bundle_rows import (
    enclosure_rows,
    event_rows,
    fact_rows,
    promise_rows,
    sum_rows,
)
from tui.letters.export.labels import label
from tui.letters.export.missing import needing
from tui.letters.export.pdf import draw_letter

if TYPE_CHECKING:
    from tui.letters.export.bundle_paper import Book

_FACTS = 28, 72  # widths of columns, as shares
_EVENTS = 19, 31, 50
_PROMISES = 19, 15, 30, 19, 17
_FILES = 8, 50, 16, 26
_SUMS = 8, 92
_TOGETHER = 20  # rows of a table that stay on one page
_SECTIONS = "letter", "chronology", "deadlines", "promises", "enclosures", "checksums"


def bundle_pdf(bundle: Bundle, shown: Sequence[Shown]) -> bytes:
    """The document; `shown` are the pages of enclosures that can be printed, by number.

    Raises LibraryMissing where fpdf2 or the font is not installed.
    """
    with needing("pdf", "PDF"):
        from tui.letters.export.bundle_paper import Book

    measured = _drawn(Book(bundle.language), bundle, shown, {})
    pages, places = measured.page, measured.places
    measured.release()
    made = _drawn(Book(bundle.language, pages), bundle, shown, places)
    made.set_title(f"{label(bundle.language, 'bundle.title', number=str(bundle.number))}: "
                   f"{bundle.company}")  # fmt: skip
    made.set_author(bundle.author)
    made.set_creation_date(bundle.made)
    return made.content()


def _drawn(made: Book, bundle: Bundle, shown: Sequence[Shown], places: Mapping[str, int]) -> Book:
    """All of it. `places`: the page of each section, as measured before; empty while measuring."""
    _cover(made, bundle, places)
    _letter(made, bundle)
    _chronology(made, bundle)
    _deadlines(made, bundle)
    _promises(made, bundle)
    _enclosures(made, bundle, places)
    _checksums(made, bundle)
    for pages in shown:
        _shown(made, bundle, pages)
    return made


def _cover(made: Book, bundle: Bundle, places: Mapping[str, int]) -> None:
    language = bundle.language
    made.add_page()
    made.headline(label(language, "bundle.title", number=str(bundle.number)))
    made.said(bundle.company, bold=True)
    made.said(bundle.subject)
    made.small(label(language, "bundle.made", day=bundle.day))
    made.skip(4)
    if bundle.redacted:
        made.said(label(language, "bundle.redacted"))
        made.skip(4)
    made.section("facts", label(language, "bundle.facts"))
    made.rows(fact_rows(bundle), _FACTS, headed=False)
    _contents(made, language, places)


def _contents(made: Book, language: str, places: Mapping[str, int]) -> None:
    """The sections with their pages, as links."""
    made.keep((len(_SECTIONS) + 3) * made.line_height)
    made.said(label(language, "bundle.contents"), bold=True)
    for name in _SECTIONS:
        page = places.get(name, 1)
        link = None if made.measuring else made.add_link(page=page)
        made.said(label(language, f"bundle.{name}"), link=link)
        made.back()
        made.said(str(page), align="R", link=link)


def _letter(made: Book, bundle: Bundle) -> None:
    """On pages of its own, as it would go out; only the outline names it."""
    made.add_page()
    made.mark("letter", _title(bundle, "letter"))
    draw_letter(made, bundle.letter)


def _chronology(made: Book, bundle: Bundle) -> None:
    made.section("chronology", _title(bundle, "chronology"), new_page=True)
    _table(made, bundle, event_rows(bundle), _EVENTS)


def _deadlines(made: Book, bundle: Bundle) -> None:
    made.section("deadlines", _title(bundle, "deadlines"))
    if not bundle.terms:
        made.said(label(bundle.language, "bundle.none"))
    for term in bundle.terms:
        made.keep(4 * made.line_height)
        made.said(term.head, bold=True)
        for sentence in term.working:
            made.small(sentence, left=5)
        made.skip(3)


def _promises(made: Book, bundle: Bundle) -> None:
    made.section("promises", _title(bundle, "promises"))
    _table(made, bundle, promise_rows(bundle), _PROMISES)


def _enclosures(made: Book, bundle: Bundle, places: Mapping[str, int]) -> None:
    made.section("enclosures", _title(bundle, "enclosures"))
    if not bundle.redacted:
        _table(made, bundle, enclosure_rows(bundle, places), _FILES)
    elif not bundle.enclosures:
        made.said(label(bundle.language, "bundle.none"))
    else:
        made.rows(enclosure_rows(bundle, places), (20, 80))


def _checksums(made: Book, bundle: Bundle) -> None:
    made.keep(min(len(bundle.enclosures) + 4, _TOGETHER) * 1.4 * made.line_height)
    made.section("checksums", _title(bundle, "checksums"))
    if bundle.enclosures:
        made.rows(sum_rows(bundle), _SUMS)
    made.small(label(bundle.language, "bundle.sums_told"))


def _table(
    made: Book, bundle: Bundle, rows: Sequence[Sequence[str]], widths: Sequence[int]
) -> None:
    """A table, or a word where it would have headings only."""
    if len(rows) > 1:
        made.rows(rows, widths)
    else:
        made.said(label(bundle.language, "bundle.none"))
        made.skip(3)


def _shown(made: Book, bundle: Bundle, pages: Shown) -> None:
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


def _title(bundle: Bundle, name: str) -> str:
    return label(bundle.language, f"bundle.{name}")
