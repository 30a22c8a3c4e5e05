"""The ladders of Russia and the European Union, and the general one: what must hold of them."""

from __future__ import annotations

import re

import pytest

from tui.cases.errors import NotFound
from tui.cases.words import Problem
from tui.deadlines.rule import Fact, Rule
from tui.playbooks.fitting import fitting
from tui.playbooks.law import Law
from tui.playbooks.playbook import load_playbook, playbook_ids
from tui.playbooks.steps import Playbook, Step

LAW = Law()
OURS = tuple(book for book in playbook_ids() if book.startswith(("ru-", "eu-")))
BOOKS = tuple(map(load_playbook, (*OURS, "general")))
STEPS = [(book.id, step.id) for book in BOOKS for step in book.steps]
_ID = re.compile(r"\b(?:ru|eu)\.[a-z0-9]+(?:\.[a-z0-9]+)*")
_DOUBT = re.compile(r"not verified|не проверен")


def step_of(where: tuple[str, str]) -> Step:
    return load_playbook(where[0]).step(where[1])


def told(some_id: str) -> tuple[Rule | Fact, ...]:
    """All versions of a rule, or the fact of this id."""
    try:
        return LAW.versions(some_id)
    except NotFound:
        return (LAW.fact(some_id),)


def test_the_ladders_are_these() -> None:
    assert set(OURS) >= {
        *("ru-shop", "ru-marketplace", "ru-bank", "ru-telecom", "ru-housing", "ru-data"),
        *(
            "ru-state",
            "ru-airline",
            "ru-service",
            "eu-data",
            "eu-adr",
            "eu-withdrawal",
            "eu-payment",
        ),
    }


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.id)
def test_it_is_said_for_whom_and_where_a_ladder_is(book: Playbook) -> None:
    assert set(book.about) == {"en", "ru"}
    assert all(text.endswith(".") for text in book.about.values())
    if book.id == "general":
        assert (book.countries, book.problems) == ((), ())
    else:
        assert book.problems
        assert set(book.problems) <= set(Problem)
        assert book.countries == ("RU",) or len(set(book.countries)) == 27


@pytest.mark.parametrize("where", STEPS, ids=".".join)
def test_every_step_says_what_to_enclose_in_both_languages(where: tuple[str, str]) -> None:
    step = step_of(where)
    for lists in (step.enclose, step.checklist):
        assert set(lists) == {"en", "ru"}
        assert len(lists["en"]) == len(lists["ru"]) > 0
        assert not any("\n" in line or line.endswith(".") for line in (*lists["en"], *lists["ru"]))


@pytest.mark.parametrize("where", STEPS, ids=".".join)
def test_what_a_step_rests_on_is_certain(where: tuple[str, str]) -> None:
    """Law that nobody has verified drives no clock and no window, and is no ground either."""
    step = step_of(where)
    for some_id in step.rests_on:
        assert {one.certainty for one in told(some_id)} <= {"A", "B"}, some_id
    assert not step.rule or LAW.rule(step.rule).owner == "theirs"
    assert not step.window or LAW.rule(step.window).owner == "mine"


@pytest.mark.parametrize("where", STEPS, ids=".".join)
def test_a_checklist_names_law_that_there_is_and_says_where_it_is_not_verified(
    where: tuple[str, str],
) -> None:
    step = step_of(where)
    for line in (*step.checklist["en"], *step.checklist["ru"]):
        for some_id in _ID.findall(line):
            if {one.certainty for one in told(some_id)} & {"C", "X"}:
                assert _DOUBT.search(line), line


def branches_of(book: str) -> dict[str, set[str]]:
    steps = load_playbook(book).steps
    names = {step.branch for step in steps if step.branch}
    return {name: {s.id for s in steps if s.branch == name} for name in names}


def test_other_ways_stand_beside_each_other() -> None:
    assert {book: found for book in OURS if (found := branches_of(book))} == {
        "ru-bank": {"outside": {"regulator", "claim"}},
        "ru-shop": {"demand": {"claim", "refusal", "exchange"}},
        "ru-marketplace": {"demand": {"platform", "claim", "refusal"}},
        "ru-airline": {"demand": {"claim", "baggage", "late-baggage"}},
    }


def test_my_own_time_for_a_step() -> None:
    windows = {
        (book.id, step.id): step.window for book in BOOKS for step in book.steps if step.window
    }
    assert windows == {
        ("ru-bank", "ombudsman"): "ru.fin.ombud",
        ("ru-shop", "refusal"): "ru.zpp.26.1.refuse",
        ("ru-shop", "exchange"): "ru.zpp.25",
        ("ru-marketplace", "refusal"): "ru.zpp.26.1.refuse",
        ("ru-airline", "baggage"): "ru.air.file.baggage",
        ("ru-airline", "late-baggage"): "ru.air.file.late",
    }


def test_a_step_whose_time_is_short_waits_for_nobody() -> None:
    """Seven days from delivery would be over while support thinks."""
    for book in BOOKS:
        for step in book.steps:
            is_short = bool(step.window) and step.window != "ru.fin.ombud"
            assert ("at_once" in step.opens_on) is (is_short or bool(step.party)), step.id


def test_a_last_word_jumps_only_where_nothing_must_come_between() -> None:
    """A regulator, the ombudsman and a court of Russia want to see a written claim first."""
    jumps = {(book.id, step.id) for book in BOOKS for step in book.steps if step.jump}
    assert jumps == {
        ("general", "higher"),
        ("eu-data", "regulator"),
        ("eu-adr", "adr"),
        ("eu-withdrawal", "adr"),
        ("eu-payment", "adr"),
    }
    assert all("final" in step_of(where).opens_on for where in jumps)


def test_where_no_time_is_certain_the_time_is_a_custom() -> None:
    """The platform (ru.market.289), the airline (ru.air.127), dispute bodies (eu.adr), withdrawal
    (eu.crd): their terms are unverified, conflicting or not to be found."""
    for where in (
        *(("ru-marketplace", "platform"), ("ru-airline", "claim"), ("eu-adr", "adr")),
        *(("eu-withdrawal", "withdrawal"), ("eu-payment", "adr"), ("ru-shop", "exchange")),
    ):
        step = step_of(where)
        assert (step.rule, step.certainty) == ("", "practice")
        assert step.answer_within
        for language, custom in (("en", r"custom|not verified"), ("ru", r"обыча|не проверен")):
            assert re.search(custom, " ".join(step.checklist[language])), where


def test_a_court_owes_no_answer() -> None:
    courts = [step_of(where) for where in STEPS if where[1] == "court"]
    assert len(courts) == 10
    for step in courts:
        assert (step.answer_within, step.rule, step.letter) == ("", "", "court")


def test_the_seller_on_a_marketplace_is_another_company() -> None:
    book = load_playbook("ru-marketplace")
    assert set(book.parties) == {"seller"}
    assert [step.id for step in book.steps if step.party] == ["claim"]
    assert book.step("claim").letter == "seller"


def test_a_service_is_neither_sent_back_nor_exchanged() -> None:
    """Articles 25 and 26.1 are about goods; of articles 28 and 32 nothing is certain here."""
    books = fitting(map(load_playbook, playbook_ids()), "RU", Problem.SERVICE)
    goods = {"ru.zpp.22", "ru.zpp.25", "ru.zpp.26.1.refuse", "ru.zpp.26.1.refund", "ru.zpp.21"}
    assert "ru-service" in {book.id for book in books}
    for book in books:
        steps = {step.id: step for step in book.steps}
        assert not steps.keys() & {"refusal", "exchange"}
        assert not goods & {name for step in book.steps for name in step.rests_on}
    assert load_playbook("ru-service").step("claim").rule == "ru.zpp.31.1"
