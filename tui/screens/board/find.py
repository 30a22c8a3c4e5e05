"""The search: all texts of all cases and the mails of none, each hit with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.events import Key

from tui.cases.errors import UpheldError
from tui.desk.board.searching import FoundView
from tui.screens.board.cardlines import TONE_OF
from tui.screens.board.query_help import query_help
from tui.screens.page import Page
from tui.terminal.clean import clean_line
from tui.widgets.filter_line import FilterLine
from tui.widgets.rows import BLANK, Row, Rows, heading
from tui.widgets.spans import Line, Span, Tone

if TYPE_CHECKING:
    from tui.desk.mail.mail_search import FoundMail

_KEPT = "find"  # what was typed, until Upheld is left
_FEWEST, _MOST = 2, 40  # letters from which on it is searched; hits that are shown
_MAIL = "mail"  # what the key of a row begins with that is no case
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
        line = self.query_one(FilterLine)
        line.put(self.context.kept.get(_KEPT, ""))
        line.begin()

    def _typed(self, query: str) -> None:
        self.context.kept[_KEPT] = query
        self.query_one(Rows).action_top()
        try:
            self.reload()
        except UpheldError as error:
            self.tell(error.sentence, wrong=True)
        else:
            self.tell("")  # what was wrong while it was begun

    def reload(self) -> None:
        query = self.query_one(FilterLine).value
        is_begun = sum(map(str.isalnum, query)) >= _FEWEST
        found = self.desk.search(query, _MOST, begun=True) if is_begun else ()
        rows = (*map(self._row, found), *(self._mails(query) if is_begun else ()))
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

    def _mails(self, query: str) -> Iterator[Row]:
        """Mails that lie at no case."""
        mails = self.desk.search_mails(query, begun=True)[:_MOST]
        if mails:
            yield heading(" " + self.words.t("Mails of no case {count}", count=len(mails)))
        for hit in mails:
            mail, came = hit.row.kept.mail, hit.row.kept.came.date()
            first = (
                Span(f"   {self.words.short_day(came, self.desk.day())} "),
                Span(clean_line(mail.sender.name or mail.sender.address), Tone.STRONG),
                Span(f"  {clean_line(mail.subject)}"),
                Span(f"  {self.words.t('aside')}" if hit.is_aside else "", Tone.DIM),
            )
            yield Row((first, (Span("     "), *_marked(hit))), f"{_MAIL} {hit.row.number}")

    def on_key(self, event: Key) -> None:
        """The list moves while the words are typed."""
        if event.key in _MOVES:
            event.stop()
            getattr(self.query_one(Rows), f"action_{_MOVES[event.key]}")()
        super().on_key(event)

    @on(Rows.Chosen)
    def action_open(self) -> None:
        if key := self.query_one(Rows).key:
            is_mail, number = key.startswith(_MAIL), int(key.rpartition(" ")[2])
            self.go("mail", number=number) if is_mail else self.go("case", case_id=number)
            return
        query = self.query_one(FilterLine).value
        if doubt := next(iter((*self.desk.doubts(query), *self.desk.unclosed(query))), None):
            self.tell(doubt, wrong=True)


def _marked(hit: FoundView | FoundMail) -> Iterator[Span]:
    """The snippet, with what was looked for in bold."""
    at = 0
    for start, end in hit.marks:
        yield Span(hit.snippet[at:start], Tone.DIM)
        yield Span(hit.snippet[start:end], Tone.STRONG)
        at = end
    yield Span(hit.snippet[at:], Tone.DIM)
