"""A kind of letter, and how it is read from its file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from tui.cases.errors import BadInput, NotFound
from tui.cases.words import Part, Tone
from tui.deadlines.period import parse_period
from tui.letters.field_names import FIELDS, PUBLIC_FIELDS
from tui.letters.filling import places_of
from tui.letters.paragraphs import (
    Paragraph,
    are_names,
    load,
    only,
    paragraphs_of,
    read_paragraphs,
    spoken,
)
from tui.letters.phrases import HERE, LANGUAGES, Voice
from tui.terminal.clean import clean_line

COMMON = HERE / "common.toml"
NO_DATE = "none"

_HEAD = frozenset(
    {"title", "about", "voice", "tone", "fits", "ladder", "answer_within", "common", "paragraph"}
)
_OWN_HEAD = _HEAD | {"extends", "without"}


class Template(Struct, frozen=True, kw_only=True):
    """A kind of letter: its paragraphs in their order, and to whom they speak.

    `titles` and `abouts`, by language: what it is called and is for. `tone`: how it speaks unless
    the person chooses otherwise. `answer_within`: a customary period such as "3wd"; "none" where
    no answer is asked for; empty where that of the step counts. `fits`: fields that must be known
    for it to be worth proposing; `of_ladder`: only where the ladder has a step for it.
    """

    id: str
    voice: Voice = Voice.YOU
    paragraphs: tuple[Paragraph, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    abouts: Mapping[str, str] = field(default_factory=dict)
    tone: Tone = Tone.NEUTRAL
    answer_within: str = ""
    fits: tuple[str, ...] = ()
    of_ladder: bool = False

    def part(self, part: Part, facts: Mapping[str, str], language: str, tone: Tone) -> str:
        """One part of the letter: its paragraphs one under the other; one subject only.

        A paragraph that begins with a line feed stands apart.
        """
        said = spoken(self.paragraphs, part, facts, language, tone)
        return next(iter(said), "") if part is Part.SUBJECT else "\n".join(said).strip("\n")

    @property
    def demands(self) -> bool:
        """Whether it asks for something as long as not all of the money is back."""
        return any("not_all_back" in p.when for p in self.paragraphs if p.part == Part.RESULT)

    def names(self, field: str) -> bool:
        """Whether any paragraph has a place for this field."""
        texts = (text for paragraph in self.paragraphs for text in paragraph.texts.values())
        return any(field in places_of(text) for text in texts)


def read_template(path: Path, base: Callable[[str], Template] | None = None) -> Template:
    """The template in `path`.

    Parts that it takes over from common.toml come before its own paragraphs. With `base`,
    which finds a shipped template by its name, it may extend one of these.
    Raises BadInput, which names the file, the paragraph and the field.
    """
    plain = load(path)
    only(path, plain, _OWN_HEAD if base else _HEAD)
    extended = _extended(path, plain, base)
    voice = _voice(path, plain, extended)
    fields = PUBLIC_FIELDS if voice is Voice.PUBLIC else FIELDS
    taken = extended.paragraphs if extended else ()
    own = paragraphs_of(path, plain, fields, tuple(Part))
    return Template(
        id=path.stem,
        voice=voice,
        paragraphs=(*_common(path, plain, voice), *_kept(path, plain, taken), *own),
        titles=_texts(path, plain, "title") or (extended.titles if extended else {}),
        abouts=_texts(path, plain, "about") or (extended.abouts if extended else {}),
        tone=_tone(path, plain, extended),
        answer_within=_answer_within(path, plain, extended),
        fits=_fits(path, plain, extended),
        of_ladder=_of_ladder(path, plain, extended),
    )


def _extended(
    path: Path, plain: Mapping[str, Any], base: Callable[[str], Template] | None
) -> Template | None:
    name = plain.get("extends")
    if base is None or name is None:
        if "without" in plain:
            raise BadInput("{file}: “without” needs “extends”.", file=path.name)
        return None
    if not isinstance(name, str) or "voice" in plain:
        raise BadInput(
            "{file}: “extends” is the name of a letter, whose “voice” stays.", file=path.name
        )
    try:
        return base(name)
    except NotFound as error:
        raise BadInput("{file}: {why}", file=path.name, why=error.sentence) from error


def _kept(
    path: Path, plain: Mapping[str, Any], paragraphs: tuple[Paragraph, ...]
) -> tuple[Paragraph, ...]:
    """What is taken over of the letter that this one extends."""
    dropped = _parts(path, plain, "without")
    return tuple(paragraph for paragraph in paragraphs if paragraph.part not in dropped)


def _common(path: Path, plain: Mapping[str, Any], voice: Voice) -> tuple[Paragraph, ...]:
    taken = _parts(path, plain, "common")
    if taken and voice is Voice.PUBLIC:
        raise BadInput("{file}: a public letter takes no common parts.", file=path.name)
    if not taken:
        return ()
    return tuple(p for p in read_paragraphs(COMMON, FIELDS, tuple(Part)) if p.part in taken)


def _parts(path: Path, plain: Mapping[str, Any], key: str) -> list[str]:
    parts = plain.get(key, [])
    if not are_names(parts) or not set(parts) <= set(Part):
        raise BadInput(
            "{file}: “{key}” lists parts: {known}.",
            file=path.name,
            key=key,
            known=tuple(part.value for part in Part),
        )
    return list(parts)


def _voice(path: Path, plain: Mapping[str, Any], extended: Template | None) -> Voice:
    voice = plain.get("voice", extended.voice if extended else Voice.YOU)
    if voice not in tuple(Voice):
        raise BadInput("{file}: “voice” is one of {known}.", file=path.name, known=tuple(Voice))
    return Voice(voice)


def _tone(path: Path, plain: Mapping[str, Any], extended: Template | None) -> Tone:
    tone = plain.get("tone", extended.tone if extended else Tone.NEUTRAL)
    if tone not in tuple(Tone):
        known = tuple(tone.value for tone in Tone)
        raise BadInput("{file}: “tone” is one of {known}.", file=path.name, known=known)
    return Tone(tone)


def _texts(path: Path, plain: Mapping[str, Any], key: str) -> dict[str, str]:
    """A short text in each language, or none."""
    texts = plain.get(key, {})
    good = isinstance(texts, dict) and all(
        isinstance(text, str) and clean_line(text).strip() for text in texts.values()
    )
    if not good or (texts and set(texts) != set(LANGUAGES)):
        raise BadInput("{file}: “{key}” needs “ru” and “en”.", file=path.name, key=key)
    return {language: clean_line(text).strip() for language, text in texts.items()}


def _answer_within(path: Path, plain: Mapping[str, Any], extended: Template | None) -> str:
    within = plain.get("answer_within", extended.answer_within if extended else "")
    try:
        known = within in ("", NO_DATE) or not parse_period(str(within)).unit.is_clock
        if known and isinstance(within, str):
            return within
    except BadInput:
        pass
    raise BadInput("{file}: “answer_within” is a time such as 5wd, or none.", file=path.name)


def _fits(path: Path, plain: Mapping[str, Any], extended: Template | None) -> tuple[str, ...]:
    fits = plain.get("fits", list(extended.fits) if extended else [])
    if not are_names(fits) or not set(fits) <= FIELDS:
        unknown = sorted(map(str, set(fits) - FIELDS)) if are_names(fits) else ["fits"]
        raise BadInput(
            "{file}: there is no field “{field}” here.", file=path.name, field=unknown[0]
        )
    return tuple(fits)


def _of_ladder(path: Path, plain: Mapping[str, Any], extended: Template | None) -> bool:
    value = plain.get("ladder", extended.of_ladder if extended else False)
    if not isinstance(value, bool):
        raise BadInput("{file}: “ladder” is true or false.", file=path.name)
    return value
