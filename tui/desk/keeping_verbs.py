"""What a person keeps beside the cases, as verbs of the desk: companies, profiles, copies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tui.cases.company import Company
from tui.cases.words import Channel
from tui.desk import companies, exchange, keeping, preferences, saved_filters
from tui.desk.exchange import Counts
from tui.desk.saved_filters import SavedFilter
from tui.desk.verbs import Verbs
from tui.settings.config import Profile
from tui.store.copies.listing import Copy


class KeepingVerbs(Verbs):
    """Companies, who I am, and taking cases in and out."""

    @property
    def is_timed(self) -> bool:
        """Whether a deadline runs by the minute: then what is late changes within a day."""
        cards = self._office.store.cards.values()
        return any(deadline.due_at for card in cards for deadline in card.deadlines)

    def companies(self) -> tuple[Company, ...]:
        return self._office.store.companies()

    def company(self, name: str) -> Company:
        return companies.company(self._office, name)

    def nearest_companies(self, name: str) -> tuple[str, ...]:
        return companies.nearest(self._office, name)

    def save_company(
        self,
        name: str,
        texts: Mapping[str, str],
        points: str | None = None,
        seen: Mapping[str, str] | None = None,
    ) -> Company:
        return self._done(companies.save(self._office, name, texts, points, seen))

    def add_contact_point(
        self, name: str, channel: Channel, address: str, note: str = ""
    ) -> Company:
        return self._done(companies.add_point(self._office, name, channel, address, note))

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

    @property
    def saved_filters(self) -> dict[str, SavedFilter]:
        """The kept filters by the digits that bring them back."""
        return saved_filters.by_digit(self._office.settings.config.filters)

    def keep_filter(self, digit: str, query: str) -> None:
        """Keep a filter under a digit. Raises BadInput."""
        saved_filters.keep(self._office.settings, digit, query)
        self.changed()

    def filter_named(self, name: str) -> str:
        """The query kept under a name or a digit. Raises NotFound."""
        return saved_filters.query_named(self._office.settings.config.filters, name)

    def save_language(self, language: str) -> None:
        preferences.save_language(self._office, language)

    def export(self, case_ids: tuple[int, ...] = ()) -> dict[str, Any]:
        return exchange.export(self._office, case_ids)

    def import_document(self, document: Any) -> Counts:
        return self._done(exchange.import_document(self._office, document))

    def import_copy(self, text: str, name: str) -> Counts:
        """Take in the plain copy of a book, called `name` where something is wrong with it."""
        return self._done(keeping.import_copy(self._office, text, name))

    def backup(self) -> Copy:
        """Copy the book as it is now."""
        return self._office.store.backups.make()
