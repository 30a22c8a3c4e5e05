"""The themes as values: which colour each meaning has, by how many the terminal has.

Imports no Textual: the first frame is drawn from it. State is a word and a mark first; colour comes
third.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct


class Depth(StrEnum):
    """How many colours the terminal has."""

    TRUE = "truecolor"
    MANY = "256"
    FEW = "16"
    NONE = "none"


ROLES = (
    "text", "dim", "accent", "late", "today", "good", "page", "bar", "cursor", "cursor_text",
    "rule", "field",
)  # fmt: skip
"""What a colour is for: tones of text, three grounds, what is written on the cursor, lines that
part one thing from another, and the ground of the field that is written in."""


class Palette(Struct, frozen=True):
    """One theme on one terminal.

    `colours`: by role; "#d6d9dc", a number of the 256 such as "110", or a name of Textual's for one
    of the terminal's own: "ansi_red", "ansi_default". `is_plain`: there is no ground to tell by, so
    that the cursor is reversed and keys are bold.
    """

    name: str
    is_dark: bool
    depth: Depth
    colours: Mapping[str, str]

    @property
    def is_plain(self) -> bool:
        return self.colours["page"].startswith("ansi_")


def _of(*colours: str) -> Mapping[str, str]:
    return MappingProxyType(dict(zip(ROLES, colours, strict=True)))


# What is written on the cursor has the colour of other text where it can: a step of the cursor then
# changes nothing but grounds. Each tone has a contrast of 4.5 to its grounds, of 7 in the theme
# that is named for it, by WCAG 2.2 (https://www.w3.org/TR/WCAG22/#contrast-minimum and
# #contrast-enhanced); a test reckons it.
_TRUE = {
    "dark": _of(
        "#d6d9dc", "#949ca4", "#7fb2e0", "#f08a78", "#e0b868", "#94c07a",
        "#14171a", "#20262b", "#2f4a66", "#d6d9dc", "#3d4850", "#22303f",
    ),
    "light": _of(
        "#24292e", "#5f676f", "#1f5f9e", "#b3261e", "#7d5200", "#2c6a2f",
        "#fbfaf7", "#ecebe6", "#c4dbf2", "#24292e", "#c3c0b6", "#e3edf8",
    ),
    "contrast": _of(
        "#ffffff", "#d0d0d0", "#7fd4ff", "#ff9d94", "#ffd75f", "#8fe388",
        "#000000", "#1c1c1c", "#ffffff", "#000000", "#a8a8a8", "#00284d",
    ),
}  # fmt: skip
_MANY = {
    "dark": _of("252", "247", "110", "210", "179", "108", "233", "235", "24", "252", "239", "17"),
    "light": _of("235", "241", "25", "124", "94", "22", "231", "255", "153", "235", "250", "195"),
    "contrast": _of(
        "231", "252", "117", "217", "221", "120", "16", "234", "231", "16", "248", "17"
    ),
}  # fmt: skip
# Nobody can ask in time which ground a terminal has. What is legible on any of them, and brighter
# ones for those whose ground is known to be dark.
_OWN = "ansi_default"
_ANY_GROUND = _of(_OWN, _OWN, _OWN, "ansi_red", "ansi_magenta", *(_OWN,) * 7)
_BRIGHT = [f"ansi_bright_{colour}" for colour in ("cyan", "red", "yellow", "green")]
_DARK_GROUND = _of(_OWN, _OWN, *_BRIGHT, *(_OWN,) * 6)
_LIGHT_GROUNDS = ("7", "15")  # white and bright white, as COLORFGBG names them


def palette_in_force(theme: str, environ: Mapping[str, str]) -> Palette:
    """The palette of a theme, as it is set, on the terminal that `environ` tells of.

    "auto" is light where COLORFGBG says so, else dark. Where colours are few or none, every theme
    is the terminal's own.
    """
    depth, ground = depth_of(environ), _ground_of(environ)
    if theme == "terminal" or depth in (Depth.FEW, Depth.NONE):
        own = _DARK_GROUND if ground == "dark" else _ANY_GROUND
        return Palette("terminal", ground != "light", depth, own)
    name = theme if theme in _TRUE else ground or "dark"
    colours = _TRUE[name] if depth is Depth.TRUE else _MANY[name]
    return Palette(name, name != "light", depth, colours)


def _ground_of(environ: Mapping[str, str]) -> str:
    """Whether the terminal is "dark" or "light"; empty where that is not known."""
    told = environ.get("COLORFGBG", "").rpartition(";")[2]
    if told.isdecimal():
        return "light" if told in _LIGHT_GROUNDS else "dark"
    return "dark" if environ.get("TERM", "").startswith("linux") else ""


def depth_of(environ: Mapping[str, str]) -> Depth:
    """As Rich and Textual find it out; old hardware, which they do not know, has no colours."""
    term = environ.get("TERM", "").strip().lower()
    if "NO_COLOR" in environ or term.startswith("vt"):
        return Depth.NONE
    if environ.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}:
        return Depth.TRUE
    colours = term.rpartition("-")[2]
    return Depth.MANY if colours in {"256color", "kitty"} else Depth.FEW


def hex_of(colour: str) -> str:
    """A colour for Textual: for a number one that Rich turns into that number again."""
    if not colour.isdecimal():
        return colour
    number = int(colour)
    if number in (16, 231):
        return "#000000" if number == 16 else "#ffffff"
    if number > 231:
        return "#" + f"{round((number - 231) * 255 / 25):02x}" * 3
    return "#" + "".join(f"{_level(number, place):02x}" for place in (36, 6, 1))


def seen_as(colour: str) -> str:
    """What a terminal shows for a colour that is no name: "#rrggbb"."""
    number = int(colour) if colour.isdecimal() else 0
    return hex_of(colour) if number < 232 else "#" + f"{8 + 10 * (number - 232):02x}" * 3


def _level(number: int, place: int) -> int:
    """Red, green or blue of one of the cube's 216 colours."""
    step = (number - 16) // place % 6
    return 55 + 40 * step if step else 0
