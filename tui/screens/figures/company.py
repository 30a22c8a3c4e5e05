"""One company: its facts and contact points."""

from __future__ import annotations

from tui.cases.company import Company
from tui.desk.figures.companies import FIELDS, POINTS, points_text
from tui.screens.context import Context
from tui.screens.examples import example, examples_of
from tui.screens.form_page import FormPage
from tui.widgets.form import FieldSpec


class CompanyScreen(FormPage):
    """Adds a company where no name is given, else changes that one."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__(context)
        self._company = self.desk.company(name) if name else Company(name="")

    @property
    def draft_key(self) -> str:
        return f"company-{self._company.name}"

    def fields(self) -> tuple[FieldSpec, ...]:
        t, company = self.words.t, self._company
        like = examples_of(self.words, company.country, self.desk.country)
        name = FieldSpec("name", t("Company"), hint=t("as you call it"))
        return (
            *(() if company.name else (name,)),
            FieldSpec("country", t("Country"), company.country, self._as(like.country)),
            FieldSpec("timezone", t("Time zone"), company.timezone, self._as(like.timezone)),
            FieldSpec("hours", t("Hours"), company.hours, self._as("09:00-18:00")),
            FieldSpec("website", t("Website"), company.website, "https://"),
            FieldSpec(
                POINTS, t("Contact points"), points_text(company), lines=7,
                hint=t("one a line, e.g. phone {number} # day and night", number=like.phone),
            ),
            FieldSpec("note", t("Note"), company.note, lines=3),
        )  # fmt: skip

    def _as(self, text: str) -> str:
        return example(self.words, text)

    def reload(self) -> None:
        self.title_is(self._company.name or self.words.t("New company"))

    def save(self, values: dict[str, str]) -> bool:
        name = values.get("name", self._company.name)
        edited = self.edited(values)
        texts = {k: edited[k].strip() for k in FIELDS if k in edited}
        if edited or not self._company.name:
            self.desk.save_company(name, texts, edited.get(POINTS), self.seen)
        return True
