"""What the desk works with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from tui.cases.card import Card
from tui.cases.case import Case
from tui.cases.clocks import lapsed
from tui.cases.errors import NotFound
from tui.clock import Clock, day_in
from tui.desk.kept_views import KeptViews
from tui.playbooks.clocks import Clocks
from tui.playbooks.law import Law
from tui.playbooks.playbook import load_playbook
from tui.playbooks.shelf import Playbooks

if TYPE_CHECKING:
    from tui.deadlines.calendars import Calendar
    from tui.playbooks.playbook import Playbook
    from tui.settings.config import Settings
    from tui.store.contract import Store


GENERAL = "general"
Whole = TypeVar("Whole", Case, Card)


@dataclass(frozen=True, slots=True)
class Office:
    """Everything that a verb of the desk may ask."""

    store: Store
    clock: Clock
    settings: Settings
    law: Law = field(default_factory=Law)
    playbooks: Playbooks = field(default_factory=Playbooks)
    views: KeptViews = field(default_factory=KeptViews)  # on the board, and their order
    texts: KeptViews = field(default_factory=KeptViews)  # in which words are sought

    def today(self, of: Case | Card | None = None) -> date:
        """The company's day where the case has a time zone, else mine."""
        return day_in(self.clock.now(), known_zone(of.timezone) if of else "")

    def days(self) -> Callable[[Card], date]:
        """Tells today for many cards: all of one moment, each zone worked out once."""
        now = self.clock.now()
        by_zone: dict[str, date] = {}

        def day(card: Card) -> date:
            zone = card.timezone
            if zone not in by_zone:
                by_zone[zone] = day_in(now, known_zone(zone))
            return by_zone[zone]

        return day

    def cards(self) -> Iterator[Card]:
        """All cards as they stand at this moment."""
        now, day = self.clock.now(), self.days()
        return (_lapsed(card, day, now) for card in self.store.cards.values())

    def at_present(self, of: Whole) -> Whole:
        """A case, or its card, as it stands at this moment: hours that are over make late."""
        return _lapsed(of, self.today, self.clock.now())

    def now(self, of: Case) -> datetime:
        """The present moment in the company's zone, to the second."""
        moment = self.clock.now().replace(microsecond=0)
        zone = zone_of(of)
        return moment.astimezone(zone) if zone else moment

    def calendar(self, of: Case) -> Calendar:
        return self.law.calendar(of.country or self.settings.config.country)

    def clocks(self, of: Case, party: str = "") -> Clocks:
        """The law as it runs for a case: where the company is, and when it is open."""
        company = self.store.company(of.company_of(party))
        country = of.country or self.settings.config.country
        return Clocks(self.law, country, known_zone(of.timezone), company.hours if company else "")

    def playbook(self, of: Case | Card) -> Playbook:
        """The ladder of a case; the general one where its own is no longer there.

        Of a case, raises BadInput while a file of the person's playbooks is faulty; the board
        and the lists show their cards all the same.
        """
        if isinstance(of, Card):
            return self.playbooks.seen(of.playbook) or load_playbook(GENERAL)
        try:
            return self.playbooks.get(of.playbook)
        except NotFound:
            return load_playbook(GENERAL)

    def step(self, of: Case) -> str:
        """The step on which a case stands; for a draft the first."""
        return of.step or self.playbook(of).steps[0].id


def _lapsed(of: Whole, today: Callable[[Whole], date], now: datetime) -> Whole:
    if not any(deadline.due_at for deadline in of.deadlines):  # nearly always
        return of
    return replace(of, deadlines=lapsed(of.deadlines, today(of), now))


def zone_of(case: Case) -> ZoneInfo | None:
    """The company's time zone, if the case has one."""
    name = known_zone(case.timezone)
    return ZoneInfo(name) if name else None


@cache
def known_zone(zone: str) -> str:
    """`zone`, or none where this machine has no such zone: better my day than no board."""
    try:
        return ZoneInfo(zone).key if zone else ""
    except (KeyError, ValueError, OSError):
        return ""
