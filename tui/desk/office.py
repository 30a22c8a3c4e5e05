"""What the desk works with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from msgspec import Struct, field
from msgspec.structs import replace

from tui.cases.came_of import first_clock_of
from tui.cases.card import Card
from tui.cases.case import Case
from tui.cases.clocks import lapsed
from tui.cases.errors import BadInput, NotFound, UpheldError
from tui.clock import Clock, day_in
from tui.desk.board.briefs import Briefs
from tui.desk.cases.known_uids import KnownUids
from tui.desk.mail.known_passwords import KnownPasswords
from tui.desk.mail.pending import Pending
from tui.playbooks.law import Law
from tui.playbooks.playbook import load_playbook
from tui.playbooks.severity import as_filed
from tui.playbooks.shelf import Playbooks

if TYPE_CHECKING:
    from tui.deadlines.calendars import Calendar
    from tui.playbooks.clocks import Clocks
    from tui.playbooks.playbook import Playbook
    from tui.settings.config import Settings
    from tui.store.contract import Store


GENERAL = "general"
Whole = TypeVar("Whole", Case, Card)


class Office(Struct, frozen=True):
    """Everything that a verb of the desk may ask."""

    store: Store
    clock: Clock
    settings: Settings
    law: Law = field(default_factory=Law)
    playbooks: Playbooks = field(default_factory=Playbooks)
    briefs: Briefs = field(default_factory=Briefs)  # of all cards, in the order of the board
    uids: KnownUids = field(default_factory=KnownUids)
    passwords: KnownPasswords = field(default_factory=KnownPasswords)
    pending: Pending = field(default_factory=Pending)  # mails and letters that wait for me
    flying: set[int] = field(default_factory=set)  # of the outbox, that this window just sends

    @contextmanager
    def beside(self) -> Iterator[Office]:
        """One that works in another thread: with a window of its own on the book."""
        store, law = self.store.again(), Law(self.settings.rules)
        playbooks = Playbooks(self.settings.playbooks, law)
        try:
            yield Office(store, self.clock, self.settings, law, playbooks, passwords=self.passwords)
        finally:
            store.close()

    def today(self, of: Case | Card | None = None) -> date:
        """The company's day where the case has a time zone, else mine."""
        return day_in(self.clock.now(), known_zone(of.timezone) if of else "")

    def days(self) -> Callable[[Card], date]:
        """Tells today for many cards: all of one moment, each zone worked out once."""
        in_zone = self.days_in_zones()
        return lambda card: in_zone(card.timezone)

    def days_in_zones(self) -> Callable[[str], date]:
        """Tells today by time zone: all of one moment."""
        now = self.clock.now()
        return cache(lambda zone: day_in(now, known_zone(zone)))

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
        from tui.playbooks.clocks import Clocks  # a board needs none

        company = self.store.company(of.company_of(party))
        country = of.country or self.settings.config.country
        return Clocks(self.law, country, known_zone(of.timezone), company.hours if company else "")

    def playbook(self, of: Case | Card) -> Playbook:
        """The ladder of a case; the general one where its own is not there, or faulty.

        What is written rests on the right one: see `require_ladder`.
        """
        if isinstance(of, Card):
            seen = self.playbooks.seen(of.playbook) or load_playbook(GENERAL)
            return as_filed(seen, of.urgency, of.first_clock)
        try:
            found = self.playbooks.get(of.playbook)
        except UpheldError:
            return load_playbook(GENERAL)
        return as_filed(found, of.urgency, first_clock_of(of))

    def ladder_fault(self, of: Case | Card) -> BadInput | None:
        """What is wrong with the person's own ladder on which a case is, if anything is."""
        try:
            self.playbooks.get(of.playbook)
        except BadInput as error:
            return error
        except NotFound:
            return None
        return None

    def require_ladder(self, of: Case) -> None:
        """Raises BadInput while the ladder of a case is faulty: no step is taken on another."""
        if fault := self.ladder_fault(of):
            raise fault

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
