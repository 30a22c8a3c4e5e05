"""How the first frame looks: what the stylesheets make of tones, as parameters of SGR.

A test holds this against what Textual makes of the stylesheets; where they should differ, thin
output puts it right as soon as Textual is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from tui.screens.boardlines import Ground
from tui.terminal.looks import Look, look_of
from tui.widgets.lines import Tone


class Depth(StrEnum):
    """How many colours the terminal has."""

    TRUE = "truecolor"
    MANY = "256"
    FEW = "16"
    NONE = "none"


_BOLD = frozenset({Tone.STRONG, Tone.HEAD, Tone.LATE, Tone.TODAY, Tone.MINE})
_COLOUR = {
    Tone.PLAIN: 0, Tone.STRONG: 0, Tone.DIM: 1, Tone.HEAD: 2, Tone.ACCENT: 3, Tone.TODAY: 3,
    Tone.MINE: 3, Tone.LATE: 4, Tone.GOOD: 5,
}  # fmt: skip
# Foreground, dim, primary, accent, error, success; then the grounds: page, bar, cursor.
_TEXTS: dict[Depth, tuple[str, ...]] = {
    Depth.TRUE: (
        "38;2;212;215;218", "38;2;141;149;156", "38;2;122;162;200", "38;2;215;178;110",
        "38;2;223;128;112", "38;2;143;181;115",
    ),
    Depth.MANY: ("38;5;252", "38;5;246", "38;5;110", "38;5;179", "38;5;173", "38;5;108"),
    Depth.FEW: ("97", "37", "37", "37", "91", "37"),
    Depth.NONE: ("38;5;252", "38;5;246", "38;5;246", "38;5;249", "38;5;245", "38;5;247"),
}  # fmt: skip
_GROUNDS: dict[Depth, dict[Ground, str]] = {
    Depth.TRUE: {
        Ground.PAGE: "48;2;20;23;26", Ground.BAR: "48;2;31;36;40", Ground.CURSOR: "48;2;42;59;77",
    },
    Depth.MANY: {Ground.PAGE: "48;5;233", Ground.BAR: "48;5;234", Ground.CURSOR: "48;5;23"},
    Depth.FEW: {Ground.PAGE: "40", Ground.BAR: "40", Ground.CURSOR: "7;100"},
    Depth.NONE: {Ground.PAGE: "48;5;233", Ground.BAR: "48;5;234", Ground.CURSOR: "7;48;5;237"},
}  # fmt: skip


def depth_of(environ: Mapping[str, str]) -> Depth:
    """As Rich and Textual find it out."""
    if "NO_COLOR" in environ:
        return Depth.NONE
    if environ.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}:
        return Depth.TRUE
    colours = environ.get("TERM", "").strip().lower().rpartition("-")[2]
    return Depth.MANY if colours in {"256color", "kitty"} else Depth.FEW


def first_look(tone: Tone, ground: Ground, depth: Depth) -> Look:
    """How a tone looks there."""
    parts = [_TEXTS[depth][_COLOUR[tone]], _GROUNDS[depth][ground]]
    return look_of(";".join(["1", *parts] if tone in _BOLD else parts))
