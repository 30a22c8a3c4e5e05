"""Paragraphs as data: read from TOML, checked, put together. Nothing in them can compute."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tui.cases.errors import BadInput, NotFound
from tui.cases.words import Part
from tui.letters.fields import FIELDS, PUBLIC_FIELDS
from tui.letters.filling import fill, places_of, stray_brace
from tui.letters.phrases import HERE, LANGUAGES, Voice

TEMPLATES = HERE / "templates"
COMMON = HERE / "common.toml"

_KEYS = frozenset({"part", "when", *LANGUAGES})
_HEAD = frozenset({"voice", "common", "paragraph"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text in each language, and what must be known for it to be said.

    `when` names fields; every one of them, and every field that the text itself names, must
    be there. Otherwise the paragraph is left out.
    """

    part: str
    texts: dict[str, str]
    when: tuple[str, ...] = ()

    def said(self, facts: Mapping[str, str], language: str) -> str:
        """The paragraph with its fields filled; empty where something is not known."""
        text = self.texts[language]
        known = all(facts.get(name) for name in (*self.when, *places_of(text)))
        return fill(text, facts) if known else ""


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of letter: its paragraphs in their order, and to whom they speak."""

    id: str
    voice: Voice
    paragraphs: tuple[Paragraph, ...]

    def part(self, part: Part, facts: Mapping[str, str], language: str) -> str:
        """One part of the letter: its paragraphs one under the other; one subject only.

        A paragraph that begins with a line feed stands apart.
        """
        said = spoken(self.paragraphs, part, facts, language)
        return next(iter(said), "") if part is Part.SUBJECT else "\n".join(said).strip("\n")


def spoken(
    paragraphs: Iterable[Paragraph], part: str, facts: Mapping[str, str], language: str
) -> tuple[str, ...]:
    """The paragraphs of `part` for which everything is known."""
    mine = (p.said(facts, language) for p in paragraphs if p.part == part)
    return tuple(text for text in mine if text)


def template_ids() -> tuple[str, ...]:
    """The letters that can be written."""
    return tuple(sorted(path.stem for path in TEMPLATES.glob("*.toml")))


@cache
def load_template(name: str) -> Template:
    """The letter called `name`. Raises NotFound, which names those that there are."""
    if name not in template_ids():
        raise NotFound(
            "There is no letter “{name}”. There are: {known}.", name=name, known=template_ids()
        )
    return read_template(TEMPLATES / f"{name}.toml")


def read_template(path: Path, common: Path = COMMON) -> Template:
    """The template in `path`. Parts that it takes over from `common` come before its own.

    Raises BadInput, which names the file, the paragraph and the field.
    """
    plain = _read(path)
    voice, taken = _head(path, plain)
    fields = PUBLIC_FIELDS if voice is Voice.PUBLIC else FIELDS
    shared = [p for p in read_paragraphs(common, FIELDS, tuple(Part)) if p.part in taken]
    own = _paragraphs(path, plain, fields, tuple(Part))
    return Template(path.stem, voice, (*shared, *own))


def read_paragraphs(
    path: Path, fields: Collection[str], parts: Collection[str]
) -> tuple[Paragraph, ...]:
    """The `[[paragraph]]` tables of a file that has nothing else."""
    plain = _read(path)
    _only(path, plain, {"paragraph"})
    return _paragraphs(path, plain, fields, parts)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput("{file} is not TOML: {why}.", file=path.name, why=str(error)) from error


def _head(path: Path, plain: dict[str, Any]) -> tuple[Voice, list[str]]:
    """To whom the letter speaks, and the parts that it takes over."""
    _only(path, plain, _HEAD)
    voice, taken = plain.get("voice", Voice.YOU), plain.get("common", [])
    if voice not in tuple(Voice):
        raise BadInput("{file}: “voice” is one of {known}.", file=path.name, known=tuple(Voice))
    if not _are_names(taken) or not set(taken) <= set(Part):
        raise BadInput("{file}: “common” lists parts: {known}.", file=path.name, known=tuple(Part))
    if taken and voice == Voice.PUBLIC:
        raise BadInput("{file}: a public letter takes no common parts.", file=path.name)
    return Voice(voice), taken


def _paragraphs(
    path: Path, plain: dict[str, Any], fields: Collection[str], parts: Collection[str]
) -> tuple[Paragraph, ...]:
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
    part, when = table.get("part"), table.get("when", [])
    if part not in parts:
        raise BadInput("“part” is one of {known}.", known=tuple(map(str, parts)))
    if not _are_names(when):
        raise BadInput("“when” is a list of fields.")
    texts = {language: _text(table, language) for language in LANGUAGES}
    for name in (*when, *(name for text in texts.values() for name in places_of(text))):
        if name not in fields:
            raise BadInput("there is no field “{field}” here.", field=name)
    return Paragraph(str(part), texts, tuple(when))


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


def _are_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(name, str) for name in value)


def _only(path: Path, plain: dict[str, Any], known: Collection[str]) -> None:
    for key in plain:
        if key not in known:
            raise BadInput(
                "{file}: “{key}” is not known. Use {known}.",
                file=path.name,
                key=key,
                known=tuple(sorted(known)),
            )
