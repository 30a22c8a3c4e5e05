"""Record: what happened? The first step: which kind of thing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.cases.case import Case
from tui.cases.lifecycle import possible
from tui.cases.words import Answer, EventKind
from tui.screens.case.event import LAST_WORD
from tui.screens.context import Context
from tui.screens.page import Page
from tui.widgets.rows import Row, Rows, heading
from tui.widgets.spans import Span
from tui.wording.mark import N_

Told = tuple[str, EventKind, Answer | str | None]

# What a person would say happened: the words, the kind, and what they answered in it.
_THEY: tuple[Told, ...] = (
    (N_("They solved it"), EventKind.ANSWERED, Answer.SOLVED),
    (N_("They solved it partly"), EventKind.ANSWERED, Answer.PARTLY),
    (N_("They refused"), EventKind.REFUSED, None),
    (N_("They refused for good: final response, deadlock letter"), EventKind.REFUSED, LAST_WORD),
    (N_("They asked me for something"), EventKind.ASKED, None),
    (N_("They promised a date"), EventKind.PROMISE, None),
    (N_("Only a receipt, or an automatic reply"), EventKind.RECEIVED, Answer.RECEIPT),
    (N_("They wrote; I will judge it later"), EventKind.RECEIVED, None),
    (N_("They extended the time"), EventKind.EXTENDED, None),
    (N_("They registered it"), EventKind.REGISTERED, None),
)
_ME: tuple[Told, ...] = (
    (N_("I wrote to them"), EventKind.SENT, None),
    (N_("I called them"), EventKind.CALL, None),
    (N_("The letter was delivered"), EventKind.DELIVERED, None),
    (N_("The letter came back, it did not arrive"), EventKind.UNDELIVERED, None),
    (N_("I add evidence"), EventKind.EVIDENCE, None),
    (N_("A note for myself"), EventKind.NOTE, None),
    (N_("The clock stands still from now"), EventKind.PAUSED, None),
    (N_("The clock runs again"), EventKind.RESUMED, None),
    (N_("I close the case"), EventKind.CLOSED, None),
    (N_("I open the case again"), EventKind.REOPENED, None),
)


class RecordScreen(Page):
    """What is possible in this stage, in a person's words."""

    KEYS: ClassVar[tuple[str, ...]] = ("open", "back", "escalate", "call")
    AUTO_FOCUS = "#rows"

    def __init__(
        self,
        context: Context,
        case_id: int,
        told: Mapping[str, str] | None = None,
        likely: str = "",
    ) -> None:
        """`told`: what of the form is known already, by field; the rest is asked. `likely`: the
        row on which the cursor stands at first, `refused/final`.
        """
        super().__init__(context, case_id)
        self._told, self._likely = dict(told or {}), likely

    def body(self) -> ComposeResult:
        yield Rows(id="rows")

    def reload(self) -> None:
        case = self.desk.case(self._case_id)
        title = self.words.t("#{id} What happened?", id=case.id)
        self.title_is(title, (Span(self.words.term(case.stage)),))
        t = self.words.t
        lists = ((t("They"), self._rows(case, _THEY)), (t("I"), self._rows(case, _ME)))
        rows = [row for who, found in lists if found for row in (heading(f" {who}"), *found)]
        self.query_one(Rows).show(tuple(rows))
        if self._likely:
            self.query_one(Rows).select(self._likely)
            self._likely = ""

    def _rows(self, case: Case, entries: tuple[Told, ...]) -> list[Row]:
        lawful = possible(case.stage)
        return [
            Row(((Span("   " + self.words.t(text)),),), f"{kind}/{answer or ''}")
            for text, kind, answer in entries
            if kind in lawful
        ]

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        kind, _, answer = event.key.partition("/")
        self.close()
        self.go("event", case_id=self._case_id, kind=kind, answer=answer, told=self._told)
