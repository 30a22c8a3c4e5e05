"""Keeping what is typed and not saved, so that a lost line or a dead terminal loses little."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.timer import Timer

from tui.cases.errors import UpheldError
from tui.cases.sentence import Sentence, say
from tui.screens.page import Page

_SEEN = "seen "  # before the name of a field
KEEP_AFTER = 1.0  # seconds from the first unsaved key until the draft is on disk


def would_be_lost(error: UpheldError, key: str) -> Sentence:
    """What is said before something typed is lost, because it cannot be kept."""
    return say(
        "{problem} {key} again: leave all the same, without what you typed.",
        problem=error.sentence, key=key,
    )  # fmt: skip


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
        self._is_warned = False  # that these texts cannot be kept

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
        self._is_warned = False
        self._typed = self._beside(texts)
        if self._timer is None and self._typed != self._kept and self._key():
            self._timer = self._page.set_timer(KEEP_AFTER, self._keep_or_say)

    def keep_now(self, texts: dict[str, str]) -> None:
        """Put these texts, the newest, on disk. Runs between any two steps: plain values only."""
        self._typed = self._beside(texts)
        self.keep()

    def may_leave(self, texts: dict[str, str], command: str) -> bool:
        """Whether the screen may go: these texts, the newest, are on disk; or the person was told
        that they cannot be, and asks a second time with the key of `command`.
        """
        try:
            self.keep_now(texts)
        except UpheldError as error:
            if self._is_warned:
                return True
            self._is_warned = True
            self._page.tell(would_be_lost(error, self._page.key(command)), wrong=True)
            return False
        return True

    def keep(self) -> None:
        """Put on disk what was typed."""
        self._timer = None
        typed, key = self._typed, self._key()
        if typed != self._kept and key:
            self._page.desk.drafts.keep(key, typed)
            self._kept = typed

    def say_kept(self) -> None:
        """Say that it is kept, if it is, where the screen is left with something unsaved on it."""
        if self._typed == self._kept:
            said = self._page.words.t("What you typed is kept: it is there when you come back.")
            self._page.tell_below(said)

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
