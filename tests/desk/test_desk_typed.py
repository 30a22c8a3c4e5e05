"""What people type for a moment and for a channel, in both languages."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from desk_story import LISBON, NOW, Place, happens, opened
from hypothesis import given
from hypothesis import strategies as st

from tui.cases.errors import BadInput
from tui.cases.words import Channel, Problem
from tui.desk.cases.facts import word_of
from tui.desk.desk import Desk
from tui.desk.figures.companies import points_of
from tui.wording.wording import Wording


def recorded(desk: Desk, text: str) -> datetime:
    return happens(desk, opened(desk).id, "note", at=text).timeline[-1].at


@pytest.mark.parametrize(
    ("text", "wall"),
    [
        ("06.11.2026", "2026-11-06 12:00"),
        ("06.11.2026 10:30", "2026-11-06 10:30"),
        ("6.11.2026  9:05", "2026-11-06 09:05"),
        ("06.11", "2026-11-06 12:00"),
        ("06.11 10:30", "2026-11-06 10:30"),
        ("23.11 10:30", "2025-11-23 10:30"),
        ("29.02", "2024-02-29 12:00"),
        ("10:29", "2026-11-22 10:29"),
        ("сегодня 09:00", "2026-11-22 09:00"),
        ("Вчера", "2026-11-21 12:00"),
        ("ВЧЕРА 10:30", "2026-11-21 10:30"),
        ("yesterday 10:30", "2026-11-21 10:30"),
        ("yesterday", "2026-11-21 12:00"),
        ("22.11", "2026-11-22 10:30"),
        ("today", "2026-11-22 10:30"),
        ("2026-11-06 10:30", "2026-11-06 10:30"),
    ],
)
def test_a_moment_as_it_is_written_or_said(desk: Desk, text: str, wall: str) -> None:
    assert recorded(desk, text) == datetime.fromisoformat(wall).replace(tzinfo=LISBON)


@pytest.mark.parametrize(
    "text", ["10:31", "22.11 10:31", "завтра", "tomorrow 9:00", "23.11.2026", "сегодня 23:59"]
)
def test_a_moment_ahead_is_refused(desk: Desk, text: str) -> None:
    with pytest.raises(BadInput, match="lies ahead"):
        recorded(desk, text)


@pytest.mark.parametrize(
    "text",
    [
        *("6.11.26", "12/05", "понедельник", "24:00", "10:60", "вчера 25:00"),
        *("+3д 10:30", "6.11 вечером"),
    ],
)
def test_what_is_no_moment_is_refused_in_one_sentence(desk: Desk, text: str) -> None:
    with pytest.raises(BadInput) as error:
        recorded(desk, text)
    assert Wording("en").say(error.value.sentence) == (
        f"“{text}” is not a date. Write 22.11.2026 14:05, 2026-11-22 14:05, 14:05 or yesterday."
    )


@pytest.mark.parametrize("text", ["31.02 10:30", "30.02.2026"])
def test_a_moment_on_a_day_of_no_calendar_is_refused(desk: Desk, text: str) -> None:
    with pytest.raises(BadInput, match="There is no day"):
        recorded(desk, text)


def test_their_clock_says_which_day_yesterday_is() -> None:
    desk = Place().desk(NOW + timedelta(hours=6))  # in Vladivostok it is 02:30 on Monday
    case = opened(desk, timezone="Asia/Vladivostok")
    event = happens(desk, case.id, "note", at="вчера 10:30").timeline[-1]
    assert event.at.isoformat() == "2026-11-22T10:30:00+10:00"


@given(st.datetimes(datetime(2001, 1, 1), datetime(2026, 11, 22, 10, 30)))
def test_a_moment_written_with_full_stops_is_itself(wall: datetime) -> None:
    at = recorded(Place().desk(), f"{wall:%d.%m.%Y %H:%M}")
    assert at.replace(tzinfo=None) == wall.replace(second=0, microsecond=0)


def test_a_promise_is_typed_in_russian_and_counts_from_the_event(desk: Desk) -> None:
    case = opened(desk)
    event = happens(desk, case.id, "sent", at="вчера", promise="завтра", due="+3д").timeline[-1]
    assert (event.at.time(), event.promise) == (time(12), date(2026, 11, 22))
    assert event.due == date(2026, 11, 24)


NAMES = {
    Channel.PHONE: ("phone", "Tel", "tel.", "Телефон", "тел", "тел."),
    Channel.EMAIL: ("email", "E-mail", "e_mail", "mail", "ПОЧТА", "эл. почта", "Эл.почта", "имейл"),
    Channel.CHAT: ("chat", "Чат"),
    Channel.FORM: ("form", "web form", "Web-form", "форма", "веб-форма", "сайт"),
    Channel.SOCIAL: ("social", "social network", "соцсеть", "Социальная  сеть", "мессенджер"),
    Channel.LETTER: ("letter", "registered letter", "письмо", "Заказное письмо", "Адрес"),
    Channel.IN_PERSON: ("in_person", "in person", "In-Person", "лично"),
}
NAMED = [(name, channel) for channel, names in NAMES.items() for name in names]


@pytest.mark.parametrize(("name", "channel"), NAMED)
def test_a_channel_by_the_name_people_use(name: str, channel: Channel) -> None:
    assert word_of(Channel, f" {name} ", "channel") is channel
    for mark in ("", ":"):
        (point,) = points_of(f"{name}{mark} help@x.example # around the clock")
        assert (point.channel, point.address) == (channel, "help@x.example")
        assert point.note == "around the clock"


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("channel", Channel)
def test_the_word_on_the_screen_is_a_word_that_is_read(language: str, channel: Channel) -> None:
    assert word_of(Channel, Wording(language).term(channel), "channel") is channel


@pytest.mark.parametrize("line", ["голубь 5", "эл 5", "телефонный 5", "mail.example 5", "in 5"])
def test_a_longer_or_shorter_word_is_no_channel(line: str) -> None:
    with pytest.raises(BadInput, match="is not known"):
        points_of(line)


def test_what_is_no_channel_is_answered_in_the_words_of_the_screen() -> None:
    with pytest.raises(BadInput) as refused:
        points_of("голубь 5")
    said = Wording("ru").say(refused.value.sentence)
    assert "голубь" in said
    assert "веб-форма" in said
    assert "in_person" not in said


@pytest.mark.parametrize("line", ["эл. почта", "заказное письмо:", "in person # at noon"])
def test_a_channel_without_an_address_is_refused(line: str) -> None:
    with pytest.raises(BadInput, match="names no address"):
        points_of(line)


def test_a_mark_of_its_own_belongs_to_the_address() -> None:
    (point,) = points_of("phone : 5")
    assert (point.channel, point.address) == (Channel.PHONE, ": 5")


def test_names_of_channels_are_no_names_of_other_things() -> None:
    with pytest.raises(BadInput, match="is not known"):
        word_of(Problem, "почта", "problem")
