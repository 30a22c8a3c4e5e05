"""L36: a letter to the issuer of a credit card, and a text that speaks of a debit card."""

from __future__ import annotations

import pytest
from finding_story import ids_in, knowing, the

from tui.advice.checks.checks import Severity

CREDIT = knowing(by_credit_card=True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ordered on 9 November 2026, paid by debit card.", "debit card"),
        ("I paid by debit on 9 November 2026.", "by debit"),
        ("20.10.2026 оплачено дебетовой картой *1234.", "дебетовой картой"),
    ],
)
def test_a_debit_card_in_a_letter_about_a_credit_card(text: str, found: str) -> None:
    finding = the("L36", text, known=CREDIT)
    assert (finding.severity, finding.text) == (Severity.WARN, found)
    assert "L36" not in ids_in(text)  # other letters may speak of any card


@pytest.mark.parametrize(
    "text",
    [
        "It was a credit card, not a debit card.",
        "I paid by credit card and did not use my debit card.",
        "The direct debit of 9 November 2026 was stopped.",
        "Это кредитная карта, а не дебетовая.",
    ],
)
def test_what_says_that_it_was_none_is_left_alone(text: str) -> None:
    assert "L36" not in ids_in(text, known=CREDIT)
