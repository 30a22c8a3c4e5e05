"""The cases that a case is linked with: opened, added, parted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.desk.views import LinkView
from tui.screens.board.linked_lines import link_lines
from tui.screens.page import Page
from tui.widgets.rows import BLANK, Row, Rows, heading
from tui.widgets.spans import Span


class LinksScreen(Page):
    """One row a link; Enter opens the other case."""

    KEYS: ClassVar[tuple[str, ...]] = ("open", "add_link", "unlink", "back")
    AUTO_FOCUS = "#rows"

    def body(self) -> ComposeResult:
        yield Rows(id="rows")

    def reload(self) -> None:
        self.title_is(self.words.t("#{id} Linked cases", id=self._case_id))
        rows = self.query_one(Rows)
        rows.show(tuple(self._rows(rows.room)))

    def _rows(self, width: int) -> Iterator[Row]:
        links = self.desk.links(self._case_id)
        for link in links:
            lines = link_lines(self.words, link, width - 1)
            yield Row(tuple((Span(" "), *line) for line in lines), link.uid)
            yield BLANK
        if not links:
            said = self.words.t(
                "It is linked with no other case. {key} links it.", key=self.key("add_link")
            )
            yield heading(f" {said}")

    def _link(self, uid: str) -> LinkView | None:
        return next((one for one in self.desk.links(self._case_id) if one.uid == uid), None)

    def action_add_link(self) -> None:
        self.go("link", case_id=self._case_id)

    def action_unlink(self) -> None:
        link = self._link(self.query_one(Rows).key)
        if link is None:
            return
        other: int | str = link.card.id if link.card else link.uid
        if self.attempt(lambda: self.desk.unlink(self._case_id, other)):
            self.tell(self.words.t("They are linked no more. {key} takes that back.",
                                   key=self.key("undo")))  # fmt: skip

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        link = self._link(event.key)
        if link and link.card:
            self.go("case", case_id=link.card.id)
        else:
            self.tell(self.words.t("That case is not in this book. {key} takes the link away.",
                                   key=self.key("unlink")))  # fmt: skip

    @on(Rows.Rewidened)
    def _wrap_anew(self) -> None:
        self._look()
