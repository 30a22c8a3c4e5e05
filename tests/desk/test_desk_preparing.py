"""What to have at hand for a case of the book."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_story import ANNA, Place, at, happens, opened

from tui.advice.preparation.preparation_list import Item, State
from tui.cases.errors import NotFound
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.desk.keeping.sample_book import fill_with_sample, sample_settings
from tui.store.opening import memory_store


def item(desk: Desk, case_id: int, name: str) -> Item:
    return next(one for one in desk.preparation(case_id).items if one.id == name)


def test_identifiers_are_known_by_the_names_that_letters_know(desk: Desk) -> None:
    case = opened(desk, identifiers="номер заказа: 77-1\nRRN: 1234")
    assert item(desk, case.id, "order").sentence.values["value"] == "77-1"
    assert item(desk, case.id, "payment").state is State.DONE
    assert item(desk, case.id, "card").state is State.MISSING


def test_a_file_of_the_book_is_found_and_what_i_said_of_it(tmp_path: Path) -> None:
    desk = Place(tmp_path).desk()
    case = opened(desk)
    scan, receipt = tmp_path / "scan.bin", tmp_path / "receipt.bin"
    for file in (scan, receipt):
        file.write_bytes(file.name.encode())
    happens(desk, case.id, "evidence", files=[receipt])
    assert item(desk, case.id, "receipt").state is State.SEEMS
    assert item(desk, case.id, "statement").state is State.MISSING
    happens(desk, case.id, "evidence", files=[scan], text="bank statement")
    assert item(desk, case.id, "statement").state is State.DONE


def test_results_name_the_sum_and_the_day_in_the_language_of_the_letter(desk: Desk) -> None:
    english = opened(desk, amount="124.90 EUR")
    # Ten working days from Sunday, 22 November; 1 December is a holiday in Portugal.
    assert desk.preparation(english.id).results[0] == (
        "Please refund €124.90 to the card I paid with by 7 December 2026."
    )
    russian = opened(desk, language="ru", amount="124.90 EUR")
    assert "124,90\N{NO-BREAK SPACE}€" in desk.preparation(russian.id).results[0]
    assert desk.preparation(russian.id).results[0].endswith("до 7 декабря 2026 г.")


def test_a_day_that_is_over_is_not_asked_for() -> None:
    place = Place()
    case = opened(place.desk(at("2026-10-01T12:00")))
    happens(place.desk(at("2026-10-01T12:00")), case.id, "sent", channel="email")
    (first, *_) = place.desk().preparation(case.id).results
    assert first.endswith("by 7 December 2026.")  # as the next step has it


def test_my_contacts_come_from_the_profile(desk: Desk) -> None:
    case = opened(desk)
    assert ANNA.email
    assert item(desk, case.id, "me").state is State.DONE
    assert item(desk, case.id, "where").state is State.MISSING
    desk.save_company("Meteor", {}, "phone +7 900")
    assert item(desk, case.id, "where").state is State.DONE


def test_texts_are_harmless_for_a_terminal(desk: Desk) -> None:
    case = opened(desk, identifiers="order: 77\x1b[31m")
    assert "\x1b" not in str(item(desk, case.id, "order").sentence.values["value"])


def test_a_case_that_is_not_there(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.preparation(9)


def test_the_list_agrees_with_the_board_for_the_whole_sample() -> None:
    clock = FixedClock(at("2026-11-23T12:00"))
    store = memory_store(at=clock.now)
    fill_with_sample(store, clock)
    desk = Desk(store, clock, sample_settings("en"))
    for number, card in store.cards.items():
        assert desk.preparation(number).gaps == len(card.gaps), number
