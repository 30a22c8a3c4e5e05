"""A4 pages to write on from top to bottom. Only this file and its sisters know fpdf2."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from font_roboto import Roboto, RobotoBold
from fpdf import FPDF
from fpdf.enums import MethodReturnValue, XPos, YPos
from fpdf.fonts import TTFFont

from tui.letters.export.glyphs import bound, printable
from tui.letters.export.labels import label

FONT, SIZE, _SMALL = "roboto", 11, 9  # points
_MARGINS = 25.0, 20.0, 20.0, 20.0  # mm: left, as for binding; top, right, bottom
_LINE = 1.35  # heights of a letter

Align = Literal["L", "C", "R"]


class Paper(FPDF):
    """Pages with the number of each below; `pages`: how many the letter has, 0 while unknown.

    Lengths are millimetres. `written` is where the last line with rules ended, from the margin.
    """

    def __init__(self, language: str, pages: int = 0) -> None:
        super().__init__()
        self._language, self._of = language, pages
        self.alias_nb_pages(None)  # type: ignore[arg-type] # text may hold whatever the alias is
        self.set_lang("ru-RU" if language == "ru" else "en-GB")
        left, top, right, bottom = _MARGINS
        self.set_margins(left, top, right)
        self.set_auto_page_break(True, bottom)
        self.add_font(FONT, "", Roboto)
        self.add_font(FONT, "B", RobotoBold)
        self.set_font(FONT, "", SIZE)
        self._known = frozenset(self._faces()[0].cmap)
        self.c_margin, self.written = 0, 0.0

    @property
    def line_height(self) -> float:
        return float(self.font_size * _LINE)

    @property
    def half(self) -> float:
        return float(self.epw / 2)

    def content(self) -> bytes:
        """The bytes of the file. Nothing can be written afterwards."""
        content = bytes(self.output())
        self.release()
        return content

    def release(self) -> None:
        """Close the files of the fonts, which fpdf2 leaves open."""
        for face in self._faces():
            face.ttfont.close()

    def _faces(self) -> list[TTFFont]:
        return [font for font in self.fonts.values() if isinstance(font, TTFFont)]

    def footer(self) -> None:
        """Called by fpdf2 at the end of each page; what follows the letter has no number."""
        if self.page > self._of:
            return
        self.set_y(-13)
        self.set_font(FONT, "", _SMALL)
        told = label(self._language, "page", page=str(self.page), pages=str(self._of))
        self.cell(0, 5, told, align="C")
        self.set_font(FONT, "", SIZE)

    def skip(self, height: float) -> None:
        self.set_y(self.get_y() + height)

    def back(self) -> None:
        """Back to the line above, to write beside what stands there."""
        self.set_y(self.get_y() - self.line_height)

    def keep(self, height: float) -> None:
        """Go on to a new page where `height` does not fit here and would fit there."""
        room = self.page_break_trigger - self.get_y()
        if room < height <= self.page_break_trigger - self.t_margin:
            self.add_page()

    def known(self, text: str) -> str:
        """`text` as the font can draw it."""
        return bound(printable(text, self._known))

    def count(self, text: str, left: float = 0) -> int:
        """How many lines `text` takes."""
        lines = self.multi_cell(
            self.epw - left,
            self.line_height,
            self.known(text),
            align="L",
            dry_run=True,
            output=MethodReturnValue.LINES,
        )
        return max(1, len(lines)) if isinstance(lines, list) else 1

    def paragraphs(self, texts: Iterable[str], left: float = 0) -> None:
        for text in texts:
            self.paragraph(text, left=left)

    def paragraph(
        self,
        text: str,
        *,
        left: float = 0,
        width: float = 0,
        bold: bool = False,
        align: Align = "L",
    ) -> None:
        """A paragraph, wrapped, from `left` of the margin on."""
        self.set_font(FONT, "B" if bold else "", SIZE)
        self.set_x(self.l_margin + left)
        self.multi_cell(
            width or self.epw - left,
            self.line_height,
            self.known(text),
            align=align,
            new_x=XPos.LMARGIN,
            new_y=YPos.NEXT,
        )

    def rules(self, *places: tuple[str, float]) -> None:
        """One line of labels, each with a rule of its length to write on. Stays on that line."""
        self.set_font(FONT, "", SIZE)
        x, base = self.l_margin, self.get_y() + self.line_height
        for told, length in places:
            self.set_x(x)
            width = self.get_string_width(told) + 2
            self.cell(width, self.line_height, told)
            self.line(x + width, base, x + length, base)
            x += length + 4
        self.written = x - self.l_margin

    def box(self, width: float, height: float, told: str) -> None:
        """An empty frame with a small text in it."""
        x, y = self.l_margin, self.get_y()
        self.rect(x, y, width, height)
        self.set_font(FONT, "", _SMALL)
        self.set_xy(x, y + 1)
        self.multi_cell(width, 5, told, align="C")
        self.set_font(FONT, "", SIZE)
        self.set_xy(x, y + height)
