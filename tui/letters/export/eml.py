"""A letter as an e-mail message."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import format_datetime
from hashlib import sha256

from tui.cases.errors import BadInput
from tui.cases.words import Part
from tui.letters.export.headers import address_of, file_name, header_text, message_id
from tui.letters.export.layout import enclosure_lines
from tui.letters.export.sheet import Attachment, Sheet
from tui.letters.letter import Letter
from tui.terminal.clean import clean_text

# Every server takes seven bits, and none of them touches an ASCII line.
_POLICY = policy.SMTP.clone(cte_type="7bit")
_MEDIA_TYPE = re.compile(r"([a-z]+)/([a-z0-9][a-z0-9.+-]*)")


def message(letter: Letter, sheet: Sheet) -> bytes:
    """The message as it may be sent: its headers are those meant, and no others.

    Raises BadInput for a sender or an addressee who has no e-mail address that can be used.
    """
    return _written(_message(letter, sheet))


def draft(letter: Letter, sheet: Sheet) -> bytes:
    """The same as a file that a mail program opens to be sent; the addressee may be missing.

    Raises BadInput as `message` does.
    """
    made = _message(letter, sheet, needs_addressee=False)
    made["X-Unsent"] = "1"  # what makes mail programs open it for editing
    return _written(made)


def new_message_id(letter: Letter, sheet: Sheet) -> str:
    """An id of the domain of the sender's address; another one for each case, text and moment."""
    domain = address_of(sheet.sender.email).domain
    made_of = f"{sheet.uid} {_moment(sheet).isoformat()} {letter.text()}"
    return f"<{sha256(made_of.encode(errors='replace')).hexdigest()[:32]}@{domain}>"


def body(letter: Letter, sheet: Sheet) -> str:
    """The text of the message: the letter without its subject, which is a header."""
    enclosures = "\n".join(enclosure_lines(letter, sheet))
    parts = {**letter.parts, Part.SUBJECT: "", Part.ENCLOSURES: enclosures}
    return clean_text(Letter(letter.language, parts).text()).rstrip("\n") + "\n"


def _message(letter: Letter, sheet: Sheet, *, needs_addressee: bool = True) -> EmailMessage:
    made = EmailMessage(policy=_POLICY)
    made["From"] = _sender(sheet)
    if needs_addressee or sheet.address:
        made["To"] = address_of(sheet.address, sheet.to)
    if sheet.reply_to:
        made["Reply-To"] = address_of(sheet.reply_to, sheet.sender.name)
    made["Subject"] = header_text(letter.parts.get(Part.SUBJECT, ""))
    made["Date"] = format_datetime(_moment(sheet))
    made["Message-ID"] = message_id(sheet.message_id or new_message_id(letter, sheet))
    if sheet.in_reply_to:
        made["In-Reply-To"] = message_id(sheet.in_reply_to)
        thread = (*sheet.references, sheet.in_reply_to)
        made["References"] = " ".join(dict.fromkeys(map(message_id, thread)))
    made.set_content(body(letter, sheet))
    made["Content-Language"] = letter.language
    for attachment in sheet.attachments:
        _attach(made, attachment)
    if sheet.attachments:
        # “=_” is in no line of base64 or quoted-printable.
        made.set_boundary(f"=_{sha256(made['Message-ID'].encode()).hexdigest()[:32]}")
    return made


def _sender(sheet: Sheet) -> Address:
    if not sheet.sender.email.strip():
        raise BadInput("Your profile has no e-mail address. To set it: upheld profile email=…")
    return address_of(sheet.sender.email, sheet.sender.name)


def _moment(sheet: Sheet) -> datetime:
    return sheet.at or datetime.combine(sheet.day, time(12), UTC)


def _attach(made: EmailMessage, attachment: Attachment) -> None:
    """A file as it is. What is itself a message or unreadable text goes as plain bytes."""
    found = _MEDIA_TYPE.fullmatch(attachment.media_type)
    main, sub = (found[1], found[2]) if found else ("application", "octet-stream")
    params = {}
    if main == "text" and _is_utf8(attachment.content):
        params["charset"] = "utf-8"
    elif main in ("text", "message", "multipart"):
        main, sub = "application", "octet-stream"
    made.add_attachment(
        attachment.content,
        maintype=main,
        subtype=sub,
        filename=file_name(attachment.name),
        params=params,
    )


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _written(made: EmailMessage) -> bytes:
    """The bytes, once they have been read again and are found to say what was meant."""
    content = made.as_bytes()
    read = BytesParser(policy=policy.SMTP).parsebytes(content)
    if _outline(made) != _outline(read):
        raise BadInput("The message would have headers that were not meant. It was not written.")
    return content


def _outline(made: EmailMessage) -> tuple[list[list[str]], list[str]]:
    """The headers of every part, and everybody to whom it goes."""
    everybody = [address.addr_spec for address in made["To"].addresses] if made["To"] else []
    return [part.keys() for part in made.walk()], everybody
