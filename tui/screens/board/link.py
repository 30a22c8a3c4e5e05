"""Linking a case with another: how it stands to it, and which it is."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.cases.links import LinkKind
from tui.screens.board.linked_lines import stands
from tui.screens.form_page import FormPage
from tui.screens.options import options
from tui.widgets.form import FieldSpec, Form


class LinkScreen(FormPage):
    """Two fields; below them the cases that are meant, while words are typed."""

    _replaced: LinkKind | None = None  # what linked the two before
    _taken = ""  # the other case, which words may mean without naming it

    def body(self) -> ComposeResult:
        yield self.form
        yield Static(id="about")

    def fields(self) -> tuple[FieldSpec, ...]:
        t = self.words.t
        kinds = options(self.words, LinkKind)
        hint = t("its number, or words of it")
        return (
            FieldSpec("other", t("The other case"), hint=hint),
            FieldSpec("kind", t("This case"), LinkKind.RELATED.value, options=kinds),
        )

    def reload(self) -> None:
        self.title_is(self.words.t("#{id} Link with another case", id=self._case_id))
        self._show_meant()

    @on(Form.Changed)
    def _show_meant(self) -> None:
        """The cases that the words mean; until something is typed, what happens to the link."""
        cards = self.desk.cases_meant(self._case_id, self.form.values["other"])
        lines = [f"#{c.id} {c.company}: {c.subject} ({stands(self.words, c)})" for c in cards]
        said = self.words.t(
            "Both cases show the link. What I could do in one that waits for another is left "
            "until that is closed; what has a date of mine goes on, and what they owe is still "
            "asked for."
        )
        self.query_one("#about", Static).update(Content("\n".join(lines) or said))

    def save(self, values: dict[str, str]) -> bool:
        other = self.desk.case_meant(self._case_id, values["other"])
        before, now = self.desk.link_with(self._case_id, other), LinkKind(values["kind"])
        self.desk.link(self._case_id, other, now)
        self._replaced = before if before is not now else None
        (card,) = self.desk.cases_meant(self._case_id, str(other))
        self._taken = f"#{card.id} {card.company}"
        return True

    @property
    def saved(self) -> str:
        """With which case; a link that is replaced is gone: it is said which."""
        if self._replaced is None:
            return self.words.t("Linked with {case}.", case=self._taken)
        return self.words.t("Linked with {case}. Before, it was: {kind}. {key} brings that back.",
                            case=self._taken,
                            kind=self.words.term(self._replaced),
                            key=self.key("undo"))  # fmt: skip
