"""The forms in which a letter leaves, and the one door to all of them."""

from __future__ import annotations

from enum import StrEnum

from tui.letters.export.sheet import Sheet
from tui.letters.letter import Letter


class Format(StrEnum):
    """How a letter is written to a file. The values are what a person types."""

    TEXT = "text"
    MD = "md"
    EML = "eml"
    PDF = "pdf"
    DOCX = "docx"

    @property
    def suffix(self) -> str:
        """The ending of the file, with its dot."""
        return ".txt" if self is Format.TEXT else f".{self.value}"

    @property
    def media_type(self) -> str:
        return _MEDIA[self]


_MEDIA = {
    Format.TEXT: "text/plain",
    Format.MD: "text/markdown",
    Format.EML: "message/rfc822",
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def export(letter: Letter, kind: Format, sheet: Sheet) -> bytes:
    """The whole file; the same bytes for the same letter and sheet.

    Raises LibraryMissing for PDF and DOCX where their extra is not installed, and BadInput
    for an e-mail address that is none.
    """
    # Each form is loaded when it is asked for: most letters are read as text.
    if kind is Format.PDF:
        from tui.letters.export.pdf import pdf

        return pdf(letter, sheet)
    if kind is Format.DOCX:
        from tui.letters.export.docx import docx

        return docx(letter, sheet)
    if kind is Format.EML:
        from tui.letters.export.eml import draft

        return draft(letter, sheet)
    from tui.letters.export.plain import markdown, text

    return text(letter) if kind is Format.TEXT else markdown(letter, sheet)
