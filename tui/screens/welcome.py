"""What a new person sees on the empty board."""

from __future__ import annotations

from tui.wording.wording import Wording


def welcome(words: Wording) -> str:
    """A short text that leads to `n`."""
    return "\n\n".join(
        (
            words.t("Upheld keeps your support cases moving until they are upheld."),
            words.t("Press n to open your first case: with whom, what about, how urgent."),
            words.t(
                "Then it says which channel to use and why, helps you write the request in seven"
                " parts, keeps their number and their promise, and tells you when they are late"
                " and what the next step is."
            ),
            words.t("P: your name and contacts for letters.  ?: keys.  L: русский / English."),
            words.t("To look around first, leave with q and run: upheld demo"),
        )
    )
