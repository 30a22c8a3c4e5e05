"""Bytes as text: what is declared, if it holds; then UTF-8; then a guess.

Companies mislabel: windows-1251 as us-ascii or iso-8859-1, koi8-r without a word. The
declared charset is believed where the bytes are lawful in it and the outcome is a language.
"""

from __future__ import annotations

import binascii
import codecs
import quopri
import re

_CYRILLIC = ("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic")
_WESTERN = ("iso8859-1", "cp1252")
_SAMPLE = 8192
_LETTERS = re.compile("[^\\W\\d_]")
_FOREIGN = re.compile("[\u0080-\u02ff]")
_RUN = re.compile("[\u00c0-\u00ff]{4}")
_HIGH = re.compile(rb"[\x80-\xff]+")
_INSIDE_LATIN = re.compile(
    rb"(?<=[A-Za-z])[\x80-\xff]{1,2}(?=[a-z])|(?<=[a-z]{2})[\x80-\xff](?![\x80-\xff])"
)
_FREQUENT = frozenset("оеаинтсрвл")  # nearly two of three letters of any Russian text
_CASE_INSIDE = re.compile("[а-яё][А-ЯЁ]|[А-ЯЁ][А-ЯЁ][а-яё]")
_NOT_RUSSIAN = re.compile(
    "[\u0400\u0402-\u040f\u0450\u0452-\u045f\u0490\u0491\u2500-\u25ff¤¦§©¬®°±µ¶·]"
)
_KNOWN = frozenset({
    *("ascii", "utf-8", "utf-7", "utf-16", "utf-16-le", "utf-16-be", "utf-32"),
    *(f"iso8859-{n}" for n in (*range(1, 12), *range(13, 17))),
    *(f"cp{n}" for n in range(1250, 1259)), *("cp437", "cp850", "cp852", "cp855", "cp866"),
    *("koi8-r", "koi8-u", "koi8-t", "kz1048", "ptcp154", "mac-cyrillic", "mac-roman"),
    *("gb2312", "gbk", "gb18030", "big5", "shift_jis", "iso2022_jp", "euc_jp", "euc_kr"),
    *("tis-620", "cp949", "cp932", "cp950", "hz", "cp874"),
})  # fmt: skip
_WINDOWS = re.compile(r"^(?:x-)?(?:windows|win|cp)[-_ ]?(?=125\d)")
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_BETWEEN = re.compile(r"(?<=\?=)\s+(?==\?[^?\s]{1,60}\?[bBqQ]\?)")


def text_of(data: bytes, declared: str = "") -> tuple[str, bool]:
    """The text of `data`, and whether its charset is certain. Never raises."""
    name = _codec(declared)
    utf8 = _strict(data, "utf-8")
    if data.isascii() and name not in ("utf-7", "iso2022_jp", "hz"):
        return data.decode("ascii"), True
    if utf8 is not None and not name.startswith(("utf-16", "utf-32", "gb", "big", "shift", "euc")):
        return utf8, True  # eight-bit text that is lawful UTF-8 by chance is not met
    told = _strict(data, "cp1252" if name in _WESTERN else name) if name else None
    if told is not None and not _is_mistaken(told, name):
        return told, True
    return guessed(data), False


def _codec(declared: str) -> str:
    """The name that Python knows a charset by; "" for what no mail may ask for."""
    told = _WINDOWS.sub("cp", declared.strip().strip("\"'").lower()[:40])
    told = "koi8-r" if told == "koi8r" else told
    try:
        name = codecs.lookup(told).name if told else ""
    except (LookupError, ValueError, UnicodeError):
        return ""
    return name if name in _KNOWN else ""


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeError, ValueError):
        return None


def _is_mistaken(text: str, name: str) -> bool:
    """Whether eight-bit text reads as nothing in the charset that it is said to be in."""
    sample = text[:_SAMPLE]
    if name in _WESTERN:
        letters = len(_LETTERS.findall(sample))
        return len(_FOREIGN.findall(sample)) * 2 > letters or bool(_RUN.search(sample))
    if name.replace("-", "_") not in _CYRILLIC:
        return False
    data = sample.encode(name, "replace")
    return max(_scores(data).values()) > _russian(sample) + 0.2


def guessed(data: bytes) -> str:
    """The likeliest reading of bytes that nobody named; no byte is left out."""
    start = next((i for i, byte in enumerate(data) if byte > 0x7F), 0)
    sample = data[max(0, start - 64) : start + _SAMPLE]
    scores = _scores(sample)
    best = max(scores, key=lambda name: scores[name])
    if len(_INSIDE_LATIN.findall(sample)) * 5 >= 2 * len(_HIGH.findall(sample)):
        best = "cp1252"
    elif scores[best] < 0.4:
        best = _by_statistics(sample) or best
    return data.decode(best, "replace")


def _scores(sample: bytes) -> dict[str, float]:
    return {name: _russian(sample.decode(name, "replace")) for name in _CYRILLIC}


def _russian(text: str) -> float:
    """How much the foreign letters of a text look Russian: 0 not at all, about 0.7 a text."""
    strange = [char for char in text if not char.isascii()]
    if not strange:
        return 0.0
    usual = sum(char.lower() in _FREQUENT for char in strange)
    small = sum("а" <= char <= "я" for char in strange)
    odd = len(_CASE_INSIDE.findall(text)) + 2 * len(_NOT_RUSSIAN.findall(text))
    return (usual + 0.05 * small - odd) / len(strange)


def _by_statistics(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    known = ["cp1251", "koi8_r", "cp866", "iso8859_5", "cp1252"]
    best = from_bytes(sample, cp_isolation=known).best()
    return best.encoding if best else ""


def header_text(value: bytes) -> str:
    """The text of a header: raw eight-bit letters guessed, encoded words (RFC 2047) decoded."""
    plain, _ = text_of(value)
    return decoded_words(plain)


def decoded_words(text: str) -> str:
    """Encoded words decoded; those that stand together in one charset are one run of bytes."""
    if "=?" not in text:
        return text
    text = _BETWEEN.sub("", text)
    out: list[str] = []
    run, charset, last = b"", "", 0
    for found in _WORD.finditer(text):
        if found.start() > last or found[1].lower() != charset:
            out += [text_of(run, charset)[0], text[last : found.start()]]
            run, charset = b"", found[1].lower()
        run += _word_bytes(found[2], found[3])
        last = found.end()
    return "".join((*out, text_of(run, charset)[0], text[last:]))


def _word_bytes(how: str, text: str) -> bytes:
    data = text.encode("ascii", "replace")
    if how in "qQ":
        return quopri.decodestring(data, header=True)
    return base64_of(data)[0]


def base64_of(data: bytes) -> tuple[bytes, bool]:
    """The bytes of base64, as many as can be had, and whether it was whole."""
    try:
        return binascii.a2b_base64(data), True
    except binascii.Error:
        kept = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
        return binascii.a2b_base64(kept[: len(kept) // 4 * 4]), False
