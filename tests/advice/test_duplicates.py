"""Open cases about the same matter are found before it is asked about twice."""

from __future__ import annotations

from typing import Any

import pytest
from case_story import closed, nov, told
from msgspec.structs import replace

from tui.advice.duplicates import is_alike, likeness, similar_open
from tui.cases.case import Case, Identifier
from tui.cases.words import Problem


def a_case(number: int, **facts: Any) -> Case:
    """A case about order 4821-77 of Severmart, unless told otherwise."""
    return replace(told(), id=number, uid=f"u{number}", **facts)


def order(value: str, kind: str = "order") -> tuple[Identifier, ...]:
    return (Identifier(kind=kind, value=value),)


NEW = replace(told(), id=0, uid="")


def test_the_same_number_in_any_spelling_is_the_same_matter() -> None:
    other = a_case(7, identifiers=order("№ 4821/77"), subject="x", problem=Problem.DELIVERY)
    assert [card.id for card in similar_open(NEW, [other])] == [7]
    reason = likeness(NEW, other)
    assert reason is not None
    assert reason.values == {"id": 7, "number": "4821-77"}


def test_the_same_problem_with_a_similar_subject_is_the_same_matter() -> None:
    other = a_case(7, identifiers=(), subject="refund of the order")
    new = replace(NEW, subject="Refund of my order: where is it?")
    reason = likeness(new, other)
    assert reason is not None
    assert reason.values == {"id": 7, "subject": "refund of the order"}
    assert likeness(new, replace(other, problem=Problem.DEFECT)) is None


@pytest.mark.parametrize(
    "facts",
    [
        {"company": "Northbank"},
        {"identifiers": order("4821-78")},
        {"identifiers": (), "subject": "Kettle leaks"},
    ],
    ids=["company", "order", "subject"],
)
def test_another_company_order_or_subject_is_another_matter(facts: dict[str, Any]) -> None:
    assert similar_open(NEW, [a_case(7, **facts)]) == ()


def test_the_company_is_known_by_any_spelling_of_its_name() -> None:
    assert similar_open(NEW, [a_case(7, company=" SEVERMART ")])


def test_closed_cases_and_the_case_itself_are_left_out() -> None:
    mine = a_case(7)
    assert similar_open(mine, [mine, replace(a_case(8), uid="u7")]) == ()
    assert similar_open(NEW, [replace(told(closed(nov(3))), id=9, uid="u9")]) == ()


def test_the_newest_comes_first() -> None:
    found = similar_open(NEW, [a_case(3), a_case(9), a_case(5)])
    assert [card.id for card in found] == [9, 5, 3]


def test_a_number_too_short_to_mean_anything_proves_nothing() -> None:
    new = replace(NEW, identifiers=order("1"), subject="Boiler")
    assert likeness(new, a_case(7, identifiers=order("1"), subject="Invoice")) is None


@pytest.mark.parametrize(
    ("subject", "other"),
    [
        ("Возврат за чайник", "возврата за чайники нет"),
        ("Ёлка не доставлена", "елку не доставили"),
        ("Refund of order 4821", "order 4821: refund"),
        ("Roaming", "roaming"),
    ],
)
def test_alike(subject: str, other: str) -> None:
    assert is_alike(subject, other)
    assert is_alike(other, subject)


@pytest.mark.parametrize(
    ("subject", "other"),
    [
        ("Refund of order 4821", "Refund of order 9000"),
        ("Refund", "Refund of the kettle in May"),
        ("Возврат за чайник", "Доставка дивана"),
        ("", ""),
        ("№", "!"),
    ],
)
def test_not_alike(subject: str, other: str) -> None:
    assert not is_alike(subject, other)
    assert not is_alike(other, subject)
