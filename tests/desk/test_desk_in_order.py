"""What goes along when briefs are exchanged is what would be counted of all of them anew."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tui.cases.words import Stage
from tui.desk.board.brief import Brief, order
from tui.desk.board.in_order import InOrder
from tui.desk.views import Mark


def _brief(number: int) -> st.SearchStrategy[Brief]:
    return st.builds(
        Brief,
        number=st.just(number),
        zone=st.just(""),
        until=st.just(date.max),
        above=st.integers(0, 5),
        stage=st.sampled_from(Stage),
        mark=st.sampled_from(Mark),
        is_asleep=st.booleans(),
        is_linked=st.booleans(),
        is_timed=st.just(False),
        words=st.just(""),
    )


@st.composite
def _books(draw: st.DrawFn) -> tuple[dict[int, Brief], dict[int, Brief]]:
    """The same cases before and after: some new, some gone, some others."""
    numbers = st.sets(st.integers(1, 12))
    before = {number: draw(_brief(number)) for number in draw(numbers)}
    touched = {number: draw(_brief(number)) for number in draw(numbers)}
    gone = draw(numbers)
    after = {n: brief for n, brief in {**before, **touched}.items() if n not in gone}
    return before, after


def _facts(made: InOrder) -> object:
    return made.briefs, made.numbers, made.stages, made.marks, made.awake, made.linked


@given(_books())
def test_exchanged(books: tuple[dict[int, Brief], dict[int, Brief]]) -> None:
    before, after = books
    first = InOrder(sorted(before.values(), key=order))
    was = InOrder(sorted(before.values(), key=order))
    out = [brief for n, brief in before.items() if after.get(n) is not brief]
    into = [brief for n, brief in after.items() if before.get(n) is not brief]
    assert _facts(first.exchanged(out, into)) == _facts(InOrder(sorted(after.values(), key=order)))
    assert _facts(first) == _facts(was)  # whoever looks at it sees what there was
