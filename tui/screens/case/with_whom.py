"""With whom something happened, and how they are reached."""

from __future__ import annotations

from tui.cases.case import Case
from tui.cases.company import Company, name_key
from tui.cases.words import Channel, EventKind
from tui.desk.desk import Desk
from tui.desk.ladder.outside import BODY, COMPANY
from tui.terminal.clean import clean_line
from tui.wording.wording import Wording

# Events that are with one of several, where a climb is with whoever its step goes to.
WITH_SOMEBODY = frozenset(EventKind) - {
    EventKind.ESCALATED, EventKind.NOTE, EventKind.EVIDENCE, EventKind.CLOSED, EventKind.REOPENED,
}  # fmt: skip


def parties_of(desk: Desk, words: Wording, case: Case) -> tuple[tuple[str, str], ...]:
    """With whom it may have been, where there are several: roles and their titles."""
    language = words.language
    roles, body = desk.parties(case.id), desk.body(case.id)
    others = [(role, titles[language]) for role, titles in roles.items()]
    if body:
        others.append((BODY, body[language]))
    others += [(step, titles[language]) for step, titles in desk.beside(case.id).items()]
    return ((COMPANY, clean_line(case.company)), *others) if others else ()


def company_of(desk: Desk, case: Case) -> Company | None:
    """The company of a case, where it is among those that are kept."""
    wanted = name_key(case.company)
    return next((c for c in desk.companies() if name_key(c.name) == wanted), None)


def usual_channel(case: Case) -> str:
    """That of the last contact; empty where there is none."""
    contact = case.last_contact
    return contact.channel.value if contact and contact.channel else ""


def address_of(company: Company | None, channel: str) -> str:
    """Theirs on a channel; empty where none is known."""
    if company is None or not channel:
        return ""
    return next((p.address for p in company.points(Channel(channel))), "")
