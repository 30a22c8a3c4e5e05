"""L01: the number by which they find the matter, and which number that is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.advice.checks.finding import Context, Finding, Severity
from tui.advice.checks.patterns import names_identifier
from tui.advice.checks.reading import Reading
from tui.cases.sentence import Sentence, say
from tui.cases.words import Part, Problem

_NEEDS_NO_NUMBER = frozenset({Problem.CONSULTATION, Problem.OTHER})
# By which numbers they find a problem of each kind; and the kinds of numbers that say so.
_NUMBERS: dict[Problem, tuple[Sentence, str]] = {
    Problem.TECHNICAL: (
        say("Add the serial number of the device, or the number of the contract or account."),
        r"serial|device|sn|imei|контракт|серийн|устройств",
    ),
    Problem.BILLING: (
        say("Add the number of the order, the account or the payment."),
        r"order|account|payment|invoice|заказ|сч[её]т|плат[её]ж",
    ),
    Problem.REFUND: (
        say("Add the number of the order, and the last four digits of the card."),
        r"order|payment|заказ|плат[её]ж",
    ),
    Problem.DELIVERY: (
        say("Add the number of the order and that of the parcel."),
        r"order|track|parcel|заказ|трек|отправлен",
    ),
    Problem.DEFECT: (
        say("Add the number of the order or receipt, and the serial number."),
        r"order|receipt|serial|заказ|чек|серийн",
    ),
    Problem.SERVICE: (
        say("Add the number of the contract or of the act."),
        r"contract|act|договор|акт",
    ),
    Problem.SUBSCRIPTION: (
        say("Add the login or number of the account, and the plan."),
        r"account|login|subscription|аккаунт|логин|подписк",
    ),
    Problem.ACCOUNT: (
        say("Add the login or number of the account."),
        r"account|login|аккаунт|логин",
    ),
    Problem.DATA: (
        say("Add the login or number by which they know you, and no more."),
        r"account|login|customer|аккаунт|логин|клиент",
    ),
}
_ANY_NUMBER = say("Add the number of the order, contract, account or device.")


def identifier(reading: Reading, context: Context) -> Iterator[Finding]:
    """L01: a number by which they find a matter of this kind, wherever in the letter it stands."""
    if context.problem in _NEEDS_NO_NUMBER:
        return
    if names_identifier(reading.whole(), (i.value for i in context.identifiers)):
        return
    message = say("There is no number by which they can find the matter.")
    yield reading.about(Part.GREETING, ("L01", Severity.ERROR), message, _number_to_add(context))


def _number_to_add(context: Context) -> Sentence:
    """The number of the kind that finds such a problem best, else any; else what to look for."""
    fallback = (_ANY_NUMBER, "^$")
    wanted, kinds = _NUMBERS.get(context.problem, fallback) if context.problem else fallback
    fitting = (i for i in context.identifiers if re.search(kinds, i.kind, re.IGNORECASE))
    known = next(fitting, None) or next(iter(context.identifiers), None)
    return say("Add the number: {number}.", number=known.value) if known else wanted
