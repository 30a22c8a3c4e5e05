"""Pictures without what they say of themselves: place, camera, time, author, thumbnails.

The picture itself is not touched: only whole sections of the file are left out, so that no
pixel changes. Only which side is up is said again, since without it a picture lies on its side.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_APP0, _APP1, _APP2, _APP14 = 0xE0, 0xE1, 0xE2, 0xEE
_EOI, _SOS, _COMMENT = 0xD9, 0xDA, 0xFE
_ALONE = frozenset({0x01, _EOI, *range(0xD0, 0xD8)})  # markers without a length
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_EXIF = b"Exif\0\0"
_ORIENTATION = 0x0112

# What of a PNG is needed to show it; all others are words, dates, or nobody knows.
_SHOWN = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT "
    b"acTL fcTL fdAT".split()
)
_SHOWN_WEBP = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_HAS_EXIF, _HAS_XMP = 0x08, 0x04  # flags of VP8X


def bare(data: bytes) -> bytes:
    """A JPEG, PNG or WebP without hidden data; anything else as it is.

    Raises ValueError for a file that is no whole picture: what it hides cannot be told.
    """
    try:
        if data.startswith(_JPEG):
            return _bare_jpeg(data)
        if data.startswith(_PNG):
            return _bare_png(data)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _bare_webp(data)
    except (IndexError, struct.error) as error:
        raise ValueError("cut off") from error
    return data


def _bare_jpeg(data: bytes) -> bytes:
    kept, turn = [], 1
    for marker, section in _jpeg_sections(data):
        if marker == _APP1 and section[4:10] == _EXIF:
            turn = turn_in(section[10:])
        if marker == _APP0 and section[4:9] == b"JFIF\0":
            kept.append(b"\xff\xe0\0\x10" + section[4:16] + b"\0\0")  # without its thumbnail
        elif _is_picture(marker, section):
            kept.append(section)
    if turn != 1:
        exif = _EXIF + _tiff(turn)
        at = 1 if kept and kept[0].startswith(b"\xff\xe0") else 0
        kept.insert(at, b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif)
    return _JPEG + b"".join(kept)


def _is_picture(marker: int, section: bytes) -> bool:
    """Adobe's APP14 says which colours are meant, APP2 may have their profile."""
    if marker == _APP2:
        return section[4:16] == b"ICC_PROFILE\0"
    return marker == _APP14 or not (_APP0 <= marker <= 0xEF or marker == _COMMENT)


def _jpeg_sections(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and section, to the end of the picture: a phone may put a film behind it."""
    place, marker = 2, 0
    while marker != _EOI:
        if data[place] != 0xFF:
            raise ValueError("no section begins here")
        while data[place + 1] == 0xFF:  # filling
            place += 1
        marker = data[place + 1]
        end = _jpeg_end(data, place + 2, marker)
        yield marker, data[place:end]
        place = end


def _jpeg_end(data: bytes, place: int, marker: int) -> int:
    """Where the section ends whose marker stands before `place`."""
    if marker in _ALONE:
        return place
    (length,) = struct.unpack_from(">H", data, place)
    end: int = place + length
    if length < 2 or end > len(data):
        raise ValueError("cut off")
    if marker != _SOS:
        return end
    found = _AFTER_SCAN.search(data, end)
    if found is None:
        raise ValueError("the picture has no end")
    return found.start()


def turn_in(tiff: bytes) -> int:
    """Which side is up, 1 to 8, as EXIF says it; 1 where it says nothing of use."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2], "")
    if not order:
        return 1
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for place in range(start + 2, start + 2 + 12 * count, 12):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, place)
            if tag == _ORIENTATION:
                return int(value) if 1 <= value <= 8 else 1
    except struct.error:
        pass
    return 1


def _tiff(turn: int) -> bytes:
    """EXIF that says which side is up, and nothing else."""
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, turn, 0)
    return b"MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4)


def _bare_png(data: bytes) -> bytes:
    kept, place, turn, name = [], len(_PNG), 1, b""
    while name != b"IEND":
        (length,) = struct.unpack_from(">I", data, place)
        name, end = data[place + 4 : place + 8], place + 12 + length
        if end > len(data):
            raise ValueError("cut off")
        if name == b"eXIf":
            turn = turn_in(data[place + 8 : end - 4])
        if name in _SHOWN:
            kept.append(data[place:end])
        place = end
    if turn != 1:
        kept.insert(1, _png_chunk(b"eXIf", _tiff(turn)))
    return _PNG + b"".join(kept)


def _png_chunk(name: bytes, data: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + data))
    return struct.pack(">I", len(data)) + name + data + check


def _bare_webp(data: bytes) -> bytes:
    (size,) = struct.unpack_from("<I", data, 4)
    end, place, turn = 8 + size, 12, 1
    if end > len(data):
        raise ValueError("cut off")
    kept = []
    while place + 8 <= end:
        name = data[place : place + 4]
        (length,) = struct.unpack_from("<I", data, place + 4)
        content = data[place + 8 : place + 8 + length]
        if len(content) < length:
            raise ValueError("cut off")
        if name == b"EXIF":
            turn = turn_in(content.removeprefix(_EXIF))
        if name in _SHOWN_WEBP:
            kept.append((name, content))
        place += 8 + length + length % 2
    if turn != 1:
        kept.append((b"EXIF", _tiff(turn)))
    body = b"WEBP" + b"".join(_webp_chunk(name, part, turn) for name, part in kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _webp_chunk(name: bytes, data: bytes, turn: int) -> bytes:
    if name == b"VP8X":
        flags = data[0] & ~(_HAS_EXIF | _HAS_XMP) | (_HAS_EXIF if turn != 1 else 0)
        data = bytes((flags,)) + data[1:]
    return name + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)
