"""What a new person sees on the empty board."""

from __future__ import annotations

from collections.abc import Callable

from tui.wording.wording import Wording


def welcome(words: Wording, key: Callable[[str], str]) -> str:
    """A short text that leads to `n`. `key`: the key of a command as it is written."""
    return "\n\n".join(
        (
            words.t("Upheld keeps your support cases moving until they are upheld."),
            words.t(
                "Press {new} to open your first case: with whom, what about, how urgent.",
                new=key("new"),
            ),
            words.t(
                "Then it says which channel to use and why, helps you write the request in seven"
                " parts, keeps their number and their promise, and tells you when they are late"
                " and what the next step is."
            ),
            words.t(
                "{profile}: your name and contacts for letters.  {keys}: keys."
                "  {language}: русский / English.",
                profile=key("profile"),
                keys=key("keys"),
                language=key("language"),
            ),
            words.t(
                "To look around first, leave with {quit} and run: upheld demo", quit=key("quit")
            ),
        )
    )
