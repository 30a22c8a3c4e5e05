"""What screens are shown is harmless; what is stored is what was typed."""

from __future__ import annotations

import pytest
from desk_story import NOW, Place, happens, opened

from tui.cases.errors import NotFound
from tui.cases.sentence import Sentence
from tui.desk.desk import Desk

ACTS = "\x1b]0;owned\x07\x9b31m\u202e"
HARMLESS = "\u241b]0;owned\u2407\ufffd31m\ufffd"


@pytest.fixture
def evil(place: Place) -> Desk:
    desk = place.desk()
    facts = ("company", "subject", "tags", "details", "identifiers")
    case = opened(desk, **{name: f"{name[:3]}{ACTS}" for name in facts})
    texts = {name: f"{name}{ACTS}" for name in ("text", "reference", "url", "agent", "to")}
    happens(desk, case.id, "call", at="2026-11-10", promise="2026-11-20", **texts)
    desk.save_letter(case.id, "complaint", {})
    return place.desk()


def test_a_case_is_shown_clean_and_stored_as_it_came(evil: Desk) -> None:
    view = evil.case_view(1)
    assert (view.case.subject, view.card.company) == (f"sub{HARMLESS}", f"com{HARMLESS}")
    assert view.case.timeline[0].text == f"text{HARMLESS}"
    assert view.card.reference == f"reference{HARMLESS}"
    assert view.company is not None
    assert view.company.name == f"com{HARMLESS}"
    assert ACTS not in str(view)
    assert evil.case(1).timeline[0].text == f"text{ACTS}"
    assert evil.card(1).tags == (f"tag{ACTS}",)


def test_lists_are_clean_and_so_is_what_they_advise(evil: Desk) -> None:
    (row,) = evil.today().broken
    (view,) = evil.listed()
    (shown,) = next(column.cards for column in evil.board().columns if column.cards)
    for card in (row.card, view.card, shown.card):
        assert (card.subject, card.tags) == (f"sub{HARMLESS}", (f"tag{HARMLESS}",))
    for action in (row.next, evil.next_action(1), evil.case_view(1).next):
        assert action.sentence.values["number"] == f"reference{HARMLESS}"
        assert ACTS not in _spoken(action.sentence) + _spoken(action.reason)


def test_long_texts_keep_their_lines_and_short_ones_have_one(desk: Desk) -> None:
    case = opened(desk, details="one\ntwo\tthree\r\nfour")
    desk.edit(case.id, {"identifier.order": "a\nb"})
    happens(desk, case.id, "call", text="one\ntwo", agent="Olga\nPetrova")
    shown = desk.case_view(case.id).case
    assert shown.details == "one\ntwo\tthree\nfour"
    assert shown.timeline[0].text == "one\ntwo"
    assert shown.timeline[0].agent == "Olga\u240aPetrova"
    assert shown.identifiers[0].value == "a\u240ab"


def test_a_case_in_brief_and_whole_agree(desk: Desk) -> None:
    case = happens(desk, opened(desk).id, "sent", reference="55-10")
    view = desk.case_view(case.id)
    assert view.card == desk.card(case.id)
    assert view.case == desk.case(case.id) == case
    assert view.next == desk.next_action(case.id)
    assert view.rungs == desk.ladder(case.id)
    assert (view.today, desk.moment()) == (NOW.date(), NOW)


@pytest.mark.parametrize("verb", ["case", "card", "case_view", "next_action", "ladder", "compose"])
def test_no_such_case(desk: Desk, verb: str) -> None:
    with pytest.raises(NotFound, match="no case"):
        getattr(desk, verb)(5)


def _spoken(sentence: Sentence) -> str:
    return f"{sentence.text} {sentence.values}"
