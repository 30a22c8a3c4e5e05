"""The full-text search: which cases, and what of each to show."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.cases.errors import BadInput
from tui.desk.boards import card_view
from tui.desk.views import CardView
from tui.store.queries import query_of
from tui.terminal.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.desk.office import Office

WIDTH = 74  # characters of a snippet, without the ellipses
_BEFORE = 24  # of these at most before what was found
_NUMBER = re.compile(r"#(\d{1,9})")
_BLANKS = str.maketrans("\n\r\t", "   ")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FoundView:
    """A case that a search found; higher scores are better.

    `snippet` is one line of what fits best; `marks` are the places in it of what was looked for.
    """

    view: CardView
    score: float
    snippet: str
    marks: tuple[Span, ...]


def search(office: Office, text: str, limit: int) -> tuple[FoundView, ...]:
    """What Store.search finds, the best first; `#12` is the case of that number.

    Raises BadInput where there is no word to look for.
    """
    if number := _NUMBER.fullmatch(text.strip()):
        return _by_number(office, int(number[1]))
    if not query_of(text).every:
        raise BadInput("Name at least one word to look for.")
    day, found = office.days(), []
    for hit in office.store.search(text, limit):
        card = office.store.cards[hit.number]
        snippet, marks = excerpt(hit.text, hit.marks)
        found.append(FoundView(card_view(card, day(card)), hit.score, snippet, marks))
    return tuple(found)


def _by_number(office: Office, number: int) -> tuple[FoundView, ...]:
    card = office.store.cards.get(number)
    if card is None:
        return ()
    view = card_view(card, office.days()(card))
    return (FoundView(view, 1.0, excerpt(card.subject, ())[0], ()),)


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
