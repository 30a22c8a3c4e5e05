"""What is told of mails without asking: each that waits, once; and nothing that contradicts it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from desk_story import NOW, Place, happens
from mail_story import a_bounce, a_mail, take_in, written_to

from tui.desk.desk import Desk
from tui.desk.reminders.reminders import standing
from tui.wording.wording import Wording

STRANGER = "Ann <x@elsewhere.example>"
WROTE = "They wrote on 21 November 2026: judge what it is."


@pytest.fixture
def place(tmp_path: Path) -> Place:
    place = Place(tmp_path)
    written_to(place.desk())  # they have until 30 November
    return place


def on(place: Place, day: int, *mails: bytes) -> Desk:
    """The book so many days after 22 November, with mails that came since."""
    desk = place.desk(NOW + timedelta(days=day))
    if place.folder and mails:
        take_in(desk, place.folder / "came", *mails)
    return desk


def told(desk: Desk) -> list[str]:
    return [Wording("en").say(news.sentence) for news in standing(desk._office)]


def keys(desk: Desk) -> set[str]:
    return {news.key for news in standing(desk._office)}


def test_each_mail_of_a_case_is_told_and_nobody_is_called_late_beside_it(place: Place) -> None:
    desk = on(place, 5, a_mail())
    assert told(desk) == [WROTE]
    before = keys(desk)
    desk = on(place, 5, a_mail("Another."))
    assert len(keys(desk) - before) == 1
    assert told(on(place, 20)) == [WROTE, WROTE]  # not that they did not answer by the 30th


def test_a_mail_that_may_be_their_answer_is_told_instead_of_their_silence(place: Place) -> None:
    assert told(on(place, 20))[0] == "They did not answer by 30 November 2026."
    assert told(on(place, 20, a_mail(sender=STRANGER))) == [
        "Mail 1 of 21 November 2026 waits in the Inbox: it may be their answer."
    ]


def test_the_inbox_is_told_when_one_more_has_come(place: Place) -> None:
    desk = on(place, 2, a_mail("Buy!", answers="", subject="Sale", sender=STRANGER))
    assert told(desk) == ["1 mail waits: x@elsewhere.example, Sale"]
    first = keys(desk)
    assert keys(on(place, 3)) == first
    message = desk.notify(Wording("en"), ["terminal"], lambda message: None)
    assert [news.card for news in message.news] == [None]
    desk = on(place, 3, a_mail("More!", answers="", subject="Sale 2", sender=STRANGER))
    assert told(desk) == ["2 mails wait, the newest: x@elsewhere.example, Sale 2"]
    assert keys(desk) != first
    desk.ignore_mail(1)
    desk.ignore_mail(2)
    assert told(desk) == []


def test_a_letter_that_came_back_is_told_at_once(place: Place) -> None:
    assert told(on(place, 0, a_bounce())) == ["Your move: send it again, another way."]


def test_what_i_recorded_today_of_an_earlier_day_is_told_tomorrow(place: Place) -> None:
    happens(on(place, 2), 1, "answered", answer="solved", at="2026-11-21")
    assert told(on(place, 2)) == []
    assert told(on(place, 3)) == ["Your move: close the case as upheld."]


def test_a_day_that_is_over_is_not_told_as_one_to_come(place: Place) -> None:
    happens(place.desk(), 1, "promise", promise="2026-12-04")
    assert told(on(place, 8)) == ["They must answer by 30 November 2026."]
    assert told(on(place, 9)) == [
        "Their answer was due on 30 November 2026; it is late from 5 December 2026 on."
    ]
