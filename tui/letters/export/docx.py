"""A letter as DOCX: A4, numbered pages, its language told, so that it can be edited on."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from tui.letters.export.labels import label
from tui.letters.export.layout import Layout, Stanza, layout
from tui.letters.export.missing import needing
from tui.letters.export.post_list import BLANK, COPIES, post_head, post_rows
from tui.letters.export.sheet import Sheet
from tui.letters.letter import Letter

if TYPE_CHECKING:
    from tui.letters.export.word import Document


def docx(letter: Letter, sheet: Sheet) -> bytes:
    """The whole document; for a registered letter with two lists for the post.

    Raises LibraryMissing where python-docx is not installed.
    """
    with needing("docx", "DOCX"):
        from tui.letters.export.word import Document

    paper = layout(letter, sheet)
    made = Document(paper.language)
    _head(made, paper)
    for stanza in (*paper.stanzas, *paper.closing):
        _stanza(made, stanza)
    _signature(made, paper)
    for copy in range(1, COPIES + 1) if sheet.registered else ():
        _post_list(made, paper, sheet, copy)
    made.describe(paper.subject, paper.name, datetime.combine(sheet.day, time(12), UTC))
    return made.content()


def _head(made: Document, paper: Layout) -> None:
    if paper.labelled:
        made.block(paper.addressee, right=True)
        made.block(paper.sender, right=True)
        made.block((", ".join(filter(None, (paper.place, paper.day))),), align="R")
    else:
        for lines in (paper.sender, (paper.day,), paper.addressee):
            made.block(lines)
    if paper.subject:
        made.heading(paper.subject, align="C" if paper.labelled else "L")


def _stanza(made: Document, stanza: Stanza) -> None:
    if stanza.title:
        made.paragraph(stanza.title, bold=True, keep=True)
    for number, line in enumerate(stanza.lines, 1):
        last = number == len(stanza.lines)
        made.paragraph(line.text, mark=line.mark, keep=stanza.is_list and not last, after=last)


def _signature(made: Document, paper: Layout) -> None:
    signature = label(paper.language, "signature")
    name = f" /{paper.name}/" if paper.name else ""
    made.paragraph(f"{signature} {BLANK}{name}", before=True)


def _post_list(made: Document, paper: Layout, sheet: Sheet, copy: int) -> None:
    language, name = paper.language, f" /{paper.name}/" if paper.name else ""
    which, *lines = post_head(paper, sheet, copy)
    made.new_section(numbered=False)
    made.heading(label(language, "list.title"), align="C")
    made.paragraph(which, align="C", after=True)
    made.block(lines)
    made.table(tuple(post_rows(paper, "___")), widths=(10, 100, 24, 36))
    made.paragraph(f"{label(language, 'list.sender')} {BLANK}{name}", before=True, after=True)
    made.paragraph(f"{label(language, 'list.clerk')} {BLANK}", after=True)
    made.paragraph(f"{label(language, 'list.stamp')}:")
