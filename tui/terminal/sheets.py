"""Stylesheets that are parsed once: Textual parses all of them anew for each screen and theme.

`_require_parse` is a private name of Textual. Should an upgrade drop it, each is parsed whenever
Textual asks for it, as it does by itself.
"""

from __future__ import annotations

from textual.css.stylesheet import Stylesheet


class Sheets(Stylesheet):
    """As its base, but what was parsed counts until a text or a variable is another."""

    def __init__(self, *, variables: dict[str, str]) -> None:
        super().__init__(variables=variables)
        self._told = dict(variables)
        self._is_behind = True

    def set_variables(self, variables: dict[str, str]) -> None:
        if variables != self._told:
            self._told, self._is_behind = dict(variables), True
            super().set_variables(variables)

    def parse(self) -> None:
        super().parse()
        self._is_behind = False

    def reparse(self) -> None:
        """What was parsed before a fault counts on, as with its base."""
        if self._is_behind or getattr(self, "_require_parse", True):
            self.parse()
