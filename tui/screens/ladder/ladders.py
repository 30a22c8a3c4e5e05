"""Which ladder a case climbs: the one it has, those that fit it, then all others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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

    KEYS: ClassVar[tuple[str, ...]] = ("open", "edit", "back")
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
        width = rows.room
        now = [one for one in (*fit, *others) if one.id == case.playbook]
        shown = (
            *self._group(self.words.t("Chosen"), now, width),
            *self._group(self.words.t("Fits the country and the problem"), fit, width, now),
            *self._group(self.words.t("All others"), others, width, now),
        )
        rows.show(shown)
        if not case.country:
            self.tell(self.words.t("Tell the country under facts (f): more ladders may fit."))

    def _group(
        self, name: str, playbooks: Iterable[Playbook], width: int, shown: Sequence[Playbook] = ()
    ) -> Iterator[Row]:
        """A heading and its ladders, but those that are shown already."""
        yield heading(f" {name}")
        for playbook in (one for one in playbooks if one not in shown):
            title = clean_line(in_language(self.words, playbook.title))
            head = (Span(f" {title}", Tone.STRONG),)
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
