"""Escalate: the ladder, what is open now, and what each step needs."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.playbooks.ladder import Rung, RungState, next_rung
from tui.screens.casefile import RUNG_MARKS, rung_dates, rung_title
from tui.screens.context import Context
from tui.screens.page import Page
from tui.widgets.rows import BLANK, Row, Rows
from tui.widgets.spans import Line, Span, Tone, wrapped
from tui.wording.mark import N_

_STATES = {
    RungState.DONE: N_("done"),
    RungState.CURRENT: N_("now here"),
    RungState.OPEN: N_("open now"),
    RungState.EARLY: N_("too early"),
    RungState.AHEAD: N_("ahead"),
}
_TICKS = {"": "[ ]", "x": "[x]"}


class EscalateScreen(Page):
    """Steps above, the checklist of the one under the cursor below. Enter writes its letter."""

    KEYS: ClassVar[tuple[str, ...]] = ("open", "tick", "record", "working", "back", "search")
    AUTO_FOCUS = "#steps"

    def __init__(self, context: Context, case_id: int) -> None:
        super().__init__(context, case_id)
        self._rungs: dict[str, Rung] = {}
        self._opened = False

    def body(self) -> ComposeResult:
        yield Rows(id="steps")
        yield Rows(id="checklist")

    def reload(self) -> None:
        case = self.desk.case_view(self._case_id).case
        self.title_is(self.words.t("#{id} Ladder", id=case.id), (Span(case.company),))
        rungs = self.desk.ladder(self._case_id)
        self._rungs = {rung.step.id: rung for rung in rungs}
        steps = self.query_one("#steps", Rows)
        steps.show(tuple(self._step_row(number, rung) for number, rung in enumerate(rungs, 1)))
        best = next_rung(rungs)
        if best and not self._opened:
            steps.select(best.step.id)
        self._opened = True
        self._show_checklist()

    def _step_row(self, number: int, rung: Rung) -> Row:
        mark, tone = RUNG_MARKS[rung.state]
        state = self.words.t(_STATES[rung.state])
        is_open = rung.state is RungState.OPEN
        strong = Tone.STRONG if is_open or rung.state is RungState.CURRENT else tone
        head: Line = (
            Span(f" {mark} ", tone),
            Span(f"{number} {rung_title(self.words, rung)}", strong),
            Span(f"   {state}", tone),
            Span("" if is_open else f"   {rung_dates(self.words, rung)}", Tone.DIM),
        )
        why = wrapped(self.words.say(rung.reason), self.size.width - 4, Tone.DIM, "     ")
        return Row((head, *why), rung.step.id)

    def _show_checklist(self) -> None:
        rung = self._rungs.get(self.query_one("#steps", Rows).key)
        if rung is None:
            return
        ticked = self._ticked(rung.step.id)
        words, language = self.words, self.words.language
        to = words.t("To: {addressee}", addressee=rung.step.addressee[language])
        by = words.t("by {channels}", channels=rung.step.channels)
        width = self.size.width - 2
        rows = [Row(tuple(wrapped(f"{to}, {by}", width, Tone.HEAD, " "))), BLANK]
        for number, text in enumerate(rung.step.checklist[language]):
            lines = wrapped(text, self.size.width - 9)
            mark = Span(f"   {_TICKS[ticked.get(str(number), '')]} ", Tone.ACCENT)
            rest = [(Span("       "), *line) for line in lines[1:]]
            rows.append(Row(((mark, *lines[0]), *rest), str(number)))
        self.query_one("#checklist", Rows).show(tuple(rows))

    def _draft_key(self, step: str) -> str:
        return f"checklist-{self._case_id}-{step}"

    def _ticked(self, step: str) -> dict[str, str]:
        return self.desk.drafts.recall(self._draft_key(step)) or {}

    @on(Rows.Rewidened)
    def _wrap_anew(self) -> None:
        self._look()

    @on(Rows.Highlighted, "#steps")
    def _moved(self) -> None:
        self._show_checklist()

    def action_tick(self) -> None:
        """Tick the line under the cursor of the checklist; it is kept for the next time."""
        step, line = self.query_one("#steps", Rows).key, self.query_one("#checklist", Rows).key
        if not step or not line:
            return
        ticked = self._ticked(step)
        ticked[line] = "" if ticked.get(line) else "x"
        self.desk.drafts.keep(self._draft_key(step), ticked)
        self._show_checklist()

    @on(Rows.Chosen, "#checklist")
    def _tick_chosen(self) -> None:
        self.action_tick()

    @on(Rows.Chosen, "#steps")
    def _write(self, event: Rows.Chosen) -> None:
        rung = self._rungs[event.key]
        if rung.state in (RungState.OPEN, RungState.CURRENT):
            channel = rung.step.channels[0] if rung.step.channels else ""
            self.go("compose", case_id=self._case_id, step=event.key, channel=channel)
        else:
            self.tell(rung.reason, wrong=True)
