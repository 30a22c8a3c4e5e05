"""What the number of an event is called."""

from __future__ import annotations

from tui.cases.event import Event
from tui.cases.numbers import has_postal
from tui.wording.wording import Wording


def number_label(words: Wording, event: Event) -> str:
    """Theirs, or that of a letter of mine at the post."""
    return words.t("Tracking number") if has_postal(event) else words.t("Their number")
