"""The numbers they know a matter by, as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.cases.particulars import Identifier
from tui.desk.cases.identifiers import identifiers_of, identifiers_text, with_identifier


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", []),
        (" ,; \n", []),
        ("4821-77", [("", "4821-77")]),
        ("order 4821-77", [("order", "4821-77")]),
        ("Order: 4821-77", [("Order", "4821-77")]),
        ("IMEI 356938035643809", [("IMEI", "356938035643809")]),
        ("order=4821-77", [("order", "4821-77")]),
        ("order:4821-77; contract 12/5", [("order", "4821-77"), ("contract", "12/5")]),
        ("номер договора: 12/5", [("номер договора", "12/5")]),
        ("order 1\ncontract 2\n", [("order", "1"), ("contract", "2")]),
        ("12:30", [("", "12:30")]),  # no kind has digits in it ...
        ("2fa: 77", [("2fa", "77")]),  # ... unless it is plainly one
        ("4821 77", [("", "4821 77")]),
        ("order:", [("", "order:")]),
        ("link: https://x.example/?a=b", [("link", "https://x.example/?a=b")]),
        (": AB 123", [("", "AB 123")]),
    ],
)
def test_read(typed: str, found: list[tuple[str, str]]) -> None:
    assert [(i.kind, i.value) for i in identifiers_of(typed)] == found


def test_a_kind_that_is_there_is_found_in_any_case_and_keeps_its_spelling() -> None:
    known = identifiers_of("IMEI 3569, order 7")
    assert with_identifier(known, "imei", "99") == identifiers_of("IMEI 99, order 7")
    assert with_identifier(known, "imei", "") == identifiers_of("order 7")


def test_a_number_that_looks_like_kind_and_number_stays_whole() -> None:
    identifier = Identifier(kind="", value="RA 123 456")
    assert identifiers_of(identifiers_text((identifier,))) == (identifier,)


@settings(deadline=None)
@given(text=st.text(max_size=40) | st.from_regex(r"([a-z0-9]{1,3}[ :=,;]{1,2}){1,4}"))
def test_read_written_out_and_read_again(text: str) -> None:
    found = identifiers_of(text)
    assert identifiers_of(identifiers_text(found)) == found
