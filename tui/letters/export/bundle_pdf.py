"""A case file as PDF: cover, letters, calls, chronology, deadlines, promises, enclosures, sums.

What did not go out is no part of it.

Enclosures that are PDF themselves are not bound in: their checksum and signature would be lost,
and a reader of foreign PDF is one more thing that a hostile file can break. They lie beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.letters.export.bundle import Bundle, Reckoned, Sent, Shown, Term
from tui.letters.export.bundle_rows import (
    enclosure_rows,
    event_rows,
    fact_rows,
    promise_rows,
    sum_rows,
)
from tui.letters.export.bundle_shown import draw_shown
from tui.letters.export.labels import label
from tui.letters.export.missing import needing

if TYPE_CHECKING:
    from tui.letters.export.bundle_paper import Book

_FACTS = 28, 72  # widths of columns, as shares
_EVENTS = 19, 31, 50
_PROMISES = 19, 15, 30, 19, 17
_FILES = 8, 50, 16, 26
_SUMS = 8, 92
_TOGETHER = 20  # rows of a table that stay on one page
_SECTIONS = ("letters", "calls", "chronology", "deadlines", "penalties", "promises",
             "enclosures", "checksums")  # fmt: skip


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
    _sent(made, bundle, "letters", bundle.sent)
    if bundle.calls:
        _sent(made, bundle, "calls", bundle.calls)
    _chronology(made, bundle)
    _deadlines(made, bundle)
    _penalties(made, bundle)
    _promises(made, bundle)
    _enclosures(made, bundle, places)
    _checksums(made, bundle)
    for pages in shown:
        draw_shown(made, bundle, pages)
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
    _contents(made, bundle, places)


def _contents(made: Book, bundle: Bundle, places: Mapping[str, int]) -> None:
    """The sections with their pages, as links."""
    language = bundle.language
    left_out = {"calls": not bundle.calls, "penalties": not bundle.reckoned}
    sections = [name for name in _SECTIONS if not left_out.get(name)]
    made.keep((len(sections) + 3) * made.line_height)
    made.said(label(language, "bundle.contents"), bold=True)
    for name in sections:
        page = places.get(name, 1)
        link = None if made.measuring else made.add_link(page=page)
        made.said(label(language, f"bundle.{name}"), link=link)
        made.back()
        made.said(str(page), align="R", link=link)


def _sent(made: Book, bundle: Bundle, name: str, sent: Sequence[Sent]) -> None:
    """What went out, each letter with its day; of those that are not kept, that they are not. The
    same of calls, of which nobody expects a text."""
    made.section(name, _title(bundle, name), new_page=name == "letters")
    if not sent:
        made.said(label(bundle.language, "bundle.none"))
    for number, letter in enumerate(sent, 1):
        named = ", ".join(filter(None, (letter.title, letter.how)))
        made.keep(4 * made.line_height)
        made.said(f"{number}. {letter.day}: {named}" if named else f"{number}. {letter.day}",
                  bold=True)  # fmt: skip
        if not letter.text and name == "letters":
            made.small(label(bundle.language, "bundle.not_kept"))
        for line in (letter.text or letter.noted).split("\n"):
            made.said(line or " ")
        made.skip(3)


def _penalties(made: Book, bundle: Bundle) -> None:
    if not bundle.reckoned:
        return
    made.section("penalties", _title(bundle, "penalties"))
    for one in bundle.reckoned:
        _worked_out(made, one)


def _chronology(made: Book, bundle: Bundle) -> None:
    made.section("chronology", _title(bundle, "chronology"), new_page=True)
    _table(made, bundle, event_rows(bundle), _EVENTS)


def _deadlines(made: Book, bundle: Bundle) -> None:
    made.section("deadlines", _title(bundle, "deadlines"))
    if not bundle.terms:
        made.said(label(bundle.language, "bundle.none"))
    for term in bundle.terms:
        _worked_out(made, term)


def _worked_out(made: Book, one: Term | Reckoned) -> None:
    """A day or a sum, and below it how it comes about."""
    made.keep(4 * made.line_height)
    made.said(one.head, bold=True)
    for sentence in one.working:
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
    told = "sums_told" if bundle.enclosures else "sums_alone"
    made.small(label(bundle.language, f"bundle.{told}"))


def _table(
    made: Book, bundle: Bundle, rows: Sequence[Sequence[str]], widths: Sequence[int]
) -> None:
    """A table, or a word where it would have headings only."""
    if len(rows) > 1:
        made.rows(rows, widths)
    else:
        made.said(label(bundle.language, "bundle.none"))
        made.skip(3)


def _title(bundle: Bundle, name: str) -> str:
    return label(bundle.language, f"bundle.{name}")
