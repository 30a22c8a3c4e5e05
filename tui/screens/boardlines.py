"""What the board says, line by line. Imports no Textual: the first frame is drawn from it, too."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from tui.advice.next_action import Action, NextAction
from tui.cases.card import Card
from tui.desk.desk import Desk
from tui.desk.views import BoardView, CardView
from tui.screens.cardlines import card_lines
from tui.screens.everywhere import COMMON
from tui.widgets.column_plan import GAP, CardColumn, ColumnPlan
from tui.widgets.key_line import key_items, key_line
from tui.widgets.labels import commands, label
from tui.widgets.lines import Line, Pieces, Span, Tone, both_sides, laid
from tui.wording.wording import Wording

KEYS = (
    "new", "open", "compose", "record", "escalate", "search", "today", "channels",
    "call", "edit", "working", "close_case", "companies", "profile", "language", "quit",
    "mark_case", "tags", "keep_filter", *(f"filter_{n}" for n in range(1, 10)),
)  # fmt: skip
_AROUND = 3  # lines above and below the columns: title, next action, keys


class Ground(StrEnum):
    """What a piece of the board stands on."""

    PAGE = "page"
    BAR = "bar"
    CURSOR = "cursor"


Picture: TypeAlias = list[list[tuple[str, Tone, Ground]]]
"""A screen: its lines, each of pieces."""


def title_line(desk: Desk, words: Wording, title: str, *, demo: bool) -> Line:
    """Whose screen it is, and which. In a demonstration the key of the tour stands there, too."""
    tour = label(desk.commands["tour"])
    name = words.t("Upheld demo, {key}: tour", key=tour) if demo else "Upheld"
    return (Span(f" {name}  ", Tone.DIM), Span(title, Tone.STRONG))


def counts(words: Wording, view: BoardView) -> Line:
    """What presses, and the day."""
    return (
        Span(words.n("! {count} late", "! {count} late", view.late) + "  ", Tone.LATE),
        Span(words.n("* {count} today", "* {count} today", view.due_today) + "  ", Tone.TODAY),
        Span(words.n("> {count} my move", "> {count} my move", view.my_move), Tone.MINE),
        Span("   " + words.short_day(view.today)),
    )


def columns_of(words: Wording, view: BoardView) -> tuple[CardColumn, ...]:
    """The columns by stage."""
    return tuple(
        CardColumn(words.term(c.stage), tuple(card.id for card in c.cards)) for c in view.columns
    )


def cards_of(view: BoardView) -> dict[int, CardView]:
    """The cards by number."""
    return {card.id: card for column in view.columns for card in column.cards}


def next_words(desk: Desk, words: Wording, card: Card, action: NextAction) -> str:
    """The next action, and to which step it climbs."""
    said = words.say(action.sentence)
    if action.action is not Action.ESCALATE or not action.step:
        return said
    title = desk.step_title(card, action.step, words.language)
    return words.t("{action}: {step}", action=said, step=title)


def next_line(desk: Desk, words: Wording, card: Card) -> Line:
    """The next action of the card under the cursor."""
    action = next_words(desk, words, card, desk.next_action(card.id))
    said = words.t("#{id} Next: {action}", id=card.id, action=action)
    return (Span(f" {said}", Tone.ACCENT),)


def board_picture(desk: Desk, words: Wording, width: int, height: int, *, demo: bool) -> Picture:
    """The whole board as it is when it is opened. Empty for a book without cases."""
    view = desk.board()
    if view.is_empty:
        return []
    cards, plan = cards_of(view), ColumnPlan()
    plan.resize(width - 1, height - _AROUND)
    plan.show(columns_of(words, view), lambda key: card_lines(words, cards[key]))
    title = title_line(desk, words, words.t("Board"), demo=demo)
    shown = commands(dict.fromkeys((*KEYS, *COMMON)), desk.commands)
    bars = (
        both_sides(title, (*counts(words, view), Span(" ")), width),
        laid(next_line(desk, words, cards[plan.key].card), width),
        laid(key_line(key_items(words, shown), width), width),
    )
    head, *tail = (_on(Ground.BAR, bar) for bar in bars)
    return [head, *(_columns_line(plan, y) for y in range(height - _AROUND)), *tail]


def _columns_line(plan: ColumnPlan, y: int) -> list[tuple[str, Tone, Ground]]:
    made, left = [(" ", Tone.PLAIN, Ground.PAGE)], plan.width
    for line, width, is_under_cursor in plan.lines(y):
        made += _on(Ground.CURSOR if is_under_cursor else Ground.PAGE, laid(line, width))
        left -= width + GAP
        made.append((" " * (GAP + min(left, 0)), Tone.PLAIN, Ground.PAGE))
    if left > 0:
        made.append((" " * left, Tone.PLAIN, Ground.PAGE))
    return made


def _on(ground: Ground, pieces: Pieces) -> list[tuple[str, Tone, Ground]]:
    return [(text, tone, ground) for text, tone in pieces]
