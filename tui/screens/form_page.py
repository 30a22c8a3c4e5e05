"""A screen with a form whose text is kept while it is typed."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.cases.errors import UpheldError
from tui.cases.sentence import Sentence
from tui.desk.cases.overtaken import Overtaken
from tui.screens.context import Context
from tui.screens.discard import may_discard
from tui.screens.keeper import Keeper
from tui.screens.page import Page
from tui.screens.sheets import sheets
from tui.widgets.choice import Choice
from tui.widgets.field import TextBox
from tui.widgets.form import FieldSpec, Form
from tui.wording.mark import N_


class FormPage(Page):
    """Fields, and `save`. A subclass says the fields, the key of its draft, and what saving is."""

    CSS_PATH = sheets("forms")
    KEYS: ClassVar[tuple[str, ...]] = ("save", "back", "discard")
    IS_WRITING = True

    def __init__(self, context: Context, case_id: int = 0) -> None:
        super().__init__(context, case_id)
        self._keeper = Keeper(self, lambda: self.draft_key, lambda: self.seen)
        self._first: dict[str, str] = {}
        self.seen: dict[str, str] = {}  # what stands in the book, as far as the person knows
        self._form: Form | None = None
        self._first_field = ""  # where the cursor stands at first; the field at the top if empty

    @property
    def keys_note(self) -> str:
        return N_(
            "Tab and Shift+Tab go from field to field; ← and → choose where ‹ › stand, elsewhere → "
            "takes what is proposed. ctrl+z takes back what was typed, ctrl+y brings it again."
        )

    @property
    def draft_key(self) -> str:
        """Under which name the unsaved text is kept; empty: not at all."""
        return ""

    def fields(self) -> tuple[FieldSpec, ...]:
        """The fields, with what they hold at first."""
        return ()

    def save(self, values: dict[str, str]) -> bool:
        """Do what the form is for; whether it is done. UpheldError is shown, nothing is lost."""
        return not values

    def body(self) -> ComposeResult:
        yield self.form

    @property
    def form(self) -> Form:
        """The form, made when it is first asked for."""
        if self._form is None:
            self._form = Form(self.fields(), id="form")
        return self._form

    def on_mount(self) -> None:
        self._first = self.form.values
        self.seen = {spec.name: spec.value for spec in self.fields()}
        if kept := self._keeper.recall():
            self.form.fill(kept)
            self.seen |= self._keeper.seen
            self.tell(
                self.words.t(
                    "Your unsaved text is back. {key} throws it away.", key=self.key("discard")
                )
            )
        self.form.focus_first()
        self.form.focus_field(self._first_field)

    @on(TextBox.TooLong)
    def _too_long(self, event: TextBox.TooLong) -> None:
        self.overfull(event.text, self.words.size(len(event.text.encode(errors="replace"))))

    def overfull(self, text: str, size: str) -> None:
        """More was pasted than a field can hold; it is not there."""
        self.tell(self.words.t("{size} is too much for a field.", size=size), wrong=True)

    @on(Form.Ended)
    def _ended(self, event: Form.Ended) -> None:
        """A form of one line is done with Enter; of a longer one it is said how."""
        if event.count == 1:
            self.action_save()
        else:
            self.tell(self.words.t("This is the last field. {key} saves.", key=self.key("save")))

    @on(Choice.Lettered)
    def _lettered(self, event: Choice.Lettered) -> None:
        """Whoever takes a choice for a field of text learns what their letters do."""
        said = self.words.t("Nothing to choose begins so; ← and → choose.")
        if event.words:
            said = self.words.t("Chosen by its letter: {words}; ← and → choose.", words=event.words)
        self.tell(said)

    @on(Form.Changed)
    def _remember(self) -> None:
        if self._first:
            self._keeper.typed(self.edited(self.form.values))

    def edited(self, values: dict[str, str]) -> dict[str, str]:
        """Those that are not what the fields held at first."""
        return {name: text for name, text in values.items() if text != self._first[name]}

    def keep(self) -> None:
        if self._first:
            self._keeper.keep_now(self.edited(self.form.values))

    def action_save(self) -> None:
        try:
            is_saved = self.save(self.form.values)
        except UpheldError as error:
            if isinstance(error, Overtaken):
                self.seen[error.name] = error.theirs
            self.tell(error.sentence, wrong=True)
            self.form.focus_field(self._named(error.sentence))
            return
        if is_saved:
            self._forget()
            self.leave()
            self.tell_below(self.saved)

    @property
    def saved(self) -> str:
        """What is said when it is saved."""
        return self.words.t("Saved.")

    def _named(self, sentence: Sentence) -> str:
        """The field that a sentence names, or whose text it quotes."""
        if (name := str(sentence.values.get("name", ""))) in self.form.values:
            return name
        quoted = {str(value).casefold() for value in sentence.values.values()}
        texts = ((name, text.strip().casefold()) for name, text in self.form.values.items())
        return next((name for name, text in texts if text and text in quoted), "")

    def leave(self) -> None:
        """Where to go when it is saved."""
        self.close()

    def _forget(self) -> None:
        """It is saved or thrown away: until this screen is gone, nothing is kept of it again."""
        self._first = {}
        self._keeper.drop()

    def action_discard(self) -> None:
        typed = self.edited(self.form.values)
        if not may_discard(self, ((self._first[name], text) for name, text in typed.items())):
            return
        self._forget()
        self.close()

    def action_back(self) -> None:
        """Leave; what was typed stays as a draft."""
        typed = self.edited(self.form.values) if self._first else {}
        if self._first and not self._keeper.may_leave(typed, "back"):
            return
        self.close()
        if self.draft_key and typed:
            self._keeper.say_kept()
