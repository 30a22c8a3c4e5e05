"""What a letter says of whom it goes to: their name, and the number that they gave themselves."""

from __future__ import annotations

import pytest
from desk_story import Place, happens, opened

from tui.cases.words import Channel
from tui.desk.desk import Desk
from tui.desk.evidence.bundle import BundleWish
from tui.desk.letters.wish import Wish

TRACK = "80084312345678"


@pytest.fixture
def desk() -> Desk:
    return Place(country="RU").desk()


@pytest.fixture
def case(desk: Desk) -> int:
    """The shop gave a number; the claim went by post; a regulator was asked."""
    number = opened(desk, playbook="ru-marketplace").id
    happens(desk, number, "sent", at="2026-10-01", channel="form", reference="VM-C-88")
    told = {"step": "claim", "channel": "letter", "reference": TRACK}
    happens(desk, number, "escalated", at="2026-10-05", anyway=True, **told)
    return number


def field(desk: Desk, case: int, step: str) -> list[str]:
    pieces = desk.workspace(case, Channel.FORM, Wish(step=step)).pieces
    return [piece.text for piece in pieces if piece.label.text == "Their number"]


def test_a_track_number_is_nobodys_number(desk: Desk, case: int) -> None:
    facts = desk.gather_bundle(case, BundleWish()).bundle.facts
    assert [fact.text for fact in facts if fact.key == "their_numbers"] == ["Meteor: VM-C-88"]
    assert field(desk, case, "platform") == ["VM-C-88"]


def test_a_body_gets_its_own_number(desk: Desk, case: int) -> None:
    assert field(desk, case, "regulator") == []
    filed = {"step": "regulator", "channel": "form"}
    happens(desk, case, "escalated", at="2026-11-16", anyway=True, **filed)
    assert field(desk, case, "regulator") == []
    happens(desk, case, "registered", at="2026-11-17", reference="RPN-177")
    assert field(desk, case, "regulator") == ["RPN-177"]


def test_a_seller_without_a_name_is_told(desk: Desk) -> None:
    told = [{}, {"parties": "seller=OOO Kettles"}]
    cases = [opened(desk, playbook="ru-marketplace", **facts).id for facts in told]
    made = [desk.compose(case, "claim").findings for case in cases]
    unnamed = [[f for f in found if f.message.text.startswith("Whom it goes to")] for found in made]
    assert list(map(bool, unnamed)) == [True, False]
    assert not [f for f in desk.compose(cases[0], "platform").findings if f in unnamed[0]]
