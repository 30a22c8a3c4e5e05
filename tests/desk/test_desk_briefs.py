"""What is kept of the cards for the board tells at any moment what cards read anew would tell."""

from __future__ import annotations

import random
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest
from desk_story import ANNA, NOW, Place, happens, opened

from tui.cases.errors import UpheldError
from tui.clock import FixedClock
from tui.desk.board import boards
from tui.desk.board.standing import board_order
from tui.desk.desk import Desk
from tui.desk.keeping.doctoring import restored
from tui.desk.views import BoardView
from tui.settings.config import Config, Settings

PROGRAM = "this program"
QUERIES = ("", "r", "re", "ref", "refund", "is:late", "stage:w", "-refund", "re is:open", "#2")


def shown(view: BoardView) -> object:
    return ([column.cards for column in view.columns], view.late, view.due_today, view.my_move)


def _change(desk: Desk, chance: random.Random) -> None:
    """Something that may move a card to another place, or take it away."""
    number = chance.choice([card.id for card in desk.listed()] or [0])
    match chance.randrange(6) if number else 0:
        case 0 | 1:
            zone = chance.choice(("", "Asia/Tokyo"))
            opened(desk, subject=chance.choice(("A kettle", "Возврат")), timezone=zone)
        case 2:
            desk.edit(number, {"subject": chance.choice(("Refund", "Other", "Re: this"))})
        case 3:
            due = chance.choice(("", "2026-11-24", "2026-12-24"))
            happens(desk, number, "sent", at="2026-11-10", due=due)
        case 4:
            desk.undo()
        case 5 if chance.random() < 0.3:
            happens(desk, number, "closed", outcome="upheld", at="2026-11-20")
        case _:
            happens(desk, number, "note", text="the refund again")


@pytest.mark.parametrize("seed", range(3))
def test_the_board_is_what_a_window_just_opened_shows(seed: int) -> None:
    """After changes here and elsewhere, and on the next days."""
    chance, place, clock = random.Random(seed), Place(), FixedClock(NOW)
    settings = Settings(config=Config(language="en", country="PT", profile=ANNA))
    here, there = Desk(place.store(clock), clock, settings), place.desk()
    for day in range(3):
        for desk in (here, there) * 8:
            with suppress(UpheldError):
                _change(desk, chance)
            here.look_again()
            query = chance.choice(QUERIES)
            later = place.desk(NOW.replace(day=NOW.day + day))
            assert shown(here.board(query)) == shown(later.board(query))
        clock.pass_days(1)


def test_its_order_is_that_of_a_card_alone() -> None:
    place, chance = Place(), random.Random(7)
    desk = place.desk()
    for stage in ("closed", "sent", "sent"):
        case = opened(desk)
        happens(desk, case.id, stage, **({"outcome": "upheld"} if stage == "closed" else {}))
    for _ in range(60):
        with suppress(UpheldError):
            _change(desk, chance)
    for column in desk.board().columns:
        assert list(column.cards) == sorted(column.cards, key=board_order)
    assert sum(bool(column.cards) for column in desk.board().columns) >= 3


@pytest.mark.parametrize(
    ("zones", "until"),
    [
        ((), "2026-11-23T00:00+00:00"),  # where I am: Lisbon
        (("Asia/Vladivostok",), "2026-11-22T14:00+00:00"),
        (("Asia/Vladivostok", "Asia/Tokyo"), "2026-11-22T14:00+00:00"),
        (("America/New_York",), "2026-11-23T00:00+00:00"),
    ],
)
def test_the_board_holds_until_a_day_is_over_where_a_company_is(
    zones: tuple[str, ...], until: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Lisbon")
    time.tzset()
    desk = Place().desk()
    for zone in zones:
        opened(desk, timezone=zone)
    assert desk.board_holds_until == datetime.fromisoformat(until).timestamp()
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("days", [0, 1])
def test_what_was_kept_of_a_book_gives_the_same_board(
    days: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On its day without looking at a card, and on the next one."""
    place, chance = Place(), random.Random(days)
    desk = place.desk()
    for _ in range(40):
        with suppress(UpheldError):
            _change(desk, chance)
    kept = desk.packed_briefs(PROGRAM)
    fresh, other = (place.desk(NOW.replace(day=NOW.day + days)) for _ in range(2))
    if not days:
        monkeypatch.setattr(boards, "_brief", lambda *_: 1 / 0)  # nobody makes one
    fresh.take_briefs(kept, PROGRAM)
    told = [shown(fresh.board(query)) for query in QUERIES]
    monkeypatch.undo()
    assert told == [shown(other.board(query)) for query in QUERIES]
    happens(fresh, fresh.listed()[0].card.id, "note", text="of a later change")
    assert shown(fresh.board()) == shown(place.desk(NOW.replace(day=NOW.day + days)).board())


def test_what_changed_since_is_made_anew_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """In another window, or by cron, while nobody had the board open."""
    place, made, make = Place(), [], boards._brief
    desk = place.desk()
    for _ in range(5):
        opened(desk, subject="A kettle")
    kept = desk.packed_briefs(PROGRAM)
    happens(desk, 2, "sent", at="2026-11-10", due="2026-11-12")
    opened(desk, subject="Another")
    desk.undo()
    opened(desk, subject="One more")
    monkeypatch.setattr(boards, "_brief", lambda *given: made.append(1) or make(*given))
    fresh = place.desk()
    assert fresh.take_briefs(kept, PROGRAM)
    told = shown(fresh.board())
    assert len(made) == 2
    assert told == shown(place.desk().board())
    again, kept = place.desk(), fresh.packed_briefs(PROGRAM)
    assert again.take_briefs(kept, PROGRAM)
    assert again.packed_briefs(PROGRAM) == b"", "it is kept already"


def test_of_a_book_that_was_put_back_nothing_is_taken(tmp_path: Path) -> None:
    """The same number of changes says nothing there."""
    place = Place(tmp_path)
    desk = place.desk()
    opened(desk, subject="A kettle")
    copy = desk.backup()
    opened(desk, subject="Another")
    kept = desk.packed_briefs(PROGRAM)
    assert place.desk().take_briefs(kept, PROGRAM)
    restored(tmp_path / "data", copy.name, patience=5)
    opened(place.desk(NOW.replace(hour=23)), subject="Not the same")
    assert not place.desk().take_briefs(kept, PROGRAM)


@pytest.mark.parametrize("fault", ["of another program", "cut", "nothing", "of another book"])
def test_what_was_kept_of_something_else_is_not_taken(fault: str) -> None:
    place = Place()
    opened(place.desk(), subject="A kettle")
    kept = place.desk().packed_briefs(PROGRAM)
    kept = {"cut": kept[:-3], "nothing": b""}.get(fault, kept)
    there = Place() if fault == "of another book" else place
    fresh = there.desk()
    assert not fresh.take_briefs(kept, PROGRAM + " 2" * (fault == "of another program"))
    assert shown(fresh.board()) == shown(there.desk().board())


def test_a_card_that_cannot_be_read_just_now_is_made_the_next_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place = Place()
    here, there = place.desk(), place.desk()
    assert there.board().is_empty
    opened(here, subject="A kettle")
    assert shown(there.board()) != shown(here.board())
    there.look_again()
    with monkeypatch.context() as broken:
        broken.setattr(boards, "_brief", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            there.board()
    assert shown(there.board()) == shown(here.board())


def test_on_a_day_before_nothing_is_taken_for_known() -> None:
    """A clock that was wrong, and is put back."""
    place, chance = Place(), random.Random(3)
    desk = place.desk()
    for _ in range(20):
        with suppress(UpheldError):
            _change(desk, chance)
    clock = FixedClock(NOW)
    settings = Settings(config=Config(language="en", country="PT", profile=ANNA))
    here = Desk(place.store(clock), clock, settings)
    for days in (9, -20, 5):
        clock.pass_days(days)
        assert shown(here.board()) == shown(place.desk(clock.now()).board())


def test_a_board_that_was_looked_at_tells_no_other_card_later() -> None:
    """Whoever draws it may ask again, before or after somebody asked the one that came next."""
    desk = Place().desk()
    opened(desk, subject="A kettle")
    old = desk.board()
    assert old.cards[1].card.subject == "A kettle"
    desk.edit(1, {"subject": "A teapot"})
    new = desk.board()
    for _ in range(2):
        assert old.cards[1].card.subject == "A kettle"
        assert new.cards[1].card.subject == "A teapot"


def test_what_a_filter_left_out_is_in_none_of_its_cards() -> None:
    desk = Place().desk()
    for subject in ("A kettle", "A teapot"):
        opened(desk, subject=subject)
    cards = desk.board("teapot").cards
    assert (list(cards), 1 in cards, cards.get(1), cards[2].card.id) == ([2], False, None, 2)
