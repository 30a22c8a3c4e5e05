"""What a rule is: a period with its start, its calendar, its roll, and where all that stands.

Rules are data (`tui/playbooks/data/rules`, one file a jurisdiction). One `Rule` is one version:
where a law changed there are several of the same id, each with the days on which it held.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct, field

from tui.cases.words import Owes, Owner, Problem
from tui.deadlines.period import Period

# Certainties of what no rule of law gives.
NOT_LAW = frozenset({"practice", "given"})
FIRM = "firm"  # the calendar of the country where the company is


class StartsOn(StrEnum):
    """What starts a period, in the words of the rules."""

    DEMAND = "demand"  # my demand is made
    COMPLAINT = "complaint"  # I first complain
    RECEIPT = "receipt"  # they receive it
    REGISTRATION = "registration"  # they enter it in their books
    NOTICE = "notice"  # a notice is given
    REMINDER = "reminder"  # I remind them
    LETTER = "letter"  # the date of the letter
    FILING = "filing"  # I file it
    FILE_COMPLETE = "file_complete"  # the body has everything
    SERVICE = "service"  # the complaint is passed to the firm
    TICKET = "ticket"  # the ticket is opened
    UPDATE = "update"  # they last reported progress
    DELIVERY = "delivery"  # the goods are handed over
    PURCHASE = "purchase"
    PAYMENT = "payment"
    BREACH = "breach"  # they break what was agreed
    AGREEMENT = "agreement"  # they agree to pay
    DUE_EVENT = "due_event"  # the refund falls due
    KNOWLEDGE = "knowledge"  # I learn of it
    EVENT = "event"  # what I complain about happens
    STATEMENT = "statement"  # the first statement with the error is sent
    RESPONSE = "response"  # they respond, or should have
    FINAL_RESPONSE = "final_response"  # their last word is sent
    DEADLOCK = "deadlock"  # their last word is sent; where none is, their time is over
    DECISION = "decision"  # a body decides


class Counting(StrEnum):
    """How the day of the start counts."""

    EXCLUDED = "event_excluded"  # the day after it is the first
    INCLUSIVE = "inclusive"  # it is the first day itself
    SAME_DATE = "same_date_month"  # it counts, and a month ends on the same date of the next


class Roll(StrEnum):
    """What becomes of a last day that is a day off."""

    NONE = "none"
    NEXT_WD = "next_wd"
    PREVIOUS_WD = "previous_wd"
    # The law is read in two ways: expected on the working day before, late after the next.
    UNKNOWN = "unknown"
    # Nobody said: it stays, and nobody is called late before the next working day is over.
    UNSAID = "unsaid"


class Bound(StrEnum):
    """What the end of the period means."""

    CLOSES = "closes"  # until then it must be done
    OPENS = "opens"  # from then on one may go on


class Combine(StrEnum):
    """Which of several periods counts."""

    MIN = "min"
    MAX = "max"


class Source(Struct, frozen=True):
    """Where a rule stands. `kind`: law, regulator, legal_db, law_firm, news, company, practice."""

    address: str
    kind: str
    seen_on: date
    where: str = ""
    dated: date | None = None
    quote: str = ""


class Example(Struct, frozen=True):
    """A worked example. Days are `2026-11-22`, moments `2026-10-25T01:30+01:00`.

    `also` holds the starts of the parts of a combined rule, `eve` the minutes by which a
    business day before a holiday is shorter; `expected` what comes out: due, late_after,
    act_by, raw_end, opens.
    """

    start: str
    expected: Mapping[str, str]
    extended: bool = False
    country: str = ""
    also: Mapping[StartsOn, str] = field(default_factory=dict)
    hours: str = ""
    zone: str = ""
    eve: int = 0


class Part(Struct, frozen=True):
    """One more period of a combined rule, from a start of its own."""

    starts_on: StartsOn
    period: Period


class Rule(Struct, frozen=True, kw_only=True):
    """One version of a rule.

    `extended_to` is the whole period, from the same start, once they extended it lawfully.
    `owes`: what keeps a time of theirs, an answer, the thing itself, or a word that they have it;
    `then`: the id of the rule for the answer after that word, from the same start.
    `assume`: how long after sending the start is taken to be while nobody knows it.
    `opens_after`: before this much time it is too early. `must_arrive`: it counts when it
    reaches them, not when it is posted. `effective_from` is None where law.md gives no date;
    `certainty` A (official text seen), B (secondary), C (unverified), X (conflicting), "own"
    (the person's), "practice" (customary); `confirmed`: the person vouches for C or X.
    `titles` and `notes` are by language, "en" and "ru"; so are `cites`: article and law, as a
    letter names them. Of itself a letter does so only where the problem is one of `cite_for`.
    """

    id: str
    owner: Owner
    period: Period
    titles: Mapping[str, str] = field(default_factory=dict)
    starts_on: StartsOn = StartsOn.DEMAND
    owes: Owes = Owes.ANSWER
    then: str = ""
    counting: Counting = Counting.EXCLUDED
    calendar: str = FIRM
    roll: Roll = Roll.UNSAID
    extended_to: Period | None = None
    assume: Period | None = None
    opens_after: Period | None = None
    bound: Bound = Bound.CLOSES
    must_arrive: bool = False
    combine: Combine | None = None
    parts: tuple[Part, ...] = ()
    hours: str = ""
    zone: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)
    basis: tuple[str, ...] = ()
    cites: Mapping[str, str] = field(default_factory=dict)
    cite_for: tuple[Problem, ...] = ()
    effective_from: date | None = None
    effective_to: date | None = None
    review_by: date | None = None
    certainty: str = "practice"
    confirmed: bool = False
    sources: tuple[Source, ...] = ()
    examples: tuple[Example, ...] = ()
    file: str = ""

    @property
    def is_on(self) -> bool:
        """Whether dates may rest on it."""
        return self.certainty not in {"C", "X"} or self.confirmed

    def held_on(self, day: date) -> bool:
        """Whether this version was in force on `day`, as far as is known."""
        begun = self.effective_from is None or self.effective_from <= day
        return begun and (self.effective_to is None or day <= self.effective_to)

    @property
    def known_from(self) -> date | None:
        """The earliest day for which it is known to have held; None where that is not asked."""
        if self.effective_from or not self.sources:
            return self.effective_from
        seen = [source.dated or source.seen_on for source in self.sources]
        return min([*seen, *(date.fromisoformat(e.start[:10]) for e in self.examples)])


class Fact(Struct, frozen=True, kw_only=True):
    """What has no clock of its own but must be known. Texts are by language."""

    id: str
    titles: Mapping[str, str]
    texts: Mapping[str, str]
    certainty: str
    effective_from: date | None = None
    effective_to: date | None = None
    review_by: date | None = None
    sources: tuple[Source, ...] = ()
    file: str = ""
