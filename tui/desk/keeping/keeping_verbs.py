"""What a person keeps beside the cases, as verbs of the desk: profiles, copies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.desk.later import later
from tui.desk.verbs import Verbs
from tui.settings.config import Profile

if TYPE_CHECKING:
    from tui.desk.cases import exchange
    from tui.desk.cases.exchange import Counts
    from tui.desk.keeping import plain_copy, preferences
    from tui.store.copies.listing import Copy
else:
    exchange = later("cases.exchange")
    plain_copy = later("keeping.plain_copy")
    preferences = later("keeping.preferences")


class KeepingVerbs(Verbs):
    """Who I am, and taking cases in and out."""

    @property
    def profile(self) -> Profile:
        """The usual one."""
        return preferences.profile_of(self._office)

    @property
    def profiles(self) -> dict[str, Profile]:
        """All of them by id, the usual one first; that of the plain one is empty."""
        return preferences.profiles(self._office)

    @property
    def mouse(self) -> bool:
        """Whether the screens take the mouse from the terminal."""
        return self._office.settings.config.mouse

    def save_profile(self, profile: Profile, profile_id: str = "", *, plain: bool = False) -> None:
        """Keep a profile under its id, or the usual one, or the `plain` one without an id."""
        preferences.save_profile(self._office, profile, profile_id, plain=plain)
        self.changed()

    def save_usual_profile(self, profile_id: str) -> None:
        """Make the profile of this id the usual one."""
        preferences.save_usual(self._office, profile_id)
        self.changed()

    def remove_profile(self, profile_id: str) -> None:
        """Take away a profile that no case names."""
        preferences.remove_profile(self._office, profile_id)
        self.changed()

    def save_language(self, language: str) -> None:
        preferences.save_language(self._office, language)

    def export(self, case_ids: tuple[int, ...] = ()) -> dict[str, Any]:
        return exchange.export(self._office, case_ids)

    def import_document(self, document: Any) -> Counts:
        return self._done(exchange.import_document(self._office, document))

    def import_copy(self, text: str, name: str) -> Counts:
        """Take in the plain copy of a book, called `name` where something is wrong with it."""
        return self._done(plain_copy.import_copy(self._office, text, name))

    def backup(self) -> Copy:
        """Copy the book as it is now."""
        return self._office.store.backups.make()
