"""The list of enclosures for the post: two copies, one of which lies in the envelope."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.letters.export.labels import label
from tui.letters.export.layout import Layout
from tui.letters.export.sheet import Sheet

if TYPE_CHECKING:
    from tui.letters.export.paper import Paper

COPIES = 2
COLUMNS = "number", "name", "count", "value"
BLANK = "_" * 24
_WIDTHS = 10, 105, 20, 30  # of the columns, as shares
_STAMP = 70.0, 32.0  # mm


def post_rows(paper: Layout, sheets: str) -> Iterator[tuple[str, str, str, str]]:
    """The table: a row of headings, the letter itself on so many sheets, what it encloses, the sum.

    The value is for the sender to fill in.
    """
    language = paper.language
    heading = [label(language, f"list.{name}") for name in COLUMNS]
    yield heading[0], heading[1], heading[2], heading[3]
    letter = label(language, "list.letter", day=paper.day, subject=paper.subject)
    enclosed = [line.text for stanza in paper.stanzas if stanza.title for line in stanza.lines]
    items = [f"{letter} ({label(language, 'list.sheets', count=sheets)})", *enclosed]
    for number, item in enumerate(items, 1):
        yield str(number), item, "1", ""
    yield "", label(language, "list.total"), str(len(items)), ""


def post_head(paper: Layout, sheet: Sheet, copy: int) -> tuple[str, ...]:
    """What stands above the table, below its title."""
    language, track = paper.language, sheet.track.strip() or BLANK
    return (
        label(language, "list.copy", copy=str(copy)),
        *paper.addressee,
        *paper.sender,
        label(language, "list.track", text=track),
    )


def add_post_lists(made: Paper, paper: Layout, sheet: Sheet, pages: int) -> None:
    """Both copies, each on a page of its own without a number; `pages` are those of the letter."""
    for copy in range(1, COPIES + 1):
        made.add_page()
        _head(made, paper, sheet, copy)
        _table(made, paper, pages)
        _places(made, paper)


def _head(made: Paper, paper: Layout, sheet: Sheet, copy: int) -> None:
    which, *lines = post_head(paper, sheet, copy)
    made.paragraph(label(paper.language, "list.title"), bold=True, align="C")
    made.paragraph(which, align="C")
    made.skip(4)
    made.paragraphs(lines)
    made.skip(4)


def _table(made: Paper, paper: Layout, pages: int) -> None:
    with made.table(
        align="L",
        col_widths=_WIDTHS,
        line_height=made.line_height,
        padding=1.5,
        text_align=("C", "L", "C", "C"),
    ) as table:
        for row in post_rows(paper, str(pages)):
            table.row([made.known(cell) for cell in row])


def _places(made: Paper, paper: Layout) -> None:
    """Where the sender signs, and where the post signs and stamps."""
    width, height = _STAMP
    made.keep(12 + 2 * made.line_height + height)
    made.skip(12)
    made.rules((label(paper.language, "list.sender"), 90))
    made.paragraph(f"/{paper.name}/" if paper.name else " ", left=made.written)
    made.skip(4)
    made.rules((label(paper.language, "list.clerk"), 90))
    made.paragraph(" ")
    made.skip(4)
    made.box(width, height, label(paper.language, "list.stamp"))
