"""Which cases a query means, also while it is being typed."""

from __future__ import annotations

import shlex

import pytest
from desk_story import Place, happens, opened
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.cases.errors import BadInput
from tui.desk.desk import Desk
from tui.desk.filters import words_of
from tui.store.database import Memory

DRAFT, LATE, OWING, WAITING, JUDGING, CLIMBED, CLOSED = range(1, 8)


@pytest.fixture(scope="module")
def memory() -> Memory:
    """Seven cases that differ in what a query may ask for."""
    place = Place()
    desk = place.desk()
    facts = [
        {"subject": "Draft of a letter", "tags": "home kettle"},
        {"company": "Severmart", "subject": "Refund of a KETTLE"},
        {"company": "Нордбанк", "subject": "Комиссия за Ёлку", "tags": "банк"},
        {"company": "Svyaz most", "subject": "Line “down”, 12 days"},
        {"company": "Severmart", "subject": "O'Brien's parcel"},
        {"company": "Meteor", "subject": "A -dash and a is:late word"},
        {"company": "Meteor", "subject": "Old refund"},
    ]
    for case in facts:
        opened(desk, **case)
    for case_id in (LATE, OWING, WAITING, JUDGING, CLIMBED, CLOSED):
        due = "2026-11-20" if case_id == LATE else "2026-12-20"
        happens(desk, case_id, "call", at="2026-11-10", due=due, reference=f"T-{case_id}00")
    happens(desk, OWING, "asked", due="2026-12-01")
    happens(desk, JUDGING, "received")
    happens(desk, CLIMBED, "refused")
    happens(desk, CLIMBED, "escalated")
    happens(desk, CLOSED, "closed", outcome="upheld")
    return place.memory


@pytest.fixture
def desk(memory: Memory) -> Desk:
    return Place(memory=memory.copy()).desk()


def _found(desk: Desk, query: str) -> set[int]:
    return {view.id for view in desk.listed(query)}


ALL = set(range(1, 8))
OPEN = ALL - {CLOSED}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ALL),
        ("   ", ALL),
        ("is:late", {LATE}),
        ("is:overdue", {LATE}),
        ("is:LATE", {LATE}),
        ("is:open", OPEN),
        ("is:closed", {CLOSED}),
        ("is:mine", {OWING, JUDGING}),
        ("is:theirs", {LATE, OWING, WAITING, JUDGING, CLIMBED}),
        ("is:draft", {DRAFT}),
        ("stage:my", {OWING, JUDGING}),
        ("stage:my_move", {OWING, JUDGING}),
        ("stage:Waiting", {LATE, WAITING}),
        ("stage:", ALL),
        ("company:sever", {LATE, JUDGING}),
        ("company:НОРД", {OWING}),
        ('company:"svyaz most"', {WAITING}),
        ("tag:home", {DRAFT}),
        ("tag:HOME tag:kettle", {DRAFT}),
        ("tag:hom", set()),
        ("#2", {LATE}),
        ("#12", set()),
        ("#", set()),
        ("kettle", {DRAFT, LATE}),
        ("ёлку", {OWING}),
        ("T-400", {WAITING}),
        ("refund is:open", {LATE}),
        ("-is:open", {CLOSED}),
        ("--is:open", {CLOSED}),
        ("-kettle -is:closed", {OWING, WAITING, JUDGING, CLIMBED}),
        ("-#2 company:severmart", {JUDGING}),
        ('"of a letter"', {DRAFT}),
        ('-"of a letter" #1', set()),
        ("-", {OWING, *range(2, 8)}),
        ("12", {WAITING}),
        ("nothing:at:all", set()),
    ],
)
def test_a_query(desk: Desk, query: str, found: set[int]) -> None:
    assert _found(desk, query) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ('"', ALL),
        ('"of', {DRAFT, LATE}),
        ('"of a l', {DRAFT}),
        ('is:open "of a', {DRAFT, LATE}),
        ('company:"svyaz mo', {WAITING}),
        ('-"of a', ALL - {DRAFT, LATE}),
        ("o'brien", {JUDGING}),
        ("O'", {JUDGING}),
        ("o'brien's", {JUDGING}),
        ("o'brien's parcel's", set()),
        ("'o''brien", set()),
        ("company:'svyaz mo", {WAITING}),
        ("kettle\\", set()),
    ],
)
def test_a_quotation_that_is_being_typed(desk: Desk, typed: str, found: set[int]) -> None:
    assert _found(desk, typed) == found


@pytest.mark.parametrize("word", ["is:", "is:l", "is:happy", "-is:happy", "refund is:happy"])
def test_an_unknown_state_is_named_with_those_that_are_known(desk: Desk, word: str) -> None:
    with pytest.raises(BadInput, match="is not known") as caught:
        desk.board(word)
    values = caught.value.sentence.values
    assert values["value"] == word.rpartition(":")[2]
    assert values["known"] == ("late", "overdue", "open", "closed", "mine", "theirs", "draft")


@settings(deadline=None)
@given(words=st.lists(st.text(max_size=8), max_size=4))
def test_the_words_of_a_command_line_are_words_of_the_query(words: list[str]) -> None:
    assert words_of(shlex.join(words)) == words


PIECES = st.sampled_from(
    ["is:", "stage:", "company:", "tag:", "#", "-", '"', "'", "\\", " ", "late", "2", "²", "a", "ё"]
)


@settings(deadline=None)
@given(query=st.one_of(st.lists(PIECES, max_size=12).map("".join), st.text(max_size=30)))
def test_whatever_is_typed_finds_cases_or_is_refused(memory: Memory, query: str) -> None:
    desk = Place(memory=memory).desk()
    try:
        view = desk.board(query)
    except BadInput:
        assert "is:" in query
        return
    shown = sum(len(column.cards) for column in view.columns)
    assert shown + view.hidden == len(ALL)


@pytest.mark.parametrize("query", ["-" * 5000 + "is:late", "#" + "9" * 5000, "is:late " * 500])
def test_what_is_pasted_by_mistake_does_no_harm(desk: Desk, query: str) -> None:
    desk.board(query)
