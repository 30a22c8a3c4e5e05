"""Records and cards whose texts do no harm to a terminal."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec.structs import replace

from tui.cases.record import Record
from tui.terminal.clean import clean_line, clean_text

if TYPE_CHECKING:
    from tui.cases.card import Card

R = TypeVar("R", bound=Record)

# Facts that may have several lines; everything else is shown on one.
_LONG = frozenset(
    {"details", "done_already", "expected_result", "enclosures", "contacts", "introduction"}
    | {"text", "note", "letters", "letter"}
)


def cleaned(record: R) -> R:
    """The record with every text made harmless for a terminal.

    Fields that this version does not know stay as they are: nobody shows them.
    """
    known = (name for name in record.__struct_fields__ if name != "extra")
    return replace(record, **{n: _clean(getattr(record, n), n in _LONG) for n in known})


def _clean(value: Any, is_long: bool) -> Any:
    if isinstance(value, Record):
        return cleaned(value)
    if isinstance(value, tuple):
        return tuple(_clean(item, is_long) for item in value)
    if isinstance(value, dict):
        return {key: _clean(item, is_long) for key, item in value.items()}
    if isinstance(value, str) and not isinstance(value, StrEnum):
        return clean_text(value) if is_long else clean_line(value)
    return value


def cleaned_card(card: Card) -> Card:
    """The card with its texts on one line each, and harmless."""
    numbers = [number for number, _ in card.heard]
    texts = (card.company, card.subject, card.reference, *card.tags, *numbers)
    clean = tuple(map(clean_line, texts))
    if clean == texts:  # nearly always, and copying ten thousand cards takes its time
        return card
    company, subject, reference, *tags = clean[: len(texts) - len(numbers)]
    heard = tuple((clean_line(number), step) for number, step in card.heard)
    facts = {"company": company, "subject": subject, "reference": reference, "tags": tuple(tags)}
    return replace(card, **facts, heard=heard)
