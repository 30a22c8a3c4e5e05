"""Opening a case: with whom, what about, how urgent."""

from __future__ import annotations

from typing import ClassVar

from tui.cases.words import Problem, Urgency
from tui.screens.context import CURSOR, Context
from tui.screens.examples import example, examples_of
from tui.screens.form_page import FormPage
from tui.screens.options import languages, options, yes_no
from tui.terminal.clean import clean_line
from tui.widgets.form import FieldSpec


class NewScreen(FormPage):
    """The facts that choose the channel. The letter comes after."""

    KEYS: ClassVar[tuple[str, ...]] = ("save", "back", "discard")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._is_another = False  # than the open cases that seem to be about the same

    @property
    def draft_key(self) -> str:
        return "new"

    def fields(self) -> tuple[FieldSpec, ...]:
        t, of = self.words.t, FieldSpec
        names = tuple(clean_line(company.name) for company in self.desk.companies())
        language, like = self.words.language, examples_of(self.words, self.desk.country)
        return (
            FieldSpec("company", t("Company"), hint=t("who it is with"), known=names),
            FieldSpec("problem", t("Problem"), "technical", options=options(self.words, Problem)),
            FieldSpec("subject", t("Subject"), hint=t("what, which object, which number")),
            FieldSpec("urgency", t("Urgency"), "normal", options=options(self.words, Urgency)),
            FieldSpec("formal", t("Formal complaint"), "no", options=yes_no(self.words)),
            of("identifiers", t("Numbers"), hint=self._as(t("order 4821-77, contract 12/5"))),
            FieldSpec("amount", t("Amount"), hint=self._as(like.amount)),
            FieldSpec(
                "details", t("What happened"), lines=4, hint=t("dates, numbers, no adjectives")
            ),
            FieldSpec(
                "expected_result",
                t("What I expect"),
                lines=2,
                hint=t("one thing that can be measured"),
            ),
            FieldSpec("language", t("Letter language"), language, options=languages()),
            FieldSpec("country", t("Country"),
                      hint=self._as(t("{countries}: for working days", countries=like.country))),
        )  # fmt: skip

    def _as(self, text: str) -> str:
        return example(self.words, text)

    def reload(self) -> None:
        self.title_is(self.words.t("New case"))

    def _decided(self, number: int) -> None:
        """Go on with that case, and keep what was typed; 0: it is another matter."""
        if number:
            self.action_back()
            self.go("case", case_id=number)
            self.tell_below(self.words.t("What you typed is kept: n shows it again."))
        else:
            self._is_another = True
            self.action_save()

    def save(self, values: dict[str, str]) -> bool:
        case = self.desk.draft({name: text for name, text in values.items() if text.strip()})
        others = () if self._is_another else self.desk.duplicates(case)
        if others:
            self.go("same", others=others, chosen=self._decided)
            return False
        opened = self.desk.open_cases([case])[0]
        self.context.kept[CURSOR] = str(opened.id)
        self.go("case", case_id=opened.id)
        if self.desk.ladders(opened.id)[0]:
            self.go("ladders", case_id=opened.id, then="channels")
        else:
            self.go("channels", case_id=opened.id)
        return True
