"""The conversation of a chat, pasted back: recorded as a contact, and kept as evidence."""

from __future__ import annotations

from typing import ClassVar

from tui.cases.words import Answer, EventKind
from tui.desk.cases.recording import Happening
from tui.screens.case.number import demand_number
from tui.screens.context import Context
from tui.screens.form_page import FormPage
from tui.screens.options import date_hint, options, yes_no
from tui.widgets.form import FieldSpec


class TranscriptScreen(FormPage):
    """What was said, their number, their promise."""

    KEYS: ClassVar[tuple[str, ...]] = ("save", "back", "discard", "offers")

    def __init__(  # noqa: PLR0913 - each is from another way to this form
        self,
        context: Context,
        case_id: int,
        kind: str = EventKind.SENT,
        step: str = "",
        channel: str = "chat",
        due: str = "",
        override: str = "",
        *,
        letter: str = "",
        answer: str = "",
        party: str = "",
    ) -> None:
        super().__init__(context, case_id)
        self._case = self.desk.case(case_id)
        self._kind = EventKind(kind)
        self._whole = ""  # a conversation too long for its field
        self._fixed = {"step": step, "channel": channel, "due": due, "override": override}
        self._fixed |= {"letter": letter, "party": party}
        self._answer = answer

    @property
    def draft_key(self) -> str:
        return f"transcript-{self._case.uid}"

    def fields(self) -> tuple[FieldSpec, ...]:
        t, day = self.words.t, date_hint(self.words)
        answers = options(self.words, Answer, t("none yet"))
        return (
            FieldSpec("reference", t("Their number"), hint=t("ask for it while you have them")),
            FieldSpec("reference_refused", t("Refused to give"), "no", options=yes_no(self.words)),
            FieldSpec("url", t("Tracking page"), hint="https://"),
            FieldSpec("promise", t("Promised date"), hint=day),
            FieldSpec("agent", t("Who it was"), hint=t("name of the person there")),
            FieldSpec("answer", t("Answer"), self._answer, options=answers),
            FieldSpec("text", t("In one line"), hint=t("one line: later letters quote it")),
            FieldSpec("transcript", t("Conversation"), lines=8, hint=t("paste it whole")),
        )

    def overfull(self, text: str, size: str) -> None:
        """Only the evidence needs it whole: it is kept beside the field."""
        self._whole = "\n".join(filter(None, (self._whole, text)))
        self.tell(
            self.words.t(
                "{size}: too much to show, {key} keeps it whole.", size=size, key=self.key("save")
            )
        )

    def action_offers(self) -> None:
        """What stands in the conversation that was pasted."""
        text = "\n".join((self._whole, self.form.values["transcript"]))
        self.go("offers", case_id=self._case.id, text=text, choose=self._take_offer)

    def _take_offer(self, field: str, value: str) -> None:
        if field in self.form.values:
            self.form.fill({field: value})
        else:
            self.tell(self.words.t("This form has no field for it: {value}", value=value))

    def reload(self) -> None:
        self.title_is(self.words.t("#{id} The chat", id=self._case.id))

    def save(self, values: dict[str, str]) -> bool:
        parts = (self._whole, values.pop("transcript"))
        transcript = "\n".join(part for part in parts if part.strip())
        demand_number(self.form, self._case, self._kind, {**values, **self._fixed})
        happening = Happening(self._kind, {**values, **self._fixed})
        if transcript:
            self.desk.record_pasted(self._case.id, happening, transcript, "chat")
        else:
            self.desk.record(self._case.id, happening)
        return True

    def leave(self) -> None:
        self.home()
