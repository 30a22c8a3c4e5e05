"""What there is, on the board and found by a query, as verbs of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cases.sentence import Sentence
from tui.desk.later import later
from tui.desk.verbs import Verbs
from tui.desk.views import BoardView, CardView, TodayView

if TYPE_CHECKING:
    from tui.desk.board import boards, saved_filters, searching, today_lists
    from tui.desk.board import query as queries
    from tui.desk.board.saved_filters import SavedFilter
    from tui.desk.board.searching import FoundView
    from tui.desk.cases import linked
else:
    boards, queries = later("board.boards"), later("board.query")
    saved_filters, today_lists = later("board.saved_filters"), later("board.today_lists")
    searching, linked = later("board.searching"), later("cases.linked")


class BoardVerbs(Verbs):
    """The board, Today, Find, and the filters that are kept."""

    def board(self, query: str = "") -> BoardView:
        return boards.board(self._office, query)

    def packed_briefs(self, made_of: str) -> bytes:
        """What the board needs of every card, to be kept for `take_briefs`.

        `made_of`: the program that makes them. Nothing where the same was taken, or too much would
        have to be kept.
        """
        return boards.packed_briefs(self._office, made_of)

    def take_briefs(self, content: bytes | memoryview, made_of: str) -> bool:
        """Take what was packed, if it is of this book, if need be of an earlier state of it; else
        all cards will be read."""
        return boards.take_briefs(self._office, content, made_of)

    def read_through(self) -> None:
        """Read the cards of all cases. Raises StoreError."""
        self._office.store.cards.tokens()

    @property
    def board_holds_until(self) -> int:
        """Until which second the board says what it says now, if nobody changes the book."""
        return boards.board_holds_until(self._office)

    @property
    def is_timed(self) -> bool:
        """Whether a deadline runs by the minute: then what is late changes within a day."""
        cards = self._office.store.cards.values()
        return any(deadline.due_at for card in cards for deadline in card.deadlines)

    def today(self) -> TodayView:
        return today_lists.today(self._office)

    def listed(self, query: str = "", sort: str = "") -> tuple[CardView, ...]:
        return boards.listed(self._office, query, sort)

    def search(self, text: str, limit: int = 20, *, begun: bool = False) -> tuple[FoundView, ...]:
        return searching.search(self._office, text, limit, begun=begun)

    def doubts(self, query: str, *, typing: bool = False) -> tuple[Sentence, ...]:
        """What of a query can be so of no case, and the fields in it that there are not.

        `typing`: its end may still go on.
        """
        links = linked.Links(self._office)
        if typing:
            return queries.doubts_while_typed(query, links)
        return queries.query_of(query, links).doubts

    def unknown_fields(self, query: str) -> tuple[Sentence, ...]:
        """The fields in a query that there are not."""
        return queries.query_of(query).unknown

    def unclosed(self, query: str) -> tuple[Sentence, ...]:
        """That a quotation mark in a query is not closed. It finds what it would find closed."""
        return queries.query_of(query).unclosed

    @property
    def saved_filters(self) -> dict[str, SavedFilter]:
        """The kept filters by the digits that bring them back."""
        return saved_filters.by_digit(self._office.settings.config.filters)

    def keep_filter(self, digit: str, query: str) -> None:
        """Keep a filter under a digit. Raises BadInput."""
        saved_filters.keep(self._office.settings, digit, query)
        self.changed()

    def filter_named(self, name: str) -> str:
        """The query kept under a name or a digit. Raises NotFound."""
        return saved_filters.query_named(self._office.settings.config.filters, name)
