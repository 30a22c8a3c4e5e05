"""A subject that is too long loses what it can do without, and never half a number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letter_parts import BARE, part
from msgspec.structs import replace

from tui.advice.checks.placeholders import placeholders
from tui.cases.particulars import Reference
from tui.cases.words import Part
from tui.letters.shorten import shortened

WORDS = "Возврат денег за куртку которую так и не передали в срок и не вернули деньги за"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("short enough, no. 5", "short enough, no. 5"),
        (
            "Жалоба, обращение № 55-10: Возврат 12 490 ₽ — заказ № 4821-77 не передан до 05.11",
            "Жалоба, обращение № 55-10: Возврат 12 490 ₽",
        ),
        (
            "Complaint: The parcel never came to my street, I waited for it. Nobody ever told why",
            "Complaint: The parcel never came to my street, I waited for it",
        ),
        (
            "Complaint about the delivery of parcels (order no. 4821-77, paid by card) to my home",
            "Complaint about the delivery of parcels (order no. 4821-77, paid by card) to my",
        ),
        (
            "Complaint about the late delivery of the parcel (order no. 4821-77, paid by my card)",
            "Complaint about the late delivery of the parcel",
        ),
        (f"{WORDS} № 4821-77", WORDS),
        (f"{WORDS[:-3]} № 4821-77 и так далее", WORDS[:-3]),
        (f"{WORDS[:-3]} 12 490 рублей и ещё", WORDS[:-3]),
        (f"{WORDS[:-3]} с картой", WORDS[:-3]),
        (
            "A claim for the jacket that has never been handed over in all that time no. 48 today",
            "A claim for the jacket that has never been handed over in all that time no. 48",
        ),
        (
            "A claim for the jacket that has never been handed over in all that time no. 4821-77",
            "A claim for the jacket that has never been handed over in all that time",
        ),
        ("x" * 90, "x" * 80),
    ],
)
def test_what_is_left(text: str, left: str) -> None:
    assert shortened(text, 80) == left


@given(
    st.lists(
        st.sampled_from(
            ["заказ", "№", "no.", "#", "12", "490", "₽,", "о", "—", "(вид:", "итог.", "ул."]
        ),
        max_size=40,
    ).map(" ".join)
)
def test_of_any_text_a_beginning_is_left(text: str) -> None:
    left = shortened(text, 80)
    assert len(left) <= 80
    assert text.startswith(left)
    assert bool(left) is bool(text)
    assert "…" not in left


@given(st.lists(st.sampled_from(["заказ", "№ 48-77", "за", "12 490 ₽", "—", "вид,"]), min_size=40))
def test_what_is_cut_leaves_no_sign_without_its_number(words: list[str]) -> None:
    left = shortened("заказ " + " ".join(words), 80)  # 40 of the shortest are still too long
    assert not left.endswith(("№", "—", ",", " 12"))


def test_a_shortened_subject_has_no_blank() -> None:
    subject = "Возврат денег за куртку которую не передали в срок — заказ № 4821-77"
    said = part(Part.SUBJECT, replace(BARE, subject=subject), template="reasons")
    assert said == "Request for reasons: Возврат денег за куртку которую не передали в срок"
    assert not list(placeholders(said))


def test_a_number_lost_in_shortening_comes_back_where_it_fits() -> None:
    subject = "Куртка не передана в срок, деньги не вернули по сей день — обращение № 55-10"
    case = replace(BARE, subject=subject, references=(Reference(number="55-10"),))
    said = part(Part.SUBJECT, case, template="reminder")
    assert said == "Reminder: Куртка не передана в срок, деньги не вернули по сей день (no. 55-10)"
