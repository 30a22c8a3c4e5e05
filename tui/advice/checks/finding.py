"""What a check says of a letter, and what is known about the matter beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct, field

from tui.advice.checks.citations import Norm, Standing
from tui.cases.case import Case
from tui.cases.money import Money, left_of
from tui.cases.particulars import Identifier
from tui.cases.sentence import Sentence
from tui.cases.words import Channel, Part, Problem


class Severity(StrEnum):
    """How much a finding matters. An error makes the letter useless or harmful."""

    ERROR = "error"
    WARN = "warn"
    INFO = "info"


Rule: TypeAlias = tuple[str, Severity]


class Finding(Struct, frozen=True):
    """One thing to mend in a letter.

    `id` as in the list of checks, "L11". `start` and `end` count characters: of the part's
    text in a letter of parts, of the whole text in a plain one; they are equal where
    something is missing. `text` is what stands there, as it was written. `replacement` is
    what to put there instead, where a machine can mend it: put into nothing it is inserted.
    """

    id: str
    severity: Severity
    part: Part | None
    start: int
    end: int
    text: str
    message: Sentence
    mend: Sentence
    replacement: str | None = None


class Context(Struct, frozen=True):
    """What is known about the matter beside its letter. What is not known is left as it is.

    `problem`: None where nobody said. `identifiers`: the numbers that they know it by.
    `earlier_contacts`: whether they were written to or called before. `sender`: my name.
    `public`: whether everybody can read the letter, so that numbers, names and addresses have
    no place in it. `channel`: how it goes out. `formal`: a claim, which may be longer.

    `answer_by`: the day by which they would have to answer. `language`: of the letter, which
    `language_chosen` where it was not read from the text;
    `company_language`: the one they read. `to_state`: a Russian body, which answers only to
    an address in the Russian zone. `enclosures`: number and name of what the letter should
    enclose; `attached`: name and text of the files that go with it. `amount`: what it is about;
    `left`: what is left of it, None where nothing came back.

    `duplicates`: number and subject of open cases about the same. `unread`: what of theirs
    nobody has looked at. `too_early` and `rung` say
    why not yet, or no more. `counting`: the channels that count with the `addressee` (by
    language), none where all do; `nameless`: the person may name the addressee, and has not.
    `payment_lacks`: what a bank has to know of a payment and the case does not tell: "sum", "day",
    "card". `by_credit_card`: the letter rests on the payment having been by credit card.
    `norms`: the law that is known here; None where nobody asked.
    """

    problem: Problem | None = None
    identifiers: tuple[Identifier, ...] = ()
    earlier_contacts: bool = False
    sender: str = ""
    public: bool = False
    channel: Channel | None = None
    formal: bool = False
    today: date | None = None
    answer_by: date | None = None
    language: str = ""
    language_chosen: bool = False
    company_language: str = ""
    to_state: bool = False
    enclosures: tuple[tuple[int, str], ...] = ()
    attached: tuple[tuple[str, str], ...] = ()
    amount: Money | None = None
    left: Money | None = None
    duplicates: tuple[tuple[int, str], ...] = ()
    unread: tuple[Sentence, ...] = ()
    too_early: Sentence | None = None
    rung: Sentence | None = None
    counting: tuple[Channel, ...] = ()
    addressee: Mapping[str, str] = field(default_factory=dict)
    nameless: bool = False
    payment_lacks: tuple[str, ...] = ()
    by_credit_card: bool = False
    norms: Mapping[Norm, Standing] | None = None


def context_of(case: Case, sender: str = "", *, public: bool = False) -> Context:
    """What a case knows about its letter."""
    return Context(
        problem=case.problem,
        identifiers=case.identifiers,
        earlier_contacts=case.last_contact is not None,
        sender=sender,
        public=public,
        formal=case.formal,
        amount=case.amount,
        left=left_of(case.amount, case.refunds),
    )
