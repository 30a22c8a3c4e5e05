"""A letter as PDF: A4, an embedded font with Cyrillic letters, numbered pages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from tui.letters.export.labels import label
from tui.letters.export.layout import Layout, Line, Stanza, layout
from tui.letters.export.missing import needing
from tui.letters.export.sheet import Sheet
from tui.letters.letter import Letter

if TYPE_CHECKING:
    from tui.letters.export.paper import Paper

GAP, SMALL_GAP = 3.0, 1.0  # mm
_HANGING = 7.0
_SIGNATURE_HEIGHT = 14.0
_SHORT = 70.0  # of a list that is not broken
_LONGEST_END = 120.0


def pdf(letter: Letter, sheet: Sheet) -> bytes:
    """The letter on as many pages as it takes; for a registered one two lists for the post.

    Raises LibraryMissing where fpdf2 or the font is not installed.
    """
    with needing("pdf", "PDF"):
        from tui.letters.export.paper import Paper

    paper = layout(letter, sheet)
    pages = _count(Paper(paper.language), paper)
    made = _on_pages(Paper(paper.language, pages), paper)
    if sheet.registered:
        from tui.letters.export.post_list import add_post_lists

        add_post_lists(made, paper, sheet, pages)
    made.set_title(paper.subject)
    made.set_author(paper.name)
    made.set_creation_date(datetime.combine(sheet.day, time(12), UTC))
    return made.content()


def _count(made: Paper, paper: Layout) -> int:
    """How many pages the letter takes. Each of them will name it, so it is counted first."""
    pages = _on_pages(made, paper).page
    made.release()
    return pages


def _on_pages(made: Paper, paper: Layout) -> Paper:
    made.add_page()
    return draw_letter(made, paper)


def draw_letter(made: Paper, paper: Layout) -> Paper:
    """Write a letter from the top of this page on, with the place for the signature."""
    (_head_at_right if paper.labelled else _head_at_left)(made, paper)
    _subject(made, paper)
    for stanza in paper.stanzas[:-1]:
        _stanza(made, stanza)
    for stanza in paper.stanzas[-1:]:
        _stanza(made, stanza, _end(made, paper))
    _foot(made, paper)
    return made


def _head_at_right(made: Paper, paper: Layout) -> None:
    """The custom of Russian claims: to whom and from whom, then the place and the day."""
    for block in (paper.addressee, paper.sender):
        made.paragraphs(block, left=made.half)
        made.skip(GAP)
    if paper.place:
        made.paragraph(paper.place)
        made.back()
    made.paragraph(paper.day, align="R")
    made.skip(2 * GAP)


def _head_at_left(made: Paper, paper: Layout) -> None:
    for block in (paper.sender, (paper.day,), paper.addressee):
        if block:
            made.paragraphs(block)
            made.skip(2 * GAP)


def _subject(made: Paper, paper: Layout) -> None:
    if paper.subject:
        made.paragraph(paper.subject, bold=True, align="C" if paper.labelled else "L")
        made.skip(2 * GAP)


def _end(made: Paper, paper: Layout) -> float:
    """The height of all that follows the matter itself; 0 where it fills a page of its own.

    A signature alone on a page could stand under any letter: the last paragraph goes with it.
    """
    lines = sum(_total(made, stanza.lines) + GAP for stanza in paper.closing)
    height = lines + GAP + _SIGNATURE_HEIGHT + made.line_height
    return height if height <= _LONGEST_END else 0


def _stanza(made: Paper, stanza: Stanza, end: float = 0) -> None:
    """A short list stays on one page with what leads to it; a long one breaks between entries.

    The last line stays with an `end` of that height.
    """
    last = len(stanza.lines) - 1
    if stanza.title:
        whole = end if _total(made, stanza.lines) <= _SHORT else 0
        made.keep(2 * made.line_height + _kept(made, stanza.lines) + whole)
        made.paragraph(stanza.title, bold=True)
        made.skip(SMALL_GAP)
    elif stanza.is_list:
        made.keep(_kept(made, stanza.lines))
    for number, line in enumerate(stanza.lines):
        if number == last and end:
            made.keep(_height(made, line) + end)
        if line.mark or line.text.endswith(":"):
            leading = line.text.endswith(":") and not line.mark
            made.keep(_total(made, stanza.lines[number : number + 1 + leading]))
        _line(made, line)
        made.skip(SMALL_GAP)
    made.skip(GAP - SMALL_GAP)


def _kept(made: Paper, lines: Sequence[Line]) -> float:
    """The height that is kept on one page: of a whole list, of a long one its beginning."""
    whole = _total(made, lines)
    return whole if whole <= _SHORT else _total(made, lines[:3])


def _total(made: Paper, lines: Sequence[Line]) -> float:
    return sum(_height(made, line) for line in lines)


def _line(made: Paper, line: Line) -> None:
    if not line.mark:
        made.keep(min(2, made.count(line.text)) * made.line_height)  # no lonely first line
        made.paragraph(line.text)
        return
    made.paragraph(line.mark, width=_HANGING)
    made.back()
    made.paragraph(line.text, left=_HANGING)


def _height(made: Paper, line: Line) -> float:
    left = _HANGING if line.mark else 0
    return made.count(line.text, left=left) * made.line_height + SMALL_GAP


def _foot(made: Paper, paper: Layout) -> None:
    """Contacts, then the place for the signature, which stays with the last of them."""
    for stanza in paper.closing[:-1]:
        _stanza(made, stanza)
    last = paper.closing[-1:]
    height = sum(_total(made, stanza.lines) for stanza in last)
    made.keep(height + GAP + _SIGNATURE_HEIGHT)
    for stanza in last:
        _stanza(made, stanza)
    made.skip(_SIGNATURE_HEIGHT - made.line_height)
    language = paper.language
    made.rules((label(language, "signature"), 50))  # the day stands in the head
    if paper.name:
        made.paragraph(f"/{paper.name}/", left=made.written)
