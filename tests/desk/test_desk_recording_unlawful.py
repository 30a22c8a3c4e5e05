"""What cannot be recorded leaves no trace: not in the case, the journal, the folder."""

from __future__ import annotations

import pytest
from desk_story import NOW, Place, happens, opened
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.cases.errors import BadInput, NotFound, NotLawful, UpheldError
from tui.cases.lifecycle import possible
from tui.cases.words import EventKind, Stage
from tui.desk.desk import Desk
from tui.screens.case.event import FIELDS

WAYS: dict[Stage, tuple[tuple[str, dict[str, str]], ...]] = {
    Stage.DRAFT: (),
    Stage.WAITING: (("sent", {}),),
    Stage.MY_MOVE: (("sent", {}), ("refused", {})),
    Stage.ESCALATED: (("sent", {}), ("refused", {}), ("escalated", {})),
    Stage.CLOSED: (("sent", {}), ("closed", {"outcome": "upheld"})),
}
UNLAWFUL = [(s, k) for s in Stage for k in EventKind if k not in possible(s)]


def _in(stage: Stage, desk: Desk) -> int:
    case = opened(desk)
    for kind, texts in WAYS[stage]:
        case = happens(desk, case.id, kind, **texts)
    assert case.stage is stage
    return case.id


@pytest.mark.parametrize(("stage", "kind"), UNLAWFUL)
def test_an_unlawful_event_leaves_the_book_as_it_is(
    stage: Stage, kind: EventKind, place: Place
) -> None:
    desk = place.desk()
    case = _in(stage, desk)
    before, card = place.book(), desk.card(case)
    told: list[int] = []
    desk.changed = lambda: told.append(1)
    needed = {"outcome": "upheld", "promise": "+3d", "due": "+3d", "step": "complaint"}
    with pytest.raises(NotLawful) as caught:
        happens(desk, case, kind, anyway=True, **(needed if kind == "escalated" else _rest(needed)))
    assert caught.value.sentence.values["possible"] == possible(stage)
    assert place.book() == before
    assert desk.card(case) == card
    assert not told
    if WAYS[stage]:
        assert desk.undo().detail == WAYS[stage][-1][0]
    else:
        assert desk.undo().verb == "add"


def _rest(texts: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in texts.items() if name != "step"}


NAMES = sorted({name for names in FIELDS.values() for name in names} | {"answer", "step"})
TYPED = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["+3d", "+10wd", "2026-11-21", "2026-12-01", "yes", "no", "email", "refused", "upheld"]
    ),
)


@settings(deadline=None)
@given(
    stage=st.sampled_from(Stage),
    kind=st.sampled_from(EventKind),
    texts=st.dictionaries(st.sampled_from(NAMES), TYPED, max_size=5),
    anyway=st.booleans(),
)
def test_whatever_is_typed_is_recorded_or_refused(
    stage: Stage, kind: EventKind, texts: dict[str, str], anyway: bool
) -> None:
    """Nothing else: no crash, nothing half done, and what is recorded can be read again."""
    place = Place()
    desk = place.desk()
    case = _in(stage, desk)
    before = place.book()
    try:
        recorded = happens(desk, case, kind, anyway=anyway, **texts)
    except UpheldError:
        assert place.book() == before
        assert desk.case(case).revision == len(WAYS[stage]) + 1
        return
    assert place.desk().case(case) == recorded
    assert recorded.timeline[-1].at <= NOW
    assert len(recorded.timeline) == len(WAYS[stage]) + 1


@pytest.mark.parametrize(
    "texts",
    [
        *({"channel": "pigeon"}, {"answer": "maybe"}, {"outcome": "won"}, {"automatic": "perhaps"}),
        *({"reference_refused": "sometimes"}, {"at": "someday"}, {"promise": "soon"}),
    ],
    ids=str,
)
def test_a_wrong_word_is_named(texts: dict[str, str], place: Place) -> None:
    desk = place.desk()
    case = _in(Stage.WAITING, desk)
    before = place.book()
    with pytest.raises(BadInput) as caught:
        happens(desk, case, "received", **texts)
    assert set(texts.values()) & set(map(str, caught.value.sentence.values.values()))
    assert place.book() == before


def test_an_event_of_no_case(desk: Desk) -> None:
    with pytest.raises(NotFound, match="no case"):
        happens(desk, 7, "sent")
