"""Companies: known by a name that may be spelled in several ways."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from store_helpers import change

from tui.cases.company import Company, ContactPoint
from tui.cases.words import Channel
from tui.store.contract import Store
from tui.store.errors import Conflict


def put(store: Store, *companies: Company) -> list[Company]:
    with store.writing(change("company")) as book:
        return [book.put_company(company) for company in companies]


def test_a_new_company_gets_its_first_revision(store: Store, other: Store) -> None:
    put(store, Company(name="Ромашка"), Company(name="Meteor"))
    other.poll()
    assert [(c.name, c.revision) for c in other.companies()] == [("Meteor", 1), ("Ромашка", 1)]


def test_a_company_is_found_by_any_spelling(store: Store) -> None:
    (company,) = put(store, Company(name="Northbank  Plc"))
    assert store.company(" northbank PLC ") == company
    assert store.company("Northbank") is None


def test_a_changed_company_replaces_the_old_one(store: Store) -> None:
    (company,) = put(store, Company(name="Meteor"))
    point = ContactPoint(channel=Channel.PHONE, address="+7 000")
    (changed,) = put(store, replace(company, name="METEOR", contact_points=(point,)))
    assert changed.revision == 2
    assert store.companies() == (changed,)


def test_an_equal_company_is_no_change(store: Store) -> None:
    (company,) = put(store, Company(name="Meteor"))
    assert put(store, company) == [company]
    assert store.companies() == (company,)


@pytest.mark.parametrize("stale", [Company(name="meteor"), Company(name="Meteor", revision=1)])
def test_an_old_company_does_not_overwrite_a_newer_one(store: Store, stale: Company) -> None:
    (company,) = put(store, Company(name="Meteor"))
    (newer,) = put(store, replace(company, note="Ask for Ms Lind."))
    with pytest.raises(Conflict):
        put(store, stale)
    assert store.companies() == (newer,)
