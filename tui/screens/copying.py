"""The addresses of pages that a screen names, for the browser of whoever reads it."""

from __future__ import annotations

from tui.screens.telling import Telling
from tui.widgets.addresses import addresses_in


def copy_addresses(screen: Telling, text: str) -> None:
    """Send the addresses in `text` to the terminal's clipboard, a line each, and say so."""
    found = addresses_in(text)
    if not found:
        screen.tell(screen.words.t("No address of a page stands here."))
        return
    screen.app.copy_to_clipboard("\n".join(found))
    screen.tell(
        screen.words.n(
            "The address is in the terminal's clipboard.",
            "{count} addresses are in the terminal's clipboard.",
            len(found),
        )
    )
