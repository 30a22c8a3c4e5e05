"""Mails that no person wrote: receipts, absence notes, and reports of what did not arrive."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.mail import limits
from tui.mail.headers import Headers, headers_of, message_ids
from tui.mail.message import Automatic, Bounce, Undelivered
from tui.mail.parts import Part
from tui.mail.people import address_of
from tui.terminal.clean import clean_line

_LETTER = ("message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers")
_REPORT = ("message/delivery-status", "message/global-delivery-status")
_GROUPS = re.compile(rb"(?:\r?\n[ \t]*){2,50}")
_INSIDE = re.compile(rb"(?mi)^message-id:[ \t]*(<[^<>\s]{1,900}>)")
_STATUS = re.compile(r"\b[245]\.\d{1,3}\.\d{1,3}\b")
_ABSENT = re.compile(
    r"(?:auto(?:matic)?[ -]?(?:reply|response|answer)|out of (?:the )?office|автоответ"
    r"|автоматический ответ|отсутствую|away from (?:the )?office)",
    re.IGNORECASE,
)
_BY_ROBOT = ("x-autoreply", "x-autorespond", "x-autoresponse", "x-auto-reply-from")
_MOST = 50


def automatic_of(headers: Headers) -> Automatic:
    """What the mail says of itself: RFC 3834, and what was usual before it."""
    told = headers.one("auto-submitted").partition(";")[0].split("(")[0].strip().lower()
    precedence = headers.one("precedence").lower()
    if told.startswith("auto-replied") or precedence in ("auto_reply", "auto-reply"):
        return Automatic.REPLIED
    robots = (headers.one(name).lower() for name in _BY_ROBOT)
    if any(word not in ("", "no") for word in robots) or _ABSENT.match(headers.one("subject")):
        return Automatic.REPLIED
    if told.startswith("auto-"):
        return Automatic.GENERATED
    is_list = headers.one("list-id") or headers.one("list-unsubscribe")
    if precedence in ("bulk", "junk", "list") or is_list:
        return Automatic.BULK
    return Automatic.NO


def bounce_of(headers: Headers, parts: Iterable[Part]) -> Bounce | None:
    """The report of a mail server that a letter did not arrive (RFC 3464); None of any other.

    Exim names the recipients in a header and quotes the letter as text.
    """
    parts = tuple(parts)
    reports = [part for part in parts if part.kind in _REPORT]
    failed = tuple(one for part in reports for one in _recipients(part.content[0]))
    failed = tuple(one for one in failed if one.action in ("failed", "delayed"))
    if not failed:
        addresses = map(address_of, headers.one("x-failed-recipients").split(","))
        failed = tuple(Undelivered(recipient=address) for address in addresses if address)
    return Bounce(message_id=_letter(parts), recipients=failed[:_MOST]) if failed else None


def _recipients(report: bytes) -> Iterable[Undelivered]:
    """One for each recipient: the first group is of the server, the rest are of recipients."""
    for block in _GROUPS.split(report[: limits.HEADERS])[: _MOST + 1]:
        group = headers_of(block)
        whom = group.one("original-recipient") or group.one("final-recipient")
        if whom:
            status = _STATUS.search(group.one("status"))
            yield Undelivered(
                recipient=address_of(whom.rpartition(";")[2]),
                action=group.one("action").lower(),
                status=status[0] if status else "",
                reason=clean_line(group.one("diagnostic-code"))[:500],
            )


def _letter(parts: tuple[Part, ...]) -> str:
    """The Message-ID of the letter that came back, which its headers or a quotation show."""
    for part in parts:
        if part.kind in _LETTER:
            inner = headers_of(part.content[0][: limits.HEADERS])
            if ids := message_ids(inner.one("message-id")):
                return ids[0]
    for part in parts:
        if found := _INSIDE.search(part.content[0][: limits.HEADERS]):
            return found[1].decode("ascii", "replace")
    return ""
