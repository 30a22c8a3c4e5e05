"""A4 pages of a word processor. Only this file knows python-docx."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Literal
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from tui.letters.export.labels import label

_FONT, _SIZE, _SMALL = "Times New Roman", 12, 9  # points
_HANGING, _HALF = 7, 82  # mm
_AFTER = 8  # points below a stanza
_ALIGN = {
    "L": WD_ALIGN_PARAGRAPH.LEFT,
    "C": WD_ALIGN_PARAGRAPH.CENTER,
    "R": WD_ALIGN_PARAGRAPH.RIGHT,
}
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Align = Literal["L", "C", "R"]


class Document:
    """A document that is written from top to bottom."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._made = docx.Document()
        self._style("ru-RU" if language == "ru" else "en-GB")
        section = self._made.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin, section.right_margin = Mm(25), Mm(20)
        section.top_margin = section.bottom_margin = Mm(20)
        self._number(section.footer.paragraphs[0])

    def heading(self, text: str, align: Align = "L") -> None:
        """The subject, as a heading that a screen reader finds."""
        made = self._made.add_heading(_xml(text), level=1)
        made.alignment = _ALIGN[align]

    def block(self, lines: Iterable[str], *, right: bool = False, align: Align = "L") -> None:
        """Lines of an address; at the right they begin in the middle of the page."""
        made = None
        for line in lines:
            made = self.paragraph(line, align=align)
            made.paragraph_format.left_indent = Mm(_HALF) if right else None
        if made:
            made.paragraph_format.space_after = Pt(_AFTER)

    def paragraph(
        self,
        text: str,
        *,
        mark: str = "",
        bold: bool = False,
        keep: bool = False,
        before: bool = False,
        after: bool = False,
        align: Align = "L",
    ) -> Paragraph:
        """One paragraph. `mark` hangs before it; `keep`: on one page with the next."""
        made = self._made.add_paragraph(_xml(f"{mark}\t{text}" if mark else text))
        made.alignment = _ALIGN[align]
        shape = made.paragraph_format
        shape.keep_with_next, shape.keep_together = keep, bool(mark)
        shape.space_before, shape.space_after = Pt(3 * _AFTER * before), Pt(_AFTER * after)
        if mark:
            shape.left_indent, shape.first_line_indent = Mm(_HANGING), Mm(-_HANGING)
            shape.tab_stops.add_tab_stop(Mm(_HANGING))
        for run in made.runs:
            run.bold = bold or None
        return made

    def table(self, rows: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
        """A table with borders; the first row is bold. `widths` in millimetres."""
        made = self._made.add_table(len(rows), len(widths), "Table Grid")
        made.autofit = False
        for number, row in enumerate(rows):
            for cell, text, width in zip(made.rows[number].cells, row, widths, strict=True):
                cell.width = Mm(width)
                run = cell.paragraphs[0].add_run(_xml(text))
                run.bold = number == 0 or None

    def new_section(self, *, numbered: bool) -> None:
        """Go on on a new page, in a part of its own."""
        section = self._made.add_section(WD_SECTION.NEW_PAGE)
        section.footer.is_linked_to_previous = numbered

    def describe(self, title: str, author: str, at: datetime) -> None:
        """What the file says of itself. `at`: when it was made."""
        told = self._made.core_properties
        told.title, told.author, told.last_modified_by = _xml(title)[:255], _xml(author)[:255], ""
        told.comments, told.language, told.revision = "", self._language, 1
        told.created = told.modified = at.replace(tzinfo=None)

    def content(self) -> bytes:
        """The bytes of the file; the same for the same document, whenever it is made."""
        saved, packed = BytesIO(), BytesIO()
        self._made.save(saved)
        with ZipFile(saved) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
            for name in source.namelist():
                target.writestr(ZipInfo(name), source.read(name), ZIP_DEFLATED)
        return packed.getvalue()

    def _style(self, language: str) -> None:
        normal, heading = self._made.styles["Normal"], self._made.styles["Heading 1"]
        for style in (normal, heading):
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for name in list(fonts.attrib):
                del fonts.attrib[name]
            for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
                fonts.set(qn(f"w:{kind}"), _FONT)
            style.font.size = Pt(_SIZE)
        normal.paragraph_format.space_after = Pt(0)
        heading.font.color.rgb, heading.font.bold = RGBColor(0, 0, 0), True
        heading.paragraph_format.space_before = Pt(_AFTER)
        heading.paragraph_format.space_after = Pt(_AFTER)
        for lang in self._made.styles.element.iter(qn("w:lang")):
            lang.set(qn("w:val"), language)

    def _number(self, footer: Paragraph) -> None:
        """“page 1 of 2”, which the program that opens it counts."""
        told = label(self._language, "page", page="\0", pages="\1")
        footer.alignment = _ALIGN["C"]
        for piece in re.split("([\0\1])", told):
            if piece in ("\0", "\1"):
                field = OxmlElement("w:fldSimple")
                field.set(qn("w:instr"), "PAGE" if piece == "\0" else "SECTIONPAGES")
                field.append(OxmlElement("w:r"))
                footer._p.append(field)  # python-docx has no fields of its own
            else:
                footer.add_run(piece).font.size = Pt(_SMALL)


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
