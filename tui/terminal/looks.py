"""How a cell looks, and the shortest way from one look to another. Imports no Textual.

A look is told by the parameters of SGR (ECMA-48, 8.3.117), as Textual sends them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

_OFF = {
    "1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "6": "25", "7": "27", "8": "28",
    "9": "29", "21": "24", "51": "54", "52": "54", "53": "55",
}  # fmt: skip
# What is seen where there is no letter: underlines, blinking ones too, reversal, lines and frames.
_SEEN_ON_BLANK = frozenset({"4", "5", "6", "7", "9", "21", "51", "52", "53"})
_DEFAULT = {"39": "", "49": ""}
_LONG = {"5": 3, "2": 5}  # 38;5;n and 38;2;r;g;b


class Look(NamedTuple):
    """Colours as parameters of SGR, empty for the terminal's own; the attributes that are on."""

    text: str = ""
    ground: str = ""
    on: frozenset[str] = frozenset()


PLAIN = Look()


class NotUnderstood(ValueError):
    """Parameters that tell no look."""


@lru_cache(4096)
def look_of(parameters: str) -> Look:
    """The look that these parameters give a plain cell: `1;38;5;110`. Raises NotUnderstood."""
    text, ground, on = "", "", set[str]()
    codes = parameters.split(";") if parameters else []
    while codes:
        code = codes[0]
        taken = _LONG.get(codes[1], 1) if code in {"38", "48"} and len(codes) > 1 else 1
        whole, codes = ";".join(codes[:taken]), codes[taken:]
        if not whole.replace(";", "").isdigit():
            raise NotUnderstood(parameters)
        if code in _OFF:
            on.add(code)
        elif code[0] == "4" or code.startswith("10"):
            ground = _DEFAULT.get(whole, whole)
        elif code[0] in "39" and len(code) > 1:
            text = _DEFAULT.get(whole, whole)
        else:
            raise NotUnderstood(parameters)
    return Look(text, ground, frozenset(on))


@lru_cache(4096)
def blank(look: Look) -> Look:
    """What of `look` is seen on a blank: colour of the text and boldness only where a line is."""
    seen = look.on & _SEEN_ON_BLANK
    return look if seen else Look("", look.ground)


@lru_cache(4096)
def blank_after(before: Look | None, wanted: Look) -> Look:
    """The look nearest to `before` that shows a blank as `wanted` does."""
    if before is None or wanted.on or before.on & _SEEN_ON_BLANK:
        return wanted
    return Look(before.text, wanted.ground, before.on)


@lru_cache(4096)
def change(before: Look | None, after: Look) -> str:
    """What makes a terminal go on in `after`; None: it is not known how it goes on now."""
    if before == after:
        return ""
    whole = [*sorted(after.on), *filter(None, (after.text, after.ground))]
    anew = ";".join(["0", *whole] if whole else [])
    if before is None or "8" in before.on:  # not all terminals reveal what was concealed
        return f"\x1b[{anew}m"
    return f"\x1b[{min(_steps(before, after), anew, key=len)}m"


def _steps(before: Look, after: Look) -> str:
    off = {_OFF[code] for code in before.on - after.on}
    left = {code for code in before.on if _OFF[code] not in off}
    steps = [*sorted(off), *sorted(after.on - left)]
    if before.text != after.text:
        steps.append(after.text or "39")
    if before.ground != after.ground:
        steps.append(after.ground or "49")
    return ";".join(steps)
