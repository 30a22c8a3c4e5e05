"""What goes along when briefs are exchanged is what would be counted of all of them anew."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tui.cases.words import Stage
from tui.desk.board.brief import Brief, Standing
from tui.desk.board.in_order import InOrder
from tui.desk.views import Mark

STANDINGS = st.builds(
    Standing,
    zone=st.just(""),
    until=st.just(date.max),
    above=st.integers(0, 5),
    stage=st.sampled_from(Stage),
    mark=st.sampled_from(Mark),
    is_asleep=st.booleans(),
    is_linked=st.booleans(),
    is_timed=st.just(False),
)
Book = dict[int, Brief]


def _brief(number: int, shared: list[Standing]) -> st.SearchStrategy[Brief]:
    return st.builds(Brief, st.just(number), st.sampled_from(shared), st.text(max_size=2))


@st.composite
def _books(draw: st.DrawFn) -> tuple[Book, Book]:
    """The same cases before and after: some new, some gone, some others."""
    numbers = st.sets(st.integers(1, 12))
    shared = draw(st.lists(STANDINGS, min_size=1, max_size=6))
    before = {number: draw(_brief(number, shared)) for number in draw(numbers)}
    touched = {number: draw(_brief(number, shared)) for number in draw(numbers)}
    gone = draw(numbers)
    after = {n: brief for n, brief in {**before, **touched}.items() if n not in gone}
    return before, after


def _facts(made: InOrder) -> object:
    return list(made), made.stages, made.marks, made.awake, made.linked.keys()


@given(_books())
def test_exchanged(books: tuple[Book, Book]) -> None:
    before, after = books
    first, was = InOrder.of(before.values()), InOrder.of(before.values())
    out = [(n, brief.standing) for n, brief in before.items() if after.get(n) is not brief]
    into = [brief for n, brief in after.items() if before.get(n) is not brief]
    assert _facts(first.exchanged(out, into)) == _facts(InOrder.of(after.values()))
    assert _facts(first) == _facts(was)  # whoever looks at it sees what there was


@given(_books())
def test_what_is_counted_is_so_of_each(books: tuple[Book, Book]) -> None:
    made = InOrder.of(books[0].values())
    standings = [brief.standing for brief in books[0].values()]
    assert sum(made.stages.values()) == sum(made.marks.values()) == len(standings)
    for stage in Stage:
        there = [standing for standing in standings if standing.stage is stage]
        assert made.stages[stage] == len(there)
        assert made.awake[stage] == sum(not standing.is_asleep for standing in there)
    linked = {brief.number for brief in books[0].values() if brief.standing.is_linked}
    assert made.linked.keys() == linked


TEXTS = st.text("ab", max_size=3)


@given(st.lists(TEXTS, max_size=12), st.lists(TEXTS, max_size=12))
def test_what_has_a_text_is_the_same_whatever_was_sought_before(
    words: list[str], sought: list[str]
) -> None:
    standing = Standing("", date.max, 0, Stage.DRAFT, Mark.NONE, False, False, False)
    every = InOrder.of(Brief(number, standing, text) for number, text in enumerate(words))
    for text in sought:
        assert every.having(text) == {n for n, own in enumerate(words) if text in own}
