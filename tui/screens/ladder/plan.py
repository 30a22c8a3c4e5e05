"""Plan: the whole ladder with its dates, as a table and on a line of time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.cases.words import Owes
from tui.desk.ladder.planning import Plan, Planned
from tui.playbooks.rung import Rung, RungState
from tui.screens.ladder.rungs import RUNG_MARKS, RUNG_STATES, rung_title
from tui.screens.page import Page
from tui.widgets.rows import BLANK, Row, Rows
from tui.widgets.spans import Line, Span, Tone
from tui.wording import timeline
from tui.wording.late_steps import taken_late
from tui.wording.wording import Wording
from tui.wording.working_steps import period_in_words

_NARROW = 60  # below it the picture stands under the title of its step
_TITLE = 27


class PlanScreen(Page):
    """A step in two lines: how long it runs, and its dates in words. Enter: the ladder."""

    KEYS: ClassVar[tuple[str, ...]] = ("open", "escalate", "working", "back", "search")
    AUTO_FOCUS = "#rows"

    def body(self) -> ComposeResult:
        yield Rows(id="rows")

    def reload(self) -> None:
        self.title_is(self.words.t("#{id} Plan, if they stay silent", id=self._case_id))
        if fault := self.desk.ladder_fault(self._case_id):
            self.tell(fault, wrong=True)
        rows = self.query_one(Rows)
        plan = self.desk.plan(self._case_id)
        rows.show(tuple(self._rows(plan, rows.room - 1)))

    def _rows(self, plan: Plan, width: int) -> Iterator[Row]:
        room = width if width < _NARROW else width - _TITLE
        indent = width - room
        months = timeline.months_line(self.words, plan.first, plan.last, room)
        now = timeline.now_line(plan.first, plan.last, plan.today, room, self.words.t("today"))
        yield Row(((Span(" " * indent + months, Tone.HEAD),),))
        yield Row(((Span(" " * indent + now, Tone.ACCENT),),))
        for number, planned in enumerate(plan.steps, 1):
            yield self._step(plan, number, planned, room, indent)
        yield BLANK
        yield from self._legend()

    def _step(self, plan: Plan, number: int, planned: Planned, room: int, indent: int) -> Row:
        mark, tone = RUNG_MARKS[planned.rung.state]
        title = f" {mark} {number} {rung_title(self.words, planned.rung)}"
        bar = timeline.bar(
            plan.first, plan.last, room, planned.starts, planned.ends, planned.closes
        )
        picture = timeline.with_now(bar, plan.first, plan.last, plan.today)
        if indent:
            cut = title if len(title) < indent else title[: indent - 2] + "…"
            lines: list[Line] = [(Span(cut.ljust(indent), tone), Span(picture, tone))]
        else:
            lines = [(Span(title, tone),), (Span(picture, tone),)]
        lines.append((Span(f"     {self._told(plan, planned)}", Tone.DIM),))
        return Row(tuple(lines), planned.rung.step.id)

    def _told(self, plan: Plan, planned: Planned) -> str:
        words, rung = self.words, planned.rung
        told = [words.t(RUNG_STATES[rung.told_as])]
        within = period_in_words(words, rung.within) if rung.within else ""
        for text, day, at in (
            (words.t("from"), planned.starts, None),
            (_due(words, rung), None if within else planned.ends, planned.ends_at),
            (words.t("may be taken until"), planned.closes, None),
        ):
            if day:
                told.append(f"{text} {words.due(day, at, plan.today)}")
        if within:
            told.insert(2, words.t("answer within: {period}", period=within))
        if rung.ended:
            told.append(taken_late(words, rung.ended, plan.today))
        if rung.state in (RungState.AHEAD, RungState.CLOSED) and not planned.starts:
            return f"{words.t(RUNG_STATES[rung.told_as])}. {words.say(rung.reason)}"
        return ", ".join(told)

    def _legend(self) -> Iterator[Row]:
        signs = (
            (timeline.RUNS, self.words.t("their time to answer")),
            (timeline.OPEN, self.words.t("may still be taken")),
            (timeline.BEGINS, self.words.t("no clock runs there")),
        )
        text = "   ".join(f"{sign} {meaning}" for sign, meaning in signs)
        yield Row(((Span(f" {text}", Tone.DIM),),))

    @on(Rows.Rewidened)
    def _draw_anew(self) -> None:
        self._look()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self.go("escalate", case_id=self._case_id, step=event.key)


def _due(words: Wording, rung: Rung) -> str:
    """What they owe by the day that follows."""
    is_word = rung.owes is Owes.RECEIPT
    return words.t("confirmation by") if is_word else words.t("answer by")
