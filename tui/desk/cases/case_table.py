"""Cases as a table for a spreadsheet: one line a case, CSV as in RFC 4180, names in English."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from tui.cases.card import Card
from tui.desk.ladder.pressing import pressing
from tui.desk.office import Office
from tui.terminal.clean import clean_line

HEAD = (
    "id", "company", "subject", "problem", "urgency", "stage", "outcome", "reference", "amount",
    "currency", "due", "days_late", "opened", "last_event", "closed", "playbook", "step", "tags",
    "uid",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table_of(office: Office, cards: Iterable[Card]) -> str:
    """The table with its head. Dates are ISO; what presses is that of today."""
    out = io.StringIO(newline="")
    lines = csv.writer(out)
    lines.writerow(HEAD)
    lines.writerows(map(_safe, _line(office, card)) for card in cards)
    return out.getvalue()


def _line(office: Office, card: Card) -> Iterator[object]:
    card = office.at_present(card)
    today = office.today(card)
    deadline = pressing(card, today)
    late = deadline.days_late(today) if deadline and deadline.late_on(today) else ""
    yield from (card.id, card.company, card.subject, card.problem, card.urgency)
    yield from (card.stage, card.outcome, card.reference)
    yield from (card.amount.value, card.amount.currency) if card.amount else ("", "")
    yield from (deadline.due if deadline else "", late)
    yield from (card.opened_on, card.last_event, card.closed_on)
    yield from (card.playbook, card.step, " ".join(card.tags), card.uid)


def _safe(value: object) -> str:
    """One line, and no formula: a spreadsheet reckons what begins like one."""
    text = clean_line("" if value is None else str(value))
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text
