"""How the dates of a case were computed, for a person with the law beside them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from msgspec import Struct
from textual import on
from textual.app import ComposeResult

from tui.cases.errors import BadInput, NotFound
from tui.cases.words import DeadlineState
from tui.desk.cases.dated import Dated
from tui.desk.views import CaseView
from tui.screens.context import Context
from tui.screens.copying import copy_addresses
from tui.screens.ladder.urgent_rows import urgency_rows
from tui.screens.page import Page
from tui.terminal.clean import clean_line
from tui.widgets.rows import BLANK, Row, Rows, heading
from tui.widgets.spans import Line, Span, Tone, wrapped
from tui.wording.meter_text import running_lines
from tui.wording.wording import Wording
from tui.wording.working import explain

_TALLEST = 3  # lines of one row: the cursor must never pass over a line that was not seen


class WorkingScreen(Page):
    """Every deadline with its working, the open ones first, then what the delay costs them, and
    what makes the case urgent.

    Enter opens the rule, or the meter.
    """

    KEYS: ClassVar[tuple[str, ...]] = ("open", "copy_address", "back")
    AUTO_FOCUS = "#rows"

    def __init__(self, context: Context, case_id: int) -> None:
        super().__init__(context, case_id)
        self._blocks: tuple[_Block, ...] = ()

    def body(self) -> ComposeResult:
        yield Rows(id="rows")

    def reload(self) -> None:
        self.title_is(self.words.t("#{id} How the dates were computed", id=self._case_id))
        rows = self.query_one(Rows)
        try:
            shown = self._shown(rows.room - 1)
        except BadInput as error:  # a rule file of the person's own cannot be used
            self._blocks, shown = (), ()
            self.tell(error.sentence, wrong=True)
        rows.show(shown)

    def _shown(self, width: int) -> tuple[Row, ...]:
        view, words = self.desk.case_view(self._case_id), self.words
        self._blocks = tuple(_blocks(words, view))
        urgent = urgency_rows(words, view.urgency, width)
        if not self._blocks:
            return (BLANK, heading(" " + words.t("No date runs for this case.")), *urgent)
        shown = (block.rows(f"{n}", width) for n, block in enumerate(self._blocks))
        rows = tuple(row for of_block in shown for row in (*of_block, BLANK))
        # Nothing below the last: at the end it is seen whole.
        return (*rows, *urgent[1:]) if urgent else rows[:-1]

    @on(Rows.Rewidened)
    def _wrap_anew(self) -> None:
        self._look()

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        block = self._block
        if block is None:
            return  # what is urgent has no rule
        if some_id := self.attempt(lambda: self._page_of(block.rule)):
            self.go("rule", rule_id=some_id)
        elif some_id is not None:
            self.tell(self.words.t("No rule gives this date: somebody named it."))

    @property
    def _block(self) -> _Block | None:
        """The one under the cursor."""
        place = self.query_one(Rows).key.partition(".")[0]
        return self._blocks[int(place)] if place.isdecimal() else None

    def action_copy_address(self) -> None:
        block = self._block
        copy_addresses(self, "\n".join(block.sentences) if block else "")

    def _page_of(self, rule: str) -> str:
        """The id that says more: the rule, of a step its playbook; empty where there is none."""
        for some_id in filter(None, (rule, rule.rpartition(".")[0])):
            try:
                return self.desk.rule(some_id).id
            except NotFound:
                continue
        return ""


class _Block(Struct, frozen=True):
    """A deadline or a meter: what it comes to, then sentence by sentence how.

    `rule`: the id of the rule, or of the meter. `body`: the tone of the sentences.
    """

    rule: str
    sentences: tuple[str, ...]
    tone: Tone
    body: Tone = Tone.PLAIN
    mark: str = " "

    def rows(self, name: str, width: int) -> Iterator[Row]:
        """The block in rows of few lines each."""
        result, *how = self.sentences
        (first, *_), *others = wrapped(result, width, self.tone, "  ")
        lines: list[list[Line]] = [[(Span(self.mark + first.text[1:], self.tone),), *others]]
        lines += [wrapped(sentence, width, self.body, "    ") for sentence in how]
        pieces = (told[i : i + _TALLEST] for told in lines for i in range(0, len(told), _TALLEST))
        for number, piece in enumerate(pieces):
            yield Row(tuple(piece), f"{name}.{number}")


def _blocks(words: Wording, view: CaseView) -> Iterator[_Block]:
    """The deadlines, the open ones first, then the meters."""
    for dated in sorted(view.dates, key=lambda d: (not _is_open(d), d.deadline.due)):
        deadline = dated.deadline
        mark, state, tone = _state(words, dated, view.today)
        result, *how = map(clean_line, explain(words, deadline, dated.whose))
        body = Tone.PLAIN if _is_open(dated) else Tone.DIM
        yield _Block(deadline.rule, (f"{state}. {result}", *how), tone, body, mark)
    for running in view.money.meters:
        tone = Tone.STRONG if running.reading else Tone.DIM
        yield _Block(running.meter.id, tuple(running_lines(words, running)), tone)


def _is_open(dated: Dated) -> bool:
    return dated.deadline.is_open and not dated.is_over


def _state(words: Wording, dated: Dated, today: date) -> tuple[str, str, Tone]:
    """How it stands: the mark and the words that the case has for it."""
    deadline = dated.deadline
    if dated.is_over:
        return "x", words.t("over"), Tone.DIM
    if deadline.is_open:
        late = deadline.late_on(today)
        stands = words.t("open, {when}", when=words.until(deadline, today))
        return ("!", stands, Tone.LATE) if late else (" ", stands, Tone.STRONG)
    state = words.term(deadline.state)
    missed = deadline.state is DeadlineState.MISSED
    day = deadline.due if missed else deadline.settled_on or deadline.due
    return "x" if missed else "+", f"{state} {words.short_day(day, today)}", Tone.DIM
