"""What was copied in is listed, read line by line, quoted, and given to the checks."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_story import Place, happens, opened

from tui.cases.errors import BadInput, NotFound
from tui.cases.words import Part
from tui.desk.desk import Desk
from tui.desk.evidence.enclosed import lines
from tui.desk.evidence.enclosed.kind import PieceKind
from tui.desk.evidence.extracts import line_range
from tui.store.errors import StoreError
from tui.wording.wording import Wording

PDF = b"%PDF-1.7\n\0rest"


def enclosed(desk: Desk, folder: Path, **files: bytes) -> int:
    """A case with these files, `_` standing for a dot in their names."""
    paths = [folder / name.replace("_", ".") for name in files]
    for path, content in zip(paths, files.values(), strict=True):
        path.write_bytes(content)
    case = opened(desk)
    happens(desk, case.id, "evidence", paths)
    return case.id


def test_pieces_say_what_is_in_them_and_since_when(place: Place, tmp_path: Path) -> None:
    desk = place.desk()
    number = enclosed(desk, tmp_path, app_log=b"one\ntwo\nthree", bill_txt=PDF, x_pdf=b"\0\1")
    text, pdf, other = desk.evidence(number)
    assert (text.number, text.name, text.kind, text.lines) == (1, "app.log", PieceKind.TEXT, 3)
    assert (pdf.kind, pdf.lines, pdf.size) == (PieceKind.PDF, 0, len(PDF))
    assert other.kind is PieceKind.OTHER
    assert text.event == desk.case(number).timeline[0].id
    assert text.at == desk.case(number).timeline[0].at
    assert text.trouble is None


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "text"),
        (b"BMW is late, says the dealer of the town", "text"),
        ("Ждал до вечера".encode("cp1251"), "text"),
        ("Ждал".encode("utf-16"), "text"),
        (b"a\0b", "other"),
        (bytes(range(1, 32)) * 9, "other"),
        (b"PK\3\4" + bytes(40), "other"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"GIF89a", "picture"),
        (b"RIFF\0\0\0\0WEBP", "picture"),
    ],
)
def test_the_content_decides_what_it_is(
    desk: Desk, tmp_path: Path, content: bytes, kind: str
) -> None:
    assert [p.kind for p in desk.evidence(enclosed(desk, tmp_path, a_b=content))] == [kind]


RUSSIAN = "Заказ № 4821-77 не передан.\r\nОператор обещал звонок, но звонка не было.\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r", "cp866"])
def test_lines_are_read_in_their_encoding(desk: Desk, tmp_path: Path, encoding: str) -> None:
    text = RUSSIAN if encoding != "koi8-r" else RUSSIAN.replace("№", "N")
    number = enclosed(desk, tmp_path, a_txt=text.encode(encoding))
    assert desk.evidence_text(number, 1) == tuple(text.split("\r\n")[:-1])


def test_utf_16_of_both_kinds(desk: Desk, tmp_path: Path) -> None:
    # ਊ ends in the byte that is a line feed elsewhere, and stands before a zero.
    text = "ਊ\u0100\nb"
    for codec, mark in (("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")):
        number = enclosed(desk, tmp_path, a_txt=mark + text.encode(codec))
        assert desk.evidence_text(number, 1) == ("ਊ\u0100", "b")


def test_a_broken_letter_does_not_make_another_encoding(desk: Desk, tmp_path: Path) -> None:
    number = enclosed(desk, tmp_path, a_log=RUSSIAN.encode() + b"\xd0\n")
    assert desk.evidence_text(number, 1)[0] == RUSSIAN.partition("\r\n")[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("chunk", [4, 64, 2**16])
def test_any_lines_of_a_long_text(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chunk: int, encoding: str
) -> None:
    monkeypatch.setattr(lines, "_CHUNK", chunk)
    said = [f"строка {n}" if n % 3 else "" for n in range(1, 60)]
    number = enclosed(desk, tmp_path, a_log="\n".join(said).encode(encoding))
    assert desk.evidence(number)[0].lines == 59
    for first in range(1, 61):
        for last in (first, first + 1, first + 7, 59):
            assert desk.evidence_text(number, 1, first, last) == tuple(said[first - 1 : last])
    assert desk.evidence_text(number, 1, 50, most=3) == tuple(said[49:52])
    assert desk.evidence_text(number, 1, 500) == ()


def test_a_line_as_long_as_the_file_is_cut(desk: Desk, tmp_path: Path) -> None:
    number = enclosed(desk, tmp_path, a_json=b"{" + b"x" * 300_000 + b"\nlast")
    long, last = desk.evidence_text(number, 1)
    assert len(long) == lines.LONGEST + 1
    assert long.endswith("x…")
    assert last == "last"


def test_lines_cannot_act_on_a_terminal(desk: Desk, tmp_path: Path) -> None:
    number = enclosed(desk, tmp_path, a_log="\x1b[2Jgone\a\tb\rc\u202e\n".encode())
    (line,) = desk.evidence_text(number, 1)
    assert line == "␛[2Jgone␇       b␍c\ufffd"


def test_an_extract_names_its_place_in_the_language_of_the_case(desk: Desk, tmp_path: Path) -> None:
    number = enclosed(desk, tmp_path, a_log=b"one\n\nthree\n", b_pdf=PDF)
    desk.edit(number, {"language": "en"})
    assert desk.extract(number, 1, 1, 3) == "Enclosure 1, a.log, lines 1-3:\n> one\n>\n> three"
    assert desk.extract(number, 1, 3, 3) == "Enclosure 1, a.log, line 3:\n> three"
    desk.edit(number, {"language": "ru"})
    heading = Wording("ru").t(
        "Enclosure {number}, {name}, lines {first}-{last}:", number=1, name="a.log", first=1, last=3
    )
    assert desk.extract(number, 1, 1, 3).splitlines()[0] == heading
    for first, last in ((0, 1), (2, 1), (1, 4)):
        with pytest.raises(BadInput, match="has lines 1 to"):
            desk.extract(number, 1, first, last)
    with pytest.raises(BadInput, match="no text"):
        desk.extract(number, 2, 1, 1)


def test_an_extract_is_no_whole_log(desk: Desk, tmp_path: Path) -> None:
    number = enclosed(desk, tmp_path, a_log=b"x\n" * 500)
    assert len(desk.extract(number, 1, 1, 200).splitlines()) == 201
    with pytest.raises(BadInput, match="quotes at most"):
        desk.extract(number, 1, 1, 201)


@pytest.mark.parametrize(
    ("typed", "lines"), [("120-134", (120, 134)), (" 7 ", (7, 7)), ("1 – 2", (1, 2))]
)
def test_typed_lines(typed: str, lines: tuple[int, int]) -> None:
    assert line_range(typed) == lines


@pytest.mark.parametrize("typed", ["", "a", "1-b", "-3", "1-2-3", "٣", "1" * 5000])
def test_what_is_no_range_of_lines(typed: str) -> None:
    with pytest.raises(BadInput, match="no range of lines"):
        line_range(typed)


def test_a_quotation_stands_below_the_problem(desk: Desk, tmp_path: Path) -> None:
    number = enclosed(desk, tmp_path, a_log=b"one\n")
    quote = desk.extract(number, 1, 1, 1)
    before = desk.case(number).details
    desk.quote_in_letter(number, quote)
    assert desk.case(number).details == f"{before}\n\n{quote}"
    assert desk.letter(number).parts[Part.PROBLEM].rstrip().endswith("> one")
    desk.undo()
    assert desk.case(number).details == before


def test_a_quotation_in_a_later_letter_keeps_what_was_written(desk: Desk, tmp_path: Path) -> None:
    number = enclosed(desk, tmp_path, a_log=b"one\n")
    happens(desk, number, "sent", channel="email")
    written = desk.letter(number).parts[Part.PROBLEM]
    desk.quote_in_letter(number, desk.extract(number, 1, 1, 1))
    now = desk.letter(number).parts[Part.PROBLEM]
    assert now.startswith(written.rstrip())
    assert now.rstrip().endswith("> one")


def test_the_checks_get_every_text(desk: Desk, tmp_path: Path) -> None:
    long = b"password: hunter2\r\n" + b"x" * 2_000_000
    number = enclosed(desk, tmp_path, a_log=long, b_pdf=PDF, c_txt=RUSSIAN.encode("cp1251"))
    (name, text), (second, other) = desk.evidence_texts(number)
    assert (name, second) == ("a.log", "c.txt")
    assert text.startswith("password: hunter2\nx")
    assert len(text) < 1_000_001
    assert other == RUSSIAN.replace("\r\n", "\n")


def test_a_number_that_is_not_there(desk: Desk, tmp_path: Path) -> None:
    number = enclosed(desk, tmp_path, a_log=b"one\n")
    for ask in (desk.evidence_file, desk.evidence_text):
        with pytest.raises(NotFound, match="has no enclosure"):
            ask(number, 2)
    with pytest.raises(NotFound):
        desk.evidence(77)


def test_missing_and_damaged_files_are_said_and_do_not_hide_the_others(tmp_path: Path) -> None:
    place = Place(tmp_path)
    desk = place.desk()
    number = enclosed(desk, tmp_path, a_log=b"one\n", b_log=b"two\n", c_log=b"three\n")
    pieces = desk.evidence(number)
    (tmp_path / "data" / "evidence" / pieces[0].sha256).unlink()
    (tmp_path / "data" / "evidence" / pieces[1].sha256).write_bytes(b"2\n")
    missing, damaged, whole = desk.evidence(number)
    words = Wording("en")
    assert missing.trouble is not None
    assert damaged.trouble is not None
    assert "a.log" in words.say(missing.trouble)
    assert "was changed since" in words.say(damaged.trouble)
    assert (whole.trouble, whole.lines) == (None, 1)
    assert [name for name, _ in desk.evidence_texts(number)] == ["c.log"]
    for wrong in (1, 2):
        with pytest.raises(StoreError):
            desk.evidence_text(number, wrong)


def test_50_mb_are_read_by_page(desk: Desk, tmp_path: Path) -> None:
    line = b"2026-11-20 10:00:00 the same again and again\n"
    number = enclosed(desk, tmp_path, a_log=line * (50 * 10**6 // len(line)))
    count = desk.evidence(number)[0].lines
    assert count == 50 * 10**6 // len(line)
    assert desk.evidence_text(number, 1, count) == (line.decode().rstrip(),)
    assert desk.evidence_file(number, 1).stat().st_size == count * len(line)
