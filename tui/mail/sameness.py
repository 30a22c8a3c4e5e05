"""Whether two mails are the same that came by two ways.

A server or a program on the way adds lines of its own above a mail, ends its lines as it likes, and
writes “>From ” for “From ” in a mbox. What the sender wrote stays.
"""

from __future__ import annotations

import re

from tui.mail.headers import headers_of

_WRITTEN = (
    *("from", "sender", "reply-to", "to", "cc", "subject", "date", "message-id", "in-reply-to"),
    *("references", "auto-submitted", "mime-version", "content-type", "content-transfer-encoding"),
)
# Each of these stands in mails; of what has none of them nobody can tell who wrote it, or when.
_TELLS = frozenset({"from", "sender", "to", "subject", "date", "message-id", "received"})
_HEAD = 64 * 1024  # bytes in which the first header is looked for
_STUFFED = re.compile(rb"(?m)^>(?=>*From )")


def is_same(one: bytes, other: bytes) -> bool:
    """Whether the sender wrote both, as one mail."""
    return one == other or _written(one) == _written(other)


def is_mail(head: bytes) -> bool:
    """Whether it begins as a mail does."""
    return any(name in _TELLS for name, _ in headers_of(head[:_HEAD]).lines)


def _written(raw: bytes) -> tuple[object, ...]:
    lines = raw.replace(b"\r\n", b"\n")
    headers = headers_of(lines)
    head = [(name, b" ".join(value.split())) for name, value in headers.lines if name in _WRITTEN]
    return head, _STUFFED.sub(b"", lines[headers.body :]).rstrip()
