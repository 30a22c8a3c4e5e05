"""The call sheet: have it ready, say it in a sentence, write down what they gave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.cases.errors import BadInput
from tui.cases.words import Answer, Channel, EventKind
from tui.desk.cases.recording import Happening
from tui.screens.case.with_whom import address_of, company_of
from tui.screens.context import Context
from tui.screens.form_page import FormPage
from tui.screens.options import date_hint, options, yes_no
from tui.widgets.form import FieldSpec
from tui.widgets.paper import Paper
from tui.widgets.spans import Span

MINUTE = 60.0


class CallScreen(FormPage):
    """Left what to say and to ask, right what they said. Their number, or that they refused it."""

    KEYS: ClassVar[tuple[str, ...]] = (
        "save", "page_down", "page_up", "back", "discard",
    )  # fmt: skip

    def __init__(self, context: Context, case_id: int) -> None:
        super().__init__(context, case_id)
        self._case = self.desk.case(case_id)
        self._began = self.desk.moment()

    @property
    def draft_key(self) -> str:
        return f"call-{self._case.uid}"

    def body(self) -> ComposeResult:
        with Horizontal(id="panes"):
            yield Paper("\n".join(self._sheet()), id="sheet")
            yield self.form

    def fields(self) -> tuple[FieldSpec, ...]:
        t, day = self.words.t, date_hint(self.words)
        return (
            FieldSpec("text", t("Notes"), lines=5, hint=t("what was said")),
            FieldSpec("reference", t("Their number"), hint=t("ask, and read it back")),
            FieldSpec("reference_refused", t("Refused to give"), "no", options=yes_no(self.words)),
            FieldSpec("promise", t("Promised date"), hint=day),
            FieldSpec("agent", t("Who it was")),
            FieldSpec("next_contact", t("Call again on"), hint=day),
            FieldSpec("answer", t("Answer"), options=options(self.words, Answer, t("none yet"))),
            FieldSpec("url", t("Tracking page"), hint="https://"),
            FieldSpec("to", t("Number called"), self._number()),
        )

    def _number(self) -> str:
        return address_of(company_of(self.desk, self._case), Channel.PHONE)

    def on_mount(self) -> None:
        self.set_interval(MINUTE, self.reload)

    def reload(self) -> None:
        minutes = int((self.desk.moment() - self._began).total_seconds() // MINUTE)
        said = self.words.n("{count} minute", "{count} minutes", minutes)
        title = self.words.t("#{id} Call {company}", id=self._case.id, company=self._case.company)
        self.title_is(title, (Span(said),))

    def _sheet(self) -> Iterator[str]:
        """What to have, to say and to ask; what is said aloud is in the company's language."""
        sheet, t, say = self.desk.call_sheet(self._case.id), self.words.t, self.words.say
        promise = say(sheet.last_promise) if sheet.last_promise else ""
        yield from _block(t("Have ready"), (*sheet.identifiers, *sheet.references, promise))
        yield from _block(t("Say"), (sheet.opening, sheet.problem))
        yield from _block(t("I want"), (sheet.wanted,))
        yield from _block(t("Ask"), sheet.questions)
        for checklist in sheet.checklists:
            yield from _block(say(checklist.title), map(say, checklist.rules))
        yield from _block(t("If it gets heated, say"), sheet.polite)

    def action_page_down(self) -> None:
        """The sheet moves while the notes are written."""
        self.query_one("#sheet", Paper).action_page_down()

    def action_page_up(self) -> None:
        self.query_one("#sheet", Paper).action_page_up()

    def save(self, values: dict[str, str]) -> bool:
        refused = values["reference_refused"] == "yes"
        if not values["reference"].strip() and not refused:
            self.form.entry("reference").focus()
            raise BadInput("Ask for their number while you have them, or say that they refused it.")
        texts = {**values, "channel": Channel.PHONE.value}
        self.desk.record(self._case.id, Happening(EventKind.CALL, texts))
        return True

    def leave(self) -> None:
        """Back to the case, and on to the mail that puts into writing what was said."""
        self.home()
        self.go("send", case_id=self._case.id, channel=Channel.EMAIL, template="recap")


def _block(title: str, lines: Iterable[str]) -> Iterator[str]:
    filled = [line for line in lines if line]
    if filled:
        yield title.upper()
        yield from (f"- {line}" for line in filled)
        yield ""
