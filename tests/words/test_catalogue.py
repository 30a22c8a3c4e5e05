"""Every text a person reads is in both catalogues, used, translated and compiled."""

from __future__ import annotations

import re
import string

from tools.words import collected, faults, translated


def test_catalogues_have_no_faults() -> None:
    assert faults() == []


def test_translations_name_the_same_fields() -> None:
    """A field lost or misspelt in a translation would be an error on the screen."""

    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for message in translated("ru"):
        if not message.id:
            continue
        source, target = forms(message.id), forms(message.string)
        known = [fields(text) for text in source]
        # One form may say “one”, and click names in each of two forms a field of its own.
        needed = set.intersection(*known) - ({"count"} if len(source) > 1 else set())
        for text in target:
            assert needed <= fields(text) <= set.union(*known), (message.id, text)


def test_russian_has_no_english_left() -> None:
    """Latin letters stand only in names, keys and formats."""
    fields = re.compile(r"\{[a-z_]+(![a-z])?\}")
    english = re.compile(r"\b(the|an|and|or|not|no|are|was|of|to|in|on|by|for|they|you)\b")
    for message in translated("ru"):
        for text in forms(message.string) if message.id else ():
            bare = fields.sub("", text)
            assert not english.search(bare), text
            assert not re.search("[“”]", text), text
            same = text in forms(message.id)
            assert not same or not re.search("[a-z]{3}", bare), f"not translated: {text}"


def forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """A text, or its forms for one and many."""
    return (text,) if isinstance(text, str) else tuple(text)


def test_texts_are_collected() -> None:
    assert len(collected()) > 300
