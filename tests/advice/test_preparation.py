"""What to have at hand: the kind of a problem, what is there, what seems to be, what is missing."""

from __future__ import annotations

from typing import Any

import pytest
from case_story import COMPLETE, event, nov, promised, sent, told
from msgspec.structs import replace

from tui.advice.preparation.preparation import Item, Known, Preparation, State, preparation
from tui.advice.preparation.preparation_kind import kind_of
from tui.cases.case import Case
from tui.cases.company import Company, ContactPoint
from tui.cases.event import Evidence
from tui.cases.gaps import gaps_of
from tui.cases.particulars import Identifier
from tui.cases.words import Channel, EventKind, Problem, Urgency

ALSO = {"заказ": "order", "карта": "card", "полис": "policy"}
EMPTY = Case(company="Severmart", subject="", problem=Problem.DEFECT)


def named(kind: str) -> str:
    return ALSO.get(kind, kind)


def known(**facts: Any) -> Known:
    return Known(named=named, **{"day": "2 December 2026", **facts})


def look(case: Case, **facts: Any) -> Preparation:
    return preparation(case, known(**facts))


def item(listed: Preparation, name: str) -> Item:
    return next(one for one in listed.items if one.id == name)


def ids(**numbers: str) -> tuple[Identifier, ...]:
    return tuple(Identifier(kind=kind, value=value) for kind, value in numbers.items())


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("technical", {"problem": Problem.TECHNICAL}),
        ("payment", {"problem": Problem.BILLING}),
        ("payment", {"problem": Problem.REFUND, "playbook": "ru-shop"}),
        ("bank", {"problem": Problem.BILLING, "playbook": "ru-bank"}),
        (
            "insurance",
            {"problem": Problem.OTHER, "playbook": "ru-bank", "identifiers": ids(полис="1")},
        ),
        ("telecom", {"problem": Problem.SERVICE, "playbook": "uk-telecom"}),
        ("telecom", {"problem": Problem.BILLING, "subject": "Роуминг 890 ₽"}),
        ("housing", {"problem": Problem.SERVICE, "playbook": "ru-housing"}),
        ("flight", {"problem": Problem.REFUND, "identifiers": ids(flight="SU 12")}),
        ("flight", {"problem": Problem.OTHER, "tags": ("Рейс",)}),
        (
            "outage",
            {"problem": Problem.TECHNICAL, "playbook": "vendor-x", "urgency": Urgency.CRITICAL},
        ),
        ("bug", {"problem": Problem.TECHNICAL, "playbook": "vendor-x"}),
        ("bug", {"problem": Problem.TECHNICAL, "tags": ("p3",), "urgency": Urgency.HIGH}),
        (
            "withdrawal",
            {"problem": Problem.REFUND, "details": "Туфли не подошли, отправляю обратно."},
        ),
        ("data", {"problem": Problem.OTHER, "playbook": "eu-data"}),
        ("service", {"problem": Problem.FORMAL}),
        ("consultation", {"problem": Problem.CONSULTATION, "playbook": "ru-telecom"}),
        ("other", {"problem": Problem.OTHER}),
    ],
)
def test_the_kind_follows_from_tag_playbook_problem_and_words(
    kind: str, facts: dict[str, Any]
) -> None:
    assert kind_of(replace(EMPTY, **facts), named) == kind


@pytest.mark.parametrize("problem", Problem)
@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"subject": "x"},
        {"details": "x", "expected_result": "y"},
        {"identifiers": ids(order="1")},
        {"identifiers": ids(order=" ")},
        {"subject": "x", "details": "x", "expected_result": "y", "identifiers": ids(x="1")},
    ],
)
def test_the_list_has_the_gaps_of_the_board(problem: Problem, facts: dict[str, Any]) -> None:
    case = replace(EMPTY, problem=problem, **facts)
    assert look(case).gaps == len(gaps_of(case))


def test_an_identifier_is_known_by_whatever_name() -> None:
    listed = look(replace(EMPTY, identifiers=ids(заказ="4821-77")))
    order = item(listed, "order")
    assert (order.state, order.sentence.values["value"]) == (State.DONE, "4821-77")
    assert item(listed, "serial").state is State.MISSING


def test_a_number_without_a_kind_may_be_the_one_that_matters_most() -> None:
    listed = look(replace(EMPTY, identifiers=(Identifier(kind="", value="4821-77"),)))
    assert item(listed, "order").state is State.SEEMS
    assert item(listed, "product").state is State.MISSING


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("receipt.pdf", "receipt"),
        ("Чек от продавца.jpg", "receipt"),
        ("квитанция_2026.pdf", "receipt"),
        ("IMG_2031.JPG", "photos"),
        ("DSC00412.heic", "photos"),
        ("фото трещины.png", "photos"),
        ("WarrantyCard.pdf", "warranty"),
    ],
)
def test_a_file_seems_to_be_what_its_name_says(file: str, found: str) -> None:
    listed = look(replace(EMPTY, evidence=(Evidence(number=1, name=file),)))
    states = {one.id: one.state for one in listed.items if one.what == "evidence"}
    assert states.pop(found) is State.SEEMS
    assert set(states.values()) == {State.MISSING}
    assert item(listed, found).sentence.values["file"] == file


@pytest.mark.parametrize("file", ["login.pdf", "checklist.pdf", "чековая книга.pdf", "notes"])
def test_a_file_of_another_name_is_nothing_of_it(file: str) -> None:
    listed = look(replace(EMPTY, evidence=(Evidence(number=1, name=file),)))
    assert {one.state for one in listed.items if one.what == "evidence"} == {State.MISSING}


def recorded(text: str, case: Case = COMPLETE) -> Case:
    file = Evidence(number=1, name="scan_0012.bin")
    return told(event(EventKind.EVIDENCE, nov(2), text=text, evidence=(file,)), case=case)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The receipt from the shop", State.DONE),
        ("чек", State.DONE),
        ("No receipt was given", State.MISSING),
        ("снято без чека", State.MISSING),
        ("", State.MISSING),
    ],
)
def test_what_i_noted_of_a_file_is_no_guess(text: str, state: State) -> None:
    assert item(look(recorded(text)), "receipt").state is state


def test_what_stands_among_the_enclosures_alone_only_seems_there() -> None:
    case = replace(COMPLETE, enclosures="1) чек; 2) выписка банка")
    assert item(look(case), "receipt").state is State.SEEMS
    assert item(look(case), "chat").state is State.MISSING


@pytest.mark.parametrize(
    ("details", "state"),
    [
        ("Paid on 20 October.", State.SEEMS),
        ("Paid on October 20.", State.SEEMS),
        ("Оплачено 20.10.2026", State.SEEMS),
        ("Оплачено 20 октября", State.SEEMS),
        ("Paid 12490.50 twice, app 10.2.3", State.MISSING),
        ("Paid some days ago", State.MISSING),
    ],
)
def test_a_day_in_the_text_seems_to_be_the_day(details: str, state: State) -> None:
    assert item(look(replace(COMPLETE, details=details)), "day").state is state


def test_their_number_and_their_promise_are_asked_for_once_it_is_out() -> None:
    asked = {"reference", "promise"}
    assert not asked & {one.id for one in look(COMPLETE).items}
    waiting = look(told(sent(nov(2), number="55-10")))
    assert item(waiting, "reference").state is State.DONE
    assert item(waiting, "promise").state is State.MISSING
    assert item(look(told(sent(nov(2)), promised(nov(3), nov(9)))), "promise").state is State.DONE


def test_how_we_reach_each_other() -> None:
    point = ContactPoint(channel=Channel.CHAT, address="app")
    company = Company(name="Severmart", contact_points=(point,))
    assert item(look(COMPLETE), "where").state is State.MISSING
    assert item(look(COMPLETE, company=company), "where").state is State.DONE
    assert item(look(COMPLETE), "me").state is State.MISSING
    assert item(look(COMPLETE, reachable=True), "me").state is State.DONE


def test_results_are_whole_sentences_in_the_language_of_the_letters() -> None:
    english = look(COMPLETE, amount="€12").results
    assert "Please refund €12 to the card I paid with by 2 December 2026." in english
    assert "Please refund the full amount to the card I paid with by 2 December 2026." in (
        look(COMPLETE).results
    )
    russian = look(replace(COMPLETE, language="ru"), day="2 декабря 2026 г.").results
    assert (
        russian[0]
        == "Прошу вернуть всю сумму на карту, с которой была оплата, до 2 декабря 2026 г."
    )
    assert not any("{" in text for text in (*english, *russian))


def test_what_is_indispensable_comes_first_among_the_missing() -> None:
    missing = look(EMPTY).missing
    assert [one.required for one in missing[:4]] == [True] * 4
    assert not any(one.required for one in missing[4:])
