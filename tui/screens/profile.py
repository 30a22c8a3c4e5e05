"""My name and contacts, for every letter."""

from __future__ import annotations

from msgspec.structs import replace

from tui.screens.form_page import FormPage
from tui.widgets.form import FieldSpec


class ProfileScreen(FormPage):
    """Filled in once; each letter takes who I am and how to answer from here."""

    @property
    def draft_key(self) -> str:
        return "profile"

    def fields(self) -> tuple[FieldSpec, ...]:
        t, mine = self.words.t, self.desk.profile
        return (
            FieldSpec("name", t("Name"), mine.name, t("as it stands under a letter")),
            FieldSpec("email", t("E-mail"), mine.email, "anna@example.org"),
            FieldSpec("phone", t("Phone"), mine.phone, "+7 900 000-00-00"),
            FieldSpec("address", t("Address"), mine.address, t("for letters on paper")),
            FieldSpec("hours", t("When to call"), mine.hours, "10:00-18:00"),
        )

    def reload(self) -> None:
        self.title_is(self.words.t("Profile"))

    def save(self, values: dict[str, str]) -> bool:
        mine = {name: text.strip() for name, text in values.items()}
        self.desk.save_profile(replace(self.desk.profile, **mine))
        return True
