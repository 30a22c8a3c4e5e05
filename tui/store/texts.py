"""What of a case is searched, piece by piece: a piece that did not change is not written again."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, zip_longest
from typing import TypeAlias

from tui.cases.case import Case
from tui.cases.event import Event, Evidence
from tui.cases.money import Money
from tui.cases.particulars import Identifier, Reference

_Source: TypeAlias = tuple[object, ...]  # what of a case makes a piece
_NOTHING: _Source = ()

# How much a word counts in each of the pieces 0, 1, 2 ..., and in the events, which follow.
WEIGHTS = (
    4.0,  # subject
    4.0,  # company
    4.0,  # what they know the matter by
    3.0,  # tags
    2.0,  # details
    2.0,  # what was done already
    2.0,  # the result that is wanted
    1.5,  # the person's own words for the other parts of the letter
    1.5,  # and for later letters
    1.5,  # names of enclosed files
    1.0,  # an event
)


def texts_of(case: Case) -> dict[int, str]:
    """The texts by the number of their piece; those that are there."""
    texts = map(_text, _sources(case))
    return {piece: text for piece, text in enumerate(texts) if text}


def changed(new: Case | None, old: Case | None) -> dict[int, str]:
    """The texts that are other ones in `new`; empty where there was one and is none."""
    found = {}
    pairs = zip_longest(_sources(new), _sources(old), fillvalue=_NOTHING)
    for piece, (now, before) in enumerate(pairs):
        # What was not edited is the same object.
        if len(now) == len(before) and all(a is b for a, b in zip(now, before, strict=True)):
            continue
        text = _text(now)
        if text != _text(before):
            found[piece] = text
    return found


def _sources(case: Case | None) -> tuple[_Source, ...]:
    if case is None:
        return ()
    return (
        (case.subject,),
        (case.company,),
        (case.identifiers, case.references, case.amount),
        (case.tags,),
        (case.details,),
        (case.done_already,),
        (case.expected_result,),
        (case.introduction, case.enclosures, case.contacts),
        (case.letters,),
        (case.evidence,),
        *((event,) for event in case.timeline),
    )


def _text(source: object) -> str:
    return " · ".join(filter(None, _lines(source)))


def _lines(source: object) -> Iterable[str]:
    match source:
        case str():
            return (source,)
        case tuple():
            return chain.from_iterable(map(_lines, source))
        case dict():
            return _lines(tuple(source.values()))
        case Event():
            texts = (source.text, source.to, source.agent, source.reference, source.url)
            return (*texts, *_lines(source.evidence))
        case Identifier():
            return (f"{source.kind} {source.value}",)
        case Reference():
            return (f"{source.number} {source.url}",)
        case Money():
            return (f"{source.value} {source.currency}",)
        case Evidence():
            return (source.name,)
    return ()
