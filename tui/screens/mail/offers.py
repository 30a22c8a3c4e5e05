"""What a text that was pasted offers to be recorded, each with the sentence that it stands in."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import wrap
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.desk.mail.mail_said import offer_told
from tui.screens.context import Context
from tui.screens.page import Page
from tui.terminal.clean import clean_line
from tui.widgets.rows import BLANK, Row, Rows, heading
from tui.widgets.spans import Span, Tone

_INDENT = " " * 5


class OffersScreen(Page):
    """One row a fact; Enter takes it into the form."""

    KEYS: ClassVar[tuple[str, ...]] = ("open", "back")
    AUTO_FOCUS = "#rows"

    def __init__(
        self, context: Context, case_id: int, text: str, choose: Callable[[str, str], None]
    ) -> None:
        super().__init__(context, case_id)
        self._offers = tuple(o for o in self.desk.offers(case_id, text) if o.field)
        self._choose = choose
        self._taken: set[str] = set()

    def body(self) -> ComposeResult:
        yield Rows(id="rows")

    def reload(self) -> None:
        self.title_is(self.words.t("#{id} What the text offers", id=self._case_id))
        empty = self.words.t("Nothing was found in it: no number, no date, no amount.")
        rows = tuple(self._row(place) for place in range(len(self._offers)))
        self.query_one(Rows).show(rows or (BLANK, heading(f" {empty}")))

    def _row(self, place: int) -> Row:
        offer, key = self._offers[place], str(place)
        mark = "x" if key in self._taken else " "
        first = Span(f" [{mark}] {offer_told(self.words, offer)}", Tone.STRONG)
        said = self.words.t("“{text}”", text=clean_line(offer.fact.sentence))
        whole = wrap(said, max(20, self.size.width - len(_INDENT) - 1))
        return Row(((first,), *((Span(_INDENT + line),) for line in whole)), key)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        offer = self._offers[int(event.key)]
        self._choose(offer.field, offer.value)
        # Of two that fill the same field the last one stands there.
        others = {place for place in self._taken if self._offers[int(place)].field == offer.field}
        self._taken = (self._taken - others) | {event.key}
        self.reload()
