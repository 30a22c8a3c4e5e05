"""The themes as Textual takes them, made from the palettes."""

from __future__ import annotations

from textual.theme import Theme

from tui.styles.palettes import Palette, hex_of, palette_in_force

# Of a theme of the terminal's own colours Textual makes some with grounds that may be any, and
# leaves out others that its widgets name.
_GROUNDS = (
    "panel", "surface", "surface-active", "ansi-background", "scrollbar-background",
    "scrollbar-background-hover", "scrollbar-background-active", "input-selection-background",
    "screen-selection-background", "block-cursor-background", "link-background-hover",
)  # fmt: skip
_TEXTS = (
    "scrollbar", "scrollbar-hover", "scrollbar-active", "border", "border-blurred",
    "foreground-disabled", "ansi-foreground", "input-selection-foreground",
    "screen-selection-foreground", "link-color", "link-color-hover",
)  # fmt: skip


def theme_of(palette: Palette) -> Theme:
    """The theme of a palette; its name is what the app knows it by."""
    of = {role: hex_of(colour) for role, colour in palette.colours.items()}
    return Theme(
        name=f"upheld-{palette.name}",
        primary=of["accent"],
        secondary=of["dim"],
        accent=of["accent"],
        foreground=of["text"],
        background=of["page"],
        surface=of["page"],
        panel=of["bar"],
        success=of["good"],
        warning=of["today"],
        error=of["late"],
        dark=palette.is_dark,
        ansi=palette.is_plain,
        variables=_variables(palette, of),
    )


def _variables(palette: Palette, of: dict[str, str]) -> dict[str, str]:
    """What the stylesheets name, to the last shade: Textual rounds on its own way. And what a theme
    of the terminal's colours would choose otherwise."""
    own = {
        "primary": of["accent"],
        "accent": of["accent"],
        "error": of["late"],
        "warning": of["today"],
        "success": of["good"],
        "cursor": of["cursor"],
        "cursor-text": of["cursor_text"],
        "dim": of["dim"],
        "rule": of["rule"],
        "field": of["field"],
        "scrollbar": of["rule"],
        "scrollbar-hover": of["accent"],
        "scrollbar-active": of["accent"],
        "scrollbar-background": of["page"],
        "scrollbar-background-hover": of["page"],
        "scrollbar-background-active": of["page"],
        "block-cursor-text-style": "none",
        "input-cursor-text-style": "reverse" if palette.is_plain else "none",
    }
    if not palette.is_plain:
        return own
    return {**own, **dict.fromkeys(_GROUNDS, of["page"]), **dict.fromkeys(_TEXTS, of["text"])}


USUAL = theme_of(palette_in_force("dark", {"COLORTERM": "truecolor"}))
