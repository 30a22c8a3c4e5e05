"""A linked case as lines."""

from __future__ import annotations

from collections.abc import Iterator

from tui.cases.card import Card
from tui.cases.words import Stage
from tui.desk.views import CaseView, LinkView
from tui.widgets.rows import Row, heading
from tui.widgets.spans import Line, Span, Tone, wrapped
from tui.wording.wording import Wording

_UID = 8  # characters of a uid that are enough to tell it


def link_lines(words: Wording, link: LinkView, width: int) -> tuple[Line, ...]:
    """How it stands to the other, which that is, what about, and its stage."""
    kind = words.term(link.kind)
    if link.card is None:
        gone = words.t("a case that is not in this book ({uid})", uid=link.uid[:_UID])
        return tuple(wrapped(f"{kind}: {gone}", width, Tone.DIM, "  "))
    card = link.card
    head = (Span(f"{kind} "), Span(f"#{card.id} {card.company}", Tone.STRONG))
    return (head, *wrapped(f"  {card.subject} ({stands(words, card)})", width, indent="  "))


def stands(words: Wording, card: Card) -> str:
    """The stage, of a closed case its outcome."""
    is_over = card.stage is Stage.CLOSED and card.outcome
    return words.term(card.outcome) if is_over and card.outcome else words.term(card.stage)


def link_rows(words: Wording, view: CaseView, width: int) -> Iterator[Row]:
    """The group of the case screen; nothing where it is linked with none."""
    if view.links:
        yield heading(words.t("Linked cases"))
    for link in view.links:
        yield Row(link_lines(words, link, width))
