"""One case: its facts, deadlines and ladder beside its timeline."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from tui.screens import casefile
from tui.screens.page import Page
from tui.widgets.rows import Rows
from tui.widgets.spans import Span


class CaseScreen(Page):
    """Left what holds, right what happened; the next action above both."""

    KEYS: ClassVar[tuple[str, ...]] = (
        "compose", "channels", "call", "record", "escalate", "prepare", "evidence", "working",
        "edit", "open", "close_case", "new", "search", "profile",
    )  # fmt: skip
    AUTO_FOCUS = "#timeline"

    def body(self) -> ComposeResult:
        yield Static(id="next")
        with Horizontal(id="panes"):
            yield Rows(id="file")
            yield Rows(id="timeline")

    def reload(self) -> None:
        view = self.desk.case_view(self._case_id)
        stage = self.words.term(view.case.stage)
        self.title_is(f"#{view.case.id} {view.case.company}", (Span(stage),))
        said = self.words.t("Next: {action}", action=self.next_words(view.card, view.next))
        reason = self.words.say(view.next.reason)
        self.query_one("#next", Static).update(Content(f"{said}\n{reason}"))
        file, timeline = self.query_one("#file", Rows), self.query_one("#timeline", Rows)
        known_by = self.desk.known_by(view.case, self.words.language)
        file.show(casefile.file_rows(self.words, view, known_by, file.room or 36))
        timeline.show(casefile.timeline_rows(self.words, view, timeline.room or 40))

    @on(Rows.Rewidened)
    def _wrap_anew(self) -> None:
        self._look()

    @on(Rows.Chosen, "#timeline")
    def _chosen(self, event: Rows.Chosen) -> None:
        self.go("happened", case_id=self._case_id, event_id=int(event.key))
