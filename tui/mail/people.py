"""Who is named in From, To and Cc, so that no name is ever taken for an address.

The standard library reads “support@shop.example <x@evil.example>” as from the shop
(CVE-2023-27043). Here what stands in angle brackets is the address, and two are two senders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.mail import limits
from tui.mail.encoded import decoded_words, text_of
from tui.mail.headers import Headers
from tui.mail.message import Person
from tui.terminal.clean import clean_line

_PIECE = re.compile(
    r'(?P<quoted>"(?:[^"\\]|\\.){0,1000}")|(?P<comment>\([^()]{0,1000}\))'
    r"|(?P<angle><[^<>]{0,1000}>)|(?P<comma>,)|(?P<word>[^\"(<,]+|.)"
)
_ADDRESS = re.compile(r"[^@\s<>\"(),:;\\]{1,200}@[^@\s<>\"(),:;\\]{1,255}")
_ESCAPE = re.compile(r"\\(.)")


def people(headers: Headers, *names: str) -> tuple[Person, ...]:
    """Who is named in these headers, each once.

    Encoded words are decoded after the addresses are parted: a name smuggles no address in.
    """
    found = dict[Person, None]()
    for name in names:
        for key, value in headers.lines:
            if key == name and len(found) < limits.PEOPLE:
                text, _ = text_of(value[: limits.LINE])
                found.update(dict.fromkeys(_named(" ".join(text.split()))))
    return tuple(found)[: limits.PEOPLE]


def address_of(text: str) -> str:
    """An address in lower case and clean; "" for what is none."""
    found = _ADDRESS.fullmatch(text.strip(" <>"))
    return clean_line(found[0]).lower().rstrip(".") if found else ""


def _named(text: str) -> Iterator[Person]:
    """Those between the commas that stand outside of quotes, comments and brackets."""
    pieces: list[tuple[str, str]] = []
    for found in _PIECE.finditer(text):
        kind = found.lastgroup or "word"
        if kind == "comma":
            yield from _one(pieces)
            pieces = []
        else:
            pieces.append((kind, found[0]))
    yield from _one(pieces)


def _one(pieces: list[tuple[str, str]]) -> Iterator[Person]:
    """One person; more where there are several addresses in brackets."""
    angles = [address_of(text) for kind, text in pieces if kind == "angle"]
    words = "".join(text for kind, text in pieces if kind == "word").strip()
    quoted = "".join(_ESCAPE.sub(r"\1", text[1:-1]) for kind, text in pieces if kind == "quoted")
    comment = "".join(text[1:-1] for kind, text in pieces if kind == "comment")
    bare = "" if angles else address_of(words)
    name = quoted or ("" if bare else words) or comment
    spoken = clean_line(" ".join(decoded_words(name).split()))
    addresses = list(filter(None, angles)) or [bare]
    for address in addresses:
        if address or spoken:
            yield Person(address=address, name=spoken)
