"""Copies to hand out: under their own names, over nothing, and without hidden data."""

from __future__ import annotations

import io
import os
import struct
from pathlib import Path

import pytest
from desk_story import happens, opened
from PIL import Image, PngImagePlugin

from tui.cases.errors import BadInput, NotFound
from tui.desk.desk import Desk
from tui.desk.evidence.enclosed.bare import bare
from tui.desk.evidence.enclosed.handing import safe_name

SECRET = b"Anna was here"
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>Anna was here</x:xmpmeta>"
MAKE, ORIENTATION, GPS = 0x010F, 0x0112, 0x8825


def photo() -> Image.Image:
    return Image.radial_gradient("L").resize((24, 40)).convert("RGB")


def exif(turn: int = 0) -> Image.Exif:
    told = Image.Exif()
    told[MAKE] = SECRET.decode()
    told.get_ifd(GPS)[1] = "N"
    told.get_ifd(GPS)[2] = (55.0, 45.0, 7.0)
    if turn:
        told[ORIENTATION] = turn
    return told


def jpeg(turn: int = 0, **how: object) -> bytes:
    out = io.BytesIO()
    photo().save(out, "JPEG", exif=exif(turn), comment=SECRET, xmp=XMP, **how)  # type: ignore[arg-type]
    iptc = b"\xff\xed" + struct.pack(">H", len(SECRET) + 2) + SECRET
    return out.getvalue()[:2] + iptc + out.getvalue()[2:]


def png(turn: int = 0) -> bytes:
    words, out = PngImagePlugin.PngInfo(), io.BytesIO()
    words.add_text("Author", SECRET.decode())
    words.add_text("Long", SECRET.decode(), zip=True)
    words.add_itxt("XML:com.adobe.xmp", XMP.decode())
    words.add(b"tIME", bytes((7, 234, 11, 20, 10, 0, 0)))
    words.add(b"prVt", SECRET)
    photo().save(out, "PNG", pnginfo=words, exif=exif(turn), dpi=(72, 72))
    return out.getvalue()


def webp(turn: int = 0) -> bytes:
    out = io.BytesIO()
    photo().save(out, "WEBP", lossless=True, exif=exif(turn), xmp=XMP)
    return out.getvalue()


FORMATS = {"jpg": jpeg, "png": png, "webp": webp}


def opened_picture(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


@pytest.mark.parametrize("kind", FORMATS)
def test_nothing_hidden_is_left_and_every_pixel_is(kind: str) -> None:
    whole = FORMATS[kind]()
    before = opened_picture(whole)
    assert before.getexif()[MAKE] == SECRET.decode()
    assert before.getexif().get_ifd(GPS)
    after = opened_picture(bare(whole))
    assert dict(after.getexif()) == {}
    assert not after.info.keys() & {"exif", "xmp", "comment", "photoshop", "Author", "Long"}
    assert SECRET not in bare(whole)
    assert after.tobytes() == before.tobytes()
    assert (after.mode, after.size) == (before.mode, before.size)
    assert bare(bare(whole)) == bare(whole)


@pytest.mark.parametrize("turn", [1, 3, 6, 8])
@pytest.mark.parametrize("kind", FORMATS)
def test_which_side_is_up_is_all_that_stays(kind: str, turn: int) -> None:
    whole = FORMATS[kind](turn)
    after = opened_picture(bare(whole))
    assert dict(after.getexif()) == ({ORIENTATION: turn} if turn > 1 else {})
    assert after.tobytes() == opened_picture(whole).tobytes()
    assert SECRET not in bare(whole)
    assert bare(bare(whole)) == bare(whole)


@pytest.mark.parametrize("how", [{"progressive": True}, {"restart_marker_rows": 1}])
def test_jpegs_of_several_scans(how: dict[str, object]) -> None:
    whole = jpeg(**how)
    assert opened_picture(bare(whole)).tobytes() == opened_picture(whole).tobytes()


def test_colours_stay_those_that_were_meant() -> None:
    profile, out = b"\0" * 128 + b"a profile", io.BytesIO()
    photo().convert("CMYK").save(out, "JPEG", icc_profile=profile, exif=exif())
    after = opened_picture(bare(out.getvalue()))
    assert after.info["icc_profile"] == profile
    assert after.tobytes() == opened_picture(out.getvalue()).tobytes()


@pytest.mark.parametrize("kind", FORMATS)
def test_what_lies_behind_a_picture_is_cut_off(kind: str) -> None:
    whole = FORMATS[kind]()
    assert bare(whole + SECRET + whole) == bare(whole)


@pytest.mark.parametrize("kind", FORMATS)
def test_half_a_picture_is_never_passed_on_as_bare(kind: str) -> None:
    whole = FORMATS[kind]()
    for length in range(12, len(whole) - 1, 3):
        with pytest.raises(ValueError, match=r".+"):
            bare(whole[:length])


@pytest.mark.parametrize("tiff", [b"", b"II", b"MM\0*\xff\xff\xff\xff", b"II*\0\x08\0\0\0\xff\xff"])
def test_odd_exif_is_no_error(tiff: bytes) -> None:
    section = b"Exif\0\0" + tiff
    whole = jpeg()
    odd = b"\xff\xd8\xff\xe1" + struct.pack(">H", len(section) + 2) + section + whole[2:]
    assert bare(odd) == bare(whole)


def test_other_files_are_as_they_were() -> None:
    for data in (b"", b"%PDF-1.7 Author", b"plain", b"GIF89a"):
        assert bare(data) == data


# through the desk


@pytest.fixture
def case(desk: Desk, tmp_path: Path) -> int:
    """A case with a photo, a log and half a picture."""
    files = {"receipt.jpg": jpeg(6), "app.log": b"one\n", "half.png": png()[:60]}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    number = opened(desk).id
    happens(desk, number, "evidence", [tmp_path / name for name in files])
    return number


def test_copies_have_number_and_name(desk: Desk, case: int, tmp_path: Path) -> None:
    out = tmp_path / "out"
    photo, log = desk.export_evidence(case, (1, 2), out)
    assert (photo, log) == (out / "01 receipt.jpg", out / "02 app.log")
    assert photo.read_bytes() == bare(jpeg(6))
    assert log.read_bytes() == b"one\n"
    assert {path.stat().st_mode & 0o777 for path in (photo, log)} == {0o600}
    assert desk.evidence_file(case, 1).read_bytes() == jpeg(6)


def test_hidden_data_stays_where_it_is_wanted(desk: Desk, case: int, tmp_path: Path) -> None:
    files = desk.export_evidence(case, (), tmp_path / "out", with_metadata=True)
    assert [path.read_bytes() for path in files] == [jpeg(6), b"one\n", png()[:60]]


def test_nothing_is_overwritten(desk: Desk, case: int, tmp_path: Path) -> None:
    (tmp_path / "02 app.log").write_text("mine")
    (tmp_path / "02 app-2.log").symlink_to(tmp_path / "nowhere")
    (written,) = desk.export_evidence(case, (2,), tmp_path)
    assert written.name == "02 app-3.log"
    assert (tmp_path / "02 app.log").read_text() == "mine"
    assert not (tmp_path / "nowhere").exists()


def test_all_or_nothing(desk: Desk, case: int, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(BadInput, match="no whole picture"):
        desk.export_evidence(case, (), out)
    assert list(out.iterdir()) == []
    with pytest.raises(NotFound):
        desk.export_evidence(case, (1, 9), tmp_path / "never")
    assert not (tmp_path / "never").exists()


@pytest.mark.parametrize("where", ["app.log", "no/such/folder", "a\0b"])
def test_where_nothing_can_be_written(desk: Desk, case: int, tmp_path: Path, where: str) -> None:
    with pytest.raises(BadInput, match="cannot be written"):
        desk.export_evidence(case, (2,), tmp_path / where)


def test_a_case_without_evidence(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no evidence"):
        desk.export_evidence(opened(desk).id, (), tmp_path)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("01 Чек № 5.pdf", "01 Чек № 5.pdf"),
        ("01 ../../etc/passwd", "01 .._.._etc_passwd"),
        ("01 a\u241b[2J\ufffd?.txt", "01 a_[2J__.txt"),
        ("01 a.tar.gz", "01 a.tar.gz"),
        ("01 noending", "01 noending"),
        ("01 a. ", "01 a"),
    ],
)
def test_names_stay_in_their_folder(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@pytest.mark.parametrize("name", ["01 " + "я" * 500 + ".pdf", "01 " + "x." * 400])
def test_long_names_fit_on_a_disk(tmp_path: Path, name: str) -> None:
    made = safe_name(name)
    assert len(os.fsencode(made)) <= 200
    (tmp_path / made).write_bytes(b"")
