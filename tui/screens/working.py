"""How the dates of a case were computed, for a person with the law beside them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.cases.deadline import Deadline
from tui.cases.errors import BadInput, NotFound
from tui.cases.words import DeadlineState
from tui.playbooks.meters import Running
from tui.screens.context import Context
from tui.screens.page import Page
from tui.terminal.clean import clean_line
from tui.widgets.rows import BLANK, Row, Rows, heading
from tui.widgets.spans import Line, Span, Tone, wrapped
from tui.wording.meter_text import running_lines
from tui.wording.wording import Wording
from tui.wording.working import explain

_TALLEST = 3  # lines of one row: the cursor must never pass over a line that was not seen


class WorkingScreen(Page):
    """Every deadline with its working, the open ones first, then what the delay costs them.

    Enter opens the rule, or the meter.
    """

    KEYS: ClassVar[tuple[str, ...]] = ("open", "back")
    AUTO_FOCUS = "#rows"

    def __init__(self, context: Context, case_id: int) -> None:
        super().__init__(context, case_id)
        self._rules: tuple[str, ...] = ()  # of the blocks, from top to bottom

    def body(self) -> ComposeResult:
        yield Rows(id="rows")

    def reload(self) -> None:
        self.title_is(self.words.t("#{id} How the dates were computed", id=self._case_id))
        rows = self.query_one(Rows)
        try:
            shown = self._blocks((rows.room or 80) - 1)
        except BadInput as error:  # a rule file of the person's own cannot be used
            self._rules, shown = (), ()
            self.tell(error.sentence, wrong=True)
        rows.show(shown)

    def _blocks(self, width: int) -> tuple[Row, ...]:
        view, words = self.desk.case_view(self._case_id), self.words
        deadlines = sorted(view.case.deadlines, key=lambda d: (not d.is_open, d.due))
        self._rules = (*(d.rule for d in deadlines), *(m.meter.id for m in view.money.meters))
        if not self._rules:
            return (BLANK, heading(" " + words.t("No date runs for this case.")))
        blocks = [_rows(words, d, view.today, f"{n}", width) for n, d in enumerate(deadlines)]
        counted = enumerate(view.money.meters, len(deadlines))
        blocks += [_meter_rows(words, meter, f"{n}", width) for n, meter in counted]
        rows = tuple(row for block in blocks for row in (*block, BLANK))
        return rows[:-1]  # nothing below the last: at the end it is seen whole

    @on(Rows.Rewidened)
    def _wrap_anew(self) -> None:
        self._look()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        rule = self._rules[int(event.key.partition(".")[0])]
        if some_id := self.attempt(lambda: self._page_of(rule)):
            self.go("rule", rule_id=some_id)
        elif some_id is not None:
            self.tell(self.words.t("No rule gives this date: somebody named it."))

    def _page_of(self, rule: str) -> str:
        """The id that says more: the rule, of a step its playbook; empty where there is none."""
        for some_id in filter(None, (rule, rule.rpartition(".")[0])):
            try:
                return self.desk.rule(some_id).id
            except NotFound:
                continue
        return ""


def _rows(words: Wording, deadline: Deadline, today: date, name: str, width: int) -> Iterator[Row]:
    """One deadline: its state and result, then sentence by sentence how it came about."""
    result, *sentences = map(clean_line, explain(words, deadline))
    mark, state, tone = _state(words, deadline, today)
    (first, *_), *others = wrapped(f"{state}. {result}", width, tone, "  ")
    lines: list[list[Line]] = [[(Span(mark + first.text[1:], tone),), *others]]
    body = Tone.PLAIN if deadline.is_open else Tone.DIM
    lines += [wrapped(sentence, width, body, "    ") for sentence in sentences]
    yield from _pieces(lines, name)


def _meter_rows(words: Wording, running: Running, name: str, width: int) -> Iterator[Row]:
    """One meter: what it shows, then sentence by sentence how it came about."""
    result, *sentences = running_lines(words, running)
    tone = Tone.STRONG if running.reading else Tone.DIM
    lines = [wrapped(result, width, tone, "  ")]
    lines += [wrapped(sentence, width, Tone.PLAIN, "    ") for sentence in sentences]
    yield from _pieces(lines, name)


def _pieces(lines: list[list[Line]], name: str) -> Iterator[Row]:
    pieces = (told[i : i + _TALLEST] for told in lines for i in range(0, len(told), _TALLEST))
    for number, piece in enumerate(pieces):
        yield Row(tuple(piece), f"{name}.{number}")


def _state(words: Wording, deadline: Deadline, today: date) -> tuple[str, str, Tone]:
    """How it stands: the mark and the words that the case has for it."""
    if deadline.is_open:
        late = deadline.late_on(today)
        stands = words.t("open, {when}", when=words.until(deadline, today))
        return ("!", stands, Tone.LATE) if late else (" ", stands, Tone.STRONG)
    state = words.term(deadline.state)
    missed = deadline.state is DeadlineState.MISSED
    day = deadline.due if missed else deadline.settled_on or deadline.due
    return "x" if missed else "+", f"{state} {words.short_day(day, today)}", Tone.DIM
