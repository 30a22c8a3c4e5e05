"""The days from which my own time counts, and the other companies of a dispute, as typed."""

from __future__ import annotations

import re
from datetime import date

from tui.cases.case import Known, Party
from tui.cases.errors import BadInput
from tui.deadlines.calendars import WeekendsOnly
from tui.deadlines.rule import StartsOn
from tui.deadlines.typed import parse_day, spoken_day
from tui.playbooks.windows import TOLD

_PIECES = re.compile(r"[,;\n]")
_ROLE = re.compile(r"[a-z][a-z0-9_-]{0,39}")

# What people call these days.
_NAMES = {
    StartsOn.DELIVERY: ("delivery", "delivered", "доставка", "вручение", "получение", "передача"),
    StartsOn.PURCHASE: ("purchase", "bought", "покупка"),
    StartsOn.PAYMENT: ("payment", "paid", "оплата", "платёж", "платеж"),
    StartsOn.BREACH: ("breach", "нарушение", "просрочка"),
    StartsOn.AGREEMENT: ("agreement", "согласие", "соглашение"),
    StartsOn.DUE_EVENT: ("due_event", "due", "срок"),
    StartsOn.KNOWLEDGE: ("knowledge", "learned", "узнал", "узнала"),
    StartsOn.EVENT: ("event", "happened", "событие", "случай", "рейс"),
    StartsOn.STATEMENT: ("statement", "выписка"),
}
_KINDS = {name: kind for kind, names in _NAMES.items() for name in names}


def dates_of(text: str, today: date) -> tuple[Known, ...]:
    """“delivery 20.11.2026, payment=2026-10-20”, or one a line; of each kind one day.

    A day without a year is the latest such day. Raises BadInput for a word that names no such
    day, for what is no date, and for a day that lies ahead.
    """
    pieces = (piece.strip() for piece in _PIECES.split(text))
    known = (_known(piece, today) for piece in pieces if piece)
    return tuple({one.kind: one for one in known}.values())


def _known(piece: str, today: date) -> Known:
    name, _, day = re.sub(r"\s*[=:]\s*|\s+", " ", piece, count=1).partition(" ")
    kind = _KINDS.get(name.casefold())
    if kind is None:
        raise BadInput(
            "“{value}” names no day that counts. Write delivery=2026-11-20; known: {known}.",
            value=name,
            known=tuple(kind.value for kind in TOLD),
            name="dates",
        )
    on = spoken_day(day, today, past=True) or parse_day(day, today, WeekendsOnly())
    if on > today:
        raise BadInput("{day} lies ahead: record it when it has happened.", day=on, name="dates")
    return Known(kind=kind, on=on)


def dates_text(dates: tuple[Known, ...]) -> str:
    """The days as `dates_of` reads them."""
    return ", ".join(f"{known.kind}={known.on.isoformat()}" for known in dates)


def parties_of(text: str) -> tuple[Party, ...]:
    """“bank Northbank”, “bank=Northbank”, or one a line. Raises BadInput for what is no role."""
    pieces = (piece.strip() for piece in re.split(r"[;\n]", text))
    return tuple(_party(piece) for piece in pieces if piece)


def _party(piece: str) -> Party:
    role, _, company = re.sub(r"\s*[=:]\s*|\s+", " ", piece, count=1).partition(" ")
    if not _ROLE.fullmatch(role) or not company.strip():
        raise BadInput(
            "Write the other company after what it is in this dispute, as bank=Northbank, "
            "not “{value}”.",
            value=piece,
            name="parties",
        )
    return Party(role=role, company=company.strip())


def parties_text(parties: tuple[Party, ...]) -> str:
    """The companies as `parties_of` reads them."""
    return "; ".join(f"{party.role}={party.company}" for party in parties)
