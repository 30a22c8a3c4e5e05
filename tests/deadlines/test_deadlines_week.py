"""Opening hours as people write them, in both languages, and what is refused."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.cases.errors import BadInput
from tui.deadlines.hours import Hours, parse_hours
from tui.wording.wording import Wording

MOSCOW = "Europe/Moscow"


def read(text: str) -> str:
    return str(parse_hours(text, MOSCOW))


def refusal(text: str, zone: str = MOSCOW, eve: int = 0) -> str:
    with pytest.raises(BadInput) as error:
        parse_hours(text, zone, eve)
    return Wording("en").say(error.value.sentence)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Mon-Fri 09:00-18:00; Sat 10:00-14:00", "Mon-Fri 09:00-18:00; Sat 10:00-14:00"),
        ("MONDAY - friday, 9 - 18", "Mon-Fri 09:00-18:00"),
        ("Mo-Fr 9-18", "Mon-Fri 09:00-18:00"),
        ("Mon to Fri from 9 to 17:30", "Mon-Fri 09:00-17:30"),
        ("9:00-13:00, 14:00-18:00", "Mon-Fri 09:00-13:00, 14:00-18:00"),
        ("14:00-18:00; 9:00-13:00", "Mon-Fri 09:00-13:00, 14:00-18:00"),
        ("9-18; Sat 10-14", "Mon-Fri 09:00-18:00; Sat 10:00-14:00"),
        ("daily 8:00–20:00", "Mon-Sun 08:00-20:00"),
        ("every day 8—20", "Mon-Sun 08:00-20:00"),
        ("Sun-Thu 8-17", "Mon-Thu, Sun 08:00-17:00"),
        ("Sat-Sun 9-12", "Sat-Sun 09:00-12:00"),
        ("пн-пт 9:00-18:00, сб 10:00-15:00", "Mon-Fri 09:00-18:00; Sat 10:00-15:00"),
        ("Пн.–Пт.: с\u00a09.00 до 18.00", "Mon-Fri 09:00-18:00"),
        ("с пн по чт 9-18, пт 9-17", "Mon-Thu 09:00-18:00; Fri 09:00-17:00"),
        ("с понедельника по пятницу 9-18", "Mon-Fri 09:00-18:00"),
        ("пн, ср, пт 10:00-19:00", "Mon, Wed, Fri 10:00-19:00"),
        ("ежедневно 9-21", "Mon-Sun 09:00-21:00"),
        ("По будням 9-18", "Mon-Fri 09:00-18:00"),
        ("24/7", "24/7"),
        ("Круглосуточно", "24/7"),
        ("ежедневно 0:00-24:00", "24/7"),
        ("Mon 0-24", "Mon 00:00-24:00"),
        ("Mon 18-0", "Mon 18:00-24:00"),
        ("Mon-Fri 9-13; Mon 14-18", "Mon 09:00-13:00, 14:00-18:00; Tue-Fri 09:00-13:00"),
    ],
)
def test_hours_are_read_as_they_are_written(text: str, meant: str) -> None:
    assert read(text) == meant


def test_an_interval_over_midnight_is_cut_there() -> None:
    assert read("Fri 22:00-06:00") == "Fri 22:00-24:00; Sat 00:00-06:00"
    assert read("Sun 22-6") == "Mon 00:00-06:00; Sun 22:00-24:00"
    assert read("daily 22-6") == "Mon-Sun 00:00-06:00, 22:00-24:00"


def test_the_week_begins_on_monday_and_midnight_closes_a_day() -> None:
    hours = parse_hours("Tue 9:30-24", MOSCOW, 60)
    assert hours.week[1] == ((time(9, 30), time(0)),)
    assert not any(hours.week[day] for day in (0, 2, 3, 4, 5, 6))
    assert (hours.zone.key, hours.eve, hours.always) == (MOSCOW, 60, False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Mon",
        "Mon-Fri",
        "Mon-Fri 9-18, Sat",
        "Mon 9",
        "9-25",
        "24:30-8",
        "24-8",
        "9:60-18",
        "9:5-18",
        "9-1314-18",
        "9:00:00-18:00",
        "Mon9-18",
        "Monkey 9-18",
        "Mon-Fri 9am-5pm",
        "Mon-Fri 9-18 or so",
        "сб-вс выходной",
        "١-٣",
        ", 9-18",
        "24/7 9-18",
        "пн " * 20_000,
    ],
)
def test_anything_else_is_refused_with_a_right_form(text: str) -> None:
    told = refusal(text)
    assert "“Mon-Fri 09:00-18:00; Sat 10:00-14:00”, or 24/7" in told
    right = told.split("like “")[-1].split("”")[0]
    assert read(right) == right


@pytest.mark.parametrize("text", ["9-18, 17-19", "Mon-Fri 9-18; Mon 10-11", "daily 22-8, 7-9"])
def test_times_that_overlap_are_refused(text: str) -> None:
    assert "overlap" in refusal(text)


def test_times_that_only_touch_are_not() -> None:
    assert read("9-12, 12-18") == "Mon-Fri 09:00-12:00, 12:00-18:00"


def test_an_interval_of_no_time_is_refused() -> None:
    assert "9 to 9:00 is no time" in refusal("9-9:00")


@pytest.mark.parametrize("zone", ["", "Mars/One", "../x", "/etc", "Europe", "x\0", "E" * 3000])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    assert "Europe/Moscow" in refusal("9-18", zone)


@pytest.mark.parametrize("eve", [-1, 24 * 60])
def test_a_day_is_not_shortened_below_nothing_or_by_more_than_itself(eve: int) -> None:
    assert f"{eve} minutes" in refusal("9-18", eve=eve)


minutes = st.integers(0, 24 * 60 - 1)
edges_of_a_day = st.sets(minutes, max_size=6).map(sorted)
zones = st.sampled_from(["UTC", MOSCOW, "Europe/London", "America/New_York"])


def as_time(minute: int) -> time:
    return time(*divmod(minute, 60))


@st.composite
def any_hours(draw: st.DrawFn) -> Hours:
    text = []
    for name in ["Mon", "вт", "Wed", "чт", "FRI", "сб", "Su"]:
        edges = draw(edges_of_a_day)
        if len(edges) % 2:
            edges.append(24 * 60)
        for opens, closes in zip(edges[::2], edges[1::2], strict=True):
            text.append(f"{name} {as_time(opens):%H:%M}-{closes // 60:02}:{closes % 60:02}")
    written = "; ".join(draw(st.permutations(text)))
    return parse_hours(written or "24/7", "UTC")


@given(any_hours(), zones, st.integers(0, 120))
def test_written_hours_are_read_back(hours: Hours, zone: str, eve: int) -> None:
    assert parse_hours(str(hours), zone, eve).week == hours.week
    assert str(parse_hours(str(hours).upper(), zone)) == str(hours)


@given(st.text("MonFriпнтсбдо0123456789:-,;. /\n", max_size=40) | st.text(max_size=20))
def test_no_text_does_worse_than_a_refusal(text: str) -> None:
    try:
        hours = parse_hours(text, "UTC")
    except BadInput:
        return
    assert parse_hours(str(hours), "UTC") == hours
