"""Names of attachments: a plain name that shows what it is, and never a path."""

from __future__ import annotations

import re
import unicodedata

from tui.mail import limits

_PATH = re.compile(r"[/\\]")
_ILLEGAL = re.compile(r'[<>:"|?*]')
_EXTENSION = re.compile(r"\.[^.\s]{1,10}$")
# Names that Windows takes for devices: evidence travels in archives.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


def plain_name(told: str, fallback: str) -> str:
    """The last piece of `told` without controls, invisible letters and what no disk takes.

    Right-to-left marks, which show “fdp.exe” as “exe.pdf”, become “_”, so that it is seen.
    The ending is kept where the name is cut. `fallback` where nothing is left.
    """
    name = _PATH.split(unicodedata.normalize("NFC", told[:4096]))[-1]
    name = "".join("_" if _is_unseen(char) else char for char in name)
    name = " ".join(_ILLEGAL.sub("_", name).split()).strip(". ")
    if not name.strip("_. "):
        return fallback
    name = f"_{name}" if _DEVICE.match(name) or name.startswith("-") else name
    return _cut(name)


def _is_unseen(char: str) -> bool:
    """Controls, formats such as bidi marks, halves of pairs, private and unassigned ones."""
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def _cut(name: str) -> str:
    """At most `limits.NAME` characters and 240 bytes, which is what file systems take."""
    ending = found[0] if (found := _EXTENSION.search(name)) else ""
    stem = name[: len(name) - len(ending)][: limits.NAME - len(ending)]
    room = 240 - len(ending.encode("utf-8", "replace"))
    return stem.encode("utf-8", "replace")[:room].decode("utf-8", "ignore") + ending
