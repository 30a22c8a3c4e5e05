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
        source = message.id if isinstance(message.id, tuple) else (message.id,)
        target = message.string if isinstance(message.string, tuple) else (message.string,)
        wanted = set().union(*map(fields, source))
        for text in target:
            assert fields(text) <= wanted, (message.id, text)
            assert wanted - fields(text) <= {"count"}, (message.id, text)


def test_russian_has_no_english_left() -> None:
    """Latin letters stand only in names, keys and formats."""
    allowed = re.compile(
        r"upheld|UPHELD|Upheld|Textual|TinyDB|JSON|CLI|URL|SHA-256|TERM|EDITOR|UTF-8|XDG|ISO|TOML|IANA"
        r"|--?[a-z][a-z-]*|\{[a-z_]+\}|[a-z_]+[:=.][a-z_./0-9-]*|esc|enter|tab|\^[a-z]|[a-zA-Z](?![a-zA-Z])"
    )
    for message in translated("ru"):
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        for text in texts if message.id else ():
            assert not re.search(r"\b(the|and|is|are|of|to|it)\b", allowed.sub("", text)), text


def test_texts_are_collected() -> None:
    assert len(collected()) > 300
