"""Bytes into a mail. Runs boxed (see `boxed`): what it is given may be hostile."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from tui.mail import limits
from tui.mail.bounce import automatic_of, bounce_of
from tui.mail.encoded import decoded_words, text_of
from tui.mail.headers import Headers, date_of, headers_of, message_ids
from tui.mail.message import Attachment, Fault, Mail, Person
from tui.mail.names import plain_name
from tui.mail.parts import Part, parts_of
from tui.mail.people import address_of, people
from tui.mail.trim import split
from tui.terminal.clean import clean_line, clean_text

_TEXTS = ("text/plain", "text/html")
_DELIVERED = ("delivered-to", "x-original-to", "envelope-to", "x-envelope-to")
_VERDICTS = 5
_ENDINGS = {
    "text/plain": ".txt", "text/html": ".html", "message/rfc822": ".eml",
    "application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif",
    "text/calendar": ".ics", "application/zip": ".zip", "text/csv": ".csv",
}  # fmt: skip


def parse(raw: bytes) -> Mail:
    """The mail of these bytes. Whatever they are, there is a mail, and its `problems`."""
    if len(raw) > limits.BYTES:
        return only_headers(raw, Fault.TOO_BIG)
    headers, parts, faults = parts_of(raw)
    bounce = bounce_of(headers, parts)
    texts, is_html, doubts = _texts(parts)
    new, rest = split(texts)
    return _with_headers(
        headers,
        new=new,
        rest=rest,
        is_html_only=is_html,
        attachments=tuple(_attachment(n, part) for n, part in enumerate(_files(parts), 1)),
        bounce=bounce,
        problems=(*faults, *doubts, *_damaged(parts)),
    )


def only_headers(raw: bytes, fault: Fault) -> Mail:
    """What can be had without looking into the parts: quick and safe for any bytes."""
    head = raw[: limits.HEADERS + 4]
    return _with_headers(headers_of(head), problems=(fault,))


def attachment_of(raw: bytes, number: int) -> bytes | None:
    """The bytes of an attachment by its number; None where there is none such."""
    if len(raw) > limits.BYTES:
        return None
    files = _files(parts_of(raw)[1])
    return files[number - 1].content[0] if 0 < number <= len(files) else None


def _with_headers(headers: Headers, problems: Iterable[Fault], **told: object) -> Mail:
    senders = people(headers, "from") or people(headers, "sender")
    several = len({one.address for one in senders}) > 1
    doubts = (Fault.SENDERS,) * several + (Fault.HEADERS,) * (not headers.is_whole)
    return Mail(
        message_id=next(iter(message_ids(headers.one("message-id"))), ""),
        in_reply_to=message_ids(headers.one("in-reply-to")),
        references=message_ids(headers.one("references")),
        sender=senders[0] if senders else Person(),
        to=people(headers, "to", "cc"),
        delivered_to=tuple(dict.fromkeys(_delivered(headers))),
        subject=headers.one("subject"),
        date=date_of(headers.one("date")),
        automatic=automatic_of(headers),
        authentication=headers.all("authentication-results")[:_VERDICTS],
        problems=tuple(dict.fromkeys((*problems, *doubts))),
        **told,  # type: ignore[arg-type]
    )


def _delivered(headers: Headers) -> Iterable[str]:
    texts = (text for name in _DELIVERED for text in headers.all(name)[: limits.PEOPLE])
    return filter(None, map(address_of, texts))


def _is_text(part: Part) -> bool:
    """Whether it is shown as the text of the mail and not offered as a file."""
    is_file = part.disposition[0] == "attachment" or bool(part.name)
    return part.kind in _TEXTS and not is_file


def _files(parts: Iterable[Part]) -> list[Part]:
    skipped = (*_TEXTS, "message/delivery-status", "text/rfc822-headers")
    return [p for p in parts if not _is_text(p) and (p.kind not in skipped or p.name)]


def _texts(parts: Iterable[Part]) -> tuple[str, bool, tuple[Fault, ...]]:
    """The text of the mail, whether it was only HTML, and what is doubtful about it."""
    doubts: list[Fault] = []
    by_kind: dict[str, list[str]] = {kind: [] for kind in _TEXTS}
    shown = [part for part in parts if _is_text(part)]
    plain_in = {_choice(p) for p in shown if p.kind == "text/plain" and p.content[0].strip()}
    for part in shown:
        # Of alternatives the plain one is read, where it says anything.
        if part.kind == "text/html" and _choice(part) in plain_in and _choice(part):
            continue
        by_kind[part.kind].append(_text(part, doubts))
    kinds = [kind for kind in _TEXTS if any(map(str.strip, by_kind[kind]))]
    if not kinds and any(part.content[0].strip() for part in shown):
        doubts.append(Fault.NO_TEXT)
    ordered = [text for kind in kinds for text in by_kind[kind] if text]
    return "\n\n".join(ordered), kinds == ["text/html"], tuple(doubts)


def _choice(part: Part) -> int:
    """The number of the outermost set of alternatives that a part belongs to; 0 for none."""
    return next((number for kind, number in part.path if kind == "alternative"), 0)


def _text(part: Part, doubts: list[Fault]) -> str:
    data = part.content[0]
    text, is_certain = text_of(data[: limits.TEXT * 4], part.charset)
    if len(text) > limits.TEXT:
        doubts.append(Fault.TEXT_CUT)
        text = text[: limits.TEXT]
    if not is_certain:
        doubts.append(Fault.CHARSET)
    if part.kind == "text/html":
        from tui.mail.inert import text_of_html

        text = text_of_html(text)
    return clean_text(text.replace("\r\n", "\n").replace("\r", "\n")).strip("\n")


def _damaged(parts: Iterable[Part]) -> tuple[Fault, ...]:
    return () if all(part.content[1] for part in parts) else (Fault.ENCODING,)


def _attachment(number: int, part: Part) -> Attachment:
    data = part.content[0]
    told = decoded_words(part.name) or _subject(part)
    ending = _ENDINGS.get(part.kind, ".bin")
    return Attachment(
        number=number,
        name=plain_name(told, f"attachment-{number}{ending}"),
        size=len(data),
        media_type=clean_line(part.kind)[:100],
        sha256=hashlib.sha256(data).hexdigest(),
        inline=_is_inline(part),
    )


def _subject(part: Part) -> str:
    """A mail within a mail is called after what it is about."""
    if part.kind != "message/rfc822":
        return ""
    subject = headers_of(part.content[0][: limits.HEADERS]).one("subject")
    return f"{subject.replace('/', '_')}.eml" if subject else ""


def _is_inline(part: Part) -> bool:
    is_asked_for = part.disposition[0] == "attachment"
    return (
        part.kind.startswith("image/") and bool(part.headers.raw("content-id")) and not is_asked_for
    )
