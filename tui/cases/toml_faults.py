"""What is wrong with a text that is no TOML, in sentences: the parser speaks English only."""

from __future__ import annotations

import re

from tui.cases.sentence import Sentence, say

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_END = "(at end of document)"

# How what `tomllib` says begins, and what it means to a person.
_MEANS = (
    ("Expected '='", say("“=” is missing after a name")),
    ("Expected ']", say("a closing bracket is missing")),
    ("Expected '}", say("a closing bracket is missing")),
    ("Unclosed", say("a closing bracket is missing")),
    ("Expected newline", say("something follows that does not belong there")),
    ("Invalid date", say("there is no such date or time")),
    ("Invalid value", say("there is no value; a text stands in quotation marks")),
    ("Invalid", say("a line is “name = value”")),
    ("Cannot", say("the same is told twice")),
    ("Duplicate", say("the same is told twice")),
    ("Unterminated", say("a text is not closed: its quotation mark is missing")),
    ("Expected '\"", say("a text is not closed: its quotation mark is missing")),
    ("Expected \"'", say("a text is not closed: its quotation mark is missing")),
    ("Illegal character '\\n'", say("a text is not closed: its quotation mark is missing")),
    ("Unescaped", say("in a text write two backslashes for one")),
)
_OTHER = say("a character does not belong there")


def toml_fault(error: str) -> Sentence:
    """The sentence for what `tomllib` says of a text, with line and column where it tells them."""
    if "codec can't decode" in error:
        return say("it is not UTF-8")
    means = next((told for begins, told in _MEANS if error.startswith(begins)), _OTHER)
    if place := _PLACE.search(error):
        line, column = place.groups()
        return say("line {line}, column {column}: {what}", line=line, column=column, what=means)
    return say("at its end: {what}", what=means) if _END in error else means
