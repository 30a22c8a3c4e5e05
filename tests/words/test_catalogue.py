"""Every text a person reads is in both catalogues, used, translated and compiled."""

from __future__ import annotations

import ast
import re
import string

from tools.words import ROOT, collected, faults, translated

SENTENCE = re.compile(r"[A-Za-z]{2,} .*\{[a-z_]+\}|\{[a-z_]+\} .*[a-z]{2,}")  # with a place in it


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
    fields = re.compile(r"\{[a-z_]+(![a-z])?\}|--[a-z-]+|«[a-z]+»")  # and what is typed as it is
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


def test_no_sentence_is_spoken_past_the_catalogue() -> None:
    """One that a variable speaks, as `fault("… {step} …")`, is not collected: it stays English."""
    known = {text for m in collected() for text in forms(m.id)}
    spoken = []
    for path in sorted((ROOT / "tui").rglob("*.py")):
        calls = (n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call))
        texts = (a.value for call in calls for a in call.args if isinstance(a, ast.Constant))
        spoken += [t for t in texts if isinstance(t, str) and SENTENCE.search(t)]
    assert spoken
    assert [text for text in spoken if text not in known] == []
