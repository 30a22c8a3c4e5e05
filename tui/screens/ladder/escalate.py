"""Escalate: the ladder, what is open now, and what each step needs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.cases.sentence import say
from tui.cases.words import Channel, Stage
from tui.playbooks.ladder import Rung, RungState, next_rung
from tui.playbooks.steps import START
from tui.screens.context import Context
from tui.screens.ladder.rungs import step_row
from tui.screens.page import Page
from tui.screens.sheets import sheets
from tui.terminal.clean import clean_line
from tui.widgets.rows import BLANK, Row, Rows, heading
from tui.widgets.spans import Line, Span, Tone, wrapped

_TICKS = {False: "[ ]", True: "[x]"}
_RULE = "rule:"  # before the id of a rule among the keys of the lower pane


class EscalateScreen(Page):
    """Steps above, what the one under the cursor needs below. Enter writes its letter."""

    CSS_PATH = sheets("lists")
    KEYS: ClassVar[tuple[str, ...]] = (
        "open", "tick", "record", "plan", "other_ladder", "edit", "insist", "working", "back",
        "search",
    )  # fmt: skip
    AUTO_FOCUS = "#steps"

    def __init__(self, context: Context, case_id: int, step: str = "") -> None:
        super().__init__(context, case_id)
        self._rungs: dict[str, Rung] = {}
        self._first = step

    def body(self) -> ComposeResult:
        yield Rows(id="steps")
        yield Rows(id="checklist")

    def reload(self) -> None:
        view = self.desk.case_view(self._case_id)
        case = view.case
        self._ticked = case.ticked
        self.title_is(self.words.t("#{id} Ladder", id=case.id), (Span(case.company),))
        is_new = not self._rungs
        rungs = self.desk.ladder(self._case_id)
        self._rungs = {rung.step.id: rung for rung in rungs}
        steps, width = self.query_one("#steps", Rows), self.size.width - 4
        rows = (step_row(self.words, n, r, width, view.today) for n, r in enumerate(rungs, 1))
        steps.show(tuple(rows))
        if view.fault:
            self.tell(view.fault, wrong=True)
        best = next_rung(rungs)
        if is_new and (wanted := self._first or (best.step.id if best else "")):
            steps.select(wanted)
        self._show_needs()

    def _show_needs(self) -> None:
        rung = self._rungs.get(self.query_one("#steps", Rows).key)
        if rung is not None:
            self.query_one("#checklist", Rows).show(tuple(self._needs(rung)))

    def _needs(self, rung: Rung) -> Iterator[Row]:
        """To whom, what to have, what to enclose, what it rests on."""
        words, step, width = self.words, rung.step, self.size.width - 9
        to = words.t("To: {addressee}", addressee=step.addressee[words.language])
        by = words.t("by {channels}", channels=step.channels)
        yield Row(tuple(wrapped(f"{to}, {by}", self.size.width - 2, Tone.HEAD, " ")))
        if wanted := self.desk.untold(self._case_id, step.id):
            told = words.t(
                "Until when it may be taken is not known: tell the day under facts (f): {day}.",
                day=wanted,
            )
            yield Row(tuple(wrapped(told, self.size.width - 2, Tone.TODAY, " ")))
        yield from self._after_its_time(rung)
        ticked = {tick.line for tick in self._ticked if tick.step == step.id}
        for shown, line in zip(step.checklist[words.language], step.checklist["en"], strict=True):
            yield _marked(_TICKS[line in ticked], shown, width, line)
        if step.enclose:
            yield heading(" " + words.t("To enclose:"))
            yield from (_marked("  -", text, width) for text in step.enclose[words.language])
        if step.rests_on:
            yield heading(" " + words.t("Rests on:"))
            yield from (_marked("  §", rule, width, _RULE + rule) for rule in step.rests_on)
        yield BLANK

    def _after_its_time(self, rung: Rung) -> Iterator[Row]:
        """What there is to do where the time for a step is over, or will be."""
        words, told = self.words, []
        if rung.despite:
            told.append(words.t("Why all the same: {why}", why=clean_line(rung.despite)))
        elif rung.only_late:
            told.append(
                words.t("{key} takes it all the same, and asks why.", key=self.key("insist"))
            )
        if rung.step.window_if:
            for line, day in self.desk.longer(self._case_id, rung.step.id):
                told.append(self._more_time(line, day))
        for text in told:
            yield Row(tuple(wrapped(text, self.size.width - 2, Tone.TODAY, " ")))

    def _more_time(self, line: int, day: date) -> str:
        return self.words.t(
            "If line {number} of the list is so, tick it: then until {day}.", number=line, day=day
        )

    @on(Rows.Rewidened)
    def _wrap_anew(self) -> None:
        self._look()

    @on(Rows.Highlighted, "#steps")
    def _moved(self) -> None:
        self._show_needs()

    def action_tick(self) -> None:
        """Tick the line under the cursor of the checklist; it is kept with the case."""
        step, line = self.query_one("#steps", Rows).key, self.query_one("#checklist", Rows).key
        if step and line and not line.startswith(_RULE):
            self.attempt(lambda: self.desk.tick(self._case_id, step, line))

    @on(Rows.Chosen, "#checklist")
    def _line_chosen(self, event: Rows.Chosen) -> None:
        if event.key.startswith(_RULE):
            self.go("rule", rule_id=event.key.removeprefix(_RULE))
        else:
            self.action_tick()

    @on(Rows.Chosen, "#steps")
    def _write(self, event: Rows.Chosen) -> None:
        rung = self._rungs[event.key]
        if rung.state is RungState.CURRENT or rung.may_be_taken:
            # The letter goes by the first channel that takes one: a call has no letter.
            written = (one for one in rung.step.channels if one is not Channel.PHONE)
            about = {"step": event.key, "channel": next(written, "")}
            self.go("compose", case_id=self._case_id, **about)
        else:
            self.tell(rung.reason, wrong=True)

    def action_insist(self) -> None:
        """Take a step knowingly, whose time alone is over."""
        rung = self._rungs.get(self.query_one("#steps", Rows).key)
        if rung is None:
            return
        if self.desk.card(self._case_id).stage is Stage.DRAFT and START not in rung.step.opens_on:
            self.tell(say("First send the request: the case is a draft."), wrong=True)
        elif rung.only_late:
            self.go("insist", case_id=self._case_id, step=rung.step.id)
        else:
            self.tell(rung.reason, wrong=True)

    def action_other_ladder(self) -> None:
        self.go("ladders", case_id=self._case_id)

    def action_plan(self) -> None:
        self.go("plan", case_id=self._case_id)


def _marked(mark: str, text: str, width: int, key: str = "") -> Row:
    """A line of a list, wrapped under itself."""
    lines = wrapped(text, width)
    first: Line = (Span(f"   {mark} ", Tone.ACCENT), *lines[0])
    return Row((first, *((Span("       "), *line) for line in lines[1:])), key)
