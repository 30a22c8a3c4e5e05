"""A letter as DOCX, read again."""

from __future__ import annotations

import io
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from on_paper import letter, sheet, squeezed

from tui.cases.words import Part
from tui.letters.export.formats import Format, export
from tui.letters.export.sheet import Sheet
from tui.letters.letter import Letter


def read(made: Letter, around: Sheet) -> Document:
    return docx.Document(io.BytesIO(export(made, Format.DOCX, around)))


def text(document: Document) -> str:
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_line_is_there(language: str) -> None:
    made = letter(language)
    found = squeezed(text(read(made, sheet(language))).replace("•", ""))
    for part in Part:
        if part not in (Part.ENCLOSURES, Part.CONTACTS):
            for line in made.parts[part].splitlines():
                assert squeezed(line) in found


def test_its_shape() -> None:
    document = read(letter("ru"), sheet("ru"))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    (heading,) = [p for p in document.paragraphs if p.style.name == "Heading 1"]
    assert heading.text == letter("ru").parts[Part.SUBJECT]
    languages = {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"ru-RU"}
    footer = section.footer.paragraphs[0]
    fields = [field.get(qn("w:instr")) for field in footer._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "SECTIONPAGES"]
    items = [p for p in document.paragraphs if p.text.startswith("1.\t")]
    assert round(items[0].paragraph_format.first_line_indent.mm) == -7
    assert items[0].paragraph_format.keep_with_next


def test_what_the_file_says_of_itself() -> None:
    told = read(letter("ru"), sheet("ru")).core_properties
    assert (told.title, told.author) == (letter("ru").parts[Part.SUBJECT], "Анна Петрова")
    assert (told.created.date(), told.language) == (sheet("ru").day, "ru")
    assert told.comments == ""


def test_the_same_letter_makes_the_same_bytes() -> None:
    first, second = (export(letter("en"), Format.DOCX, sheet("en")) for _ in range(2))
    assert first == second
    with ZipFile(io.BytesIO(first)) as packed:
        assert {file.date_time for file in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_registered_letter_has_two_lists_for_the_post() -> None:
    document = read(letter("ru"), sheet("ru", registered=True))
    assert len(document.tables) == 2
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[0] == ["№", "Наименование", "Кол-во", "Ценность"]
    assert rows[1][1].startswith("Письмо от 22 ноября 2026 г.: Претензия")
    assert [row[1].split(" (")[0] for row in rows[2:4]] == ["чек.pdf", "переписка.txt"]
    assert rows[-1] == ["", "Всего предметов", "4", ""]
    assert not document.sections[1].footer.is_linked_to_previous


def test_what_xml_cannot_hold_is_seen_to_be_missing() -> None:
    document = read(letter("en", problem="a\ufffeb\x00c\x1bd <b>&amp; 😀"), sheet("en"))
    assert "a\ufffdb␀c␛d <b>&amp; 😀" in text(document)
