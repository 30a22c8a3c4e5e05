"""The lines with which mail programs introduce the letter that they quote. Russian and English.

Forms of Gmail, Yandex, Mail.ru, Outlook, Thunderbird, Apple Mail, as they were seen.
"""

from __future__ import annotations

import re

_LINE = 500  # characters: no introduction is longer
_MARKER = re.compile(
    r"^[\s>*]*(?:-{2,}|_{3,}|={2,})?\s*(?:original message|forwarded message|original appointment"
    r"|исходное сообщение|пересылаемое сообщение|перенаправленное сообщение"
    r"|пересланное сообщение|исходное письмо|конец пересылаемого сообщения"
    r"|begin forwarded message:?|начало переадресованного сообщения:?"
    r"|начало пересылаемого сообщения:?)\s*(?:-{2,}|_{3,}|={2,})?\s*$",
    re.IGNORECASE,
)
_RULE = re.compile(r"^\s*(?:_{10,}|-{20,}|={20,})\s*$")
_FIELDS = {
    "from": "from|от|от кого|de|von", "sent": "sent|date|отправлено|дата|gesendet",
    "to": "to|cc|кому|копия|an", "subject": "subject|тема|betreff",
}  # fmt: skip
_FIELD = re.compile(
    r"^[\s>*]*(?:" + "|".join(f"(?P<{k}>{v})" for k, v in _FIELDS.items()) + r")\s*\*?\s*:",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?:wrote|writes|пишет|писал(?:а|\(а\)|и)?|написал(?:а|\(а\)|и)?|schrieb)\s*:$", re.IGNORECASE
)
_ADDRESS = re.compile(r"<?[^\s<>@]{1,100}@[^\s<>@]{1,200}>?\s*:$")
_DATE = re.compile(
    r"\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}:\d\d\b"
    r"|\b(?:19|20)\d\d\b"
)
_STARTS = re.compile(
    r"^[\s>]*(?:on\b|at\b|в\b|\d|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b"
    r"|(?:пн|вт|ср|чт|пт|сб|вс)\b|понедельник|вторник|сред[аы]|четверг|пятниц[аы]|суббот[аы]"
    r"|воскресенье|\"|«|[A-ZА-Я])",
    re.IGNORECASE,
)


def is_marker(line: str) -> bool:
    """“-----Original Message-----”, “Begin forwarded message:”."""
    return len(line) <= _LINE and bool(_MARKER.match(line))


def begins_quote(lines: list[str], number: int) -> bool:
    """Whether a quoted letter is introduced from that line on."""
    line = lines[number]
    if not line.strip() or len(line) > _LINE:
        return False
    if _RULE.match(line):
        return _is_block(lines, _next(lines, number + 1))
    return _is_block(lines, number) or _is_attribution(lines, number)


def _next(lines: list[str], number: int) -> int:
    while number < len(lines) and not lines[number].strip():
        number += 1
    return number


def _is_block(lines: list[str], number: int) -> bool:
    """“From: … Sent: … To: … Subject: …”: at least three different fields, the sender's first."""
    if number >= len(lines) or len(lines[number]) > _LINE:
        return False
    first = _FIELD.match(lines[number])
    if not first or first.lastgroup != "from":
        return False
    near = (line for line in lines[number : number + 8] if len(line) <= _LINE)
    found = {match.lastgroup for line in near if (match := _FIELD.match(line))}
    return len(found) >= 3


def _is_attribution(lines: list[str], number: int) -> bool:
    """“On 24 Nov 2026 Anna <anna@example.org> wrote:”, on one line or wrapped over three."""
    if not _STARTS.match(lines[number]):
        return False
    joined = ""
    for line in lines[number : number + 3]:
        if not line.strip() or len(joined) + len(line) > _LINE:
            return False
        joined = f"{joined} {line.strip().lstrip('> ')}".strip()
        if joined.endswith(":"):
            return _introduces(joined)
    return False


def _introduces(line: str) -> bool:
    return bool((_VERB.search(line) or _ADDRESS.search(line)) and _DATE.search(line))
