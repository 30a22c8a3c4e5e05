"""My name and contacts, for every letter; and for whom I write, where it is not for myself."""

from __future__ import annotations

from msgspec.structs import asdict, replace

from tui.cases.errors import BadInput
from tui.screens.context import Context
from tui.screens.examples import example, examples_of
from tui.screens.form_page import FormPage
from tui.settings.config import Profile
from tui.widgets.form import FieldSpec

_ID = "profile_id"


class ProfileScreen(FormPage):
    """Filled in once; each letter takes who I am and how to answer from here."""

    def __init__(
        self, context: Context, profile_id: str | None = None, *, is_new: bool = False
    ) -> None:
        super().__init__(context)
        usual = next(iter(self.desk.profiles))
        self._id: str = usual if profile_id is None else profile_id
        self._is_new = is_new
        self._mine = Profile() if is_new else self.desk.profiles.get(self._id, Profile())

    @property
    def draft_key(self) -> str:
        return "profile-new" if self._is_new else f"profile-{self._id}"

    def fields(self) -> tuple[FieldSpec, ...]:
        t, mine = self.words.t, self._mine
        like = examples_of(self.words, self.desk.country)
        name = FieldSpec(_ID, t("Called"), hint=t("letters and digits: anna, office"))
        return (
            *((name,) if self._is_new else ()),
            FieldSpec("name", t("Name"), mine.name, t("as it stands under a letter")),
            FieldSpec("email", t("E-mail"), mine.email, self._as("anna@example.org")),
            FieldSpec("phone", t("Phone"), mine.phone, self._as(like.phone)),
            FieldSpec("address", t("Address"), mine.address, t("for letters on paper")),
            FieldSpec("hours", t("When to call"), mine.hours, self._as("10:00-18:00")),
            FieldSpec(
                "signature", t("Signature"), mine.signature, t("instead of the name"), lines=2
            ),
            *self._represented(),
        )

    def _as(self, text: str) -> str:
        return example(self.words, text)

    def _represented(self) -> tuple[FieldSpec, ...]:
        """For whom I write by a power of attorney; empty where it is for myself."""
        t, mine = self.words.t, self._mine
        return (
            FieldSpec("represented", t("On behalf of"), mine.represented, t("empty: for myself")),
            FieldSpec("represented_address", t("Their address"), mine.represented_address),
            FieldSpec("power_number", t("Power of attorney"), mine.power_number, t("its number")),
            FieldSpec("power_date", t("of the day"), mine.power_date, self._as("03.03.2026")),
            FieldSpec("power_by", t("certified by"), mine.power_by, t("notary, bank, nobody")),
        )

    def reload(self) -> None:
        of = f": {self._id}" if self._id and not self._is_new else ""
        title = self.words.t("New profile") if self._is_new else self.words.t("Profile")
        self.title_is(f"{title}{of}")

    def save(self, values: dict[str, str]) -> bool:
        name = (values.pop(_ID, "") or self._id).strip().lower()  # as the file has it
        if self._is_new and (not name or name in self.desk.profiles):
            raise BadInput("Give it a name that no other profile has.", name=_ID)
        texts = {field: text.strip() for field, text in values.items()}
        mine = replace(self._mine, **(asdict(self._mine) | texts))
        self.desk.save_profile(mine, name, plain=not name)
        return True
