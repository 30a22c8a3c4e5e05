"""The payment by which a bank finds the matter: its sum, its day, the last digits of the card."""

from __future__ import annotations

import re
from datetime import date

from tui.cases.case import Case
from tui.letters.matter import Matter
from tui.letters.phrases import Phrases

_DIGITS = 4  # more of the number of a card nobody needs
_RUN = re.compile(r"\d(?:[ -]?\d){3,}")
_PAID = "payment"  # the word of `Known.kind`


def payment_said(matter: Matter) -> str:
    """“Payment: £79, paid on 20 September 2026, card ending 1234.”, as far as it is known."""
    case, phrases = matter.case, matter.phrases
    paid, digits = paid_on(case), card_digits(case)
    known = (
        matter.words.money(case.amount) if case.amount else "",
        phrases.say("payment.day", day=matter.day(paid)) if paid else "",
        phrases.say("payment.card", digits=digits) if digits else "",
    )
    parts = ", ".join(filter(None, known))
    return phrases.say("payment.line", parts=parts) if parts else ""


def paid_on(case: Case) -> date | None:
    """The day of the payment, where the case tells it among the days that count."""
    return next((known.on for known in case.dates if known.kind == _PAID), None)


def card_digits(case: Case) -> str:
    """The last four digits of the card among the numbers of the case; else empty."""
    phrases = Phrases("en")
    cards = (i.value for i in case.identifiers if phrases.kind(i.kind) == "identifier.card")
    runs = (run[0] for value in cards if (run := _RUN.search(value)))
    return next((re.sub(r"\D", "", run)[-_DIGITS:] for run in runs), "")


def lacking(case: Case) -> tuple[str, ...]:
    """What of it the case does not tell: "sum", "day", "card"."""
    known = {"sum": case.amount, "day": paid_on(case), "card": card_digits(case)}
    return tuple(name for name, value in known.items() if not value)
