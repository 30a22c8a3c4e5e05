"""Changing the facts of a case."""

from __future__ import annotations

from tui.cases.errors import UpheldError
from tui.cases.words import Problem, Urgency
from tui.desk.cases.facts import as_text
from tui.desk.ladder.dispute import role_name
from tui.screens.context import Context
from tui.screens.examples import example, examples_of
from tui.screens.form_page import FormPage
from tui.screens.options import languages, options, yes_no
from tui.terminal.clean import clean_line
from tui.widgets.form import FieldSpec
from tui.wording.rule_terms import in_language


class FactsScreen(FormPage):
    """The facts outside the letter: with whom, what kind, which numbers, which calendar."""

    def __init__(self, context: Context, case_id: int, field: str = "") -> None:
        super().__init__(context, case_id)
        self._first_field = field
        self._case = self.desk.case(case_id)

    @property
    def draft_key(self) -> str:
        return f"facts-{self._case.uid}"

    def fields(self) -> tuple[FieldSpec, ...]:
        t, of = self.words.t, self._field
        like = examples_of(self.words, self._case.country, self.desk.country)
        return (
            of("company", t("Company")),
            of("subject", t("Subject")),
            of("problem", t("Problem"), options=options(self.words, Problem)),
            of("urgency", t("Urgency"), options=options(self.words, Urgency)),
            of("formal", t("Formal complaint"), options=yes_no(self.words)),
            of("identifiers", t("Numbers"), hint=self._as(t("order 4821-77, contract 12/5"))),
            of("amount", t("Amount"), hint=self._as(like.amount)),
            of("dates", t("Days that count"),
               hint=self._as(t("delivery 20.11.2026, payment 18.11.2026"))),
            *self._parties(),
            of("tags", t("Tags"), hint=t("words, with commas")),
            of("language", t("Letter language"), options=languages()),
            of("country", t("Country"),
               hint=self._as(t("{countries}: for working days", countries=like.country))),
            of("timezone", t("Time zone"), hint=self._as(like.timezone)),
            *self._profile(),
            *self._playbook(),
        )  # fmt: skip

    def _as(self, text: str) -> str:
        return example(self.words, text)

    def _parties(self) -> tuple[FieldSpec, ...]:
        """Whom else the dispute is with, where its ladder leads to others."""
        roles = self.desk.parties(self._case_id)
        if not roles:
            return ()
        role = role_name(next(iter(roles)), self.words.language)
        hint = self._as(f"{role} {self.words.t('Meteor')}")
        return (self._field("parties", self.words.t("Others in the dispute"), hint=hint),)

    def _profile(self) -> tuple[FieldSpec, ...]:
        """Who writes, where there are several."""
        known = tuple((name, name) for name in self.desk.profiles if name)
        if not known:
            return ()
        usual = ("", self.words.t("the usual one"))
        return (self._field("profile", self.words.t("Profile"), options=(usual, *known)),)

    def _playbook(self) -> tuple[FieldSpec, ...]:
        """Which ladder, where there is one to choose."""
        try:
            playbooks = self.desk.lawbook().playbooks
        except UpheldError:  # a rule file of the person's; it does not matter here
            return ()
        known = tuple((p.id, clean_line(in_language(self.words, p.title))) for p in playbooks)
        if len(known) < 2 or self._case.playbook not in dict(known):
            return ()
        return (self._field("playbook", self.words.t("Playbook"), options=known),)

    def _field(
        self, name: str, label: str, hint: str = "", options: tuple[tuple[str, str], ...] = ()
    ) -> FieldSpec:
        value = as_text(self._case, name, self.words.language)
        return FieldSpec(name, label, value, hint=hint, options=options)

    def reload(self) -> None:
        self.title_is(self.words.t("#{id} Facts", id=self._case.id))

    def save(self, values: dict[str, str]) -> bool:
        edited = self.edited(values)
        if edited:
            self.desk.edit(self._case.id, edited, self.seen)
        return True
