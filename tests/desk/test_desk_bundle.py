"""A case as one archive, read again with other eyes."""

from __future__ import annotations

import hashlib
import io
from datetime import datetime
from pathlib import Path

import pytest
from bundle_read import read_bundle, squeezed
from desk_story import ANNA, NOW, Place, happens, opened
from PIL import Image
from pypdf import PdfReader
from smtp_peers import Script

from tui.cases.errors import BadInput, NotFound
from tui.cases.promises import Kept
from tui.cases.words import Channel, Stage
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.desk.evidence.bundle import BundleWish
from tui.desk.letters.wish import Wish
from tui.letters.export.labels import label
from tui.letters.export.missing import LibraryMissing
from tui.settings.config import Config, Settings
from tui.settings.mail_values import MailSettings, Smtp
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
        "upheld-1-bundle-en.pdf", "timeline.json", "SHA256SUMS.txt",
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


def test_what_went_out_is_there_as_it_was_and_what_did_not_is_a_draft(
    desk: Desk, tmp_path: Path
) -> None:
    number = opened(desk).id  # today, the 22nd
    happens(desk, number, "sent", channel="form", at="2026-11-02T10:00", text="I want it back.")
    happens(desk, number, "sent", channel="letter", at="2026-11-09T10:00")
    path = written(desk, number, tmp_path)
    read = read_bundle(path)
    assert "draft-not-sent.txt" not in read.files, "a reminder is no news to a court"
    for words in (
        "1. 2 November 2026: Request, web form", "I want it back.",
        "2. 9 November 2026: Reminder, registered letter", "is not kept here",
        "Opened2 November 2026", "sent, not answered yet",
    ):  # fmt: skip
        assert squeezed(words) in read.text, words
    first, second = read.timeline["letters"]
    assert (first["text"], first["noted"], second.get("noted")) == (None, "I want it back.", None)
    happens(desk, number, "refused", at="2026-11-16T10:00")
    next_step = read_bundle(written(desk, number, tmp_path))
    assert "Please tell me in writing" in next_step.files["draft-not-sent.txt"].decode()
    assert squeezed("Please tell me in writing") not in next_step.text
    happens(desk, number, "closed", at="2026-11-20T10:00", outcome="expired")
    closed = read_bundle(written(desk, number, tmp_path))
    assert "draft-not-sent.txt" not in closed.files


def test_a_penalty_is_there_with_its_working(own_desk: Desk, tmp_path: Path) -> None:
    rules = tmp_path / "rules" / "my.toml"
    rules.parent.mkdir()
    rules.write_text('[meter."ru.zpp.23"]\nconfirmed = true\n')
    facts = {"playbook": "ru-shop", "amount": "20000 RUB", "country": "RU", "language": "ru"}
    number = opened(own_desk, **facts).id
    happens(own_desk, number, "sent", channel="email", at="2026-11-01T10:00", rule="ru.zpp.22")
    read = read_bundle(written(own_desk, number, tmp_path, language="ru"))
    (penalty,) = read.timeline["penalties"]
    # By law to the 11th, so from the 12th to the 22nd: 11 days of 1 % of 20 000.
    assert "2\u00a0200\u00a0₽" in penalty["sum"]
    for line in (penalty["sum"], *penalty["working"]):
        assert squeezed(line) in read.text
    court = own_desk.compose(number, "court", language="ru").letter.text()
    assert "2\u00a0200\u00a0₽" in court


async def test_of_what_was_mailed_from_here_the_text_is_kept(tmp_path: Path) -> None:
    async with Script() as peer:
        smtp = Smtp(host="127.0.0.1", port=peer.port, security="none", timeout=5)
        config = Config(language="en", country="PT", profile=ANNA, mail=MailSettings(smtp=smtp))
        place, clock = Place(tmp_path), FixedClock(NOW)
        desk = Desk(place.store(clock), clock, Settings(config=config))
        number = opened(desk, details="It broke at once.").id
        desk.add_contact_point("Meteor", Channel.EMAIL, "help@meteor.example")
        letter = desk.prepare_mail(number, Wish())
        await desk.send_mail(desk.queue_mail(letter).number)
    desk.edit(number, {"details": "Another story."})
    read = read_bundle(written(desk, number, tmp_path))
    text = read.files["letters/01 2026-11-22.txt"].decode()
    assert "It broke at once." in text
    assert text.startswith(letter.out.subject)
    assert squeezed("It broke at once.") in read.text
    hidden = read_bundle(written(desk, number, tmp_path, redacted=True))
    assert "Anna" not in hidden.files["letters/01 2026-11-22.txt"].decode()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_end_of_a_promise_has_words(language: str) -> None:
    assert all(label(language, f"bundle.{state}") for state in Kept)
    assert all(label(language, f"bundle.stage_{stage}") for stage in Stage)


def test_a_promise_that_another_answer_overtook_is_told(desk: Desk, tmp_path: Path) -> None:
    number = opened(desk).id
    happens(desk, number, "sent", channel="email", at="2026-11-02T10:00")
    happens(desk, number, "promise", at="2026-11-05", promise="2026-11-20")
    happens(desk, number, "refused", at="2026-11-10")
    read = read_bundle(written(desk, number, tmp_path))
    assert squeezed("another answer came before") in read.text


def test_the_story_and_a_letter_that_was_handed_over_are_in_it(desk: Desk, tmp_path: Path) -> None:
    number = opened(desk, details="The lid does not close.", done_already="I sent a film.").id
    letter = "Subject: Kettle\n\nHand over, please."
    happens(desk, number, "sent", channel="letter", at="2026-11-20T10:00", letter=letter)
    read = read_bundle(written(desk, number, tmp_path))
    for told in ("The lid does not close.", "I sent a film.", "Hand over, please."):
        assert squeezed(told) in read.text
    assert squeezed("The text as it went out is not kept here") not in read.text
    assert "draft-not-sent.txt" not in read.files, "nobody owes anything yet"
    hidden = read_bundle(written(desk, number, tmp_path, redacted=True))
    assert squeezed("The lid does not close.") in hidden.text


def test_secrets_in_what_goes_along_are_named(desk: Desk, tmp_path: Path) -> None:
    number = opened(desk).id
    (tmp_path / "receipt.txt").write_text("Paid\nwith 4111 1111 1111 1111\n")
    happens(desk, number, "evidence", [tmp_path / "receipt.txt"])
    (secret,) = desk.gather_bundle(number, BundleWish()).secrets
    assert secret.values["file"] == "receipt.txt"
    assert secret.values["line"] == 2
    assert desk.gather_bundle(number, BundleWish(redacted=True)).secrets == ()
