"""The letter that is being written below the screen on top, if there is one."""

from __future__ import annotations

from tui.screens.letter.compose_files import ComposeFiles
from tui.screens.page import Page


def open_letter(page: Page) -> ComposeFiles | None:
    """The letter of the same case that this screen was opened from."""
    below = (screen for screen in reversed(page.app.screen_stack) if screen is not page)
    letters = (screen for screen in below if isinstance(screen, ComposeFiles))
    return next((letter for letter in letters if letter.case_id == page.case_id), None)
