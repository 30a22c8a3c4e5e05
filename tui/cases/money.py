"""An amount of money, and what of it came back."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from tui.cases.record import Record

_TOO_MUCH = 10**15


class Money(Record, frozen=True, kw_only=True):
    """An amount and its ISO 4217 currency."""

    value: Decimal
    currency: str

    def __post_init__(self) -> None:
        if not self.value.is_finite() or abs(self.value) >= _TOO_MUCH:
            raise ValueError("not an amount of money")


def summed(amounts: Iterable[Money]) -> tuple[Money, ...]:
    """One sum for each currency, in the order in which the currencies first came."""
    sums: dict[str, Decimal] = {}
    for amount in amounts:
        sums[amount.currency] = sums.get(amount.currency, Decimal(0)) + amount.value
    return tuple(Money(value=value, currency=currency) for currency, value in sums.items())


def left_of(amount: Money | None, came: Iterable[Money]) -> Money | None:
    """What is left of an amount after what came back of it, never less than nothing.

    None where there is no amount, or nothing came back in its currency.
    """
    back = next((one for one in summed(came) if amount and one.currency == amount.currency), None)
    if amount is None or back is None:
        return None
    return Money(value=max(Decimal(0), amount.value - back.value), currency=amount.currency)
