"""Which cases a query means, also while it is being typed."""

from __future__ import annotations

import re
from datetime import date
from sys import getsizeof

import pytest
from desk_story import Place, happens, opened
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.cases.errors import BadInput
from tui.cases.words import Stage
from tui.desk.board.filters import narrow
from tui.desk.board.query import query_of
from tui.desk.desk import Desk
from tui.screens.board.query_help import query_help
from tui.store.memory import Memory
from tui.wording.wording import LANGUAGES, Wording

DRAFT, LATE, OWING, WAITING, JUDGING, CLIMBED, CLOSED = range(1, 8)


@pytest.fixture(scope="module")
def memory() -> Memory:
    """Seven cases that differ in what a query may ask for."""
    place = Place()
    desk = place.desk()
    facts = [
        {"subject": "Draft of a letter", "tags": "home kettle", "amount": "12 490 ₽"},
        {"company": "Severmart", "subject": "Refund of a KETTLE", "amount": "124.90 EUR"},
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
    happens(desk, OWING, "note", text="Обещали вернуть деньги за кофемолку; https://x.example/7")
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
        ("stage:ждём", {LATE, WAITING}),
        ("стадия:ЖДЕМ", {LATE, WAITING}),
        ('stage:"my move"', {OWING, JUDGING}),
        ("состояние:просрочено", {LATE}),
        ("is:", ALL),
        ("is:l", {LATE}),
        ("is:o", OPEN),  # overdue, or open
        ("mine", {OWING, JUDGING}),
        ("MINE -is:late", {OWING, JUDGING}),
        ("-theirs", {DRAFT, CLOSED}),
        ('"mine"', set()),
        ("due<0d", {LATE}),
        ("due<=2026-11-20", {LATE}),
        ("due:2026-11-20", {LATE}),
        ("due:20.11", {LATE}),  # the nearest such day, though it is past
        ("due<02.01 -#5", ALL - {DRAFT, CLOSED, JUDGING}),  # and one of the next year
        ("opened>=22.11", ALL),
        ("opened:23.11", set()),  # of the year before: nothing was opened in days to come
        ("due<2w", {LATE, OWING, CLIMBED}),
        ("due<13", {LATE, OWING, CLIMBED}),
        ("due>2w", {WAITING, JUDGING}),
        ("срок<1м", {LATE, OWING, WAITING, JUDGING, CLIMBED}),
        ("due>tomorrow", {OWING, WAITING, JUDGING, CLIMBED}),
        ("-due<2w", ALL - {LATE, OWING, CLIMBED}),
        ("due<", ALL),
        ("amount>1000", {DRAFT}),
        ("amount<=124.90", {LATE}),
        ('amount:"12 490 ₽"', {DRAFT}),
        ("amount>100EUR", {LATE}),
        ("amount>1 000", {DRAFT}),
        ("Сумма>=12 490.00RUB is:draft", {DRAFT}),
        ("12 400", {WAITING}),  # two numbers that stand apart
        ("сумма<1000р", set()),
        ("ladder:gen", ALL),
        ("ladder:ru-shop", set()),
        ("opened<30d", ALL),
        ("opened>1w", set()),
        ("opened:2026-11-22", ALL),
        ("#2", {LATE}),
        ("#12", set()),
        ("#", ALL),
        ("#2 #3", set()),
        ("kettle", {DRAFT, LATE}),
        ("ёлку", {OWING}),
        ("T-400", {WAITING}),
        ("refund is:open", OPEN),
        ("-is:open", {CLOSED}),
        ("--is:open", {CLOSED}),
        ("-kettle -is:closed", {OWING, WAITING, JUDGING, CLIMBED}),
        ("-#2 company:severmart", {JUDGING}),
        ('"of a letter"', {DRAFT}),
        ('-"of a letter" #1', set()),
        ("-", ALL),
        ("кофемолка", {OWING}),  # in the timeline, in another form
        ("кофем", {OWING}),
        ("кофем*", {OWING}),
        ("-кофем", ALL - {OWING}),
        ('"вернуть денег"', {OWING}),
        ('"деньги вернуть"', set()),
        ("«вернуть деньги»", {OWING}),
        ("кофемолка is:late", set()),
        ("https://x.example/7", {OWING}),
        ("fee:вернуть", set()),
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
        ('amount:"12 490', {DRAFT}),
        ('is:"la', {LATE}),
    ],
)
def test_a_quotation_that_is_being_typed(desk: Desk, typed: str, found: set[int]) -> None:
    assert _found(desk, typed) == found


@pytest.mark.parametrize("word", ["is:happy", "-is:happy", "refund is:happy"])
def test_an_unknown_state_is_named_with_those_that_are_known(desk: Desk, word: str) -> None:
    with pytest.raises(BadInput, match="is not known") as caught:
        desk.listed(word)
    values = caught.value.sentence.values
    assert values["value"] == word.rpartition(":")[2]
    assert [known["en"] for known in values["known"]] == [
        *("late", "overdue", "open", "closed", "mine", "theirs", "snoozed", "draft", "blocked"),
    ]
    for known in values["known"]:  # whatever a language names may be typed
        assert _found(desk, f"is:{known['ru']}") == _found(desk, f"is:{known['en']}")


@pytest.mark.parametrize(
    "word",
    [
        *("due<soon", "due:2026-13-01", "due<31.02.2026", "due<3h", "amount>much", "amount>1XX"),
        *("stage:shut", "company<x", "tag>1", "opened:1e3"),
    ],
)
def test_what_can_be_so_of_no_case_is_said_and_stops_no_typing(desk: Desk, word: str) -> None:
    with pytest.raises(BadInput):
        desk.listed(f"{word} is:late")
    assert len(desk.doubts(word)) == 1
    assert [
        view.id for column in desk.board(f"{word} is:late").columns for view in column.cards
    ] == [LATE]


def test_a_field_that_there_is_not_is_said_and_sought_as_a_word(desk: Desk) -> None:
    (doubt,) = desk.unknown_fields("fee:вернуть is:late company:x https://x.example 12:30 fee:")
    assert doubt.values["field"] == "fee"
    known = doubt.values["known"]
    assert [name["en"] for name in known] == [
        *("company", "stage", "tag", "is", "due", "amount", "ladder", "opened", "link"),
    ]
    assert not desk.unknown_fields(" ".join(f"{name['ru']}:1" for name in known))
    assert _found(desk, "card:by") == ALL  # “to my card by 1 December”


def test_a_sum_is_searched_for_in_any_spelling(desk: Desk) -> None:
    desk.edit(WAITING, {"amount": "24990.00 EUR"})
    happens(desk, WAITING, "note", text="They offer it in 77 days")
    for asked in ("24 990", "24990", "24,990.00", "€24 990", "24 990,00", "77 24 990"):
        assert {hit.view.id for hit in desk.search(asked)} == {WAITING}, asked
        assert {hit.view.id for hit in desk.search(asked, begun=True)} == {WAITING}, asked
        assert _found(desk, asked) == {WAITING}, asked
    assert desk.search("4 990") == ()
    assert _found(desk, "-24 990") == ALL - {WAITING}


def test_a_quotation_mark_that_is_not_closed_is_told_and_taken_as_closed(desk: Desk) -> None:
    for query in ('"of a letter', "is:draft «of a letter", 'company:"svyaz most'):
        assert len(desk.unclosed(query)) == 1, query
        assert _found(desk, query) == _found(desk, query + '"'), query
        assert desk.unclosed(query + "»") == (), query
        assert desk.doubts(query) == ()
    assert desk.unclosed('O\'Brien -is:late "down" «a b»') == ()


def test_hits_outside_the_card_follow_what_is_written(desk: Desk) -> None:
    assert _found(desk, "стиральн") == set()
    happens(desk, WAITING, "note", text="Про стиральную машину")
    assert _found(desk, "стиральн") == {WAITING}
    desk.undo()
    assert _found(desk, "стиральн") == set()


PIECES = st.sampled_from(
    [
        *("is:", "stage:", "company:", "tag:", "due<", "opened>=", "amount=", "ladder:", "x:", "#"),
        *("-", '"', "'", "\\", " ", "late", "2", "7d", "9999y", "²", "a", "ё", "*", "\0"),
    ]
)


@settings(deadline=None)
@given(query=st.one_of(st.lists(PIECES, max_size=12).map("".join), st.text(max_size=30)))
def test_whatever_is_typed_finds_cases(memory: Memory, query: str) -> None:
    desk = Place(memory=memory).desk()
    view = desk.board(query)
    shown = sum(len(column.cards) for column in view.columns)
    assert shown + view.hidden == len(ALL)
    if desk.doubts(query) == desk.unknown_fields(query):  # nothing in it is wrong
        assert len(desk.listed(query)) == shown


@pytest.mark.parametrize("query", ["-" * 5000 + "is:late", "#" + "9" * 5000, "is:late " * 500])
def test_what_is_pasted_by_mistake_does_no_harm(desk: Desk, query: str) -> None:
    desk.board(query)


def test_letters_are_kept_in_less_memory_and_each_stays_another() -> None:
    """Half of a Russian text, and nothing is found for something else."""
    letters = [chr(code) for code in range(0x20, 0x2200) if chr(code).isprintable()]
    assert len({narrow(letter) for letter in letters}) == len(letters)
    text = "озон № 12-я посылка — «в пути», ждём…"
    assert getsizeof(narrow(text)) < getsizeof(text) - len(text) // 2
    assert narrow("возврат за 24 990 €") in narrow(f"{text} возврат за 24 990 €")


@given(st.text(), st.text())
def test_a_word_is_found_where_it_stands(word: str, text: str) -> None:
    assert (narrow(word) in narrow(text)) or word not in text
    assert narrow(word) in narrow(text + word)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_help_names_may_be_typed_so(desk: Desk, language: str) -> None:
    """Each of its examples, in its language; and the names of the stages that an error gives."""
    words = Wording(language)
    samples = [row.lines[0][0].text.strip() for row in query_help(words)[1:]]
    assert len(samples) > 15
    for sample in samples:
        asked = query_of(sample.replace("12", str(LATE)) if ":12" in sample else sample)
        assert not asked.doubts, sample
        assert asked.tests or not re.search("[:<>]", sample), sample
    with pytest.raises(BadInput) as caught:
        desk.listed("stage:nowhere")
    for stage, told in zip(Stage, caught.value.sentence.values["known"], strict=True):
        named = query_of(f"stage:{told[language]}")
        cards = [view.card for view in desk.listed()]
        assert {c.id for c in cards if named.tests[0](c, date.max)} == {
            c.id for c in cards if c.stage is stage
        }
