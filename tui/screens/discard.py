"""Throwing away what is typed: a little at once, much at the second asking."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from textual.widgets import Static

from tui.screens.page import Page

MUCH = 60  # characters, a line: nothing brings back what is thrown away


def may_discard(page: Page, changes: Iterable[tuple[str, str]]) -> bool:
    """Whether it may go: much, only while the warning still stands on the screen.

    `changes`: what stood in each field and what stands there now.
    """
    lost = sum(len(_typed(before, after)) for before, after in changes)
    if lost <= MUCH:
        return True
    said = page.words.n(
        "{count} typed character would be lost. {key} again: throw it away.",
        "{count} typed characters would be lost. {key} again: throw them away.",
        lost,
        key=page.key("discard"),
    )
    notice = page.query_one("#notice", Static)
    if notice.has_class("-shown") and str(notice.content) == said:
        return True
    page.tell(said, wrong=True)
    return False


def _typed(before: str, after: str) -> str:
    """What of a text is new: all between the beginning and the end that it had before."""
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    return after[start : len(after) - end]


def _shared(one: str, other: str) -> int:
    """With how many same characters both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
