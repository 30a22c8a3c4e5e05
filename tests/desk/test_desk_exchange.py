"""Taken out and put in again, cases are the same cases."""

from __future__ import annotations

import json
from typing import Any

import pytest
from desk_story import NOW, Place, happens, opened
from generated_cases import CASES
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.errors import BadInput
from tui.clock import FixedClock
from tui.desk.cases.exchange import Counts
from tui.desk.desk import Desk
from tui.desk.keeping.sample_book import fill_with_sample, sample_settings
from tui.store.opening import memory_store

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=4,
)
UNKNOWN = st.dictionaries(st.sampled_from(["colour", "x-1", "новое"]), JSON, max_size=2)


def _all(desk: Desk) -> list[Case]:
    """The cases without what each book counts for itself."""
    return [replace(desk.case(view.id), id=0, revision=0) for view in desk.listed()]


def _through_json(document: dict[str, Any]) -> Any:
    return json.loads(json.dumps(document))


def _sample() -> Desk:
    clock = FixedClock(NOW)
    store = memory_store(at=clock.now)
    fill_with_sample(store, clock)
    return Desk(store, clock, sample_settings("en"))


def test_the_sample_book_goes_over_whole(place: Place) -> None:
    sample, desk = _sample(), place.desk()
    document = _through_json(sample.export())
    assert desk.import_document(document) == Counts(added=len(sample.listed()))
    assert _all(place.desk()) == _all(sample)
    assert place.desk().companies() == tuple(replace(c, revision=1) for c in sample.companies())
    assert [v.card.stage for v in desk.listed()] == [v.card.stage for v in sample.listed()]


def test_taken_in_twice_changes_nothing(place: Place) -> None:
    sample, desk = _sample(), place.desk()
    document = _through_json(sample.export())
    desk.import_document(document)
    before = place.book()
    assert desk.import_document(document) == Counts(unchanged=len(sample.listed()))
    assert place.book() == before


@settings(deadline=None)
@given(cases=st.lists(CASES, min_size=1, max_size=3), unknown=UNKNOWN)
def test_generated_cases_go_over_whole(cases: list[Case], unknown: dict[str, Any]) -> None:
    there, here = Place().desk(), Place().desk()
    there.open_cases([replace(case, extra=unknown) for case in cases])
    document = _through_json(there.export())
    assert here.import_document(document).added == len(cases)
    assert _all(here) == _all(there)
    assert _through_json(here.export())["companies"] == document["companies"]
    assert here.import_document(document) == Counts(unchanged=len(cases))


def test_some_cases_with_their_companies_however_these_are_spelled(desk: Desk) -> None:
    desk.save_company("Meteor", {})
    desk.save_company("Severmart", {})
    opened(desk)
    desk.edit(1, {"company": "METEOR"})
    opened(desk, company="Severmart")
    document = desk.export((1,))
    assert [case["id"] for case in document["cases"]] == [1]
    assert [company["name"] for company in document["companies"]] == ["Meteor"]
    assert (document["format"], len(desk.export()["companies"])) == ("upheld-1", 2)


def test_a_later_revision_brings_the_case_up_to_date(place: Place) -> None:
    there, here = Place().desk(), place.desk()
    opened(there)
    here.import_document(there.export())
    happens(there, 1, "sent")
    there.edit(1, {"urgency": "high"})
    later = _through_json(there.export())
    assert here.import_document(later) == Counts(updated=1)
    assert _all(place.desk()) == _all(there)
    assert here.import_document(later) == Counts(unchanged=1)


def test_an_earlier_revision_does_not(place: Place) -> None:
    there, here = Place().desk(), place.desk()
    opened(there)
    early = _through_json(there.export())
    here.import_document(early)
    happens(here, 1, "sent")
    before = place.book()
    assert here.import_document(early) == Counts(unchanged=1)
    assert place.book() == before


def test_old_and_new_ones_together(desk: Desk) -> None:
    there = Place().desk()
    opened(there)
    desk.import_document(there.export())
    opened(there, subject="Another")
    assert desk.import_document(there.export()) == Counts(added=1, unchanged=1)
    change = desk.undo()
    assert (change.verb, change.detail) == ("import", "2")
    assert [view.id for view in desk.listed()] == [1]


def test_a_company_that_is_known_stays_as_it_is(desk: Desk) -> None:
    there = Place().desk()
    there.save_company("meteor", {"note": "theirs"})
    desk.save_company("Meteor", {"note": "mine"})
    desk.import_document(there.export())
    assert [(c.name, c.note) for c in desk.companies()] == [("Meteor", "mine")]


@pytest.mark.parametrize(
    "companies",
    [
        *([{"name": 5}], [{}], ["Meteor"], 5, None, "Meteor", {"name": "Meteor"}),
        *([{"name": " "}], [{"name": "A", "timezone": "Moscow"}]),
        *([{"name": "A", "country": "Narnia"}], [{"name": "A", "contact_points": [{}]}]),
        [{"name": "A", "contact_points": [{"channel": "pigeon", "address": "x"}]}],
    ],
    ids=str,
)
def test_companies_that_cannot_be_used_are_refused(place: Place, companies: Any) -> None:
    desk = place.desk()
    there = Place().desk()
    opened(there)
    with pytest.raises(BadInput, match="companies cannot be used"):
        desk.import_document({**there.export(), "companies": companies})
    assert place.book() is None


@settings(deadline=None)
@given(document=JSON | st.fixed_dictionaries({"cases": JSON, "companies": JSON}))
def test_whatever_is_taken_in_is_refused_or_whole(document: Any) -> None:
    place = Place()
    try:
        counts = place.desk().import_document(document)
    except BadInput:
        assert place.book() is None
    else:
        assert counts == Counts()
