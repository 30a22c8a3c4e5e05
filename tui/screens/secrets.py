"""What holds a password, a key or a card leaves at the second asking only."""

from __future__ import annotations

from tui.cases.sentence import Sentence
from tui.screens.page import Page

_MOST = 2  # told at once


class Secrets:
    """What was said of the secrets in what is about to leave by one screen."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._told: tuple[Sentence, ...] = ()

    def may_go(self, held: tuple[Sentence, ...]) -> bool:
        """Whether it may: nothing is in it, or just that was said already."""
        if not held or held == self._told:
            return True
        self._told = held
        words = self._page.words
        what = " ".join(words.say(sentence) for sentence in held[:_MOST])
        key = self._page.key("save")
        said = words.t(
            "{what} Whoever gets it can use it. {key} again: all the same.", what=what, key=key
        )
        self._page.tell(said, wrong=True)
        return False
