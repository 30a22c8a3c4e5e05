"""The full-text search: which cases, and what of each to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from tui.cases.errors import BadInput
from tui.desk.board.boards import found
from tui.desk.board.query import Query, query_of, require
from tui.desk.board.standing import board_order, card_view
from tui.desk.cases.linked import Links
from tui.desk.views import CardView
from tui.store.queries import query_of as query_of_words
from tui.terminal.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.desk.office import Office

WIDTH = 74  # characters of a snippet, without the ellipses
_BEFORE = 24  # of these at most before what was found
_BLANKS = str.maketrans("\n\r\t", "   ")

Span = tuple[int, int]


class FoundView(Struct, frozen=True):
    """A case that a search found; higher scores are better.

    `snippet` is one line of what fits best; `marks` are the places in it of what was looked for.
    """

    view: CardView
    score: float
    snippet: str
    marks: tuple[Span, ...]


def search(office: Office, text: str, limit: int, *, begun: bool = False) -> tuple[FoundView, ...]:
    """The cases that a query means, the best first; where it has no words, the pressing first.

    `begun`: it is being typed, and its last word is not yet whole; what is wrong in it is passed
    over. Else raises BadInput for that, and where nothing is asked for.
    """
    query = query_of(text, Links(office))
    if not begun:
        require(query)
    words = sought(query, text if begun else "")
    if query_of_words(words).every:
        return _by_words(office, query, words, limit)
    if not query.tests:
        raise BadInput("Name at least one word to look for.")
    cards = found(office, query)
    return tuple(
        FoundView(view, 1.0, *excerpt(view.card.subject, ()))
        for view in sorted(cards, key=board_order)[:limit]
    )


def sought(query: Query, typing: str = "") -> str:
    """What of a query is sought in the texts, as Store.search reads it.

    `typing`: the whole of it, where its last word may go on.
    """
    words = ["-" * part.is_not + part.typed for part in query.texts]
    if words and typing[-1:].isalnum() and typing.endswith(words[-1]):
        words[-1] += "*"
    return " ".join(words)


def _by_words(office: Office, query: Query, words: str, limit: int) -> tuple[FoundView, ...]:
    day, cards = office.days(), office.store.cards

    def is_meant(number: int) -> bool:
        card = office.at_present(cards[number])
        return all(test(card, day(card)) for test in query.tests)

    made = []
    for hit in office.store.search(words, limit, is_meant if query.tests else None):
        card = office.at_present(cards[hit.number])
        snippet, marks = excerpt(hit.text, hit.marks)
        made.append(FoundView(card_view(card, day(card)), hit.score, snippet, marks))
    return tuple(made)


def excerpt(text: str, marks: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """The part of a text that has most of the marks, on one line, and the marks in it."""
    start, end = _window(text, marks)
    before, after = "…" * (start > 0), "…" * (end < len(text))
    # Each character becomes one: the marks stay where they are.
    snippet = before + clean_line(text[start:end].translate(_BLANKS)) + after
    shift = len(before) - start
    inside = ((max(first, start), min(last, end)) for first, last in marks)
    return snippet, tuple((first + shift, last + shift) for first, last in inside if first < last)


def _window(text: str, marks: Sequence[Span]) -> Span:
    """From where to where, between words where that is possible."""
    if len(text) <= WIDTH:
        return 0, len(text)
    best = _densest(marks)
    start = max(0, min(best - _BEFORE, len(text) - WIDTH))
    if start and not text[start - 1].isspace():
        start = next((i + 1 for i in range(start, best) if text[i].isspace()), start)
    end = min(start + WIDTH, len(text))
    if end < len(text) and not text[end].isspace():
        last = max((last for _, last in marks if last <= end), default=start)
        end = next((i for i in range(end, max(last, start), -1) if text[i].isspace()), end)
    return start, end


def _densest(marks: Sequence[Span]) -> int:
    """Where the mark begins after which the most others follow at once."""
    best, most = 0, 0
    for nth, (start, _) in enumerate(marks):
        count = sum(last <= start + WIDTH - _BEFORE for _, last in marks[nth : nth + WIDTH])
        if count > most:
            best, most = start, count
    return best
