"""An app with nothing of Upheld but what its drawn widgets need of any."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App

from tui.widgets.lines import TONES


class BareApp(App[None]):
    """Knows the tones of a text, which the stylesheet of a test may style."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(TONES)
