"""An application in one of our themes, on whatever terminal: its colours, and what it can draw."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any, ClassVar

from textual.filter import LineFilter, NoColor

from tui.screens.touring import TouringApp
from tui.styles.palettes import Depth, palette_in_force
from tui.styles.themes import USUAL, theme_of
from tui.terminal.filter import GlyphFilter
from tui.terminal.glyphs import Glyphs, terminal_encoding
from tui.widgets.lines import TONES


class DressedApp(TouringApp):
    """`dress` may be called at any time; what is shown follows.

    `draws_ascii`: lines and marks are wished in ASCII. The class `-plain` says that no ground
    tells anything, so that what is chosen is reversed.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONES)

    def __init__(self, *, draws_ascii: bool = False, **given: Any) -> None:
        glyphs = Glyphs(terminal_encoding(), is_ascii=draws_ascii)
        self._drawn: list[LineFilter] = [GlyphFilter(glyphs)] if glyphs.is_needed else []
        # Textual settles here how it leaves out colours: told this, every one of them.
        is_bare = palette_in_force("auto", os.environ).depth is Depth.NONE
        super().__init__(ansi_color=True if is_bare else None, **given)
        if is_bare:
            self._drawn.append(NoColor())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What the stylesheets name before a theme is in force."""
        return dict(USUAL.variables)

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), *self._drawn]

    @property
    def has_colours(self) -> bool:
        """Whether there are so many that themes differ."""
        return palette_in_force("auto", os.environ).depth in (Depth.TRUE, Depth.MANY)

    def look_alike(self, one: str, other: str) -> bool:
        """Whether two themes look the same where themes differ: “auto” is one of the others."""
        palettes = (palette_in_force(theme, os.environ) for theme in (one, other))
        return self.has_colours and len({palette.name for palette in palettes}) == 1

    def dress(self, theme: str) -> None:
        """Take this theme, as far as the terminal can show it."""
        palette = palette_in_force(theme, os.environ)
        wanted = theme_of(palette)
        if self.theme != wanted.name:
            self.register_theme(wanted)
            self.theme = wanted.name
            # Textual does that later, when it has read everything in the colours of before.
            self.stylesheet.set_variables(self.get_css_variables())
            self.set_class(palette.is_plain, "-plain")
