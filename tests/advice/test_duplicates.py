"""Open cases about the same matter are found before it is asked about twice."""

from __future__ import annotations

from typing import Any

import pytest
from case_story import closed, nov, sent, told
from msgspec.structs import replace

from tui.advice.duplicates import similar_open
from tui.cases.card import Card, card_of
from tui.cases.case import Case
from tui.cases.particulars import Identifier, Reference
from tui.cases.sentence import Sentence
from tui.cases.words import Channel, Problem


def a_case(number: int, **facts: Any) -> Card:
    """A case about order 4821-77 of Severmart, unless told otherwise."""
    return card_of(replace(told(), id=number, uid=f"u{number}", **facts))


def order(value: str, kind: str = "order") -> tuple[Identifier, ...]:
    return (Identifier(kind=kind, value=value),)


def ids(case: Case, *cards: Card) -> list[int]:
    return [found.id for found in similar_open(case, cards)]


def likeness(case: Case, other: Card) -> Sentence | None:
    return next((found.why for found in similar_open(case, (other,))), None)


def is_alike(subject: str, other: str) -> bool:
    """Whether two cases without any number are the same by their subjects alone."""
    card = a_case(7, identifiers=(), subject=other, problem=BLANK.problem)
    return ids(replace(BLANK, subject=subject), card) == [7]


NEW = replace(told(), id=0, uid="")
BLANK = replace(NEW, identifiers=(), subject="Boiler", problem=Problem.DEFECT)


@pytest.mark.parametrize(
    "spelled",
    [
        "№ 4821/77",
        "482177",
        "4821 77",
        "No. 4821-77",
        "no 4821.77",
        "4821–77 of 20.10.2026",
        "#4821-77",
    ],
)
def test_the_same_number_in_any_spelling_is_the_same_matter(spelled: str) -> None:
    other = a_case(7, identifiers=order(spelled), subject="x", problem=Problem.DELIVERY)
    assert ids(NEW, other) == [7]
    reason = likeness(NEW, other)
    assert reason is not None
    assert reason.values == {"id": 7, "number": "4821-77"}


def test_letters_that_look_alike_are_the_same_number() -> None:
    cyrillic, latin = order("АВ-1077"), order("AB 1077")
    assert ids(replace(BLANK, identifiers=cyrillic), a_case(7, identifiers=latin, subject="x"))


def test_a_number_that_they_gave_counts_whatever_it_is_called() -> None:
    """The person types their number as an identifier of a second case."""
    known = a_case(7, identifiers=(), subject="x", references=(Reference(number="55-10"),))
    new = replace(BLANK, identifiers=order("55-10", "заявка"))
    assert ids(new, known) == [7]
    waiting = replace(told(sent(nov(2), number="55-10")), id=8, uid="u8", identifiers=())
    mine = replace(BLANK, references=(Reference(number="5510"),))
    assert ids(mine, card_of(waiting)) == [8]


def test_the_number_of_a_letter_of_mine_is_none_of_theirs() -> None:
    posted = told(sent(nov(2), number="RA644000001RU", channel=Channel.LETTER))
    other = replace(posted, id=8, uid="u8", identifiers=(), subject="x")
    assert ids(replace(BLANK, identifiers=order("RA644000001RU", "track")), card_of(other)) == []


def test_a_number_named_in_the_subject_counts() -> None:
    new = replace(BLANK, subject="Where is 4821-77?")
    assert ids(new, a_case(7)) == [7]
    assert ids(replace(BLANK, subject="Kettle of 2026"), a_case(7, identifiers=order("2026"))) == []


def test_the_same_problem_with_a_similar_subject_is_the_same_matter() -> None:
    other = a_case(7, identifiers=(), subject="refund of the order")
    new = replace(NEW, subject="Refund of my order: where is it?")
    reason = likeness(new, other)
    assert reason is not None
    assert reason.values == {"id": 7, "subject": "refund of the order"}
    assert likeness(new, a_case(7, identifiers=(), problem=Problem.DEFECT)) is None
    billing = a_case(7, identifiers=(), subject="refund of the order", problem=Problem.BILLING)
    assert likeness(new, billing) is not None


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
    assert similar_open(replace(NEW, subject="Refund of my order"), [a_case(7, **facts)]) == ()


@pytest.mark.parametrize("kind", ["contract", "договор", "Account", "лицевой счёт"])
def test_one_contract_may_have_many_matters_so_it_is_only_asked(kind: str) -> None:
    """A firm with sixty tickets under one contract has sixty matters."""
    new = replace(NEW, identifiers=order("S-204", kind), subject="VPN drops")
    other = a_case(7, identifiers=order("S 204", kind), subject="Disk fails")
    reason = likeness(new, other)
    assert reason is not None
    assert reason.text.endswith("is it the same matter?")
    assert reason.values == {"id": 7, "subject": "Disk fails", "number": "S-204"}


def test_the_company_is_known_by_any_spelling_of_its_name() -> None:
    assert similar_open(NEW, [a_case(7, company=" SEVERMART ")])


def test_closed_cases_and_the_case_itself_are_left_out() -> None:
    mine = replace(told(), id=7, uid="u7")
    assert ids(mine, card_of(mine), a_case(8, identifiers=order("1-1"), subject="y")) == []
    assert ids(mine, card_of(replace(told(), id=8, uid="u7"))) == []
    assert ids(NEW, card_of(replace(told(closed(nov(3))), id=9, uid="u9"))) == []


def test_the_best_three_come_the_newest_first() -> None:
    assert ids(NEW, *(a_case(number) for number in (3, 9, 5, 4))) == [9, 5, 4]
    number = a_case(2, subject="x", problem=Problem.DELIVERY)
    subject = a_case(6, identifiers=())
    contract = a_case(8, identifiers=order("S-204", "contract"), subject="Kettle leaks")
    new = replace(NEW, identifiers=(*NEW.identifiers, *order("S-204", "contract")))
    assert ids(new, contract, subject, number) == [2, 6, 8]


def test_a_number_too_short_to_mean_anything_proves_nothing() -> None:
    new = replace(NEW, identifiers=order("1"), subject="Boiler")
    assert likeness(new, a_case(7, identifiers=order("1"), subject="Invoice")) is None


def test_why_is_harmless_for_a_terminal() -> None:
    other = a_case(7, identifiers=(), subject="refund of the order\x1b")
    reason = likeness(replace(NEW, subject="Refund of order"), other)
    assert reason is not None
    assert "\x1b" not in str(reason.values["subject"])


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
        ("The bill and the router", "The hotel and the flight"),
        ("Возврат за чайник", "Доставка дивана"),
        ("", ""),
        ("№", "!"),
    ],
)
def test_not_alike(subject: str, other: str) -> None:
    assert not is_alike(subject, other)
    assert not is_alike(other, subject)
