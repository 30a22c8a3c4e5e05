"""A redacted bundle tells of no person: not on its pages, not beside them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from bundle_read import Read, read_bundle, squeezed
from desk_story import Place, happens, opened
from PIL import Image

from tui.cases.errors import BadInput
from tui.desk.desk import Desk
from tui.desk.evidence.bundle import BundleWish
from tui.settings.config import Profile

SECRETS = (
    "Anna", "Petrova", "anna@", "+351900", "77-1", "5510", "Oleg", "Смирнов", "Кузнец", "4111",
    "1234", "DE89", "Лесная", "HighStreet", "LS1", "111-22-33", "tok3n", "scan", "receipt",
    "hunter2", "4510", "RA12", "help@",
)  # fmt: skip
STAYS = ("Meteor", "124.90", "1 December 2026", "2300-1")
TEXT = (
    "Оператор Oleg wrote: Смирнов И.И. и Мария Сергеевна Кузнецова, ул. Лесная, д. 5, кв. 1, "
    "12 High Street, Leeds LS1 4AB; card 4111 1111 1111 1111 or *1234, IBAN DE89 3704 0044 0532 "
    "0130 00; 8 (900) 111-22-33, паспорт 4510 123456; https://x.example/t?k=tok3n; "
    "password: hunter2!; parcel RA123456789RU; 5510; see scan Petrova.png. Закон № 2300-1."
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Place(tmp_path).desk()


@pytest.fixture
def case(desk: Desk, tmp_path: Path) -> int:
    """A case full of people, numbers and files that are called after them."""
    number = opened(desk, details=f"It arrived broken on 2 November 2026. {TEXT}",
                    subject="Refund of a kettle for Anna Petrova, order 77-1").id  # fmt: skip
    happens(desk, number, "sent", at="2026-11-02T10:00", channel="email", text=TEXT,
            to="help@meteor.example", due="2026-11-12")  # fmt: skip
    happens(desk, number, "promise", at="2026-11-05", agent="Oleg Смирнов", promise="2026-11-10",
            text=TEXT, reference="5510", url="https://meteor.example/tok3n")  # fmt: skip
    happens(desk, number, "refused", at="2026-11-05T15:00", text=TEXT)  # a step is next
    exif = Image.Exif()
    exif[0x010F] = "GPS of Anna"
    Image.new("RGB", (40, 40), (200, 0, 0)).save(tmp_path / "scan Petrova.png", exif=exif)
    (tmp_path / "receipt.Anna").write_text("Anna paid")
    (tmp_path / "half.png").write_bytes((tmp_path / "scan Petrova.png").read_bytes()[:60])
    names = ("scan Petrova.png", "receipt.Anna", "half.png")
    happens(desk, number, "evidence", [tmp_path / name for name in names], at="2026-11-06T09:00")
    return number


def redacted(desk: Desk, case: int, where: Path, **wish: object) -> Read:
    gathered = desk.gather_bundle(case, BundleWish(redacted=True, **wish))  # type: ignore[arg-type]
    return read_bundle(desk.write_bundle(gathered, str(where)))


def everything(read: Read) -> str:
    """All that can be read anywhere in it, without white space."""
    names = "".join(entry.filename + entry.comment.decode() for entry in read.entries)
    reader = read.document
    about = f"{reader.metadata}{reader.xmp_metadata}{reader.outline}{reader.attachments}"
    texts = (data.decode() for name, data in read.files.items() if name.endswith((".txt", ".json")))
    return squeezed("".join((names, about, *texts))) + read.text


@pytest.mark.parametrize("language", ["en", "ru"])
def test_nobody_is_told_of(desk: Desk, case: int, tmp_path: Path, language: str) -> None:
    whole = desk.gather_bundle(case, BundleWish(language=language))
    told = everything(read_bundle(desk.write_bundle(whole, str(tmp_path))))
    assert [secret for secret in SECRETS if secret not in told] == []
    read = redacted(desk, case, tmp_path, language=language)
    found = everything(read)
    # A checksum may hold any digits.
    for digest in (piece.sha256 for piece in desk.evidence(case)):
        assert digest in found
        found = found.replace(digest, "")
    for digest in read.sums.values():
        found = found.replace(digest, "")
    assert [secret for secret in SECRETS if secret in found] == []
    for fact in STAYS if language == "en" else STAYS[:2]:
        assert squeezed(fact) in found, fact
    names = ("draft-not-sent.txt", "timeline.json", "SHA256SUMS.txt")
    assert set(read.files) == {f"upheld-1-redacted-{language}.pdf", *names}


def test_what_was_chosen_goes_along_by_its_number(desk: Desk, case: int, tmp_path: Path) -> None:
    read = redacted(desk, case, tmp_path, chosen=(1, 2))
    assert {"enclosures/01.png", "enclosures/02"} < set(read.files)
    with Image.open(io.BytesIO(read.files["enclosures/01.png"])) as picture:
        assert dict(picture.getexif()) == {}
    first, second, third = read.timeline["enclosures"]
    assert first["copy_sha256"] == read.sums["enclosures/01.png"] != first["sha256"]
    assert first["copy_sha256"] in read.text
    assert second == {"number": 2, "sha256": read.sums["enclosures/02"], "file": "enclosures/02"}
    assert third.keys() == {"number", "sha256"}
    assert "scan" not in everything(read)


def test_who_i_am_elsewhere_is_told_as_little(desk: Desk, case: int, tmp_path: Path) -> None:
    desk.save_profile(Profile(name="Ivan Orlov", phone="12 34 56 78"), "office")
    happens(
        desk, case, "sent", at="2026-11-08T10:00", channel="email", text="ORLOV, Ivan, 12 34 56 78"
    )
    found = everything(redacted(desk, case, tmp_path))
    assert not any(secret in found for secret in ("Orlov", "ORLOV", "Ivan", "12345678"))


def test_half_a_picture_hides_what_nobody_can_tell(desk: Desk, case: int, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    with pytest.raises(BadInput, match="no whole picture"):
        redacted(desk, case, tmp_path, chosen=(3,))
    assert set(tmp_path.iterdir()) == before


def test_a_damaged_picture_is_told_of_in_a_whole_bundle(
    desk: Desk, case: int, tmp_path: Path
) -> None:
    read = read_bundle(desk.write_bundle(desk.gather_bundle(case, BundleWish()), str(tmp_path)))
    assert squeezed("The picture cannot be shown") in read.text
    assert "enclosures/03 half.png" in read.files
