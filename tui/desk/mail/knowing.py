"""The book as mails see it: by what a mail may name its case."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tui.cases.case import I_WRITE, Case
from tui.cases.company import Company, name_key

if TYPE_CHECKING:
    from tui.desk.office import Office
    from tui.mail.known import Known

_OUTBOX = "outbox"


def known_to_mails(office: Office) -> Known:
    """All cases with their companies, numbers, and the letters that I sent."""
    from tui.mail.known import Known, known_case

    companies = {name_key(company.name): company for company in office.store.companies()}
    sent = _sent(office)
    return Known(
        (
            known_case(
                case,
                _companies(case, companies),
                message_ids=(*_message_ids(case), *(one for one, _ in sent[case.id])),
                subjects=(subject for _, subject in sent[case.id]),
            )
            for case in office.store.all()
        ),
        my_addresses(office),
    )


def my_addresses(office: Office) -> tuple[str, ...]:
    """Those from which I write."""
    config = office.settings.config
    profiles = (config.profile, *config.profiles.values())
    told = (config.mail.address, config.mail.smtp.user, *(one.email for one in profiles))
    return tuple(dict.fromkeys(one.strip().lower() for one in told if "@" in one))


def role_of(office: Office, case: Case, address: str) -> str:
    """The role in a dispute of whoever writes from there; empty for whom I wrote to last."""
    from tui.mail.known import known_case

    for role, name in (("company", case.company), *((p.role, p.company) for p in case.parties)):
        company = office.store.company(name)
        if company and known_case(case, [company]).is_from(address.lower()):
            return role
    return ""


def _companies(case: Case, companies: dict[str, Company]) -> list[Company]:
    names = (case.company, *(party.company for party in case.parties))
    return [companies[key] for key in map(name_key, names) if key in companies]


def _message_ids(case: Case) -> tuple[str, ...]:
    return tuple(e.message_id for e in case.timeline if e.message_id and e.kind in I_WRITE)


def _sent(office: Office) -> defaultdict[int, list[tuple[str, str]]]:
    """Message-ID and subject of letters of the outbox: some arrived though nobody knows."""
    found: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for _, plain in office.store.documents(_OUTBOX):
        told = plain.get("message_id"), plain.get("subject", "")
        if isinstance(plain.get("case"), int) and all(isinstance(one, str) for one in told):
            found[plain["case"]].append(told)  # type: ignore[arg-type]
    return found
