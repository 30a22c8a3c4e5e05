"""A bank finds a payment by its sum, its day and the last four digits of the card, and no more."""

from __future__ import annotations

import pytest
from desk_story import Place, happens, opened

from tui.cases.words import Part
from tui.desk.desk import Desk

CARD = "4111 1111 1111 1234, valid 12/27"
ALL = {"amount": "79 GBP", "dates": "payment 2026-10-20", "identifiers": f"order 7-1; card {CARD}"}
NEEDED = ("its sum.", "its day.", "the last four digits of the card.")


def refused(**facts: str) -> tuple[Desk, int]:
    desk = Place(country="GB").desk()
    told = {"playbook": "uk-retail", "country": "GB-ENG", "parties": "bank=Northbank"}
    case = opened(desk, **{"identifiers": "order 7-1", **told, **facts}).id
    happens(desk, case, "sent", at="2026-11-02")
    happens(desk, case, "refused", at="2026-11-05")
    return desk, case


@pytest.mark.parametrize("step", ["section75", "chargeback"])
def test_a_letter_to_the_bank_has_a_line_of_the_payment(step: str) -> None:
    desk, case = refused(**ALL)
    english = desk.compose(case, step).letter.parts[Part.PROBLEM]
    assert "\nPayment: £79, paid on 20 October 2026, card ending 1234.\n" in f"{english}\n"
    russian = desk.compose(case, step, language="ru").letter.parts[Part.PROBLEM]
    assert "день оплаты — 20 октября 2026 г., карта *1234." in russian
    assert "4111" not in english + russian
    assert "Amount:" not in english


@pytest.mark.parametrize("step", ["section75", "chargeback"])
@pytest.mark.parametrize("gone", [(), ("amount",), ("dates",), ("identifiers",), tuple(ALL)])
def test_what_the_bank_needs_and_nobody_told_is_found(step: str, gone: tuple[str, ...]) -> None:
    desk, case = refused(**{key: text for key, text in ALL.items() if key not in gone})
    found = [f for f in desk.compose(case, step).findings if f.id == "L01"]
    said = [f.message.text.removeprefix("The bank cannot find the payment without ") for f in found]
    assert said == [need for need, key in zip(NEEDED, ALL, strict=True) if key in gone]
    assert {f.part for f in found} <= {Part.PROBLEM}


def test_own_words_may_name_the_digits_and_a_shop_needs_none_of_it() -> None:
    desk, case = refused(details="Paid with the card ending in 1234; it arrived broken.")
    needs = [f.message.text for f in desk.compose(case, "chargeback").findings if f.id == "L01"]
    assert len(needs) == 2
    assert not [f for f in desk.compose(case, "reject").findings if f.id == "L01"]


def test_one_is_told_to_have_it_at_hand() -> None:
    desk, case = refused(problem="defect")
    items = {item.id: item.state.value for item in desk.preparation(case).items}
    assert [items[name] for name in ("amount", "paid", "card")] == ["missing"] * 3
    desk.edit(case, ALL)
    items = {item.id: item.state.value for item in desk.preparation(case).items}
    assert [items[name] for name in ("amount", "paid", "card")] == ["done"] * 3
    other = opened(desk, problem="defect", playbook="general").id
    assert "paid" not in {item.id for item in desk.preparation(other).items}


def test_a_debit_card_is_told_where_the_letter_rests_on_a_credit_card(desk: Desk) -> None:
    facts = {"playbook": "uk-retail", "country": "GB", "language": "en", "amount": "129 GBP"}
    details = "Ordered on 9 November 2026, paid by debit card."
    case = opened(desk, parties="bank=Northbank", details=details, **facts).id
    found = [f for f in desk.compose(case, "section75").findings if f.id == "L36"]
    assert [finding.text for finding in found] == ["debit card"]
    assert "L36" not in {f.id for f in desk.compose(case, "chargeback").findings}
