"""One language to find cases by: of the filter, the lists and the search.

Words and "phrases" are sought in the texts; `is:late`, `due<7d`, `#12` ask something of the card.
All of it has to be so; what has a `-` before it must not be.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.cases.errors import BadInput
from tui.cases.sentence import Sentence, say
from tui.desk.board.query_names import SAME_FIELD, told
from tui.desk.board.query_states import ALONE, UNLINKED, Linked, Test, state
from tui.desk.later import later
from tui.store.query_parts import Part, is_closed, parts_of

if TYPE_CHECKING:
    from tui.desk.board import query_fields as fields
else:
    fields = later("board.query_fields")

_NUMBER = re.compile(r"#([0-9]{1,18})")
_OPEN_ENDED = ("due", "opened", "link")  # what begins such a value may still be none
_ADDRESS = "//"  # https://… is no field
_UNCLOSED = say("A quotation mark is not closed: all that follows it is taken as one phrase.")


class Query(Struct, frozen=True):
    """What was asked for.

    `tests` are passed by the cards that are meant, `texts` are to be in their texts. `faults`: what
    can be so of no case; it is left out of the tests. `unknown`: of fields that there are not;
    these are sought as words. `unclosed`: that a quotation mark is not closed.
    """

    tests: tuple[Test, ...]
    texts: tuple[Part, ...]
    faults: tuple[BadInput, ...] = ()
    unknown: tuple[Sentence, ...] = ()
    unclosed: tuple[Sentence, ...] = ()

    @property
    def doubts(self) -> tuple[Sentence, ...]:
        """What to tell whoever typed it."""
        return (*(fault.sentence for fault in self.faults), *self.unknown)


def query_of(text: str, linked: Linked = UNLINKED) -> Query:
    """The query that a text means. `linked`: what it may ask of links between cases."""
    tests: list[Test] = []
    texts: list[Part] = []
    faults: list[BadInput] = []
    for part in parts_of(text):
        try:
            if _is_sought(part):
                texts.append(part)
            elif test := _test(part, linked):
                tests.append(_not(test) if part.is_not else test)
        except BadInput as fault:
            faults.append(fault)
    unknown = tuple(_unknown(part) for part in texts if _has_no_field(part))
    unclosed = () if is_closed(text) else (_UNCLOSED,)
    return Query(tuple(tests), tuple(texts), tuple(faults), unknown, unclosed)


def doubts_while_typed(text: str, linked: Linked = UNLINKED) -> tuple[Sentence, ...]:
    """The doubts of a query whose end is still being typed: a day or a number may go on."""
    parts = parts_of(text)
    is_open = bool(parts) and not text.endswith(" ") and fields.field_of(parts[-1]) in _OPEN_ENDED
    return query_of(text.rpartition(" ")[0] if is_open else text, linked).doubts


def require(query: Query) -> Query:
    """The query itself. Raises BadInput where part of it can be so of no case."""
    if query.faults:
        raise query.faults[0]
    return query


def _is_sought(part: Part) -> bool:
    if part.is_text:
        return part.is_phrase or not (_NUMBER.fullmatch(part.value) or part.value.lower() in ALONE)
    return not fields.field_of(part)


def _test(part: Part, linked: Linked) -> Test | None:
    if not part.is_text:
        return fields.test_of(part, linked)
    if number := _NUMBER.fullmatch(part.value):
        wanted = int(number[1])
        return lambda card, _: card.id == wanted
    return state("", part.value)


def _not(test: Test) -> Test:
    return lambda card, day: not test(card, day)


def _has_no_field(part: Part) -> bool:
    return not part.is_text and bool(part.value) and not part.value.startswith(_ADDRESS)


def _unknown(part: Part) -> Sentence:
    return say(
        "“{field}” is no field, and sought as a word. Fields: {known}.",
        field=part.field,
        known=tuple(told(name, SAME_FIELD) for name in fields.FIELDS),
    )
