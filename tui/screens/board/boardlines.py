"""What the board says, line by line. Imports no Textual: the first frame is drawn from it, too."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from tui.cases.card import Card
from tui.desk.desk import Desk
from tui.desk.ladder.next_said import next_words
from tui.desk.views import BoardView
from tui.screens.board.cardlines import card_lines
from tui.screens.board.detail_lines import detail_lines, detail_width
from tui.screens.column_hints import hint_of
from tui.screens.everywhere import COMMON
from tui.widgets.column_plan import GAP, UNDER_CURSOR, CardColumn, ColumnPlan
from tui.widgets.key_line import key_items, key_line
from tui.widgets.labels import commands, label
from tui.widgets.lines import Line, Pieces, Span, Tone, both_sides, edged, laid, parted
from tui.wording.wording import Wording

KEYS = (
    "new", "open", "compose", "record", "escalate", "search", "today", "channels",
    "call", "edit", "working", "close_case", "companies", "profile", "language", "quit",
    "mark_case", "snooze", "wake", "every", "chase", "tags", "links", "order", "bundle",
    "detail", "keep_filter", "inbox",
    *(f"filter_{n}" for n in range(1, 10)),
)  # fmt: skip
_BARS = 2  # lines above and below: title, keys


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


def board_title(words: Wording, view: BoardView) -> str:
    """What the screen is, and its order where that is not the usual one."""
    return words.t("Board, most urgent first") if view.is_by_urgency else words.t("Board")


def counts(words: Wording, view: BoardView) -> Line:
    """What presses, and the day."""
    return (
        Span(words.n("! {count} late", "! {count} late", view.late) + "  ", Tone.LATE),
        Span(words.n("* {count} today", "* {count} today", view.due_today) + "  ", Tone.TODAY),
        Span(words.n("> {count} my move", "> {count} my move", view.my_move), Tone.MINE),
        *_mails(words, view.inbox),
        Span("  " + words.short_day(view.today)),
    )


def _mails(words: Wording, count: int) -> Line:
    if not count:
        return ()
    return (Span("  " + words.n("{count} mail", "{count} mails", count), Tone.MINE),)


def columns_of(desk: Desk, words: Wording, view: BoardView) -> tuple[CardColumn, ...]:
    """The columns by stage. What a filter left empty says nothing."""
    return tuple(
        CardColumn(
            words.term(column.stage),
            column.keys,
            "" if view.query else hint_of(words, column.stage, desk.commands),
        )
        for column in view.columns
    )


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
    beside = detail_width(width, height) if desk.shows_detail else 0
    cards, plan, waits = view.cards, ColumnPlan(), view.waits
    plan.resize(width - 1 - beside, height - _BARS - (not beside))
    plan.show(
        columns_of(desk, words, view),
        lambda key: card_lines(words, cards[key], waits=waits.get(key, ())),
    )
    under = cards[plan.key]
    sheet = detail_lines(desk, words, under, beside) if beside else ()
    title = title_line(desk, words, board_title(words, view), demo=demo)
    return [
        _on(Ground.BAR, both_sides(title, (*counts(words, view), Span(" ")), width)),
        *([*_columns_line(plan, y), *_beside(sheet, y, beside)] for y in range(plan.height)),
        *(() if beside else [_on(Ground.BAR, laid(next_line(desk, words, under.card), width))]),
        _on(Ground.BAR, _keys(desk, words, width)),
    ]


def _keys(desk: Desk, words: Wording, width: int) -> Pieces:
    shown = commands(dict.fromkeys((*KEYS, *COMMON)), desk.commands)
    return laid(key_line(key_items(words, shown), width), width)


def _beside(sheet: tuple[Line, ...], y: int, width: int) -> list[tuple[str, Tone, Ground]]:
    """The line `y` of what stands beside the columns."""
    line = sheet[y] if y < len(sheet) else ()
    return _on(Ground.PAGE, edged(line, width)) if width else []


def _columns_line(plan: ColumnPlan, y: int) -> list[tuple[str, Tone, Ground]]:
    made, left = [(" ", Tone.PLAIN, Ground.PAGE)], plan.width
    for line, width, under in plan.lines(y):
        before, behind = parted(laid(line, width), under)
        made += [(text, UNDER_CURSOR, Ground.CURSOR) for text, _ in before]
        made += _on(Ground.PAGE, behind)
        left -= width + GAP
        made.append((" " * (GAP + min(left, 0)), Tone.PLAIN, Ground.PAGE))
    if left > 0:
        made.append((" " * left, Tone.PLAIN, Ground.PAGE))
    return made


def _on(ground: Ground, pieces: Pieces) -> list[tuple[str, Tone, Ground]]:
    return [(text, tone, ground) for text, tone in pieces]
