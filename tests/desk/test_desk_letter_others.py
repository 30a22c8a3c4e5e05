"""What a body or another company of the dispute said is not put into the mouth of the company."""

from __future__ import annotations

from desk_story import happens, opened

from tui.cases.words import Part
from tui.desk.desk import Desk


def _after_the_central_bank(desk: Desk) -> int:
    """The bank refused under 1-1; the Bank of Russia, under 2-2, saw no breach."""
    case = opened(desk, playbook="ru-bank", country="RU", language="en").id
    happens(desk, case, "sent", reference="1-1", at="2026-11-02")
    happens(desk, case, "refused", at="2026-11-05")
    happens(desk, case, "escalated", step="regulator", reference="2-2", at="2026-11-06")
    happens(desk, case, "refused", at="2026-11-12")
    return case


def test_a_claim_to_the_bank_tells_who_refused(desk: Desk) -> None:
    case = _after_the_central_bank(desk)
    parts = desk.compose(case, "claim").letter.parts
    told = parts[Part.DONE]
    assert "5 November 2026 — you refused." in told
    assert "my further request (to the Bank of Russia, no. 2-2)" in told
    assert "12 November 2026 — refusal (the Bank of Russia)." in told
    assert "You refused on 5 November 2026." in parts[Part.PROBLEM]
    assert "no. 1-1" in parts[Part.SUBJECT]
    assert "2-2" not in parts[Part.CONTACTS]


def test_a_higher_body_reads_who_said_what(desk: Desk) -> None:
    case = _after_the_central_bank(desk)
    happens(desk, case, "escalated", step="claim", reference="1-2", at="2026-11-13")
    happens(desk, case, "received", at="2026-11-16", text="We are looking into it.")
    happens(desk, case, "refused", at="2026-11-20")
    text = desk.compose(case, "ombudsman").letter.text()
    assert "12 November 2026 — refusal (the Bank of Russia)." in text
    assert "16 November 2026 — message from the company" in text
    assert "20 November 2026 — refusal." in text
    assert "The company’s numbers for my requests: 1-1, 1-2." in text


def test_a_body_that_wrote_is_named(desk: Desk) -> None:
    case = _after_the_central_bank(desk)
    happens(desk, case, "received", at="2026-11-18", text="We have passed it on.")
    told = desk.compose(case, "claim").letter.parts[Part.DONE]
    assert "18 November 2026 — a message (the Bank of Russia): “We have passed it on.”" in told
