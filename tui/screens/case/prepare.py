"""What to have at hand for a case: numbers, evidence, results; and what of it is missing."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.advice.preparation.preparation_data import What
from tui.advice.preparation.preparation_list import TICKED, Item, Preparation, State
from tui.cases.particulars import Tick
from tui.cases.sentence import say
from tui.cases.words import EventKind
from tui.desk.cases.recording import Happening
from tui.screens.page import Page
from tui.terminal.clean import clean_line
from tui.widgets.rows import BLANK, Row, Rows, heading
from tui.widgets.spans import Span, Tone, wrapped

_RESULT = "result:"  # before the place of a result in the list
_MARKS = {State.DONE: "+", State.SEEMS: "~", State.MISSING: "-"}
# Where what is missing is put in: what happened and what I want stand in the letter.
_THERE = {
    What.FACT: "compose",
    What.RESULT: "compose",
    What.ANSWER: "record",
}
_FACTS = ("subject", "amount")


class PrepareScreen(Page):
    """The checklist. Enter goes to where a thing is put in; on a result it takes it.

    Space says that a thing is there, where nobody can see it: the request may go without it.
    """

    KEYS: ClassVar[tuple[str, ...]] = (
        "open", "tick", "channels", "compose", "edit", "back", "search",
    )  # fmt: skip
    AUTO_FOCUS = "#rows"

    def body(self) -> ComposeResult:
        yield Rows(id="rows")

    def reload(self) -> None:
        self._list: Preparation = self.desk.preparation(self._case_id)
        company = clean_line(self.desk.card(self._case_id).company)
        self.title_is(
            self.words.t("#{id} Have ready: {kind}", id=self._case_id, kind=self._list.title),
            (Span(f" {company}  ", Tone.DIM), Span(self._count)),
        )
        width = self.query_one(Rows).room
        rows = [self._row(item, width) for item in self._list.items]
        if self._list.results:
            rows += [BLANK, heading(" " + self.words.t("What can be asked for"))]
            rows += [self._result(n, text, width) for n, text in enumerate(self._list.results)]
        self.query_one(Rows).show(tuple(rows))

    @property
    def _count(self) -> str:
        """What it cannot go without, and apart from that what would make it stronger."""
        gaps, helpful = self._list.gaps, self._list.helpful
        said = self.words.n("{count} missing", "{count} missing", gaps) if gaps else ""
        more = self.words.n("{count} would help", "{count} would help", helpful) if helpful else ""
        return ", ".join(filter(None, (said, more)))

    def _row(self, item: Item, width: int) -> Row:
        is_gap = item.required and item.state is State.MISSING
        mark = "!" if is_gap else _MARKS[item.state]
        tone = {State.MISSING: Tone.PLAIN, State.SEEMS: Tone.DIM, State.DONE: Tone.GOOD}[item.state]
        said = f" {mark} {self.words.say(item.sentence)}"
        lines = wrapped(said, width, Tone.LATE if is_gap else tone)
        if item.state is not State.DONE:
            mend = self.words.say(say("{text}", text=item.mend))
            lines += wrapped(mend, width, Tone.DIM, indent="     ")
        return Row(tuple(lines), item.id)

    def _result(self, number: int, text: str, width: int) -> Row:
        return Row(tuple(wrapped(f"   {clean_line(text)}", width)), f"{_RESULT}{number}")

    @on(Rows.Rewidened)
    def _wrap_anew(self) -> None:
        self._look()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        if event.key.startswith(_RESULT):
            self._take(self._list.results[int(event.key.removeprefix(_RESULT))])
            return
        item = self._item(event.key)
        if item.id == "where":
            self.go("company", name=self.desk.case(self._case_id).company)
        elif item.what is What.EVIDENCE:
            self.go("pick_file", choose=partial(self._add, item))
        elif item.what is What.CONTACT:
            writes = self.desk.case(self._case_id).profile
            self.go("profile", profile_id=writes or None)
        elif item.id in _FACTS or item.what is What.IDENTIFIER:
            self.go_with_case("facts", field=item.id if item.id in _FACTS else "identifiers")
        else:
            self.go_with_case(_THERE[item.what])

    def _item(self, key: str) -> Item:
        return next(item for item in self._list.items if item.id == key)

    def _add(self, item: Item, files: tuple[Path, ...]) -> None:
        """What is chosen is noted as what it was chosen for."""
        noted = {"text": self.words.say(say("{text}", text=item.name))}
        self.desk.record(self._case_id, Happening(EventKind.EVIDENCE, noted, files))

    def action_tick(self) -> None:
        key = self.query_one(Rows).key
        if not key or key.startswith(_RESULT):
            return
        item = self._item(key)
        line = item.name["en"]
        ticks = self.desk.case(self._case_id).ticked
        if item.state is State.DONE and Tick(step=TICKED, line=line) not in ticks:
            self.tell(self.words.t("It is there already."))
        elif item.required:
            self.tell(self.words.t("The request cannot go without it. Enter: put it in."))
        else:
            self.attempt(lambda: self.desk.tick(self._case_id, TICKED, line))

    def _take(self, text: str) -> None:
        """As what I expect, where nothing stands there yet."""
        if self.desk.case(self._case_id).expected_result.strip():
            self.tell(self.words.t("What you expect is written already: c changes it."))
            return
        wish = {"expected_result": text}
        taken = self.attempt(
            lambda: self.desk.edit(self._case_id, wish, seen={"expected_result": ""})
        )
        if taken is not None:
            self.tell(self.words.t("This is what you expect now; u takes it back, c changes it."))
