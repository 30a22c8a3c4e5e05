"""What a delay costs them: a penalty or interest that grows with each day. Pure arithmetic.

Meters are data beside the rules (`tui/playbooks/data/rules`, `[meter."ru.zpp.23"]`): a rate for
a day or a year on the amount at stake, simple, and where the law has one a cap.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from enum import StrEnum

from msgspec import Struct, field

from tui.cases.money import Money
from tui.deadlines.rule import Source

DAYS_OF_YEAR = 365  # simple interest by contract: a leap year has no day more
_DIGITS = 80  # an amount has at most 15 before the point: nothing is lost before it is rounded
_PLACES = {"JPY": 0, "KRW": 0, "VND": 0, "CLP": 0, "ISK": 0, "KWD": 3, "BHD": 3, "TND": 3}


class Per(StrEnum):
    """For which time the rate is."""

    DAY = "day"
    YEAR = "year"


class Base(StrEnum):
    """Of what it is reckoned, and up to what it grows."""

    PRICE = "price"  # the amount at stake in the case


class MeterExample(Struct, frozen=True):
    """A worked example: the first day that counts, the last, the price; what comes out.

    Amounts are decimal texts, `RUB`. `at_most` stands where the cap can be read in two ways.
    """

    first: date
    last: date
    price: str
    amount: str
    currency: str = "RUB"
    at_most: str = ""


class Meter(Struct, frozen=True, kw_only=True):
    """A penalty or interest. It runs from the day after their time by one of `for_rules` ended.

    `rate` is in percent, for a day or a year; `cap`: it never exceeds the price, since
    `cap_from` where that is known, else always. The other fields are those of a rule.
    """

    id: str
    rate: Decimal
    per: Per
    titles: Mapping[str, str]
    certainty: str
    base: Base = Base.PRICE
    cap: Base | None = None
    cap_from: date | None = None
    for_rules: tuple[str, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    basis: tuple[str, ...] = ()
    review_by: date | None = None
    confirmed: bool = False
    sources: tuple[Source, ...] = ()
    examples: tuple[MeterExample, ...] = ()
    file: str = ""

    @property
    def is_on(self) -> bool:
        """Whether a sum may rest on it."""
        return self.certainty not in {"C", "X"} or self.confirmed


class Reading(Struct, frozen=True):
    """What a meter shows, and how that came about.

    It counted `days`, from `first` to `last`, both included: `raw` is their product with the
    rate and `price`, `amount` what remains of it under the cap. `capped`: the cap took
    something. `at_most` is given where the days began before the cap was law and nothing says
    whether it holds for them: `amount` holds it for all days, `at_most` for the later ones only.
    """

    first: date
    last: date
    days: int
    price: Money
    raw: Money
    amount: Money
    capped: bool = False
    at_most: Money | None = None


def read_meter(meter: Meter, price: Money, first: date, last: date) -> Reading | None:
    """The meter on `last`, when it began to run on `first`.

    Sums are exact, and rounded once, to the smallest coin of the currency, half of it up. None
    before the first day, of a price that is none, and where the sum is beyond any amount.
    """
    if last < first or price.value <= 0:
        return None
    days = (last - first).days + 1
    raw = _grown(meter, price, days)
    capped = min(raw, price.value) if _cap_holds(meter, last) else raw
    at_most = _later_days_capped(meter, price, first, last)
    try:
        return Reading(
            first=first,
            last=last,
            days=days,
            price=price,
            raw=_rounded(raw, price.currency),
            amount=_rounded(capped, price.currency),
            capped=capped < raw,
            at_most=_rounded(at_most, price.currency) if at_most > capped else None,
        )
    except ValueError:  # more than there is money
        return None


def _cap_holds(meter: Meter, day: date) -> bool:
    return meter.cap is not None and (meter.cap_from is None or meter.cap_from <= day)


def _later_days_capped(meter: Meter, price: Money, first: date, last: date) -> Decimal:
    """The sum where the cap holds only for the days since it is law."""
    begins = meter.cap_from
    if begins is None or not first < begins <= last:
        return Decimal(0)
    before = _grown(meter, price, (begins - first).days)
    later = _grown(meter, price, (last - begins).days + 1)
    return before + min(later, price.value)


def _grown(meter: Meter, price: Money, days: int) -> Decimal:
    with localcontext() as context:
        context.prec = _DIGITS
        divisor = 100 * (DAYS_OF_YEAR if meter.per is Per.YEAR else 1)
        return price.value * meter.rate * days / divisor


def _rounded(value: Decimal, currency: str) -> Money:
    with localcontext() as context:
        context.prec = _DIGITS
        smallest = Decimal(1).scaleb(-_PLACES.get(currency, 2))
        return Money(value=value.quantize(smallest, ROUND_HALF_UP), currency=currency)
