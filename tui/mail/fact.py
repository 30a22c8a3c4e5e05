"""What a reply offers to be recorded. Nothing of it is applied by itself."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

from tui.cases.money import Money


class FactKind(StrEnum):
    """What was found. `REQUEST`: they want something of me, perhaps until a day; `NOT_BEFORE`: they
    ask me not to come back before one.
    """

    NUMBER = "number"
    ORDER = "order"
    PROMISE = "promise"
    NOT_BEFORE = "not_before"
    AMOUNT = "amount"
    REQUEST = "request"
    REFUSAL = "refusal"
    FINAL = "final"


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """A fact, the words that say it and the sentence that they stand in.

    `number` of a NUMBER or ORDER; `day` of a PROMISE and a NOT_BEFORE, and of a REQUEST that names
    one; `money` of an AMOUNT. `unit` and `count`: the span that the day was counted from, such as
    "working_days" and 10; empty where the day was named.
    """

    kind: FactKind
    words: str
    sentence: str
    number: str = ""
    day: date | None = None
    money: Money | None = None
    unit: str = ""
    count: int = 0
