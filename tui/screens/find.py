"""The search: all texts of all cases, each hit with the place where it was found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.events import Key

from tui.cases.errors import UpheldError
from tui.desk.searching import FoundView
from tui.screens.cardlines import TONE_OF
from tui.screens.page import Page
from tui.screens.query_help import query_help
from tui.widgets.filter_line import FilterLine
from tui.widgets.rows import BLANK, Row, Rows, heading
from tui.widgets.spans import Line, Span, Tone

_KEPT = "find"  # what was typed, until Upheld is left
_FEWEST, _MOST = 2, 40  # letters from which on it is searched; hits that are shown
_MOVES = {"down": "down", "up": "up", "pagedown": "page_down", "pageup": "page_up"}


class FoundRows(Rows):
    """What was found."""

    IS_LED = True


class FindScreen(Page):
    """Type, the arrows move, Enter opens the case. Without words: what can be typed."""

    KEYS: ClassVar[tuple[str, ...]] = ("open", "back")
    AUTO_FOCUS = "#query"
    IS_WRITING = True

    def body(self) -> ComposeResult:
        hint = self.words.t("words, “a phrase”, is:late, due<7d, company:NAME")
        yield FilterLine(self._typed, placeholder=hint, id="query")
        yield FoundRows(id="rows")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(FilterLine).put(self.context.kept.get(_KEPT, ""))

    def _typed(self, query: str) -> None:
        self.context.kept[_KEPT] = query
        self.query_one(Rows).action_top()
        try:
            self.reload()
        except UpheldError as error:
            self.tell(error.sentence, wrong=True)

    def reload(self) -> None:
        query = self.query_one(FilterLine).value
        is_begun = sum(map(str.isalnum, query)) >= _FEWEST
        found = self.desk.search(query, _MOST, begun=True) if is_begun else ()
        rows = tuple(map(self._row, found))
        nothing = (BLANK, heading(" " + self.words.t("Nothing was found.")))
        self.query_one(Rows).show(rows or (nothing if is_begun else query_help(self.words)))
        self.title_is(self.words.t("Search"), self._count(len(found)) if is_begun else ())

    def _count(self, count: int) -> Line:
        if count == _MOST:
            return (Span(self.words.t("the best {count}", count=count)),)
        return (Span(self.words.n("{count} case", "{count} cases", count)),)

    def _row(self, hit: FoundView) -> Row:
        view, words = hit.view, self.words
        card = view.card
        first = (
            Span(f" {view.mark} ", TONE_OF[view.mark]),
            Span(f"#{card.id} {card.company}", Tone.STRONG),
            Span(f"  {card.subject}"),
            Span(f"  {words.term(card.stage)}", Tone.DIM, optional=True),
        )
        return Row((first, (Span("     "), *_marked(hit))), str(card.id))

    def on_key(self, event: Key) -> None:
        """The list moves while the words are typed."""
        if event.key in _MOVES:
            event.stop()
            getattr(self.query_one(Rows), f"action_{_MOVES[event.key]}")()
        super().on_key(event)

    @on(Rows.Chosen)
    def action_open(self) -> None:
        if key := self.query_one(Rows).key:
            self.go("case", case_id=int(key))


def _marked(hit: FoundView) -> Iterator[Span]:
    """The snippet, with what was looked for in bold."""
    at = 0
    for start, end in hit.marks:
        yield Span(hit.snippet[at:start], Tone.DIM)
        yield Span(hit.snippet[start:end], Tone.STRONG)
        at = end
    yield Span(hit.snippet[at:], Tone.DIM)
