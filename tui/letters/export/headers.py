"""What may stand in a header of an e-mail, and what is an address."""

from __future__ import annotations

import re
from email.headerregistry import Address

from tui.cases.errors import BadInput

# CR, LF and whatever else some program takes for the end of a line; all other controls too.
_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_INVISIBLE = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_NAMED = re.compile(r"[^<>]*<([^<>]*)>\s*")
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_DOMAIN = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}")
_ID = re.compile(r"<[\x21-\x3b\x3d\x3f-\x7e]+@[\x21-\x3b\x3d\x3f-\x7e]+>")
_LONGEST, _LONGEST_LOCAL = 254, 64  # RFC 5321
_LONGEST_NAME = 120  # characters of the name of a file


def header_text(text: str) -> str:
    """`text` for a header: one line, no controls, nothing that reads as an encoded word."""
    text = _INVISIBLE.sub("\ufffd", _BREAKS.sub(" ", text))
    return " ".join(text.replace("=?", "= ?").split())


def address_of(written: str, name: str = "") -> Address:
    """An e-mail address, written alone or as `Name <address>`, under a name to display.

    A domain in other letters is put into its ASCII form. Raises BadInput.
    """
    found = _NAMED.fullmatch(written)
    address = (found[1] if found else written).strip()
    local, _, domain = address.rpartition("@")
    domain = _ascii(domain)
    fits = len(local) <= _LONGEST_LOCAL and len(local) + len(domain) < _LONGEST
    if not (fits and _LOCAL.fullmatch(local) and _DOMAIN.fullmatch(domain)):
        raise BadInput(
            "“{address}” cannot be used as an e-mail address. Write it as name@example.org.",
            address=address,
        )
    return Address(header_text(name), local, domain)


def message_id(written: str) -> str:
    """An id as it stands in a header. Raises BadInput."""
    if not _ID.fullmatch(written):
        raise BadInput("“{text}” is not the id of a message.", text=written)
    return written


def file_name(name: str) -> str:
    """The last part of a path as the name of an attachment: no folder, no hidden file."""
    name = header_text(re.split(r"[/\\]", name)[-1].replace(":", "_"))
    name = name.lstrip(". ") or "file"
    stem, dot, ending = name.rpartition(".")
    if len(name) <= _LONGEST_NAME or not dot or len(ending) > 10:
        return name[:_LONGEST_NAME]
    return f"{stem[: _LONGEST_NAME - len(ending) - 1]}.{ending}"


def _ascii(domain: str) -> str:
    if domain.isascii():
        return domain
    try:
        return domain.encode("idna").decode()
    except UnicodeError:
        return ""
