"""What goes out where everybody can read it: a short text of whole sentences, and nothing of me."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from tui.cases.words import Part
from tui.letters.field_names import PUBLIC_FIELDS
from tui.letters.fields import facts_of
from tui.letters.letter import Letter
from tui.letters.matter import Matter
from tui.letters.paragraphs import Paragraph, read_paragraphs, spoken
from tui.letters.phrases import HERE
from tui.letters.shorten import shortened

SHORT = 280  # characters: what the strictest of the networks takes


def public_text(matter: Matter, limit: int = SHORT) -> str:
    """The text in at most `limit` characters, without the wish where there is no room for it.

    Where to go on stands last and is never cut; the subject is, where it is too long.
    """
    facts = facts_of(matter)
    wishless = {**facts, "public_request": "", "public_wish": ""}
    for known in (facts, wishless):
        if len(text := _said(matter, known)) <= limit:
            return text
    subject = facts["public_subject"]
    shorter = shortened(subject, max(1, len(subject) - (len(text) - limit)))
    text = _said(matter, {**wishless, "public_subject": shorter})
    return text if len(text) <= limit else _said(matter, {**wishless, "public_subject": ""})


def _said(matter: Matter, facts: Mapping[str, str]) -> str:
    return " ".join(spoken(_public(), "message", facts, matter.words.language))


def public_letter(matter: Matter) -> Letter:
    """The same as a letter that has nothing else."""
    return Letter(matter.words.language, {Part.PROBLEM: public_text(matter)})


@cache
def _public() -> tuple[Paragraph, ...]:
    return read_paragraphs(HERE / "social.toml", PUBLIC_FIELDS, ("message",))
