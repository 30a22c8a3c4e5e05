"""A case as one archive, read again with other eyes."""

from __future__ import annotations

import hashlib
import io
from datetime import datetime
from pathlib import Path

import pytest
from bundle_read import read_bundle, squeezed
from desk_story import Place, happens, opened
from PIL import Image
from pypdf import PdfReader

from tui.cases.errors import BadInput, NotFound
from tui.desk.bundle import BundleWish
from tui.desk.desk import Desk
from tui.letters.export.missing import LibraryMissing
from tui.store.errors import StoreError

MAKE = 0x010F
EVENTS = 60


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Place(tmp_path).desk()


@pytest.fixture
def case(desk: Desk, tmp_path: Path) -> int:
    """A case that was sent, promised and answered, with a photo, a log and a paper."""
    number = opened(desk).id
    happens(desk, number, "sent", channel="email", at="2026-11-02T10:00", due="2026-11-12")
    happens(desk, number, "promise", at="2026-11-05", agent="Dana", promise="2026-11-10",
            text="the refund will be paid", reference="55-10")  # fmt: skip
    exif = Image.Exif()
    exif[MAKE] = "Anna was here"
    Image.radial_gradient("L").convert("RGB").save(tmp_path / "чек.jpg", exif=exif)
    (tmp_path / "app.log").write_text("".join(f"line {n}   refused\n" for n in range(1, 401)))
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7\0")
    files = [tmp_path / name for name in ("чек.jpg", "app.log", "paper.pdf")]
    happens(desk, number, "evidence", files, at="2026-11-06T09:00")
    happens(desk, number, "note", text="they are bluffing", at="2026-11-07T09:00")
    return number


def written(desk: Desk, case: int, where: Path, **wish: object) -> Path:
    return desk.write_bundle(desk.gather_bundle(case, BundleWish(**wish)), str(where))  # type: ignore[arg-type]


def test_all_is_there_and_every_checksum_holds(desk: Desk, case: int, tmp_path: Path) -> None:
    path = written(desk, case, tmp_path)
    assert path == tmp_path / "upheld-1-bundle-en.zip"
    assert path.stat().st_mode & 0o777 == 0o600
    read = read_bundle(path)
    assert set(read.files) == {
        "upheld-1-bundle-en.pdf", "letter.txt", "timeline.json", "SHA256SUMS.txt",
        "enclosures/01 чек.jpg", "enclosures/02 app.log", "enclosures/03 paper.pdf",
    }  # fmt: skip
    made = {name: hashlib.sha256(data).hexdigest() for name, data in read.files.items()}
    del made["SHA256SUMS.txt"]
    assert read.sums == made
    for piece in desk.evidence(case):
        name = f"enclosures/{piece.number:02} {piece.name}"
        assert read.files[name] == desk.evidence_file(case, piece.number).read_bytes()
        assert read.sums[name] == piece.sha256
        assert piece.sha256 in read.text


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_document_says_everything(desk: Desk, case: int, tmp_path: Path, language: str) -> None:
    read = read_bundle(written(desk, case, tmp_path, language=language))
    said = ["Meteor", "Refund of a kettle", "Anna Petrova", "anna@example.org", "55-10", "Dana",
            "the refund will be paid", "чек.jpg", "line 300   refused"]  # fmt: skip
    said += {
        "en": ["Case file no. 1", "Chronology", "10 November 2026", "broken", "lines left: 100",
               "late from", "page 1 of 9"],
        "ru": ["Материалы обращения № 1", "Хронология", "10 ноября 2026", "нарушено",
               "строк осталось: 100", "стр. 1 из 9"],
    }[language]  # fmt: skip
    for words in said:
        assert squeezed(words) in read.text, words
    assert "bluffing" not in read.text + str(read.timeline)
    assert "line301" not in read.text
    titles = [item["/Title"] for item in read.document.outline if isinstance(item, dict)]
    assert len(titles) == 7


def test_money_back_and_last_words_are_told(desk: Desk, tmp_path: Path) -> None:
    number = opened(desk).id
    happens(desk, number, "sent", channel="email", at="2026-11-02T10:00")
    happens(desk, number, "answered", answer="partly", refund="50 EUR", final="yes",
            at="2026-11-05T10:00")  # fmt: skip
    read = read_bundle(written(desk, number, tmp_path))
    assert squeezed("refunded €50; their final answer") in read.text
    assert read.timeline["timeline"][1].items() >= {"refund": "€50", "final": True}.items()


def test_contents_tell_the_true_pages(desk: Desk, case: int, tmp_path: Path) -> None:
    reader = read_bundle(written(desk, case, tmp_path)).document
    cover = reader.pages[0].extract_text().splitlines()
    for item in reader.outline:
        if isinstance(item, dict) and (page := reader.get_destination_page_number(item)):
            line = cover[cover.index("Contents") :]
            told = " ".join(line).partition(item.title)[2].split()[0]
            assert told == str(page + 1), item.title


def test_a_picture_is_a_page_and_hides_nothing(desk: Desk, case: int, tmp_path: Path) -> None:
    read = read_bundle(written(desk, case, tmp_path))
    (picture,) = (image for page in read.document.pages for image in page.images)
    with Image.open(io.BytesIO(picture.data)) as shown:
        assert (shown.size, dict(shown.getexif())) == ((256, 256), {})
    pdf = read.files["upheld-1-bundle-en.pdf"]
    assert b"Anna was here" not in pdf
    assert b"Anna was here" in read.files["enclosures/01 чек.jpg"], "the original is untouched"


def test_the_same_case_makes_the_same_bytes(desk: Desk, case: int, tmp_path: Path) -> None:
    first, second = (written(desk, case, tmp_path) for _ in range(2))
    assert (first.name, second.name) == ("upheld-1-bundle-en.zip", "upheld-1-bundle-en-2.zip")
    assert first.read_bytes() == second.read_bytes()
    assert {entry.date_time for entry in read_bundle(first).entries} == {(2026, 11, 22, 10, 30, 0)}


def test_a_long_story_keeps_its_headings(desk: Desk, tmp_path: Path) -> None:
    number = opened(desk, expected_result="please " * 400 + "refund 124.90").id
    for n in range(EVENTS):
        at = datetime(2026, 11, 1 + n // 4, 9 + n % 4).isoformat()
        text = "word " * 1500 if n == 7 else f"message {n}"
        happens(desk, number, "received" if n % 2 else "sent", at=at, channel="email",
                text="x\n" * 200 if n == 9 else text)  # fmt: skip
    reader = read_bundle(written(desk, number, tmp_path)).document
    pages = [page.extract_text() for page in reader.pages]
    headed = [text for text in pages if "What happened" in text]
    assert len(headed) > 3
    whole = "".join(pages)
    assert all(f"message {n}" in whole for n in range(EVENTS) if n not in (7, 9))
    assert whole.count("word") == 1500
    assert sum(pages[n].count("please") for n in (0, 1)) == 400
    assert len(read_bundle(written(desk, number, tmp_path)).timeline["timeline"]) == EVENTS


def test_hostile_names_stay_in_their_folder(desk: Desk, case: int, tmp_path: Path) -> None:
    case_of = desk.case(case)
    document = desk.export((case,))
    (plain,) = document["cases"]
    names = ["../../etc/passwd", "a\x1b[2J\r\nb.txt", "..\\x:*?.log"]
    for event in plain["timeline"]:
        for piece, name in zip(event["evidence"], names, strict=False):
            piece["name"] = name
    plain["revision"] = case_of.revision + 1
    desk.import_document(document)
    read = read_bundle(written(desk, case, tmp_path))
    inside = [name for name in read.files if name.startswith("enclosures/")]
    assert len(inside) == 3
    for name in inside:
        assert name.count("/") == 1
        assert name.isprintable()
        assert not set(name) & set('\\:*?"')
    assert PdfReader(io.BytesIO(read.files["upheld-1-bundle-en.pdf"])).pages


def test_nothing_is_written_over(desk: Desk, case: int, tmp_path: Path) -> None:
    mine = tmp_path / "mine.zip"
    mine.write_text("mine")
    before = set(tmp_path.iterdir())
    with pytest.raises(BadInput, match="exists"):
        written(desk, case, mine)
    for where in ("mine.pdf", "no/such/folder/a.zip", "nowhere"):
        with pytest.raises(BadInput):
            written(desk, case, tmp_path / where)
    assert (mine.read_text(), set(tmp_path.iterdir())) == ("mine", before)


def test_half_a_bundle_is_never_left(
    desk: Desk, case: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    gathered = desk.gather_bundle(case, BundleWish())
    desk.evidence_file(case, 3).unlink()
    with pytest.raises(BadInput, match="cannot be written"):
        desk.write_bundle(gathered, str(out))
    with pytest.raises(StoreError):
        desk.gather_bundle(case, BundleWish())
    monkeypatch.setitem(__import__("sys").modules, "fpdf", None)
    for ours in ("paper", "bundle_paper"):
        monkeypatch.delitem(__import__("sys").modules, f"tui.letters.export.{ours}", raising=False)
    with pytest.raises(LibraryMissing) as caught:
        desk.write_bundle(desk.gather_bundle(opened(desk).id, BundleWish()), str(out))
    assert "[pdf]" in str(caught.value.sentence.values["command"])
    assert list(out.iterdir()) == []


def test_what_cannot_be_asked_for(desk: Desk, case: int) -> None:
    with pytest.raises(BadInput, match="redacted"):
        desk.gather_bundle(case, BundleWish(chosen=(1,)))
    with pytest.raises(NotFound):
        desk.gather_bundle(case, BundleWish(redacted=True, chosen=(9,)))
