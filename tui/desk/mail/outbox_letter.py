"""A letter of the outbox to be read: what stands in its bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from tui.desk.mail.outbox import raw_of
from tui.mail.outgoing import Outgoing

if TYPE_CHECKING:
    from tui.desk.office import Office


class Written(Struct, frozen=True):
    """A letter as it goes out: all headers in their order, the text, the names of its files."""

    out: Outgoing
    headers: tuple[tuple[str, str], ...]
    text: str
    files: tuple[str, ...]


def written(office: Office, out: Outgoing) -> Written:
    """Read a letter of the outbox. Raises BadInput where its message is no longer there."""
    from email import policy
    from email.parser import BytesParser

    mail = BytesParser(policy=policy.default).parsebytes(raw_of(office, out))
    body = mail.get_body(("plain",))
    return Written(
        out,
        tuple((name, " ".join(str(value).split())) for name, value in mail.items()),
        body.get_content() if body else "",
        tuple(part.get_filename() or "?" for part in mail.iter_attachments()),
    )
