"""A sentence for a person, not yet in any language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias, Union

from msgspec import Struct, field

from tui.cases.money import Money

# A dict is a text from data that stands there in every language: {"en": …, "ru": …}.
Value: TypeAlias = Union[
    str, int, date, Decimal, Money, StrEnum,
    "Sentence", "tuple[str | Sentence | dict[str, str], ...]", "dict[str, str]",
]  # fmt: skip


class Sentence(Struct, frozen=True):
    """A text of the catalogue and the values it names as `{field}`.

    The rooms below the screens speak in sentences; `wording` turns them into Russian or
    English. `many` and `count` are given where the text depends on a number. Values stay
    values (a date, a stage, a sentence) so that each language writes them its own way.
    """

    text: str
    values: dict[str, Value] = field(default_factory=dict)
    many: str = ""
    count: int | None = None

    def __hash__(self) -> int:
        return hash((self.text, self.count))


def say(text: str, /, **values: Value) -> Sentence:
    """A sentence of the catalogue."""
    return Sentence(text, values)


def say_many(one: str, many: str, count: int, /, **values: Value) -> Sentence:
    """A sentence whose words depend on `count`, which it may name as `{count}`."""
    return Sentence(one, {**values, "count": count}, many, count)
