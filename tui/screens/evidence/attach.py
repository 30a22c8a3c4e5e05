"""To which case a mail belongs: the one that is suggested, or another by number or words."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.screens.board.linked_lines import stands
from tui.screens.context import Context
from tui.screens.form_page import FormPage
from tui.widgets.form import FieldSpec, Form


class AttachScreen(FormPage):
    """One field; below it the cases that are meant, while words are typed."""

    KEYS = ("save", "back")

    def __init__(self, context: Context, number: int) -> None:
        super().__init__(context)
        self._number = number
        self._guess = self.desk.mail_guess(number)
        self._lies_in = self.desk.mail_case(number)

    def body(self) -> ComposeResult:
        yield self.form
        yield Static(id="about")

    def fields(self) -> tuple[FieldSpec, ...]:
        suggested = "" if self._lies_in else str(self._guess.case or "")
        hint = self.words.t("its number, or words of it")
        return (FieldSpec("other", self.words.t("The case"), suggested, hint=hint),)

    def reload(self) -> None:
        title = self.words.t("Mail {id} belongs to", id=self._number)
        if self._lies_in:
            title = self.words.t("Mail {id} moves from #{case} to", id=self._number,
                                 case=self._lies_in)  # fmt: skip
        self.title_is(title)
        self._show_meant()

    @on(Form.Changed)
    def _show_meant(self) -> None:
        """The cases that the words mean; why the suggested one, while it stands there."""
        typed = self.form.values["other"]
        cards = self.desk.cases_meant(0, typed)
        lines = [f"#{c.id} {c.company}: {c.subject} ({stands(self.words, c)})" for c in cards]
        if self._guess.case and typed.strip() == str(self._guess.case):
            lines += [self.words.say(reason) for reason in self._guess.reasons]
        self.query_one("#about", Static).update(Content("\n".join(lines)))

    def save(self, values: dict[str, str]) -> bool:
        self.desk.attach_mail(self._number, self.desk.case_meant(0, values["other"]))
        return True

    @property
    def saved(self) -> str:
        if not self._lies_in:
            return super().saved
        return self.words.t("Moved. {key} takes that back.", key=self.key("undo"))
