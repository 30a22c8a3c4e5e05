"""Which letter a person asks for."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from tui.cases.words import Channel, Tone


class Wish(Struct, frozen=True):
    """Which letter a person asks for: its step, its kind, its tone, its language.

    What is empty is chosen: see `draft_of` and `tone_of`; the language is that of the case.
    `channel`: how it goes out, if that is known. `as_sent`: the letter of the step as it went out,
    where nothing came since then.
    """

    step: str = ""
    template: str = ""
    tone: Tone | None = None
    language: str = ""
    channel: Channel | None = None
    as_sent: bool = False

    def by(self, channel: Channel | None) -> Wish:
        """The same letter, as it goes out by this channel."""
        return replace(self, channel=channel)


PLAIN = Wish()
