"""Opening cases and changing their facts."""

from __future__ import annotations

import pytest
from desk_story import FACTS, NOW, Place, at, opened

from tui.cases.errors import BadInput, NotFound
from tui.cases.words import Problem, Stage, Urgency
from tui.desk.desk import Desk

BARE = {"company": "Meteor", "subject": "Refund", "problem": "other"}


def test_three_facts_open_a_case(place: Place) -> None:
    case = place.desk().open_case({**BARE, "company": " New \t company "})
    assert place.desk().case(1) == case
    assert (case.id, case.revision, case.stage) == (1, 1, Stage.DRAFT)
    assert (case.company, case.subject) == ("New company", "Refund")
    assert (case.problem, case.urgency) == (Problem.OTHER, Urgency.NORMAL)
    assert (case.language, case.country, case.timezone) == ("en", "PT", "")
    assert case.opened_at == NOW
    assert [c.name for c in place.desk().companies()] == ["New company"]


@pytest.mark.parametrize("lacking", BARE)
@pytest.mark.parametrize("empty", [None, "", " \n"])
def test_without_one_of_them_nothing_is_opened(desk: Desk, lacking: str, empty: str | None) -> None:
    texts = {name: text for name, text in BARE.items() if name != lacking}
    with pytest.raises(BadInput):
        desk.open_case(texts if empty is None else {**texts, lacking: empty})
    assert desk.board().is_empty
    assert desk.companies() == ()


def test_a_draft_is_not_in_the_book(place: Place) -> None:
    desk = place.desk()
    draft = desk.draft(FACTS)
    assert (draft.id, draft.revision, draft.opened_at) == (0, 0, None)
    assert place.book() is None
    assert desk.open_cases([draft])[0].id == 1


def test_country_and_zone_come_from_the_company(desk: Desk) -> None:
    desk.save_company("Meteor", {"country": "RU", "timezone": "Asia/Vladivostok"})
    case = desk.open_case({**BARE, "company": "  METEOR "})
    assert (case.company, case.country, case.timezone) == ("Meteor", "RU", "Asia/Vladivostok")
    assert case.opened_at is not None
    assert case.opened_at.isoformat() == "2026-11-22T20:30:00+10:00"
    other = desk.open_case({**BARE, "country": "GB-SCT", "timezone": "Europe/London"})
    assert (other.country, other.timezone) == ("GB-SCT", "Europe/London")
    assert [c.country for c in desk.companies()] == ["RU"]


def test_the_day_it_was_opened_is_that_of_the_company() -> None:
    desk = Place().desk(at("2026-11-22 16:00"))
    opened(desk, timezone="Asia/Vladivostok")
    assert str(desk.card(1).opened_on) == "2026-11-23"


def test_a_new_company_is_where_its_first_case_is(desk: Desk) -> None:
    desk.open_case({**BARE, "country": "KZ", "timezone": "Asia/Almaty"})
    (company,) = desk.companies()
    assert (company.country, company.timezone) == ("KZ", "Asia/Almaty")


def test_facts_change_and_an_equal_one_is_no_change(place: Place) -> None:
    desk = place.desk()
    opened(desk)
    edited = desk.edit(1, {"urgency": "critical", "identifier.contract": "12/5"})
    assert (edited.urgency, edited.revision) == (Urgency.CRITICAL, 2)
    assert [i.value for i in edited.identifiers] == ["77-1", "12/5"]
    before = place.book()
    assert desk.edit(1, {"urgency": "critical", "subject": FACTS["subject"] + " "}) == edited
    assert desk.edit(1, {}) == edited
    assert place.book() == before


@pytest.mark.parametrize("texts", [{"urgency": "mad", "subject": "New"}, {"stage": "closed"}])
def test_one_wrong_fact_and_none_is_changed(place: Place, texts: dict[str, str]) -> None:
    desk = place.desk()
    opened(desk)
    before = place.book()
    with pytest.raises(BadInput):
        desk.edit(1, texts)
    assert place.book() == before


def test_a_case_may_move_to_another_company(desk: Desk) -> None:
    opened(desk)
    desk.edit(1, {"company": "Severmart"})
    assert [c.name for c in desk.companies()] == ["Meteor", "Severmart"]
    assert desk.case(1).company == "Severmart"


def test_what_another_window_changed_is_not_overwritten(place: Place) -> None:
    desk, other = place.desk(), place.desk()
    opened(desk)
    other.look_again()
    desk.edit(1, {"urgency": "high", "amount": "5 EUR"})
    with pytest.raises(BadInput, match="Another window"):
        other.edit(1, {"urgency": "low"}, {"urgency": "normal"})
    met = other.edit(1, {"tags": "home"}, {"tags": "", "urgency": "normal"})
    assert (met.urgency, met.tags, met.revision) == (Urgency.HIGH, ("home",), 3)
    same = other.edit(1, {"urgency": "high"}, {"urgency": "normal"})
    assert same.revision == 3


def test_no_case_to_edit(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.edit(3, {"urgency": "low"})


def test_every_change_tells_the_screens(desk: Desk) -> None:
    told: list[str] = []
    desk.changed = lambda: told.append("changed")
    opened(desk)
    desk.edit(1, {"urgency": "low"})
    desk.save_letter(1, "", {})
    desk.save_company("Meteor", {"note": "slow"})
    desk.undo()
    desk.save_profile(desk.profile)
    assert len(told) == 6
