"""What is wrong with a case in JSON, in words for whoever wrote the file."""

from __future__ import annotations

import re
from enum import StrEnum

from tui.cases.sentence import Sentence, Value, say
from tui.cases.words import Channel, Problem, Urgency

# What msgspec says; `at` is the path of the value.
_AT = r"(?: - at `\$(?P<at>.*)`)?"
_MISSING = re.compile(rf"Object missing required field `(?P<field>.*?)`{_AT}")
_NO_WORD = re.compile(rf"Invalid enum value '?(?P<value>.*?)'?{_AT}")
_KIND = re.compile(rf"Expected `(?P<wanted>.*?)`(?:, got `(?P<got>.*?)`)?{_AT}")

_KINDS = {
    "str": say("a text in quotation marks"),
    "int": say("a number"),
    "float": say("a number"),
    "bool": say("true or false"),
    "null": say("null"),
    "array": say("a list in square brackets"),
    "object": say("an object in braces"),
}
_WORDS: dict[str, type[StrEnum]] = {"problem": Problem, "urgency": Urgency, "channel": Channel}
_EXAMPLES = {
    "amount": say('“amount” is written "12490.50 RUB", or {"value": "12490.50", "currency": "RUB"}')
}


def said_of(reason: str) -> Sentence | str:
    """The reason as msgspec gives it, in words; as it is where it is of another kind."""
    if found := _MISSING.fullmatch(reason):
        return say("“{field}” is missing", field=_field(f"{found['at'] or ''}.{found['field']}"))
    if found := _NO_WORD.fullmatch(reason):
        return _no_word(_field(found["at"]), found["value"])
    if found := _KIND.fullmatch(reason):
        return _other_kind(_field(found["at"]), found["wanted"], found["got"])
    return reason


def _field(at: str | None) -> str:
    """“timeline[...].at”; empty for the case itself."""
    return (at or "").removeprefix(".")


def _no_word(field: str, value: str) -> Sentence:
    kind = _WORDS.get(field.rpartition(".")[2])
    if kind is None:
        return say("“{field}” cannot be “{value}”", field=field, value=value)
    return say(
        "“{field}” cannot be “{value}”; it is one of: {known}",
        field=field,
        value=value,
        known=", ".join(kind),
    )


def _other_kind(field: str, wanted: str, got: str | None) -> Sentence | str:
    kinds = [name for name in wanted.split(" | ") if name != "null"]
    told: Value = _KINDS.get(kinds[0], wanted) if kinds else wanted
    if field in _EXAMPLES:
        return _EXAMPLES[field]
    if not field:
        return say("a case is {wanted}", wanted=told)
    if got is None:
        return say("“{field}” takes {wanted}", field=field, wanted=told)
    return say(
        "“{field}” takes {wanted}, not {got}", field=field, wanted=told, got=_KINDS.get(got, got)
    )
