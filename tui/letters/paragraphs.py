"""Paragraphs as data: read from TOML, checked, put together. Nothing in them can compute."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from tui.cases.errors import BadInput
from tui.cases.sentence import say
from tui.cases.toml_faults import toml_fault
from tui.cases.words import Tone
from tui.letters.filling import fill, places_of, stray_brace
from tui.letters.phrases import LANGUAGES, blank

_KEYS = frozenset({"part", "when", "needs", "tone", *LANGUAGES})
_NO_FILE = say("it is no file")


class Paragraph(Struct, frozen=True):
    """A text in each language, and what must be known for it to be said.

    `when` names fields; every one of them, and every field that the text itself names, must
    be there. Otherwise the paragraph is left out, except that for a field in `needs` a blank
    is shown: “[order number]”. It is said only in one of `tones`.
    """

    part: str
    texts: dict[str, str]
    when: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    tones: tuple[Tone, ...] = tuple(Tone)

    def said(self, facts: Mapping[str, str], language: str, tone: Tone = Tone.NEUTRAL) -> str:
        """The paragraph with its fields filled; empty where something is not known."""
        text = self.texts[language]
        missing = {name for name in places_of(text) if not facts.get(name)}
        known = all(facts.get(name) for name in self.when) and missing <= set(self.needs)
        if tone not in self.tones or not known:
            return ""
        return fill(text, {**facts, **{name: blank(name, language) for name in missing}})


def spoken(
    paragraphs: Iterable[Paragraph],
    part: str,
    facts: Mapping[str, str],
    language: str,
    tone: Tone = Tone.NEUTRAL,
) -> tuple[str, ...]:
    """The paragraphs of `part` for which everything is known."""
    mine = (p.said(facts, language, tone) for p in paragraphs if p.part == part)
    return tuple(text for text in mine if text)


def read_paragraphs(
    path: Path, fields: Collection[str], parts: Collection[str]
) -> tuple[Paragraph, ...]:
    """The `[[paragraph]]` tables of a file that has nothing else.

    Raises BadInput, which names the file, the paragraph and the field.
    """
    plain = load(path)
    only(path, plain, {"paragraph"})
    return paragraphs_of(path, plain, fields, parts)


def load(path: Path) -> dict[str, Any]:
    """The table of a TOML file. Raises BadInput."""
    try:
        if path.exists() and not path.is_file():  # a pipe would never end
            raise BadInput("{file} cannot be read: {problem}.", file=path.name, problem=_NO_FILE)
        return tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        why = error.strerror or str(error)
        raise BadInput("{file} cannot be read: {problem}.", file=path.name, problem=why) from error
    # Bytes of another encoding are a ValueError, a list in a list in a list a RecursionError.
    except (ValueError, RecursionError) as error:
        fault = toml_fault(str(error))
        raise BadInput("{file} is not TOML: {why}.", file=path.name, why=fault) from error


def paragraphs_of(
    path: Path, plain: Mapping[str, Any], fields: Collection[str], parts: Collection[str]
) -> tuple[Paragraph, ...]:
    """The paragraphs of a table. `fields` and `parts` are those that they may name."""
    tables = plain.get("paragraph", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise BadInput("{file}: write each paragraph as [[paragraph]].", file=path.name)
    paragraphs = []
    for number, table in enumerate(tables, 1):
        try:
            paragraphs.append(_paragraph(table, fields, parts))
        except BadInput as error:
            raise BadInput(
                "{file}, paragraph {number}: {why}",
                file=path.name,
                number=number,
                why=error.sentence,
            ) from error
    return tuple(paragraphs)


def _paragraph(table: dict[str, Any], fields: Collection[str], parts: Collection[str]) -> Paragraph:
    for key in table:
        if key not in _KEYS:
            raise BadInput(
                "“{key}” is not known. Use {known}.", key=key, known=tuple(sorted(_KEYS))
            )
    part, when, needs = table.get("part"), table.get("when", []), table.get("needs", [])
    if part not in parts:
        raise BadInput("“part” is one of {known}.", known=tuple(map(str, parts)))
    if not are_names(when):
        raise BadInput("“when” is a list of fields.")
    texts = {language: _text(table, language) for language in LANGUAGES}
    places = [name for text in texts.values() for name in places_of(text)]
    for name in (*when, *places):
        if name not in fields:
            raise BadInput("there is no field “{field}” here.", field=name)
    if not are_names(needs) or not set(needs) <= set(places):
        raise BadInput("“needs” is a list of fields that the text names.")
    return Paragraph(str(part), texts, tuple(when), tuple(needs), _tones(table))


def _tones(table: dict[str, Any]) -> tuple[Tone, ...]:
    tones = table.get("tone", list(Tone))
    if not are_names(tones) or not tones or not set(tones) <= set(Tone):
        raise BadInput("“tone” is a list of {known}.", known=tuple(tone.value for tone in Tone))
    return tuple(map(Tone, tones))


def _text(table: dict[str, Any], language: str) -> str:
    text = table.get(language)
    if not isinstance(text, str) or not text.strip():
        raise BadInput("“{language}” has no text.", language=language)
    if stray_brace(text):
        raise BadInput(
            "“{language}” has a stray brace: only plain field names stand in braces.",
            language=language,
        )
    return text


def are_names(value: Any) -> bool:
    """Whether a value of a file is a list of texts."""
    return isinstance(value, list) and all(isinstance(name, str) for name in value)


def only(path: Path, plain: Mapping[str, Any], known: Collection[str]) -> None:
    """Raises BadInput for a key that is not `known`."""
    for key in plain:
        if key not in known:
            raise BadInput(
                "{file}: “{key}” is not known. Use {known}.",
                file=path.name,
                key=key,
                known=tuple(sorted(known)),
            )
