"""The themes: legible on their grounds, the same to Textual as to the first frame, known by what a
terminal tells."""

from __future__ import annotations

import pytest
from rich.color import Color, ColorSystem
from textual.color import Color as Shade

from tui.screens.board.picture import Ground
from tui.styles.first_looks import first_look
from tui.styles.palettes import (
    _MANY,
    _TRUE,
    ROLES,
    Depth,
    Palette,
    hex_of,
    palette_in_force,
    seen_as,
)
from tui.styles.themes import theme_of
from tui.terminal.looks import PLAIN
from tui.widgets.lines import Tone

TONES = ("text", "dim", "accent", "late", "today", "good")
OWN = ("dark", "light", "contrast")
TRUE, MANY = {"COLORTERM": "truecolor"}, {"TERM": "xterm-256color"}


def luminance(colour: str) -> float:
    """Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    dark, bright = sorted((luminance(seen_as(one)), luminance(seen_as(other))))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("environ", [TRUE, MANY], ids=["true colour", "256"])
@pytest.mark.parametrize("name", OWN)
def test_every_tone_is_legible_on_every_ground_that_it_stands_on(
    name: str, environ: dict[str, str]
) -> None:
    of = palette_in_force(name, environ).colours
    least = 7.0 if name == "contrast" else 4.5
    pairs = [(tone, ground) for tone in TONES for ground in ("page", "bar")]
    pairs += [("cursor_text", "cursor"), ("text", "field"), ("dim", "field")]
    found = {pair: contrast(of[pair[0]], of[pair[1]]) for pair in pairs}
    assert {pair: ratio for pair, ratio in found.items() if ratio < least} == {}
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("name", OWN)
def test_a_number_of_the_256_is_that_number_again_when_it_is_sent(name: str) -> None:
    for number in _MANY[name].values():
        sent = Color.parse(hex_of(number)).downgrade(ColorSystem.EIGHT_BIT)
        assert sent.number == int(number)


@pytest.mark.parametrize("name", [*OWN, "terminal"])
def test_textual_is_given_every_colour_as_it_is(name: str) -> None:
    palette = palette_in_force(name, TRUE)
    theme = theme_of(palette)
    shades = {**theme.to_color_system().generate(), **theme.variables}
    given = {
        "text": "foreground", "dim": "dim", "accent": "accent", "late": "error",
        "today": "warning", "good": "success", "page": "background", "bar": "panel",
        "cursor": "cursor", "cursor_text": "cursor-text", "rule": "rule", "field": "field",
    }  # fmt: skip
    assert set(given) == set(ROLES)
    for role, variable in given.items():
        assert Shade.parse(shades[variable]) == Shade.parse(palette.colours[role]), role


def wanted(theme: str = "auto", **environ: str) -> tuple[str, Depth]:
    palette: Palette = palette_in_force(theme, environ)
    return palette.name, palette.depth


def test_which_theme_is_in_force_follows_from_what_the_terminal_tells() -> None:
    assert wanted(**TRUE) == ("dark", Depth.TRUE)
    assert wanted(**MANY, COLORFGBG="0;15") == ("light", Depth.MANY)
    assert wanted(**MANY, COLORFGBG="0;default;7") == ("light", Depth.MANY)
    assert wanted(**MANY, COLORFGBG="15;0") == ("dark", Depth.MANY)
    assert wanted(**MANY, COLORFGBG="nonsense") == ("dark", Depth.MANY)
    assert wanted("dark", **TRUE, COLORFGBG="0;15") == ("dark", Depth.TRUE)
    assert wanted("terminal", **TRUE) == ("terminal", Depth.TRUE)
    for theme in OWN:
        assert wanted(theme, **TRUE) == (theme, Depth.TRUE)
        assert wanted(theme, TERM="xterm") == ("terminal", Depth.FEW)
        assert wanted(theme, TERM="linux") == ("terminal", Depth.FEW)
        assert wanted(theme, TERM="vt100") == ("terminal", Depth.NONE)
        assert wanted(theme, **TRUE, NO_COLOR="") == ("terminal", Depth.NONE)


def test_without_colours_none_is_sent_and_states_differ_all_the_same() -> None:
    palette = palette_in_force("auto", {"TERM": "xterm", "NO_COLOR": "1"})
    looks = {
        (tone, ground): first_look(tone, ground, palette) for tone in Tone for ground in Ground
    }
    assert not any(look.text or look.ground for look in looks.values())
    assert looks[Tone.PLAIN, Ground.PAGE] == PLAIN
    assert "7" in looks[Tone.PLAIN, Ground.CURSOR].on
    assert "1" in looks[Tone.LATE, Ground.PAGE].on


def test_the_terminals_own_colours_keep_its_ground() -> None:
    for environ in ({"TERM": "xterm"}, {"TERM": "linux"}, {"TERM": "xterm", "COLORFGBG": "0;15"}):
        of = palette_in_force("terminal", environ).colours
        assert {of[role] for role in ("page", "bar", "text", "dim")} == {"ansi_default"}
    unknown = palette_in_force("terminal", {"TERM": "xterm"}).colours
    assert "ansi_bright_yellow" not in unknown.values()  # on white nobody would read it


def test_every_theme_has_every_role() -> None:
    assert all(set(of) == set(ROLES) for of in (*_TRUE.values(), *_MANY.values()))
