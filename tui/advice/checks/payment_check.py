"""L01 for a bank: by what it finds a payment, and what the case does not tell. L36: which card."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.advice.checks.finding import Context, Finding, Severity
from tui.advice.checks.reading import Reading
from tui.cases.sentence import Sentence, say
from tui.cases.words import Part

# “*1234”, “card ending in 1234”, “карта, последние цифры — 1234”.
_LAST_DIGITS = re.compile(
    r"[*xх•]\s?\d{4}(?!\d)|\b(?:end(?:s|ing)|digits|оканчива\w+|цифр\w*)\b\D{0,12}\d{4}(?!\d)",
    re.IGNORECASE,
)
_DEBIT = re.compile(
    r"(?<!\w)(?:debit[ -]?card|by debit(?! ?-?card|\w)|debit \*|дебетов\w+(?: карт\w+)?)",
    re.IGNORECASE,
)
_IS_NONE = re.compile(r"(?<!\w)(?:not|no|не)(?: \w+){0,3} ?$", re.IGNORECASE)  # “not by debit card”
_SAID: dict[str, tuple[Sentence, Sentence]] = {
    "sum": (
        say("The bank cannot find the payment without its sum."),
        say("Tell it in the facts of the case, under “amount”."),
    ),
    "day": (
        say("The bank cannot find the payment without its day."),
        say(
            "Tell it in the facts of the case, under “days that count”: {example}.",
            example={"en": "payment 2026-11-20", "ru": "оплата 20.11.2026"},
        ),
    ),
    "card": (
        say("The bank cannot find the payment without the last four digits of the card."),
        say(
            "Tell them in the facts of the case, under “numbers they know it by”, and no more of "
            "the number: {example}.",
            example={"en": "card *1234", "ru": "карта *1234"},
        ),
    ),
}


def payment(reading: Reading, context: Context) -> Iterator[Finding]:
    """L01: the sum, the day, the last four digits of the card, of a payment that is disputed."""
    for name in context.payment_lacks:
        if name == "card" and _LAST_DIGITS.search(reading.whole()):
            continue
        message, mend = _SAID[name]
        yield reading.about(Part.PROBLEM, ("L01", Severity.WARN), message, mend)


def debit_card(reading: Reading, context: Context) -> Iterator[Finding]:
    """L36: a letter that stands on a credit card, and a text that speaks of a debit card.

    The issuer of a credit card answers beside the seller (uk.s75, certainty B); of a debit card
    it does not.
    """
    if not context.by_credit_card:
        return
    for stretch in reading.stretches():
        for found in _DEBIT.finditer(stretch.text):
            if _IS_NONE.search(stretch.text[: found.start()]):
                continue
            message = say(
                "This letter is for a payment by credit card, and here it is a debit card."
            )
            mend = say("See which card it was: with a debit card, ask the bank for a chargeback.")
            yield reading.at(stretch, found.span(), ("L36", Severity.WARN), message, mend)
            return
