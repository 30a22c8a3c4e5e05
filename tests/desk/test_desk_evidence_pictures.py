"""Pictures as half blocks; what is made to break a reader is one sentence."""

from __future__ import annotations

import struct
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image

from tui.cases.errors import BadInput
from tui.desk.evidence.enclosed.picture import halves
from tui.letters.export.missing import LibraryMissing

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


def saved(folder: Path, name: str, picture: Image.Image, **how: object) -> Path:
    path = folder / name
    picture.save(path, **how)  # type: ignore[arg-type]
    return path


def two(width: int = 8, height: int = 8, mode: str = "RGB") -> Image.Image:
    """Red above blue."""
    picture = Image.new(mode, (width, height), RED)
    picture.paste(BLUE, (0, height // 2, width, height))
    return picture


@pytest.mark.parametrize("name", ["a.png", "a.bmp", "a.gif", "a.webp", "a.jpg"])
def test_two_pixels_are_one_cell(tmp_path: Path, name: str) -> None:
    path = saved(tmp_path, name, two(), **({"lossless": True} if name == "a.webp" else {}))
    lines = halves(path, name, 80, 24)
    assert (len(lines), {len(line) for line in lines}) == (4, {8})
    near = [[round(part / 255) for half in cell for part in half] for cell in lines[0]]
    assert near == [[1, 0, 0, 1, 0, 0]] * 8
    if name == "a.png":
        assert lines[0][0] == (RED, RED)
        assert lines[3][7] == (BLUE, BLUE)


@pytest.mark.parametrize(
    ("size", "cells"),
    [((800, 400), (40, 10)), ((400, 800), (10, 10)), ((3000, 2), (40, 1)), ((1, 500), (1, 10))],
)
def test_it_fits_and_keeps_its_form(
    tmp_path: Path, size: tuple[int, int], cells: tuple[int, int]
) -> None:
    lines = halves(saved(tmp_path, "a.png", two(*size)), "a.png", 40, 10)
    assert (len(lines[0]), len(lines)) == cells


def test_a_photo_stands_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 3  # upside down
    lines = halves(saved(tmp_path, "a.png", two(), exif=exif), "a.png", 80, 24)
    assert lines[0][0] == (BLUE, BLUE)


def test_what_can_be_seen_through_stands_on_paper(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.png", Image.new("RGBA", (2, 2), (0, 0, 0, 0)))
    assert halves(path, "a.png", 80, 24) == (((WHITE, WHITE),) * 2,)


def test_no_room_is_no_picture(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.png", two())
    assert halves(path, "a.png", 0, 5) == ()


def _png_of(width: int, height: int, data: bytes = b"") -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + check

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize("size", [(2**31 - 1, 2**31 - 1), (100_000, 1000), (1, 64_000_001)])
def test_a_bomb_is_refused_before_it_is_read(tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(_png_of(*size, zlib.compress(bytes(10**6))))
    with pytest.raises(BadInput):
        halves(path, "bomb.png", 80, 24)


def test_a_whole_picture_of_too_many_pixels_says_how_many(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.png", Image.new("1", (8001, 8001)))
    with pytest.raises(BadInput, match="too large to be shown") as said:
        halves(path, "a.png", 80, 24)
    assert said.value.sentence.values["width"] == 8001
    path = saved(tmp_path, "a.png", Image.new("1", (8000, 8000)))
    assert len(halves(path, "a.png", 80, 24)) == 24


def _broken() -> list[bytes]:
    whole = _png_of(4, 4, zlib.compress(bytes(52)))
    cut = [whole[:length] for length in range(8, 48, 5)]  # before its pixels
    return [*cut, b"GIF89a", b"BM" + bytes(60), b"RIFF\x04\0\0\0WEBP", b"\xff\xd8\xff\xe0", b"no"]


@pytest.mark.parametrize("data", _broken())
def test_what_is_broken_is_one_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(data)
    with pytest.raises(BadInput, match="cannot be shown"):
        halves(path, "a.png", 80, 24)


def test_other_formats_of_the_library_are_not_read(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be shown"):
        halves(saved(tmp_path, "a.tiff", two()), "a.tiff", 80, 24)


def test_without_the_library_the_line_to_type_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path, "a.png", two())
    for name in [name for name in sys.modules if name.partition(".")[0] == "PIL"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "PIL", None)
    with pytest.raises(LibraryMissing) as said:
        halves(path, "a.png", 80, 24)
    assert "images" in str(said.value.sentence.values["command"])
