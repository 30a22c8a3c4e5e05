"""Plan: the whole ladder with its dates, as a table and on a line of time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.desk.planning import Plan, Planned
from tui.playbooks.rung import RungState
from tui.screens.page import Page
from tui.screens.rungs import RUNG_MARKS, RUNG_STATES, rung_title
from tui.widgets.rows import BLANK, Row, Rows
from tui.widgets.spans import Line, Span, Tone
from tui.wording import timeline

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
        rows = self.query_one(Rows)
        plan = self.desk.plan(self._case_id)
        rows.show(tuple(self._rows(plan, (rows.room or 80) - 1)))

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
        picture = timeline.bar(
            plan.first, plan.last, room, planned.starts, planned.ends, planned.closes
        )
        drawn = Tone.DIM if tone is Tone.DIM and planned.starts is None else Tone.PLAIN
        if indent:
            cut = title if len(title) < indent else title[: indent - 2] + "…"
            lines: list[Line] = [(Span(cut.ljust(indent), tone), Span(picture, drawn))]
        else:
            lines = [(Span(title, tone),), (Span(picture, drawn),)]
        lines.append((Span(f"     {self._told(plan, planned)}", Tone.DIM),))
        return Row(tuple(lines), planned.rung.step.id)

    def _told(self, plan: Plan, planned: Planned) -> str:
        words, rung = self.words, planned.rung
        told = [words.t(RUNG_STATES[rung.state])]
        for text, day in (
            (words.t("from"), planned.starts),
            (words.t("answer by"), planned.ends),
            (words.t("may be taken until"), planned.closes),
        ):
            if day:
                told.append(f"{text} {words.short_day(day, plan.today)}")
        if rung.state in (RungState.AHEAD, RungState.CLOSED) and not planned.starts:
            return f"{words.t(RUNG_STATES[rung.state])}. {words.say(rung.reason)}"
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
