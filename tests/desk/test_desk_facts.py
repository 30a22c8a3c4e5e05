"""Every fact is read as it is typed, and typed as it is read."""

from __future__ import annotations

import pytest
from desk_story import Place, opened
from generated_cases import CASES
from hypothesis import given, settings

from tui.cases.case import Case
from tui.cases.errors import BadInput
from tui.cases.particulars import Identifier
from tui.cases.words import Problem, Urgency
from tui.desk.cases.facts import FIELDS, as_text, changed
from tui.desk.desk import Desk

CASE = Case(company="Meteor", subject="Refund", problem=Problem.REFUND)


@settings(deadline=None)
@given(case=CASES)
def test_a_fact_written_out_is_read_as_the_same(case: Case) -> None:
    texts = {field: as_text(case, field) for field in FIELDS}
    for field, text in texts.items():
        assert changed(case, {field: text}) == case, field
    assert changed(case, texts) == case


def test_every_fact_that_a_person_may_edit_is_a_field() -> None:
    derived = {"id", "uid", "revision", "opened_at", "stage", "outcome", "step", "deadlines"}
    derived |= {"windows", "ticked", "links", "snooze", "chase", "despite"}
    recorded = {"evidence", "references", "timeline", "letters", "letter_notes", "extra"}
    assert set(FIELDS) == set(Case.__struct_fields__) - derived - recorded


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("company", "  Svyaz \n most ", "Svyaz most"),
        ("subject", "Refund\tof  a kettle", "Refund of a kettle"),
        ("problem", " Billing ", Problem.BILLING),
        ("urgency", "HIGH", Urgency.HIGH),
        ("formal", "да", True),
        ("formal", "", False),
        ("language", " ru ", "ru"),
        ("country", "gb-sct", "GB-SCT"),
        ("country", " uk ", "GB"),
        ("country", "", ""),
        ("timezone", " Europe/Moscow ", "Europe/Moscow"),
        ("timezone", "", ""),
        ("playbook", " general ", "general"),
        ("tags", "home, kettle  home", ("home", "kettle")),
        ("tags", " , ", ()),
        ("details", " two\nlines ", " two\nlines "),
    ],
)
def test_read(field: str, typed: str, value: object) -> None:
    assert getattr(changed(CASE, {field: typed}), field) == value


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        *(("company", " "), ("subject", "\n"), ("problem", "weather"), ("urgency", "")),
        *(("formal", "maybe"), ("language", "de"), ("language", ""), ("country", "Narnia")),
        *(("country", "RU-MARS"), ("timezone", "Moscow"), ("timezone", "../../etc/passwd")),
        *(("timezone", "Europe"), ("timezone", "a\x00b"), ("amount", "much"), ("stage", "closed")),
        *(("id", "5"), ("nothing", "")),
    ],
)  # fmt: skip
def test_refused(field: str, typed: str) -> None:
    with pytest.raises(BadInput):
        changed(CASE, {field: typed})


@pytest.mark.parametrize(
    ("country", "currency"),
    [("RU", "RUB"), ("gb", "GBP"), ("GB-SCT", "GBP"), ("uk", "GBP"), ("DE-BY", "EUR")],
)
def test_an_amount_without_a_currency_is_in_that_of_the_country(
    country: str, currency: str
) -> None:
    for texts in ({"country": country, "amount": "10"}, {"amount": "10", "country": country}):
        amount = changed(CASE, texts).amount
        assert amount is not None
        assert amount.currency == currency
    known = changed(CASE, {"country": country})
    assert changed(known, {"amount": "10"}).amount == amount


def test_an_amount_is_taken_away_by_nothing() -> None:
    assert changed(changed(CASE, {"amount": "5 EUR"}), {"amount": " "}).amount is None


def test_one_identifier_is_set_in_its_place_and_the_others_stay() -> None:
    case = changed(CASE, {"identifiers": "order 1, order 2, contract 3, 4821-77"})
    added = changed(case, {"identifier.Serial": " 9 "})
    assert added.identifiers == (*case.identifiers, Identifier(kind="Serial", value="9"))
    replaced = changed(case, {"identifier.contract": "5"})
    assert [i.value for i in replaced.identifiers] == ["1", "2", "5", "4821-77"]
    gone = changed(case, {"identifier.order": "", "identifier.4821-77": ""})
    assert [i.value for i in gone.identifiers] == ["3"]


def test_numbers_at_once_and_one_by_one() -> None:
    texts = {"identifiers": "order 1", "identifier.contract": "2"}
    kinds = [(i.kind, i.value) for i in changed(CASE, texts).identifiers]
    assert kinds == [("order", "1"), ("contract", "2")]


def test_what_the_desk_edits_is_what_it_stores(place: Place) -> None:
    desk = place.desk()
    case = opened(desk)
    edited = desk.edit(case.id, {"amount": "€1,234.50", "tags": "home", "timezone": "Asia/Omsk"})
    stored = place.desk().case(case.id)
    assert stored == edited
    assert (as_text(stored, "amount"), as_text(stored, "tags")) == ("1234.50 EUR", "home")


def test_a_word_that_is_not_known_is_answered_with_those_that_are(desk: Desk) -> None:
    with pytest.raises(BadInput) as caught:
        desk.edit(opened(desk).id, {"urgency": "mad"})
    assert caught.value.sentence.values["known"] == ("low", "normal", "high", "critical")
