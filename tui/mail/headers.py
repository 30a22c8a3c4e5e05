"""The headers of a mail or of a part: no broken line stops the next one from being read."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime

from msgspec import Struct, field

from tui.mail import limits
from tui.mail.encoded import decoded_words, header_text, text_of
from tui.terminal.clean import clean_line

_NAME = re.compile(rb"([!-9;-~]{1,200})[ \t]*:")
_END = re.compile(rb"\r?\n\r?\n")
_ID = re.compile(r"<[^<>\s]{1,900}>")
_COMMENT = re.compile(r"\s*\([^()]*\)\s*$")


class Headers(Struct, frozen=True):
    """Lower-case names with their values as bytes, in their order; `body`: where they end."""

    lines: tuple[tuple[str, bytes], ...] = ()
    body: int = 0
    is_whole: bool = True
    _texts: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def all(self, name: str) -> tuple[str, ...]:
        """The texts of all headers of that name, each on one line and clean."""
        if name not in self._texts:
            values = (header_text(value[: limits.LINE]) for key, value in self.lines if key == name)
            self._texts[name] = tuple(clean_line(" ".join(value.split())) for value in values)
        return self._texts[name]

    def one(self, name: str) -> str:
        """The first header of that name, or ""."""
        return next(iter(self.all(name)), "")

    def raw(self, name: str) -> str:
        """The first of that name, with its encoded words as they came."""
        value = next((v for key, v in self.lines if key == name), b"")[: limits.LINE]
        return " ".join(value.decode("utf-8", "replace").split())


def headers_of(raw: bytes, start: int = 0, end: int | None = None) -> Headers:
    """The headers of `raw` from `start`; what stands above the limit is left out."""
    end = len(raw) if end is None else end
    if blank := next((line for line in (b"\r\n", b"\n") if raw.startswith(line, start)), None):
        return Headers(body=min(end, start + len(blank)))
    found = _END.search(raw, start, end)
    # Over the limit the body still begins where the headers end, however late that is.
    stop = min(found.start() if found else end, start + limits.HEADERS)
    lines, is_whole = _unfolded(raw[start:stop])
    is_whole = is_whole and stop == (found.start() if found else end)
    return Headers(tuple(lines), found.end() if found else end, is_whole)


def _unfolded(block: bytes) -> tuple[list[tuple[str, bytes]], bool]:
    lines: list[tuple[str, list[bytes]]] = []
    is_whole = True
    for number, line in enumerate(block.splitlines()):
        if line[:1] in (b" ", b"\t") and lines:
            lines[-1][1].append(line)
        elif found := _NAME.match(line):
            lines.append((found[1].decode("ascii").lower(), [line[found.end() :]]))
        elif line.strip() and not (number == 0 and line.startswith((b"From ", b">From "))):
            is_whole = False
    return [(name, b"".join(pieces).strip()) for name, pieces in lines], is_whole


def message_ids(text: str) -> tuple[str, ...]:
    """The Message-IDs of a header, with their brackets, each once."""
    return tuple(dict.fromkeys(_ID.findall(text)))[-limits.REFERENCES :]


def date_of(text: str) -> datetime | None:
    """When the sender says it was written; without a zone it is read as UTC."""
    try:
        when = parsedate_to_datetime(_COMMENT.sub("", text)[:100])
        when = when if when.tzinfo else when.replace(tzinfo=UTC)
        return when if when.astimezone(UTC).year > 1970 else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def parameters(text: str, name: str) -> tuple[str, dict[str, str]]:
    """A header such as Content-Type: its value in lower case and its parameters (RFC 2231)."""
    message = Message()
    try:
        message[name] = text[: limits.LINE // 2].replace("\r", " ").replace("\n", " ")
        pairs = message.get_params([], name) or []
        read = {key.lower(): _parameter(value) for key, value in pairs[1:]}
        return (str(pairs[0][0]).strip().lower() if pairs else ""), read
    except (ValueError, LookupError, TypeError, IndexError, AttributeError, RecursionError):
        return text.partition(";")[0].strip().lower(), {}


def _parameter(value: str | tuple[str | None, str | None, str]) -> str:
    if not isinstance(value, tuple):
        return decoded_words(value)
    charset, _, text = value
    return text_of(text.encode("latin-1", "replace"), charset or "")[0]
