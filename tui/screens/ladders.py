"""Which ladder a case climbs: those that fit its country and problem, then all others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.playbooks.steps import Playbook
from tui.screens.context import Context
from tui.screens.page import Page
from tui.terminal.clean import clean_line
from tui.widgets.rows import BLANK, Row, Rows, heading
from tui.widgets.spans import Span, Tone, wrapped
from tui.wording.rule_terms import in_language


class LaddersScreen(Page):
    """One ladder a row with whom it is for; Enter gives it to the case and goes on to `then`."""

    KEYS: ClassVar[tuple[str, ...]] = ("open", "back")
    AUTO_FOCUS = "#rows"

    def __init__(self, context: Context, case_id: int, then: str = "") -> None:
        super().__init__(context, case_id)
        self._then = then

    def body(self) -> ComposeResult:
        yield Rows(id="rows")

    def reload(self) -> None:
        case = self.desk.case(self._case_id)
        self.title_is(self.words.t("#{id} Which ladder", id=case.id), (Span(case.company),))
        fit, others = self.desk.ladders(self._case_id)
        rows = self.query_one(Rows)
        width = rows.room or self.size.width - 2
        fitting = self.words.t("Fits the country and the problem")
        shown = [
            *self._group(fitting, fit, case.playbook, width),
            *self._group(self.words.t("All others"), others, case.playbook, width),
        ]
        is_first = not rows.key
        rows.show(tuple(shown))
        if is_first:
            rows.select(case.playbook if case.playbook != "general" or not fit else fit[0].id)

    def _group(
        self, name: str, playbooks: Iterable[Playbook], chosen: str, width: int
    ) -> Iterator[Row]:
        yield heading(f" {name}")
        for playbook in playbooks:
            title = clean_line(in_language(self.words, playbook.title))
            now = "  " + self.words.t("chosen") if playbook.id == chosen else ""
            head = (Span(f" {title}", Tone.STRONG), Span(now, Tone.ACCENT))
            about = playbook.about and in_language(self.words, playbook.about)
            lines = wrapped(clean_line(about), width, Tone.DIM, "   ") if about else []
            yield Row((head, *lines), playbook.id)
        yield BLANK

    @on(Rows.Chosen)
    def _take(self, event: Rows.Chosen) -> None:
        texts = {"playbook": event.key}
        if self.attempt(lambda: self.desk.edit(self._case_id, texts)) is not None:
            self._go_on()

    def action_back(self) -> None:
        self._go_on()

    def _go_on(self) -> None:
        self.close()
        if self._then:
            self.go(self._then, case_id=self._case_id)

    @on(Rows.Rewidened)
    def _wrap_anew(self) -> None:
        self._look()
