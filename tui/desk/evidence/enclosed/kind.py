"""What a file is, by what is in it: names lie, and pasted ones have none."""

from __future__ import annotations

import codecs
from enum import StrEnum

SAMPLE = 64 * 1024  # bytes that are looked at

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
_NO_TEXT = bytes({*range(0x20), 0x7F} - set(b"\t\n\r\f\b\a\x1b"))
_FEW = 200  # one in so many characters may be broken in a text


class PieceKind(StrEnum):
    """What can be shown of a file."""

    TEXT = "text"
    PICTURE = "picture"
    PDF = "pdf"
    OTHER = "other"


def kind_of(sample: bytes) -> PieceKind:
    """By the first bytes of a file. An empty one is a text."""
    if sample.startswith(_PICTURES) or _is_webp(sample) or _is_bmp(sample):
        return PieceKind.PICTURE
    if sample.startswith(b"%PDF-"):
        return PieceKind.PDF
    return PieceKind.TEXT if _is_text(sample) else PieceKind.OTHER


def _is_webp(sample: bytes) -> bool:
    return sample[:4] == b"RIFF" and sample[8:12] == b"WEBP"


def _is_bmp(sample: bytes) -> bool:
    """“BM” may begin a text too; four zeros inside do not."""
    return sample[:2] == b"BM" and len(sample) > 26 and sample[6:10] == bytes(4)


def _is_text(sample: bytes) -> bool:
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    strange = len(sample) - len(sample.translate(None, _NO_TEXT))
    return 0 not in sample and strange * _FEW <= len(sample)


def encoding_of(sample: bytes) -> str:
    """A codec that reads a text: UTF-8 or UTF-16, else the likeliest of eight bits."""
    if sample.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le"
    if sample.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be"
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(sample)
    foreign = sum(not char.isascii() for char in text)
    # A log that was cut in the middle of a letter is still UTF-8.
    if text.count("\ufffd") * 10 <= foreign:
        return "utf-8"
    return _eight_bits(sample)


def _eight_bits(sample: bytes) -> str:
    try:
        from charset_normalizer import from_bytes
    except ModuleNotFoundError:
        return "latin-1"  # every byte is some character there
    start = next((i for i, byte in enumerate(sample) if byte > 0x7F), 0)
    known = ["cp1251", "koi8_r", "cp866", "iso8859_5", "cp1252"]
    best = from_bytes(sample[start : start + 8192], cp_isolation=known).best()
    return best.encoding if best else "latin-1"
