"""Companies: their facts, their contact points, the names one mistypes."""

from __future__ import annotations

import pytest
from desk_story import Place
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.cases.company import Company, ContactPoint
from tui.cases.errors import BadInput, NotFound
from tui.cases.words import Channel
from tui.desk.desk import Desk
from tui.desk.figures.companies import FIELDS, points_of, points_text


def test_a_company_is_added_and_changed(place: Place) -> None:
    desk = place.desk()
    desk.save_company("  Svyaz  most ", {"country": "ru", "timezone": " Asia/Omsk ", "note": " a "})
    desk.save_company("SVYAZ MOST", {"hours": "09:00-18:00", "website": "https://s.example"})
    (company,) = place.desk().companies()
    assert company == Company(
        name="Svyaz most",
        country="RU",
        timezone="Asia/Omsk",
        hours="09:00-18:00",
        website="https://s.example",
        note="a",
        revision=2,
    )
    assert set(FIELDS) | {"name", "contact_points", "revision", "extra"} == set(
        Company.__struct_fields__
    )


def test_the_same_again_is_no_change(place: Place) -> None:
    desk = place.desk()
    texts = {"country": "GB", "note": "slow"}
    desk.save_company("Meteor", texts, "phone 1 # day")
    before = place.book()
    desk.save_company("meteor", texts, "phone: 1 # day")
    desk.add_contact_point("METEOR", Channel.PHONE, " 1 ", " day ")
    assert place.book() == before


@pytest.mark.parametrize(
    ("name", "texts", "points"),
    [
        (" ", {}, None),
        ("A", {"country": "Narnia"}, None),
        ("A", {"timezone": "Moscow"}, None),
        ("A", {"colour": "green"}, None),
        ("A", {"name": "B"}, None),
        ("A", {"note": "x"}, "pigeon 5"),
        ("A", {"note": "x"}, "phone"),
        ("A", {"note": "x"}, "phone 5\nemail  # none"),
    ],
)
def test_one_wrong_fact_and_nothing_is_kept(
    place: Place, name: str, texts: dict[str, str], points: str | None
) -> None:
    with pytest.raises(BadInput):
        place.desk().save_company(name, texts, points)
    assert place.book() is None


def test_a_point_is_added_and_the_same_address_changes_its_note(desk: Desk) -> None:
    desk.save_company("Meteor", {}, "phone 1 # day\nemail a@b.example")
    desk.add_contact_point("meteor", Channel.PHONE, "2")
    company = desk.add_contact_point("Meteor", Channel.PHONE, "1", "night")
    assert [(p.channel, p.address, p.note) for p in company.contact_points] == [
        (Channel.EMAIL, "a@b.example", ""),
        (Channel.PHONE, "2", ""),
        (Channel.PHONE, "1", "night"),
    ]
    with pytest.raises(BadInput, match="address"):
        desk.add_contact_point("Meteor", Channel.PHONE, "  ")
    with pytest.raises(NotFound):
        desk.add_contact_point("Nobody", Channel.PHONE, "1")


def test_points_are_kept_where_none_are_given_and_replaced_where_some_are(desk: Desk) -> None:
    desk.save_company("Meteor", {}, "phone 1")
    assert desk.save_company("Meteor", {"note": "x"}).contact_points != ()
    assert desk.save_company("Meteor", {}, "").contact_points == ()


def test_an_unknown_company_is_answered_with_the_nearest(desk: Desk) -> None:
    for name in ("Meteor", "Severmart", "Нордбанк"):
        desk.save_company(name, {})
    assert desk.company(" meteor ").name == "Meteor"
    for typed, near in (("meteors", "Meteor"), ("sevrmart", "Severmart"), ("нордбан", "Нордбанк")):
        with pytest.raises(NotFound, match="Did you mean") as caught:
            desk.company(typed)
        assert caught.value.sentence.values["near"] == (near,)
        assert desk.nearest_companies(typed) == (near,)
    with pytest.raises(NotFound) as caught:
        desk.company("Something else")
    assert "near" not in caught.value.sentence.values


POINT = st.builds(
    ContactPoint,
    channel=st.sampled_from(Channel),
    address=st.text(min_size=1, max_size=20)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: text and "#" not in text),
    note=st.text(max_size=20).map(lambda text: " ".join(text.split())),
)


@settings(deadline=None)
@given(points=st.lists(POINT, max_size=3).map(tuple))
def test_points_written_out_are_read_as_the_same(points: tuple[ContactPoint, ...]) -> None:
    assert points_of(points_text(Company(name="A", contact_points=points))) == points


def test_an_address_of_several_lines_becomes_one_line() -> None:
    address = ContactPoint(channel=Channel.LETTER, address="1 High St\nLondon", note="by\nhand")
    (point,) = points_of(points_text(Company(name="A", contact_points=(address,))))
    assert (point.address, point.note) == ("1 High St London", "by hand")
