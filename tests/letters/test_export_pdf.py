"""A letter as PDF, read again by another library."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime

import pytest
from on_paper import letter, sheet, squeezed
from pypdf import PdfReader

from tui.cases.words import Part
from tui.letters.export.formats import Format, export
from tui.letters.export.sheet import Sheet
from tui.letters.letter import Letter, Principal, Sender
from tui.letters.phrases import Phrases
from tui.wording.wording import Wording

A4 = (595, 842)  # points
LONG = " ".join(f"Предложение номер {n} об одном и том же чайнике." for n in range(160))
FOOTER = re.compile(r"^(?:стр\. \d+ из \d+|page \d+ of \d+)$", re.MULTILINE)


def read(made: Letter, around: Sheet) -> PdfReader:
    return PdfReader(io.BytesIO(export(made, Format.PDF, around)))


def pages(reader: PdfReader) -> list[str]:
    return [page.extract_text().replace("\u00a0", " ") for page in reader.pages]


def body(reader: PdfReader) -> str:
    """All that stands on the pages, without their numbers and the marks of lists."""
    return squeezed(FOOTER.sub("", "\n".join(pages(reader))).replace("•", ""))


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("count", [1, 3])
def test_every_line_is_there(language: str, count: int) -> None:
    made = letter(language, **({"problem": LONG} if count > 1 else {}))
    reader = read(made, sheet(language))
    assert len(reader.pages) == count
    found = body(reader)
    for part in Part:
        if part not in (Part.ENCLOSURES, Part.CONTACTS):
            for line in made.parts[part].splitlines():
                assert squeezed(line) in found
    assert all(tuple(map(round, page.mediabox[2:])) == A4 for page in reader.pages)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_pages_are_numbered(language: str) -> None:
    texts = pages(read(letter(language, problem=LONG), sheet(language)))
    word, of = ("стр.", "из") if language == "ru" else ("page", "of")
    assert [f"{word} {n} {of} 3" in text for n, text in enumerate(texts, 1)] == [True] * 3


def test_a_russian_letter_has_both_blocks_and_a_place_to_sign() -> None:
    (text,) = pages(read(letter("ru"), sheet("ru", place="г. Энск")))
    lines = text.splitlines()
    assert lines.index("Кому: Севермарт") < lines.index("От: Анна Петрова")
    assert "Тел.: +7 900 000-00-00" in lines
    assert "г. Энск" in text
    assert f"чек.pdf ({Wording('ru').size(40_000)})" in text
    assert text.count("22 ноября 2026 г.") == 1, "the day stands in the head only"
    assert re.search(r"Подпись:.*/Анна Петрова/", text, re.DOTALL)


def test_an_english_letter_begins_with_who_writes() -> None:
    (text,) = pages(read(letter("en"), sheet("en")))
    order = ["Ivan Orlov", "22 November 2026", "Severmart", "Formal claim", "Dear Severmart"]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert "receipt.pdf (40 KB)" in text


@pytest.mark.parametrize(
    ("language", "listed", "counts"),
    [("ru", True, (45, 54)), ("ru", False, (58, 68)), ("en", True, (76,)), ("en", False, (96,))],
)
def test_a_signature_never_stands_alone_on_a_page(
    language: str, listed: bool, counts: tuple[int, ...]
) -> None:
    """In letters of a length that used to break there, a paragraph or the list stands above it."""
    sentence = "Предложение об одном чайнике. " if language == "ru" else "It is about one kettle. "
    for count in counts:
        without = {} if listed else {"enclosures": ""}
        made = letter(language, problem=sentence * count, **without)
        _, text = pages(read(made, sheet(language)))
        before = text.split("Подпись" if language == "ru" else "Signature")[0]
        last = made.parts[Part.ENCLOSURES if listed else Part.RESULT].splitlines()[-1]
        assert squeezed(last)[:20] in squeezed(before.replace("•", ""))


def test_who_is_represented() -> None:
    sender = Sender(name="Анна Петрова", principal=Principal(name="Пётр Иванов"))
    (text,) = pages(read(letter("ru"), sheet("ru", sender=sender)))
    assert "Доверитель: Пётр Иванов" in text


def test_what_the_file_says_of_itself() -> None:
    reader = read(letter("ru"), sheet("ru"))
    assert reader.metadata is not None
    assert reader.metadata.title == letter("ru").parts[Part.SUBJECT]
    assert reader.metadata.author == "Анна Петрова"
    assert reader.metadata.creation_date == datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert reader.trailer["/Root"]["/Lang"] == "ru-RU"


def test_the_same_letter_makes_the_same_bytes() -> None:
    first, second = (export(letter("ru"), Format.PDF, sheet("ru")) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_registered_letter_has_two_lists_for_the_post(language: str) -> None:
    texts = pages(read(letter(language), sheet(language, registered=True)))
    assert len(texts) == 3
    title = "Опись вложения" if language == "ru" else "List of enclosures"
    for copy, text in enumerate(texts[1:], 1):
        assert title in text
        assert (f"экземпляр {copy} из 2" if language == "ru" else f"copy {copy} of 2") in text
        assert letter(language).parts[Part.SUBJECT].split(":")[0] in text
        assert FOOTER.search(text) is None
        assert "____" in text, "the number of the post is to be filled in"
    assert "Всего предметов 4" in texts[1] or language == "en"


def test_the_list_for_the_post_names_its_number() -> None:
    text = pages(read(letter("ru"), sheet("ru", registered=True, track="RA100000010RU")))[1]
    assert "Трек-номер: RA100000010RU" in text


def test_what_the_font_lacks_is_seen_to_be_missing() -> None:
    hostile = "A😀B 漢 → ☐ \x1b[31mred {nb} **bold** __x__ \u202eback и\u0306"
    (text,) = pages(read(letter("ru", problem=hostile), sheet("ru")))
    assert "A\ufffdB \ufffd -> [ ] \ufffd[31mred {nb} **bold** __x__ \ufffdback й" in text


HISTORY = "So far:\n" + "\n".join(f"{day} November 2026 — my message." for day in range(10, 16))


@pytest.mark.parametrize("lines", range(14, 30, 3))
def test_a_short_list_is_not_broken(lines: int) -> None:
    filled = "\n".join(f"Line {n}" for n in range(lines))
    texts = pages(read(letter("en", problem=filled, done=HISTORY), sheet("en")))
    assert [text.count("November 2026 —") for text in texts if "So far:" in text] == [6]


@pytest.mark.parametrize("lines", range(2, 20, 3))
def test_a_signature_never_stands_alone(lines: int) -> None:
    made = letter("en", problem="\n".join(f"Line {n}" for n in range(lines)))
    last = pages(read(made, sheet("en")))[-1]
    assert "Kind regards," in last
    assert "Signature:" in last


def test_an_endless_word_is_cut_not_lost() -> None:
    word = "x" * 400
    assert word in body(read(letter("en", problem=word), sheet("en")))


def test_an_empty_letter_is_a_page() -> None:
    bare = Sheet(sender=Sender(), day=sheet("en").day)
    assert len(read(Letter("en", {}), bare).pages) == 1


@pytest.mark.parametrize("language", ["ru", "en"])
def test_day_and_contacts_stand_there_once(language: str) -> None:
    around = sheet(language)
    mine, line = around.sender, letter(language).parts[Part.CONTACTS].split("\n")[0]
    with_phone = f"{line[:-1]}, {Phrases(language).say('reach.phone', phone=mine.phone)}."
    found = body(read(letter(language, contacts=f"{with_phone}\n{line}"), around))
    for once in (mine.email, mine.phone, Wording(language).day(around.day)):
        assert not once or found.count(squeezed(once)) == 1, once
    own = "Ask for Dana." if language == "en" else "Спросите Дану."
    assert squeezed(own) in body(read(letter(language, contacts=f"{line} {own}"), around))
