"""How the first frame looks: what the stylesheets make of tones, as parameters of SGR.

A test holds this against what Textual makes of the stylesheets; where they should differ, thin
output puts it right as soon as Textual is there.
"""

from __future__ import annotations

from tui.screens.board.picture import Ground
from tui.styles.palettes import Depth, Palette
from tui.terminal.looks import Look, look_of
from tui.widgets.lines import Tone

_BOLD = frozenset({Tone.STRONG, Tone.HEAD, Tone.LATE, Tone.TODAY, Tone.MINE})
_ROLES = {
    Tone.PLAIN: "text", Tone.STRONG: "text", Tone.DIM: "dim", Tone.HEAD: "accent",
    Tone.ACCENT: "accent", Tone.TODAY: "today", Tone.MINE: "accent", Tone.LATE: "late",
    Tone.GOOD: "good", Tone.RULE: "rule",
}  # fmt: skip
_GROUNDS = {Ground.PAGE: "page", Ground.BAR: "bar", Ground.CURSOR: "cursor"}
_NAMES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")


def first_look(tone: Tone, ground: Ground, palette: Palette) -> Look:
    """How a tone looks there."""
    is_under = ground is Ground.CURSOR
    parts = ["1"] if tone in _BOLD or (palette.is_plain and tone is Tone.ACCENT) else []
    if is_under and palette.is_plain:
        parts.append("7")
    if palette.depth is not Depth.NONE:
        parts.append(_sgr(palette, "cursor_text" if is_under else _ROLES[tone], 30))
        parts.append(_sgr(palette, _GROUNDS[ground], 40))
    return look_of(";".join(parts))


def _sgr(palette: Palette, role: str, first: int) -> str:
    """The parameters of a colour. `first`: 30 for text, 40 for a ground."""
    colour = palette.colours[role]
    if colour.startswith("#"):
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        return f"{first + 8};2;{red};{green};{blue}"
    if colour.isdecimal():
        return f"{first + 8};5;{colour}"
    name = colour.removeprefix("ansi_")
    bare = name.removeprefix("bright_")
    if bare == "default":
        return str(first + 9)
    return str(first + _NAMES.index(bare) + (60 if bare != name else 0))
