"""One case: its facts, deadlines and ladder beside its timeline."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from tui.cases.words import Channel, Stage
from tui.desk.views import CaseView
from tui.screens.board.many_cases import ManyCases
from tui.screens.case import casefile
from tui.screens.sheets import sheets
from tui.widgets.rows import Rows
from tui.widgets.spans import Span


class CaseScreen(ManyCases):
    """Left what holds, right what happened; the next action above both."""

    CSS_PATH = sheets("case")
    KEYS: ClassVar[tuple[str, ...]] = (
        "compose", "channels", "call", "record", "escalate", "prepare", "evidence", "working",
        "edit", "links", "open", "bundle", "close_case", "review", "new", "search", "profile",
        "snooze", "wake", "every", "inbox",
    )  # fmt: skip
    AUTO_FOCUS = "#timeline"
    IS_HOME = True

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
        reason = self._reason(view)
        self.query_one("#next", Static).update(Content(f"{said}\n{reason}"))
        file, timeline = self.query_one("#file", Rows), self.query_one("#timeline", Rows)
        known_by = self.desk.known_by(view.case, self.words.language)
        if view.fault:
            self.tell(view.fault, wrong=True)
        file.show(casefile.file_rows(self.words, view, known_by, file.room))
        timeline.show(casefile.timeline_rows(self.words, view, timeline.room))

    def _reason(self, view: CaseView) -> str:
        """Why that is next; of a closed case, that others may be told how it went."""
        reason = self.words.say(view.next.reason)
        if view.card.stage is not Stage.CLOSED or view.card.contacted_on is None:
            return reason
        key = self.key("review")
        return self.words.t("{reason} {key}: write a public review of it.", reason=reason, key=key)

    def action_review(self) -> None:
        """Of what went out; of a draft there is nothing to tell."""
        if self.desk.card(self._case_id).contacted_on is None:
            self.tell(self.words.t("Nothing went out yet: there is nothing to review."))
        else:
            self.go_with_case("compose", template="review", channel=Channel.SOCIAL.value)

    @on(Rows.Rewidened)
    def _wrap_anew(self) -> None:
        self._look()

    @on(Rows.Chosen, "#timeline")
    def _chosen(self, event: Rows.Chosen) -> None:
        self.go("happened", case_id=self._case_id, event_id=int(event.key))
