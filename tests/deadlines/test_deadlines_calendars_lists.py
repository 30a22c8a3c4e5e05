"""Days off of 2026 written out: the nations of the United Kingdom, the United States, Germany."""

from __future__ import annotations

from datetime import date

import pytest
from days_off import days_of, left_to_work, worked_in

from tui.deadlines.calendars import calendar_for

# What is off on a weekday. 26 December 2026 is a Saturday, so Monday the 28th stands in.
ENGLAND_AND_WALES = "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"
OFF_IN_2026 = {
    "GB-ENG": ENGLAND_AND_WALES,
    "GB-WLS": ENGLAND_AND_WALES,
    # 2 January, no Easter Monday, the World Cup day of 15 June, August on its first Monday,
    # Saint Andrew.
    "GB-SCT": "01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28",
    # Saint Patrick; the Boyne on Monday the 13th, for the 12th is a Sunday.
    "GB-NIR": "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28",
    "GB-ANY": "01-01 01-02 03-17 04-03 04-06 05-04 05-25 06-15 07-13 08-03 08-31 11-30 12-25 12-28",
    # 4 July is a Saturday, so Friday the 3rd stands in.
    "US": "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25",
    # Epiphany and Corpus Christi; All Saints is a Sunday.
    "DE-BY": "01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 12-25",
    # Women's Day is a Sunday, and no day stands in.
    "DE-BE": "01-01 04-03 04-06 05-01 05-14 05-25 12-25",
    "DE": "01-01 04-03 04-06 05-01 05-14 05-25 12-25",
}
# 2026 has 261 days from Monday to Friday.
TOTALS = {
    "GB-ENG": 253,
    "GB-WLS": 253,
    "GB-SCT": 251,
    "GB-NIR": 251,
    "GB-ANY": 247,
    "US": 250,
    "DE-BY": 252,
    "DE-BE": 254,
    "DE": 254,
}


@pytest.mark.parametrize("place", OFF_IN_2026)
def test_each_day_is_that_of_the_list(place: str) -> None:
    worked = worked_in(calendar_for(place), 2026)
    assert worked == left_to_work(2026, OFF_IN_2026[place])
    assert len(worked) == TOTALS[place]


def test_a_day_off_in_the_week_is_named() -> None:
    named = {
        "GB-SCT 2026-06-15": "Scotland's participation in the FIFA World Cup final",
        "GB-NIR 2026-07-13": "Battle of the Boyne (observed)",
        "US 2026-07-03": "Independence Day (observed)",
        "DE-BY 2026-06-04": "Corpus Christi",
        "GB-ENG 2026-12-28": "Boxing Day (observed)",
    }
    for place_and_day, name in named.items():
        place, day = place_and_day.split()
        assert calendar_for(place).why_off(date.fromisoformat(day)) == name


YEARS = range(2015, 2036)


@pytest.mark.parametrize("year", YEARS)
def test_anywhere_in_the_kingdom_is_off_where_any_nation_is(year: int) -> None:
    nations = [calendar_for(f"GB-{nation}") for nation in ("ENG", "NIR", "SCT", "WLS")]
    everywhere = set.intersection(*(worked_in(nation, year) for nation in nations))
    assert worked_in(calendar_for("GB-ANY"), year) == everywhere
    assert worked_in(calendar_for("GB"), year) == everywhere


@pytest.mark.parametrize("year", YEARS)
def test_britain_without_a_nation_is_the_same_days_with_a_doubt(year: int) -> None:
    britain, anywhere = calendar_for("GB"), calendar_for("GB-ANY")
    assert (britain.id, anywhere.id) == ("GB", "GB-ANY")
    for day in days_of(year):
        assert britain.why_off(day) == anywhere.why_off(day)
        assert anywhere.flags(day, day) == ()
    # Saint Andrew, or the Monday for him, is off in Scotland alone, each year.
    assert britain.flags(date(year, 11, 30), date(year, 12, 2)) == ("nation_unknown",)
    assert anywhere.flags(date(year, 1, 1), date(year, 12, 31)) == ()
    assert britain.flags(date(year, 10, 1), date(year, 10, 31)) == ()
