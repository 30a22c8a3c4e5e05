"""Calendars with a person's own days, and with the doubt about years of one source."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from law_texts import lawful, refusal

from tui.cases.errors import BadInput
from tui.deadlines.calendars import calendar_for
from tui.deadlines.own_days import OneSource, OwnDay, WithOwnDays
from tui.playbooks.calendar_years import confirmed_years, read_years
from tui.playbooks.law import Law

SATURDAY, MONDAY = date(2026, 6, 20), date(2026, 6, 22)
RUSSIA_DAY = date(2026, 6, 12)
BRIDGE = OwnDay("RU", MONDAY, works=False, name="Сабантуй")
SHIFT = OwnDay("RU", RUSSIA_DAY, works=True)


def test_own_days_win_and_other_days_stay() -> None:
    plain = calendar_for("RU")
    calendar = WithOwnDays(plain, [BRIDGE, SHIFT])
    assert not calendar.is_working(MONDAY)
    assert calendar.why_off(MONDAY) == "Сабантуй"
    assert not plain.is_working(RUSSIA_DAY)
    assert calendar.is_working(RUSSIA_DAY)
    assert calendar.why_off(RUSSIA_DAY) == ""
    assert calendar.why_off(SATURDAY) == "weekend"
    assert calendar.is_working(date(2026, 6, 23))
    assert calendar.id == "RU"


@pytest.mark.parametrize(
    ("first", "last", "flags"),
    [
        (date(2026, 6, 13), date(2026, 6, 21), ()),
        (date(2026, 6, 13), MONDAY, ("own_days",)),
        (MONDAY, MONDAY, ("own_days",)),
        (date(2026, 6, 23), date(2026, 7, 1), ()),
        (MONDAY, date(2060, 1, 1), ("calendar_unpublished", "own_days")),
    ],
)
def test_the_flag_says_where_an_own_day_lies(
    first: date, last: date, flags: tuple[str, ...]
) -> None:
    assert WithOwnDays(calendar_for("RU"), [BRIDGE]).flags(first, last) == flags


@pytest.mark.parametrize(
    ("last", "flags"),
    [
        (date(2026, 12, 31), ()),
        (date(2027, 1, 1), ("calendar_one_source",)),
        (date(2027, 12, 31), ("calendar_one_source",)),
        (date(2028, 1, 1), ("calendar_unpublished",)),
    ],
)
def test_a_year_of_one_source_is_doubted(last: date, flags: tuple[str, ...]) -> None:
    calendar = OneSource(calendar_for("RU"), 2026)
    assert calendar.flags(date(2026, 11, 22), last) == flags
    assert (calendar.id, calendar.is_working(MONDAY)) == ("RU", True)
    assert calendar.why_off(SATURDAY) == "weekend"


@pytest.mark.parametrize(
    ("given", "asked", "holds"),
    [
        ("GB", "GB", True),
        ("GB", "gb-sct", True),
        ("GB", "GB-ANY", True),
        ("GB-SCT", "UK-SCT", True),
        ("GB-SCT", "GB-ENG", False),
        ("GB-S", "GB-SCT", False),
        ("GB-SCT", "GB", False),
        ("GB", "DE", False),
        ("GB", "", False),
    ],
)
def test_a_day_holds_where_it_is_given_and_below(
    tmp_path: Path, given: str, asked: str, holds: bool
) -> None:
    text = f'[[day]]\ncalendar = "{given}"\ndate = 2026-06-22\nworks = false\nname = "Fair"\n'
    calendar = lawful(tmp_path, own={"my": text}).calendar(asked)
    assert calendar.why_off(MONDAY) == ("Fair" if holds else "")


def test_a_region_without_a_calendar_has_the_days_of_its_country(tmp_path: Path) -> None:
    text = '[[day]]\ncalendar = "RU-TA"\ndate = 2026-06-22\nworks = false\nname = "Сабантуй"\n'
    law = lawful(tmp_path, own={"my": text})
    calendar = law.calendar("RU-TA")
    assert calendar.id == "RU-TA"
    assert calendar.why_off(MONDAY) == "Сабантуй"
    assert calendar.why_off(RUSSIA_DAY) == "День России"
    assert calendar.flags(RUSSIA_DAY, date(2027, 1, 11)) == ("calendar_one_source", "own_days")
    assert law.calendar("RU").is_working(MONDAY)
    with pytest.raises(BadInput):  # of this one the person says nothing
        law.calendar("RU-BA").is_working(MONDAY)


def test_a_part_of_a_country_goes_before_the_whole(tmp_path: Path) -> None:
    text = (
        '[[day]]\ncalendar = "GB-SCT"\ndate = 2026-06-22\nworks = false\nname = "Fair"\n'
        '[[day]]\ncalendar = "GB"\ndate = 2026-06-22\nworks = true\n'
        '[[day]]\ncalendar = "GB"\ndate = 2026-06-23\nworks = false\nname = "Rest"\n'
    )
    law = lawful(tmp_path, own={"my": text})
    assert law.calendar("GB-SCT").why_off(MONDAY) == "Fair"
    for part in ("GB-SCT", "GB", "GB-ANY", "UK"):
        assert law.calendar(part).why_off(date(2026, 6, 23)) == "Rest"
    assert law.calendar("GB-ENG").is_working(MONDAY)
    assert law.calendar("DE").is_working(date(2026, 6, 23))


def test_the_law_doubts_russia_of_2027_and_no_other_country() -> None:
    span = date(2026, 12, 1), date(2027, 2, 1)
    assert Law().calendar("RU").flags(*span) == ("calendar_one_source",)
    assert Law().calendar("DE-BE").flags(*span) == ()
    assert Law().calendar("").flags(*span) == ("weekends_only",)
    assert confirmed_years() == {"RU": 2026}


def test_an_unknown_country(tmp_path: Path) -> None:
    said = refusal(lawful(tmp_path).calendar, "Atlantis", error=BadInput)
    assert said.startswith("There is no calendar for “Atlantis”.")


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("confirmed_until = 1999", "confirmed_until"),
        ("confirmed_until = 2026\nuntil = 1", "until"),
        ("source = []", "source"),
    ],
)
def test_a_fault_in_the_years_is_named(text: str, field: str) -> None:
    whole = f'[calendar."RU"]\n{text}\n'
    if "source" not in text:
        whole += '[[calendar."RU".source]]\naddress = "x"\nkind = "law"\nseen_on = 2026-11-22\n'
    said = refusal(read_years, whole, "years.toml", error=BadInput)
    assert said.startswith(f"years.toml, calendar “RU”, field “{field}”: ")
