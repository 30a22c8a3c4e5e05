"""What the board says, line by line. Imports no Textual: the first frame is drawn from it, too."""

from __future__ import annotations

from tui.cases.card import Card
from tui.desk.desk import Desk
from tui.desk.ladder.next_said import next_words
from tui.desk.views import BoardView
from tui.screens.column_hints import hint_of
from tui.widgets.column_plan import CardColumn
from tui.widgets.labels import label
from tui.widgets.lines import Line, Span, Tone
from tui.wording.wording import Wording

KEYS = (
    "new", "open", "compose", "record", "escalate", "search", "today", "channels",
    "call", "edit", "working", "close_case", "companies", "profile", "language", "quit",
    "mark_case", "snooze", "wake", "every", "chase", "tags", "links", "order", "bundle",
    "detail", "keep_filter", "inbox",
    *(f"filter_{n}" for n in range(1, 10)),
)  # fmt: skip


def title_line(desk: Desk, words: Wording, title: str, *, demo: bool) -> Line:
    """Whose screen it is, and which. In a demonstration the key of the tour stands there, too; and
    the day, where it is another than today's: what is recorded then is recorded on that one.
    """
    name = "Upheld"
    if demo:
        name = words.t("Upheld demo, {key}: tour", key=label(desk.commands["tour"]))
    elif desk.as_of:
        name = words.t("Upheld as of {day}", day=words.short_day(desk.as_of))
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


def none_here(words: Wording, view: BoardView | None) -> str:
    """What is said where no card is under the cursor; in an empty book the welcome says it."""
    if view is None or view.is_empty:
        return ""
    return words.t("There is no case in this column.")
