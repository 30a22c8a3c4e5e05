"""The words of the trade as options of choices."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from tui.screens.examples import example
from tui.wording.wording import Wording

Options = tuple[tuple[str, str], ...]


def options(words: Wording, kind: Iterable[StrEnum], none: str = "") -> Options:
    """The words of a vocabulary; first, if given, the word for none of them."""
    first = (("", none),) if none else ()
    return (*first, *((word.value, words.term(word)) for word in kind))


def yes_no(words: Wording) -> Options:
    """No first: it is the default."""
    return (("no", words.t("no")), ("yes", words.t("yes")))


def languages() -> Options:
    """Each in its own words."""
    return (("ru", "русский"), ("en", "English"))


def date_hint(words: Wording) -> str:
    """How a date can be typed."""
    return example(words, words.t("30.11.2026, 2026-11-30, +10wd, tomorrow"))
