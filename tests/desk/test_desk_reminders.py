"""Reminders: each once by each way, never in quiet hours, and never lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest
from desk_story import ANNA, LISBON, Place, at, happens, opened
from dispute_story import Dispute

from tui.cases.errors import BadInput
from tui.cases.sentence import say
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.desk.reminders import told
from tui.desk.reminders.notifying import Came, NobodyThere, Notified
from tui.desk.reminders.quiet import quiet_until
from tui.desk.reminders.reminders import Message, standing
from tui.settings.config import Config, Settings
from tui.settings.notify_values import NotifySettings
from tui.wording.wording import Wording

ENGLISH = Wording("en")
SUNDAY, MONDAY = "2026-11-22T10:30", "2026-11-23T10:30"


@dataclass
class Teller:
    """A way that remembers what it was given, or cannot tell it."""

    told: list[Message] = field(default_factory=list)
    fails: Exception | None = None

    def __call__(self, message: Message) -> None:
        if self.fails:
            raise self.fails
        self.told.append(message)


def desk_of(place: Place, now: str, **told: Any) -> Desk:
    clock = FixedClock(at(now))
    notify = NotifySettings(**told)
    config = Config(language="en", country="PT", profile=ANNA, notify=notify)
    return Desk(place.store(clock), clock, Settings(config=config))


def notified(desk: Desk, teller: Callable[[Message], None], **how: Any) -> Notified:
    return desk.notify(ENGLISH, ["terminal"], teller, **how)


@pytest.fixture(autouse=True)
def _anna(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "anna")


@pytest.fixture
def book(place: Place) -> Place:
    """1 was to be answered by Friday, 2 is by Monday, 3 is a draft. Today is Sunday."""
    desk = desk_of(place, "2026-11-18T18:00")  # what is recorded on a day is no news on it
    for _ in range(3):
        opened(desk)
    happens(desk, 1, "sent", at="2026-11-16", channel="email", due="2026-11-20")
    happens(desk, 2, "sent", at="2026-11-18", channel="email", due="2026-11-23")
    return place


def test_each_is_told_once_and_the_next_day_what_is_new(book: Place) -> None:
    teller = Teller()
    assert notified(desk_of(book, SUNDAY), teller).by_way["terminal"].came is Came.TOLD
    (message,) = teller.told
    assert message.title == "Upheld: 1 late, 1 step open"
    assert message.lines[:2] == (
        "#1 Meteor: Refund of a kettle",
        "   ! They did not answer by 20 November 2026.",
    )
    before = book.book()
    assert notified(desk_of(book, "2026-11-22T23:59"), teller).by_way == {}
    assert book.book() == before  # nothing to tell, nothing written
    notified(desk_of(book, MONDAY), teller)
    assert [one.title for one in teller.told[1:]] == ["Upheld: 1 due"]


def test_two_runs_at_once_tell_it_once(book: Place) -> None:
    first, second = Teller(), Teller()

    def meanwhile(message: Message) -> None:
        first(message)
        assert notified(desk_of(book, SUNDAY), second).by_way == {}

    notified(desk_of(book, SUNDAY), meanwhile)
    notified(desk_of(book, SUNDAY), second)
    assert (len(first.told), second.told) == (1, [])


def test_what_a_run_that_died_had_claimed_is_told_after_ten_minutes(book: Place) -> None:
    dead, teller = desk_of(book, SUNDAY), Teller()
    now = standing(dead._office)
    assert told.claim(dead._office, "terminal", now, now) == now  # and there it ended
    notified(desk_of(book, "2026-11-22T10:39"), teller)
    assert teller.told == []
    notified(desk_of(book, "2026-11-22T10:41"), teller)
    assert len(teller.told) == 1


@pytest.mark.parametrize(
    ("trouble", "came"),
    [(BadInput("no way"), Came.FAILED), (NobodyThere(say("gone")), Came.NOBODY)],
)
def test_what_one_way_could_not_tell_stays_new_for_it(
    book: Place, trouble: Exception, came: Came
) -> None:
    desk, ways = desk_of(book, SUNDAY), ["terminal", "command"]
    bad, good = Teller(fails=trouble), Teller()
    desk._teller = lambda way, _: bad if way == "command" else good  # type: ignore[method-assign]
    done = desk.notify(ENGLISH, ways, good)
    assert {way: one.came for way, one in done.by_way.items()} == {
        "terminal": Came.TOLD,
        "command": came,
    }
    bad.fails = None
    done = desk.notify(ENGLISH, ways, good)
    assert list(done.by_way) == ["command"]
    assert good.told == bad.told
    assert len(bad.told) == 1


def test_whoever_is_interrupted_gives_its_claim_back(book: Place) -> None:
    desk, teller = desk_of(book, SUNDAY), Teller(fails=BrokenPipeError())
    with pytest.raises(BrokenPipeError):
        notified(desk, teller)
    teller.fails = None
    notified(desk, teller)
    assert len(teller.told) == 1


def test_quiet_hours_hold_it_and_lose_nothing(book: Place) -> None:
    teller, before = Teller(), book.book()
    done = notified(desk_of(book, "2026-11-22T23:00", quiet="22:00-08:00"), teller)
    assert done.quiet_until == at("2026-11-23T08:00")
    assert (teller.told, book.book()) == ([], before)
    notified(desk_of(book, "2026-11-23T08:00", quiet="22:00-08:00"), teller)
    assert [one.title for one in teller.told] == ["Upheld: 1 late, 1 due, 1 step open"]


@pytest.mark.parametrize(
    ("quiet", "now", "until"),
    [
        ("22:00-08:00", "2026-11-22T21:59", None),
        ("22:00-08:00", "2026-11-22T22:00", "2026-11-23T08:00"),
        ("22:00-08:00", "2026-11-23T07:59", "2026-11-23T08:00"),
        ("22:00-08:00", "2026-11-23T08:00", None),
        ("12:30-13:30", "2026-11-22T13:29", "2026-11-22T13:30"),
        ("12:30-13:30", "2026-11-22T23:00", None),
        ("10:00-10:00", "2026-11-22T10:00", None),
        ("", "2026-11-22T03:00", None),
    ],
)
def test_when_it_is_quiet(quiet: str, now: str, until: str | None) -> None:
    assert quiet_until(quiet, at(now)) == (at(until) if until else None)


def test_a_digest_comes_once_a_day_but_my_last_day_does_not_wait(book: Place) -> None:
    teller = Teller()
    notified(desk_of(book, "2026-11-23T08:00"), teller, digest=True)
    assert len(teller.told) == 1
    wrote = desk_of(book, "2026-11-22T18:00")
    happens(wrote, 2, "received", at="2026-11-22", channel="email")  # new, but it waits
    desk = desk_of(book, "2026-11-23T12:00")
    assert desk.pending(["terminal"], digest=True).by_way == {}
    assert desk.pending(["terminal"]).by_way
    happens(desk, 2, "asked", at="2026-11-23", due="2026-11-23", text="A photo")
    notified(desk, teller, digest=True)
    assert [one.title for one in teller.told[1:]] == ["Upheld: 1 mine to do"]
    notified(desk_of(book, "2026-11-24T08:00"), teller, digest=True)
    assert len(teller.told) == 2  # that #2 is late was told; nothing else is new


def test_what_was_put_off_is_told_again_when_it_comes_back(book: Place) -> None:
    teller = Teller()
    desk = desk_of(book, SUNDAY)
    notified(desk, teller)
    desk.snooze([1], "+3d")
    notified(desk, teller)
    notified(desk_of(book, "2026-11-24T12:00"), teller)
    assert not any("#1" in line for one in teller.told[1:] for line in one.lines)
    notified(desk_of(book, "2026-11-25T12:00"), teller)
    assert teller.told[-1].lines[0].startswith("#1")


def test_each_person_of_a_shared_book_is_told(book: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    teller = Teller()
    notified(desk_of(book, SUNDAY), teller)
    monkeypatch.setenv("LOGNAME", "boris")
    notified(desk_of(book, SUNDAY), teller)
    notified(desk_of(book, SUNDAY), teller)
    assert len(teller.told) == 2


def test_undo_takes_back_what_the_person_did(book: Place) -> None:
    desk = desk_of(book, SUNDAY)
    desk.edit(3, {"urgency": "low"})
    notified(desk, Teller())
    assert desk.undo().verb == "edit"
    assert notified(desk, Teller()).by_way == {}


def test_what_a_text_of_a_case_holds_reaches_nobody_raw(book: Place) -> None:
    desk, teller = desk_of(book, SUNDAY), Teller()
    desk.edit(1, {"company": "Met\x1b]9;x\x07eor", "subject": "a\u202eb"})
    notified(desk, teller)
    said = "".join((teller.told[0].title, *teller.told[0].lines))
    assert said.isprintable()


def test_the_app_says_once_what_became_due_while_it_is_open(book: Place) -> None:
    clock = FixedClock(datetime(2026, 11, 22, 23, 0, tzinfo=LISBON))
    desk = Desk(book.store(clock), clock, Settings(config=Config(country="PT")))
    assert desk.just_due() is None
    assert desk.just_due() is None
    opened(desk)
    clock.pass_days(1)
    said = desk.just_due()
    assert said
    assert ENGLISH.say(said) == "#2 Meteor: They must answer by 23 November 2026."
    assert desk.just_due() is None
    clock.pass_days(1)
    said = desk.just_due()
    assert said
    assert ENGLISH.say(said).endswith("And 1 more: see Today.")


def test_a_draft_behind_which_my_time_runs_out_is_told() -> None:
    dispute = Dispute("ru-shop", "2026-11-22", "RU", dates="delivery=2026-11-20")
    told = Teller()
    notified(dispute.desk, told)
    assert "27 November 2026" in told.told[0].text
    dispute.on("2026-11-28")
    later = Teller()
    notified(dispute.desk, later)
    assert not any("27 November" in message.text for message in later.told)
