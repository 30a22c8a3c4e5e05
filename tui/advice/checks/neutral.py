"""What a letter may say in the place of what must not stand there, in its own language."""

from __future__ import annotations

from tui.advice.checks.word_lists import word_list


def neutral(what: str, language: str) -> str:
    """The phrase for `what`, in English for a language that is not known."""
    phrases: dict[str, str] = word_list("neutral")[what]
    return phrases.get(language, phrases["en"])
