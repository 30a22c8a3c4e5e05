"""The small words of letters: labels, what a number is called, lines of the history.

Data, not the catalogue of the screens: a letter may be in Russian while the screens are in
English, and whoever writes letters finds all of their words in one folder.
"""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from tui.letters.filling import fill

HERE = Path(__file__).parent
LANGUAGES = ("ru", "en")
_KIND = "identifier."


class Voice(StrEnum):
    """Who reads the letter."""

    YOU = "you"  # the company: “you refused”
    THEY = "they"  # somebody else, about the company: “refusal”
    PUBLIC = "public"  # everybody: as THEY, and nothing that tells who I am


class Phrases:
    """The phrases of one language, as said to one kind of reader.

    A phrase may have a second form for letters about the company: `ru_they`, `en_they`.
    """

    def __init__(self, language: str, voice: Voice = Voice.YOU) -> None:
        self.language = language
        self.voice = voice

    def say(self, phrase: str, /, **values: str) -> str:
        """The phrase with its places filled."""
        book = kind_book() if phrase.startswith(_KIND) else phrase_book()
        forms = book[phrase]
        about = "" if self.voice is Voice.YOU else forms.get(f"{self.language}_they", "")
        return fill(about or forms[self.language], values)

    def quote(self, text: str) -> str:
        """`text` in quotation marks; marks of the same kind within become inner ones."""
        outer, inner = (self._marks(f"quote.{level}") for level in ("outer", "inner"))
        if text[:1] == outer[0] and text.find(outer[1]) == len(text) - 1:
            return text  # quoted already
        if text[:1] == '"' and text.find('"', 1) == len(text) - 1:
            text = text[1:-1]
        return outer[0] + text.translate(str.maketrans(outer, inner)) + outer[1]

    def _marks(self, phrase: str) -> str:
        return self.say(phrase, text="")

    def kind(self, written: str) -> str:
        """The phrase for a kind of identifier, however it was written; empty if unknown."""
        return _kinds().get(_key(written), "")


def blank(field: str, language: str) -> str:
    """What stands where a field is needed and not known: “[order number]”."""
    phrases = Phrases(language)
    if f"blank.{field}" in phrase_book():
        return f"[{phrases.say(f'blank.{field}')}]"
    return f"[{phrases.say('blank.other', field=field.replace('_', ' '))}]"


@cache
def phrase_book() -> dict[str, dict[str, str]]:
    """Phrase -> form -> text. Nested tables are joined with dots: `event.sent`."""
    return dict(_flat("", _read("phrases.toml"))) | kind_book()


@cache
def kind_book() -> dict[str, dict[str, str]]:
    """What of it tells the kinds of identifiers: whoever only names a number reads no more."""
    return dict(_flat("", _read("identifiers.toml")))


@cache
def _kinds() -> dict[str, str]:
    kinds: dict[str, str] = {}
    for name, table in _read("identifiers.toml")["identifier"].items():
        for spelling in (name, *table.get("also", ())):
            kinds[_key(spelling)] = f"{_KIND}{name}"
    return kinds


def _key(kind: str) -> str:
    return " ".join(kind.casefold().replace("_", " ").replace("-", " ").split())


def _read(file: str) -> dict[str, Any]:
    return tomllib.loads((HERE / file).read_text("utf-8"))


def _flat(prefix: str, table: dict[str, Any]) -> list[tuple[str, dict[str, str]]]:
    if "ru" in table:
        forms = {form: text for form, text in table.items() if isinstance(text, str)}
        return [(prefix, forms)]
    return [
        pair
        for name, inner in table.items()
        for pair in _flat(f"{prefix}.{name}" if prefix else name, inner)
    ]
