"""What is known of the cases, laid out so that a mail finds its own among ten thousand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from tui.cases.case import Case
from tui.cases.company import Company
from tui.cases.numbers import THEIR_NUMBER, bare, known_numbers
from tui.cases.words import Channel
from tui.mail.domains import company_domain


class KnownCase(msgspec.Struct, frozen=True, kw_only=True):
    """A case as mails see it.

    `message_ids` of the letters that I sent, with their angle brackets; `addresses` of the
    company in lower case, `domains` as `company_domain` makes them; `theirs`: the numbers
    that they gave, `others`: those of an order or a contract, both bare; `subjects` of the
    case and of its letters; `is_live`: something was sent, and it is not closed.
    """

    id: int
    message_ids: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    is_live: bool = False

    def is_from(self, address: str) -> bool:
        """Whether whoever writes from there may speak for the company."""
        domain = company_domain(address)
        return bool(address) and (address in self.addresses or domain in self.domains)


def known_case(
    case: Case,
    companies: Iterable[Company],
    *,
    message_ids: Iterable[str] = (),
    subjects: Iterable[str] = (),
) -> KnownCase:
    """A case with the addresses of its companies, and of what was sent in it."""
    companies = tuple(companies)
    mails = [p.address for company in companies for p in company.points(Channel.EMAIL)]
    pages = [company.website for company in companies]
    numbers = known_numbers(case)
    return KnownCase(
        id=case.id,
        message_ids=tuple(message_ids),
        addresses=tuple(dict.fromkeys(address.strip().lower() for address in mails)),
        domains=tuple(dict.fromkeys(filter(None, map(company_domain, (*mails, *pages))))),
        theirs=tuple(number for kind, number in numbers if kind == THEIR_NUMBER),
        others=tuple(number for kind, number in numbers if kind != THEIR_NUMBER),
        subjects=tuple(dict.fromkeys((case.subject, *subjects))),
        is_live=case.stage.is_live,
    )


class Known:
    """All cases, by what a mail may name. Made once for many mails. `mine`: my own addresses."""

    def __init__(self, cases: Iterable[KnownCase], mine: Iterable[str] = ()) -> None:
        self.mine = frozenset(address.strip().lower() for address in mine)
        self.cases = {case.id: case for case in cases}
        self.by_message = {m: case for case in self.cases.values() for m in case.message_ids}
        self.by_number: dict[str, list[KnownCase]] = defaultdict(list)
        self.by_sender: dict[str, list[KnownCase]] = defaultdict(list)
        for case in self.cases.values():
            for number in dict.fromkeys((*case.theirs, *case.others)):
                self.by_number[bare(number)].append(case)
            for sender in dict.fromkeys((*case.domains, *case.addresses)):
                self.by_sender[sender].append(case)

    def of_sender(self, address: str) -> list[KnownCase]:
        """The cases with whoever writes from there, the newest first."""
        found = [*self.by_sender.get(address, ()), *self.by_sender.get(company_domain(address), ())]
        by_id = {case.id: case for case in found}
        return [by_id[number] for number in sorted(by_id, reverse=True)]
