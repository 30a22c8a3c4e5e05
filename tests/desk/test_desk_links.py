"""Linked cases: kept on one side, told on both, never round in a circle, never hanging."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from desk_story import Place, happens, opened
from msgspec.structs import replace

from tui.advice.next_action import Action
from tui.cases.card import Card
from tui.cases.errors import BadInput, NotFound
from tui.cases.links import LinkKind
from tui.cases.record import to_plain
from tui.desk.cases.known_uids import KnownUids
from tui.desk.desk import Desk
from tui.desk.undone import what_of
from tui.store.kept_cards import Found, KeptCards
from tui.store.packed_cards import PackedCards
from tui.wording.wording import Wording

ENGLISH = Wording("en")
WAITS, CONTINUES = LinkKind.WAITS_FOR, LinkKind.CONTINUES


@pytest.fixture
def three(desk: Desk) -> Desk:
    for company in ("Meteor", "Northbank", "Severmart"):
        opened(desk, company=company)
    return desk


def _told(desk: Desk, number: int) -> dict[int, str]:
    return {link.card.id: link.kind.value for link in desk.links(number) if link.card}


def _next(desk: Desk, number: int) -> str:
    return ENGLISH.say(desk.next_action(number).sentence)


def _ids(desk: Desk, query: str) -> list[int]:
    return [view.id for view in desk.listed(query)]


@pytest.mark.parametrize(
    ("kind", "there"),
    [
        ("related", "related"),
        ("continues", "continued_by"),
        ("continued_by", "continues"),
        ("waits_for", "blocks"),
        ("blocks", "waits_for"),
    ],
)
def test_each_kind_is_told_from_both_sides_and_kept_once(
    three: Desk, kind: str, there: str
) -> None:
    three.link(1, 2, LinkKind(kind))
    assert (_told(three, 1), _told(three, 2)) == ({2: kind}, {1: there})
    assert len(three.case(1).links) + len(three.case(2).links) == 1
    assert [link.kind for link in three.case_view(2).links] == [there]


def test_two_cases_have_one_link_and_the_last_word_holds(three: Desk) -> None:
    for kind in (WAITS, LinkKind.BLOCKS, LinkKind.RELATED):
        three.link(1, 2, kind)
        assert _told(three, 1) == {2: kind}
    before = three.case(1).revision, three.case(2).revision
    three.link(1, 2, LinkKind.RELATED)
    assert (three.case(1).revision, three.case(2).revision) == before


@pytest.mark.parametrize("kind", [WAITS, CONTINUES])
def test_a_circle_is_refused_and_named(three: Desk, kind: LinkKind) -> None:
    three.link(1, 2, kind)
    three.link(2, 3, kind)
    for case_id, other, how in ((3, 1, kind), (1, 3, kind.inverse)):
        with pytest.raises(BadInput) as caught:
            three.link(case_id, other, how)
        assert caught.value.sentence.values["way"] == "#3 -> #1 -> #2 -> #3"
    three.link(3, 1, LinkKind.RELATED)  # which goes round as it likes
    with pytest.raises(BadInput):
        three.link(1, 1, LinkKind.RELATED)


def test_undo_takes_back_a_link_and_its_end(three: Desk) -> None:
    three.link(1, 2, WAITS)
    three.link(2, 1, LinkKind.RELATED)  # changes both cases, at once
    undone = three.undo()
    assert ENGLISH.say(what_of(undone)) == "a link of #2"
    assert _told(three, 1) == {2: "waits_for"}
    three.unlink(2, 1)  # from the side that does not keep it
    assert _told(three, 1) == _told(three, 2) == {}
    with pytest.raises(BadInput):
        three.unlink(1, 2)
    three.undo()
    assert _told(three, 2) == {1: "blocks"}


def test_a_link_with_a_case_that_is_gone_is_told_and_holds_up_nothing(desk: Desk) -> None:
    opened(desk)
    other = opened(desk)
    desk.import_document([to_plain(desk.case(1)) | {"uid": "x1", "id": 0, "links": [
        {"kind": "waits_for", "uid": other.uid}, {"kind": "waits_for", "uid": "nowhere"},
        {"kind": "blocks", "uid": desk.case(1).uid, "id": 1},
    ]}])  # fmt: skip
    assert [link.uid for link in desk.case(3).links] == [other.uid, "nowhere"]  # no half of one
    assert _next(desk, 3) == "wait for #2"
    assert [link.card is None for link in desk.links(3)] == [False, True]
    desk.unlink(3, 2)
    assert _next(desk, 3) == "send the request"
    assert _ids(desk, "is:blocked") == []
    desk.forget_gone_links(3)
    assert desk.links(3) == ()
    with pytest.raises(BadInput):
        desk.forget_gone_links(3)


def test_a_case_whose_opening_is_taken_back_leaves_its_link_told_as_gone() -> None:
    place = Place()
    here, there = place.desk(), place.desk()
    opened(here)
    case = opened(here)
    here.link(1, 2, WAITS)
    there.look_again()
    assert there.board().waits == {1: (2,)}
    here.undo()
    here.undo()
    assert there.look_again()
    assert there.board().waits == {}
    again = opened(here)  # another case, whatever its number
    assert again.uid != case.uid
    assert here.links(1) == ()


class _Book(KeptCards):
    """The cards of a book that is put in the place of another now and then."""

    def __init__(self, *cards: Card) -> None:
        self.cards: tuple[Card, ...] = cards

    def one(self, number: int) -> Found | None:
        return next((card for card in self.cards if card.id == number), None)

    def all(self) -> Iterator[Found]:
        return iter(self.cards)

    def having(self, piece: bytes) -> Iterator[Found]:
        return iter(self.cards)


def test_a_number_that_another_case_has_now_is_not_taken_for_the_old_one(three: Desk) -> None:
    one, two = three.card(1), three.card(2)
    known, book = KnownUids(), _Book(one)
    cards = PackedCards(book)
    assert known.card(one.uid, cards) == one
    cards.clear()
    book.cards = ()
    assert known.card(one.uid, cards) is None
    book.cards = (replace(two, id=1),)
    cards.put(*book.cards)
    assert known.card(one.uid, cards) is None
    assert known.card(two.uid, cards) == replace(two, id=1)
    book.cards = (*book.cards, replace(one, id=2))
    cards.put(book.cards[1])
    assert known.card(one.uid, cards) == replace(one, id=2)


def test_the_next_action_waits_and_is_free_when_the_other_closes(three: Desk) -> None:
    three.link(1, 2, WAITS)
    action = three.next_action(1)
    assert (action.action, action.on) == (Action.WAIT, None)
    assert _next(three, 1) == "wait for #2"
    assert _next(three, 2) == "send the request"
    assert three.board().waits == {1: (2,)}
    (view,) = three.listed("#1")
    assert three.points(view) == sum(part.points for part in three.urgency(1)) == -30
    happens(three, 2, "closed", outcome="upheld")
    assert _next(three, 1) == "free now (#2 closed): send the request"
    assert three.board().waits == {}
    happens(three, 1, "sent", channel="email")
    assert _next(three, 1).startswith("wait for their answer")
    happens(three, 2, "reopened")
    assert "It waits for #2." in ENGLISH.say(three.next_action(1).reason)


def test_what_waits_for_another_is_not_asked_for_this_morning(three: Desk) -> None:
    happens(three, 1, "sent", at="2026-11-10", channel="email")
    happens(three, 1, "refused", at="2026-11-12")
    assert [row.card.id for row in three.today().mine] == [1]
    assert three.board().my_move == 1
    three.link(1, 2, WAITS)
    today = three.today()
    assert [row.card.id for row in today.not_before] == [1]
    assert today.mine == ()
    assert three.board().my_move == three.board("#2").my_move == 0
    happens(three, 1, "asked", due="2026-11-24")
    assert [row.card.id for row in three.today().mine] == [1]  # that is mine to do
    assert three.board().my_move == 1


def test_queries_ask_for_links(three: Desk) -> None:
    three.link(1, 2, WAITS)
    three.link(3, 1, CONTINUES)
    assert _ids(three, "is:blocked") == _ids(three, "состояние:ждёт") == [1]
    assert _ids(three, "-is:blocked") == [2, 3]
    assert _ids(three, "link:1") == _ids(three, "связь:#1") == [2, 3]
    assert _ids(three, "link:2 is:blocked") == [1]
    assert _ids(three, "link:") == [1, 2, 3]  # being typed
    for wrong in ("link:x", "link:99", "link<2"):
        with pytest.raises(BadInput):
            three.listed(wrong)
        assert len(three.doubts(wrong)) == 1
    happens(three, 2, "closed", outcome="upheld")
    assert _ids(three, "is:blocked") == []


def test_the_other_case_is_named_by_number_or_words(three: Desk) -> None:
    assert three.case_meant(1, " #2 ") == three.case_meant(1, "north") == 2
    with pytest.raises(BadInput) as caught:
        three.case_meant(1, "kettle")
    assert caught.value.sentence.values["count"] == 2  # itself is not meant
    happens(three, 2, "closed", outcome="upheld")
    assert three.case_meant(1, "kettle") == 3  # of several the one that is open
    for typed, error in (("", BadInput), ("elephant", BadInput), ("99", NotFound)):
        with pytest.raises(error):
            three.case_meant(1, typed)
