"""Cases as a book may hold them, for properties."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from tui.cases.case import Case, Money
from tui.cases.particulars import Identifier
from tui.cases.words import Problem, Urgency

# On one line as it is stored: words with single blanks between them.
LINE = st.text(max_size=30).map(lambda text: " ".join(text.split())).filter(bool)
TEXT = st.text(max_size=60)
_WORD = st.text(max_size=12).map(lambda text: "".join(text.split()).replace(",", "")).filter(bool)
_NUMBER = st.text(st.characters(exclude_characters=",;\n", exclude_categories=["Cs"]), max_size=12)
_KIND = st.sampled_from(["", "order", "contract", "2fa key", "imei", "заказ"])

AMOUNT = st.builds(
    Money,
    value=st.decimals(
        min_value=0, max_value=10**14, allow_nan=False, allow_infinity=False, places=3
    )
    | st.sampled_from([Decimal("12.50"), Decimal("1E+3"), Decimal("0.125"), Decimal("12.345")]),
    currency=st.sampled_from(["RUB", "EUR", "KWD", "JPY"]),
)
IDENTIFIER = st.builds(
    Identifier, kind=_KIND, value=_NUMBER.map(str.strip).filter(bool)
)  # fmt: skip

CASES = st.builds(
    Case,
    company=LINE,
    subject=LINE,
    problem=st.sampled_from(Problem),
    urgency=st.sampled_from(Urgency),
    formal=st.booleans(),
    language=st.sampled_from(["ru", "en"]),
    country=st.sampled_from(["", "RU", "GB", "GB-SCT", "DE-BY", "US"]),
    timezone=st.sampled_from(["", "Europe/Moscow", "Asia/Vladivostok", "America/New_York"]),
    identifiers=st.lists(IDENTIFIER, max_size=3).map(tuple),
    amount=st.none() | AMOUNT,
    introduction=TEXT,
    details=TEXT,
    done_already=TEXT,
    expected_result=TEXT,
    enclosures=TEXT,
    contacts=TEXT,
    tags=st.lists(_WORD, max_size=3, unique=True).map(tuple),
)
