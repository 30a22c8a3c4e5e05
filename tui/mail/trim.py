"""What they wrote now, and the rest: the quoted letter, a standard signature, a ticket's tag.

Own rules, by lines. The library for it deletes all after a line that begins with “- ”, for it
takes that for a signature, does not know Russian, and hangs on one line of 27 KB. Here a line
is looked at a few times at most. In doubt nothing is cut: what is shown too much is seen,
what is hidden too much is not.
"""

from __future__ import annotations

import re

from tui.mail import limits
from tui.mail.quoting import begins_quote, is_marker

_SIGNATURE_LINES = 8
_FOOTER = re.compile(r"^\[[A-Z0-9]{5,8}-[A-Z0-9]{4,6}\]$")
_MOBILE = re.compile(
    r"^(?:sent from my |sent from (?:outlook|mail|yahoo)|отправлено (?:из|с) |get outlook for )",
    re.IGNORECASE,
)
_REPLY_ABOVE = re.compile(
    r"^\W{0,6}(?:please )?(?:type|write|enter|введите|напишите|пишите)\b.{0,30}\b(?:reply|answer"
    r"|ответ)"
    r"\b.{0,20}(?:above|выше|над)\b.{0,40}$",
    re.IGNORECASE,
)
_LONG_LINE = 60  # what follows a quoted line so long may be its wrapped end
_LINE = 2000  # characters of a line that are looked at


def split(text: str) -> tuple[str, str]:
    """The new part of a text, and the rest of it; where nothing else is left, all of it is new."""
    head, tail = text[: limits.TRIMMED], text[limits.TRIMMED :]
    lines = _without_marker(head.split("\n"))
    cut = _quote_at(lines)
    new, rest = lines[:cut], lines[cut:]
    end = _signature_at(new)
    new, rest = new[:end], new[end:] + rest
    if not _says_something(new):
        return text.strip(), ""
    last = rest or new
    last[-1] += tail
    return _joined(new), _joined(rest)


def without_quotes(text: str) -> str:
    """The text without its quoted lines: what others say in it is not what they say."""
    return "\n".join(line for line in text.split("\n") if not line.startswith(">"))


def _joined(lines: list[str]) -> str:
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def _says_something(lines: list[str]) -> bool:
    return any(line.strip() and not line.startswith(">") for line in lines)


def _without_marker(lines: list[str]) -> list[str]:
    """“Please type your reply above this line” is for me, and no part of their text."""
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if _REPLY_ABOVE.match(lines[first][:_LINE].strip(" #-=_*")):
        return lines[first + 1 :]
    return lines


def _quote_at(lines: list[str]) -> int:
    """The first line of the quoted letter; how many lines there are where nothing is quoted."""
    seen, answered = False, _answered_from(lines)
    for number, line in enumerate(lines):
        if line.startswith(">") and not answered[number]:
            return number
        if seen and (is_marker(line[:_LINE]) or begins_quote(lines, number)):
            quoted = _first_quoted(lines, number)
            if quoted is None or not answered[quoted]:
                return number
        seen = seen or bool(line.strip() and not is_marker(line))
    return len(lines)


def _first_quoted(lines: list[str], start: int) -> int | None:
    """The first line with “>” near an attribution; None where the letter follows without such."""
    near = range(start, min(len(lines), start + 6))
    return next((n for n in near if lines[n].startswith(">")), None)


def _answered_from(lines: list[str]) -> list[bool]:
    """For each line, whether words of theirs stand there or below: they answer in the quotation.

    What is below a signature is none of them. Looked at from the end, each line once.
    """
    answered = [False] * (len(lines) + 1)
    for number in reversed(range(len(lines))):
        line, before = lines[number].strip(), lines[number - 1] if number else ""
        is_wrapped = before.startswith(">") and len(before) >= _LONG_LINE
        if not line or line.startswith(">") or (is_wrapped and _goes_on(lines, number)):
            answered[number] = answered[number + 1]
        else:
            is_footer = line == "--" or _FOOTER.match(line) or _MOBILE.match(line[:_LINE])
            answered[number] = not is_footer
    return answered


def _goes_on(lines: list[str], number: int) -> bool:
    """Whether a quoted line follows: the one at `number` is then the end of a wrapped one."""
    return number + 1 < len(lines) and lines[number + 1].startswith(">")


def _signature_at(lines: list[str]) -> int:
    """Where a signature after “-- ”, the word of a telephone or the tag of a ticket begins."""
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    for number in range(max(0, end - _SIGNATURE_LINES - 1), end):
        line = lines[number].rstrip()
        is_last = number == end - 1
        if line == "--" or (is_last and (_FOOTER.match(line) or _MOBILE.match(line[:_LINE]))):
            return number
    return end
