"""Reads what an application sent to a terminal, as a terminal does, and names what is not ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r"\x1b\[(?P<csi>[0-?]*[ -/]*[@-~])"
    r"|\x1b(?P<string>[\]PX^_])(?P<body>.*?)(?P<end>\x07|\x1b\\|\x9c|\Z)"
    r"|\x1b(?P<escape>[ -/]*[0-~]?)"
    r"|(?P<control>[\x00-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])",
    re.DOTALL,
)
_MODES = {7, 25, 1000, 1002, 1004, 1006, 1016, 1049, 2004, 2026, 2048}
_CSI = re.compile(r"[\d;]*m|\d*;?\d*H|\d*[ABCDJK]|\?\d+\$p|>\d+u|<u|5n")
_SWITCH = re.compile(r"\?(\d+)([hl])")
_POINTER = re.compile(r"22;[a-z-]+")
_CONTROLS = "\r\n\b\v"  # the pen goes back and down with the last two
# What `Wire.restore` begins with, to end a sequence that was cut short.
_CANCEL = "\x18"


@dataclass
class Scan:
    """`strange`: sequences and controls that Textual does not send; `modes`: how they were left."""

    strange: list[str] = field(default_factory=list)
    modes: dict[int, bool] = field(default_factory=dict)
    text: str = ""


def scan(raw: bytes | bytearray) -> Scan:
    """`raw` as the terminal understands it."""
    data = raw.decode("utf-8", "replace")
    found, at = Scan(), 0
    for match in _TOKEN.finditer(data):
        found.text += data[at : match.start()]
        at = match.end()
        found.strange += _strange(match)
        if match["csi"] and (switch := _SWITCH.fullmatch(match["csi"])):
            found.modes[int(switch[1])] = switch[2] == "h"
    found.text += data[at:]
    return found


def _strange(match: re.Match[str]) -> Iterator[str]:
    if match["csi"]:
        switch = _SWITCH.fullmatch(match["csi"])
        known = int(switch[1]) in _MODES if switch else _CSI.fullmatch(match["csi"])
    elif match["string"]:
        known = match["string"] == "]" and _POINTER.fullmatch(match["body"])
    elif match["control"]:
        known = match["control"] in _CONTROLS + _CANCEL
    else:
        known = False
    if not known:
        yield match[0]
