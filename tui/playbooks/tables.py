"""Tables of a TOML file with every field checked, and errors that say where the fault is."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from msgspec import Struct

from tui.cases.errors import BadInput
from tui.cases.sentence import Sentence, say
from tui.cases.toml_faults import toml_fault
from tui.deadlines.period import Period, parse_period
from tui.playbooks.steps import LANGUAGES

Word = TypeVar("Word", bound=StrEnum)

# How a fault is told, by what the table describes.
_FAULTS = {
    "": say("{file}, field “{field}”: {problem}."),
    "step": say("{file}, step “{step}”, field “{field}”: {problem}."),
    "rule": say("{file}, rule “{rule}”, field “{field}”: {problem}."),
    "fact": say("{file}, fact “{fact}”, field “{field}”: {problem}."),
    "meter": say("{file}, meter “{meter}”, field “{field}”: {problem}."),
    "day": say("{file}, day “{day}”, field “{field}”: {problem}."),
    "calendar": say("{file}, calendar “{calendar}”, field “{field}”: {problem}."),
}


def load_toml(text: str, file: str) -> dict[str, Any]:
    """The table of a TOML text. Raises BadInput, which names `file` and the place in it."""
    import tomllib  # slow to load, and of no use to who only lists cases

    try:
        return tomllib.loads(text)
    # Too long a number is a ValueError, a list in a list in a list ... a RecursionError.
    except (ValueError, RecursionError) as error:
        problem = toml_fault(str(error))
        raise BadInput("{file} is not TOML: {problem}.", file=file, problem=problem) from error


class Table(Struct, frozen=True):
    """One table of a file, which knows where it stands, so that an error can say so.

    `kind` and `name`: what it describes (a "step", a "rule" ...; nothing for the whole file).
    `inside`: the field of it that is being read, where that is a table of its own. Every
    method that reads a field raises BadInput where the field is not as it has to be.
    """

    plain: Mapping[str, Any]
    file: str
    kind: str = ""
    name: str = ""
    inside: str = ""

    def wrong(self, field: str, problem: Sentence) -> BadInput:
        at = {self.kind: self.name} if self.kind else {}
        field = self.inside + field
        text = _FAULTS[self.kind].text
        return BadInput(text, file=self.file, **at, field=field, problem=problem)

    def only(self, known: frozenset[str]) -> None:
        for field in self.plain:
            if field not in known:
                raise self.wrong(field, say("there is no such field"))

    def needs(self, fields: tuple[str, ...]) -> None:
        for field in fields:
            if field not in self.plain:
                raise self.wrong(field, say("is missing"))

    def string(self, field: str) -> str:
        value = self.plain.get(field)
        if not isinstance(value, str):
            raise self.wrong(field, say("must be a text"))
        return value

    def filled(self, field: str) -> str:
        value = self.string(field).strip()
        if not value:
            raise self.wrong(field, say("is empty"))
        return value

    def flag(self, field: str) -> bool:
        value = self.plain.get(field)
        if not isinstance(value, bool):
            raise self.wrong(field, say("must be true or false"))
        return value

    def number(self, field: str, low: int, high: int) -> int:
        value = self.plain.get(field)
        if type(value) is not int or not low <= value <= high:
            raise self.wrong(field, say("must be a number {low} to {high}", low=low, high=high))
        return value

    def one_of(self, field: str, allowed: tuple[str, ...]) -> str:
        value = self.string(field)
        if value not in allowed:
            raise self.wrong(field, say("must be one of: {allowed}", allowed=allowed))
        return value

    def word(self, field: str, words: type[Word]) -> Word:
        # As texts: an error shows what can be written there, not what a person calls it.
        return words(self.one_of(field, tuple(word.value for word in words)))

    def period(self, field: str) -> Period:
        value = self.string(field)
        try:
            return parse_period(value)
        except BadInput as error:
            problem = say("“{value}” is no period such as 10wd", value=value)
            raise self.wrong(field, problem) from error

    def strings(self, field: str) -> tuple[str, ...]:
        value = self.plain.get(field)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(field, say("must be a list of texts"))
        if len(set(value)) != len(value):
            raise self.wrong(field, say("names something twice"))
        return tuple(value)

    def names(self, field: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        values = self.strings(field)
        # As texts: an error shows what can be written here, not what a person calls it.
        known = tuple(map(str, allowed))
        if not values:
            raise self.wrong(field, say("is empty; it can have: {allowed}", allowed=known))
        if strange := next((value for value in values if value not in known), ""):
            problem = say("“{value}” is none of: {allowed}", value=strange, allowed=known)
            raise self.wrong(field, problem)
        return values

    def texts(self, field: str) -> dict[str, str]:
        """A text in every language."""
        table = self.in_languages(field)
        return {language: table.filled(language) for language in LANGUAGES}

    def lists(self, field: str) -> dict[str, tuple[str, ...]]:
        """A list of texts in every language, of the same length in each."""
        table = self.in_languages(field)
        lists = {language: table.strings(language) for language in LANGUAGES}
        if not all(lists.values()) or len({len(items) for items in lists.values()}) > 1:
            raise self.wrong(field, say("must have the same items in every language"))
        return lists

    def tables(self, field: str) -> list[dict[str, Any]]:
        value = self.plain.get(field)
        listed = value if isinstance(value, list) else []
        if not listed or not all(isinstance(item, dict) for item in listed):
            raise self.wrong(field, say("must be at least one table"))
        return listed

    def parts(self, field: str) -> list[Table]:
        """The tables of a list, each of which says its place in an error: `source.2.kind`."""
        listed = self.tables(field)
        return [self.within(plain, f"{field}.{n}.") for n, plain in enumerate(listed, 1)]

    def table(self, field: str) -> Table:
        value = self.plain.get(field)
        if not isinstance(value, dict):
            raise self.wrong(field, say("must be a table"))
        return self.within(value, f"{field}.")

    def within(self, plain: Mapping[str, Any], inside: str) -> Table:
        return Table(plain, self.file, self.kind, self.name, self.inside + inside)

    def in_languages(self, field: str) -> Table:
        value = self.plain.get(field)
        if not isinstance(value, dict) or set(value) != set(LANGUAGES):
            raise self.wrong(field, say("must have the languages {languages}", languages=LANGUAGES))
        return self.table(field)
