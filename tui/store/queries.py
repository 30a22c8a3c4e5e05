"""What a person typed to search for, as phrases of stems."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct

from tui.store.engine import Phrase
from tui.store.query_parts import MOST, NOT_OF_SUM, parts_of
from tui.store.stems import folded, number_in, split, stem, whole_units, words_of

Term: TypeAlias = tuple[Phrase, ...]  # any of these
Span: TypeAlias = tuple[int, int]


class Query(Struct, frozen=True):
    """Terms that all have to be in a case, and those that must not be there."""

    every: tuple[Term, ...]
    never: tuple[Term, ...]


def query_of(text: str) -> Query:
    """The query that a text means. Nothing in it is wrong; what means nothing is left out.

    Fields are words here: what they ask for, only the desk knows.
    """
    every: dict[Term, None] = {}
    never: dict[Term, None] = {}
    for part in parts_of(text):
        if part.is_sum and not part.is_not:
            every |= dict.fromkeys(_sum(part.value))
            continue
        term = _phrase(split(part.value)) if part.is_phrase else _word(part.typed)
        if term:
            (never if part.is_not else every)[term] = None
    return Query(tuple(every), tuple(never))


def _phrase(words: list[str]) -> Term:
    return (Phrase(tuple(map(stem, words[:MOST]))),) if words else ()


def _sum(text: str) -> list[Term]:
    """24 990: the sum, however it is grouped, or these numbers, wherever each stands."""
    words = split(text)[:MOST]
    whole = Phrase((whole_units(text.strip(NOT_OF_SUM)),))
    return [(Phrase((stem(word),)), whole) for word in words]


def _word(text: str) -> Term:
    words = split(text)[:MOST]
    if not words:
        return ()
    exact = Phrase(tuple(map(stem, words)))
    found = [exact]
    if text.endswith("*"):
        # What was begun may be longer than the stem already: возврата*.
        found.insert(0, Phrase((*exact.words[:-1], folded(words[-1])), begun=True))
    whole = folded("".join(words))
    if a_sum := whole_units(text.strip(NOT_OF_SUM)):
        found.append(Phrase((a_sum,)))
    elif not text.endswith("*") and any(map(str.isdigit, whole)):
        found.append(Phrase((number_in(whole) or whole,)))
    return tuple(dict.fromkeys(found))


def marks(text: str, terms: Iterable[Term]) -> tuple[Span, ...]:
    """Where a text has what is looked for: from and to, in their order, none in another."""
    words = words_of(text)
    stems = [word.stem for word in words]
    spans: set[Span] = set()
    for phrase in {phrase for term in terms for phrase in term}:
        long = len(phrase.words)
        for first in range(len(words) - long + 1):
            if _fits(phrase, stems[first : first + long]):
                spans.add((words[first].start, words[first + long - 1].end))
    return _apart(sorted(spans))


def _fits(phrase: Phrase, stems: list[str]) -> bool:
    *first, last = phrase.words
    if stems[:-1] != first:
        return False
    return stems[-1].startswith(last) if phrase.begun else stems[-1] == last


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for start, end in spans:
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif start < end:
            found.append((start, end))
    return tuple(found)
