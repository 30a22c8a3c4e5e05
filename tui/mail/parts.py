"""The parts of a mail, flat and in their order, within limits of number and depth.

The standard library's parser descends by recursion and knows no limits: a thousand nested
parts end it with RecursionError, three thousand beside each other take seconds. This one
remembers where a part begins and ends, and copies nothing.
"""

from __future__ import annotations

import quopri
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from tui.mail import limits
from tui.mail.encoded import base64_of
from tui.mail.headers import Headers, headers_of, parameters
from tui.mail.message import Fault

_AS_IT_IS = ("", "7bit", "8bit", "binary")


class Part(Struct, frozen=True, dict=True):
    """A part that is no container.

    `path`: the containers it is in, outermost first, each with a number: ("mixed", 1).
    """

    raw: bytes
    headers: Headers
    end: int
    path: tuple[tuple[str, int], ...] = ()

    @cached_property
    def media(self) -> tuple[str, dict[str, str]]:
        """Its media type and the parameters of that."""
        kind, told = parameters(self.headers.raw("content-type"), "content-type")
        return (kind if "/" in kind else "text/plain"), told

    @cached_property
    def disposition(self) -> tuple[str, dict[str, str]]:
        return parameters(self.headers.raw("content-disposition"), "content-disposition")

    @property
    def kind(self) -> str:
        return self.media[0]

    @property
    def charset(self) -> str:
        return self.media[1].get("charset", "")

    @property
    def name(self) -> str:
        """The name that the mail gives it, just as it came."""
        return self.disposition[1].get("filename", "") or self.media[1].get("name", "")

    @property
    def body(self) -> bytes:
        return self.raw[self.headers.body : self.end]

    @cached_property
    def content(self) -> tuple[bytes, bool]:
        """Its bytes, decoded, and whether they are whole."""
        how = self.headers.raw("content-transfer-encoding").lower()
        if how == "base64":
            return base64_of(self.body)
        if how == "quoted-printable":
            return quopri.decodestring(self.body), True
        return self.body, how in _AS_IT_IS


def parts_of(raw: bytes) -> tuple[Headers, tuple[Part, ...], tuple[Fault, ...]]:
    """The headers of a mail, its parts, and what stood above the limits."""
    top = Part(raw, headers_of(raw), len(raw))
    waiting, parts, faults, containers = [top], [], set[Fault](), 0
    while waiting and not faults & {Fault.MANY_PARTS}:
        part = waiting.pop()
        boundary = part.media[1].get("boundary", "") if _is_container(part) else ""
        if not boundary:
            parts.append(part)
        elif len(part.path) >= limits.DEPTH:
            faults.add(Fault.TOO_DEEP)
        else:
            containers += 1
            inner = list(_inside(part, boundary, containers))
            waiting += inner[::-1]
        if len(parts) + containers + len(waiting) > limits.PARTS:
            faults.add(Fault.MANY_PARTS)
            parts += waiting[::-1][: max(0, limits.PARTS - len(parts) - containers)]
    return top.headers, tuple(parts), tuple(sorted(faults))


def _is_container(part: Part) -> bool:
    return part.kind.startswith("multipart/")


def _inside(part: Part, boundary: str, number: int) -> Iterator[Part]:
    """The parts between the boundaries; one that never closes goes to the end."""
    path = (*part.path, (part.kind.partition("/")[2], number))
    mark = b"--" + boundary.encode("utf-8", "replace")
    start = None
    for at, after, is_last in _marks(part, mark):
        if start is not None:
            yield Part(part.raw, headers_of(part.raw, start, at), at, path)
        start = None if is_last else after
        if is_last:
            return
    if start is not None:
        yield Part(part.raw, headers_of(part.raw, start, part.end), part.end, path)


def _marks(part: Part, mark: bytes) -> Iterator[tuple[int, int, bool]]:
    """Where a part ends, where the next one begins, and whether none does."""
    raw, at, many = part.raw, part.headers.body, 0
    while (at := raw.find(mark, at, part.end)) >= 0 and many <= limits.PARTS:
        line = raw.find(b"\n", at, part.end)
        line = part.end if line < 0 else line + 1
        tail = raw[at + len(mark) : min(line, at + len(mark) + 80)].strip()
        if (at == part.headers.body or raw[at - 1 : at] == b"\n") and tail in (b"", b"--"):
            many += 1
            yield _before(raw, at), line, tail == b"--"
        at = line


def _before(raw: bytes, at: int) -> int:
    """The line feed before a boundary belongs to the boundary."""
    return at - 2 if raw[at - 2 : at] == b"\r\n" else max(0, at - 1)
