"""Pages of a case file: titles that an outline lists, tables, texts by columns, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO

from fpdf.enums import XPos, YPos
from fpdf.fonts import FontFace
from PIL import Image

from tui.letters.export.paper import FONT, SIZE, Align, Paper

COLUMNS = 100  # characters of a line of a text
_TITLE, _HEAD, _TABLE, _CODE = 18, 14, 9, 7.5  # points
_SPACE = 3.0  # mm
_GREY = 235
_GAP = re.compile(r" {2,}")
_PLACED = 5.0  # lines of a heading that stay with what follows


class Book(Paper):
    """Paper with sections. `places`: on which page each began.

    `measuring`: pages are only counted, and what takes long is not drawn.
    """

    def __init__(self, language: str, pages: int = 0) -> None:
        super().__init__(language, pages)
        self.places: dict[str, int] = {}
        self.measuring = not pages

    def section(self, name: str, title: str, *, level: int = 0, new_page: bool = False) -> None:
        """A heading; `name` is how `places` knows it."""
        if new_page or not self.page:
            self.add_page()
        self.keep(_PLACED * self.line_height)
        self.mark(name, title, level=level)
        self.said(title, size=SIZE + 1 if level else _HEAD, bold=True)
        self.skip(_SPACE)

    def mark(self, name: str, title: str, *, level: int = 0) -> None:
        """A place that the outline names, without a heading on the page."""
        self.places[name] = self.page
        self.start_section(self.known(title), level=level)

    def headline(self, text: str) -> None:
        self.said(text, size=_TITLE, bold=True)
        self.skip(_SPACE)

    def said(
        self,
        text: str,
        *,
        size: float = SIZE,
        bold: bool = False,
        left: float = 0,
        align: Align = "L",
        link: int | None = None,
    ) -> None:
        """A paragraph in a size of its own, in points."""
        self.set_font(FONT, "B" if bold else "", size)
        self.set_x(self.l_margin + left)
        self.multi_cell(
            self.epw - left,
            self.line_height,
            self.known(text),
            align=align,
            link=link,
            new_x=XPos.LMARGIN,
            new_y=YPos.NEXT,
        )
        self.set_font(FONT, "", SIZE)

    def small(self, text: str, *, left: float = 0) -> None:
        self.said(text, size=_TABLE, left=left)

    def rows(
        self,
        rows: Iterable[Sequence[str]],
        widths: Sequence[int],
        *,
        headed: bool = True,
        align: Sequence[Align] = (),
    ) -> None:
        """A table; its headings, the first row, stand again on every page. `widths` as shares."""
        self.set_font(FONT, "", _TABLE)
        with self.table(
            col_widths=tuple(widths),
            line_height=self.line_height,
            padding=1.2,
            align="L",
            text_align=tuple(align) or "LEFT",
            first_row_as_headings=headed,
            headings_style=FontFace(emphasis="BOLD", fill_color=_GREY),
            borders_layout="HORIZONTAL_LINES",
            v_align="TOP",
        ) as table:
            for row in rows:
                table.row(["\n".join(map(self.known, cell.split("\n"))) for cell in row])
        self.set_font(FONT, "", SIZE)
        self.skip(_SPACE)

    def code(self, lines: Iterable[str]) -> None:
        """A text with its columns one below the other, in a font that has no equal letters."""
        self.set_font(FONT, "", _CODE)
        for line in lines:
            for start in range(0, max(1, len(line)), COLUMNS):
                self._code_line(line[start : start + COLUMNS])
        self.set_font(FONT, "", SIZE)

    def _code_line(self, line: str) -> None:
        self.keep(self.line_height)
        y, column = self.get_y(), self.epw / COLUMNS
        for at, piece in () if self.measuring else _pieces(line):
            text = self.known(piece)
            room, width = column * len(piece), self.get_string_width(text)
            self.set_stretching(min(100, 100 * room / width) if width else 100)
            self.set_xy(self.l_margin + at * column, y)
            self.cell(room, self.line_height, text)
        self.set_stretching(100)
        self.set_xy(self.l_margin, y + self.line_height)

    def picture(self, content: bytes) -> None:
        """A picture as large as the rest of the page, never larger than a print of 100 dpi."""
        if self.measuring:
            return
        with Image.open(BytesIO(content)) as opened:
            width, height = (side * 25.4 / 100 for side in opened.size)
            room = self.page_break_trigger - self.get_y()
            scale = min(self.epw / width, room / height, 1)
            self.image(BytesIO(content), self.l_margin, self.get_y(), width * scale, height * scale)


def _pieces(line: str) -> Iterable[tuple[int, str]]:
    """What stands between wide gaps, and in which column each begins."""
    at = 0
    for gap in _GAP.finditer(line):
        yield from ((at, line[at : gap.start()]),) if gap.start() > at else ()
        at = gap.end()
    if at < len(line):
        yield at, line[at:]
