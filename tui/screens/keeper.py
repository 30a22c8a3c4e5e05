"""Keeping what is typed and not saved, so that a lost line or a dead terminal loses little."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.timer import Timer

from tui.screens.page import Page

_SEEN = "seen "  # before the name of a field
KEEP_AFTER = 1.0  # seconds from the first unsaved key until the draft is on disk


class Keeper:
    """The draft of one screen: of the texts that differ from what stood there at first.

    Others stay out of it, so that a draft that comes back undoes nobody's change of them.
    `key`: under which name it is kept; empty, not at all. `seen`: what stands in the book, as
    far as the person knows; it is kept, too, for the draft may come back after others wrote.
    """

    def __init__(
        self, page: Page, key: Callable[[], str], seen: Callable[[], Mapping[str, str]]
    ) -> None:
        self._page, self._key, self._seen = page, key, seen
        self.seen: dict[str, str] = {}  # beside the draft that came back
        self._timer: Timer | None = None
        self._typed: dict[str, str] = {}
        self._kept: dict[str, str] = {}

    def recall(self) -> dict[str, str]:
        """What was kept the last time."""
        key = self._key()
        self._kept = (self._page.desk.drafts.recall(key) if key else None) or {}
        self._typed = self._kept
        self.seen = {
            name.removeprefix(_SEEN): text
            for name, text in self._kept.items()
            if name.startswith(_SEEN)
        }
        return {name: text for name, text in self._kept.items() if not name.startswith(_SEEN)}

    def typed(self, texts: dict[str, str]) -> None:
        """These texts are typed now; they are on disk about a second later."""
        self._typed = self._beside(texts)
        if self._timer is None and self._typed != self._kept and self._key():
            self._timer = self._page.set_timer(KEEP_AFTER, self._keep_or_say)

    def keep_now(self, texts: dict[str, str]) -> None:
        """Put these texts, the newest, on disk. Runs between any two steps: plain values only."""
        self._typed = self._beside(texts)
        self.keep()

    def keep(self) -> None:
        """Put on disk what was typed."""
        self._timer = None
        typed, key = self._typed, self._key()
        if typed != self._kept and key:
            self._page.desk.drafts.keep(key, typed)
            self._kept = typed

    def say_kept(self) -> None:
        """Say that it is kept, where the screen is left with something unsaved on it."""
        words = self._page.words
        self._page.tell_below(words.t("What you typed is kept: it is there when you come back."))

    def _beside(self, texts: dict[str, str]) -> dict[str, str]:
        seen = self._seen()
        return texts | {_SEEN + name: seen[name] for name in texts if name in seen}

    def _keep_or_say(self) -> None:
        """A full disk is no reason to stop: the text stays on the screen."""
        self._page.attempt(self.keep)

    def drop(self) -> None:
        """The text is saved where it belongs, or thrown away: forget the draft."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._typed = self._kept = {}
        if key := self._key():
            self._page.desk.drafts.drop(key)
