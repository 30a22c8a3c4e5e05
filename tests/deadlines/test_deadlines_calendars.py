"""Working days, against the decrees and the bank holidays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from days_off import days_of
from holidays.registry import COUNTRIES as LIBRARY_COUNTRIES

from tui.cases.errors import BadInput
from tui.deadlines.calendars import calendar_for
from tui.deadlines.countries import COUNTRIES
from tui.wording.wording import Wording


def test_a_day_off_has_a_name_and_a_working_day_has_none() -> None:
    calendar = calendar_for("RU")
    assert calendar.why_off(date(2024, 4, 27)) == ""  # a working Saturday
    assert calendar.why_off(date(2024, 5, 4)) == "weekend"
    assert calendar.why_off(date(2026, 5, 9)) == "День Победы"  # a Saturday with a name
    assert calendar.why_off(date(2026, 1, 9)) == "Выходной (перенесено с 03.01.2026)"


@pytest.mark.parametrize("code", ["RU", "GB", "GB-SCT", "DE-BY", "KZ", "AE", "NP", "CN", ""])
def test_a_day_works_if_and_only_if_it_is_off_for_no_reason(code: str) -> None:
    calendar = calendar_for(code)
    for year in (2024, 2026):
        assert all(calendar.is_working(day) == (not calendar.why_off(day)) for day in days_of(year))


@pytest.mark.parametrize("language", ["ru_RU.UTF-8", "de_DE.UTF-8", "C"])
def test_names_do_not_depend_on_the_environment(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.deadlines.calendars import National

    for name in ("LANGUAGE", "LC_ALL", "LANG"):
        monkeypatch.setenv(name, language)
    christmas = date(2026, 12, 25)
    assert National("DE").why_off(christmas) == "Christmas Day"
    assert National("GB", "ENG").why_off(christmas) == "Christmas Day"
    assert National("RU").why_off(date(2026, 11, 4)) == "День народного единства"
    assert National("BY").why_off(date(2026, 7, 3)).startswith("День Независимости")


def test_a_year_without_published_transfers_is_doubted() -> None:
    calendar = calendar_for("RU")
    assert calendar.flags(date(2024, 1, 1), date(2026, 12, 31)) == ()
    assert calendar.flags(date(2035, 1, 1), date(2035, 1, 2)) == ("calendar_unpublished",)
    assert calendar.flags(date(2026, 1, 1), date(2035, 1, 2)) == ("calendar_unpublished",)


def test_the_last_published_year_is_the_last_in_which_a_day_is_moved() -> None:
    import holidays

    moved = [
        day.year
        for day, name in holidays.country_holidays(
            "RU", years=range(2020, 2060), language="ru"
        ).items()
        if "перенесено" in name
    ]
    last = max(moved)
    calendar = calendar_for("RU")
    assert calendar.flags(date(last, 12, 1), date(last, 12, 31)) == ()
    assert calendar.flags(date(last + 1, 1, 1), date(last + 1, 1, 1)) != ()


def test_countries_that_move_no_days_are_trusted_as_far_as_the_library_goes() -> None:
    assert calendar_for("DE-BE").flags(date(2015, 1, 1), date(2040, 1, 1)) == ()
    assert calendar_for("DE").flags(date(2150, 1, 1), date(2150, 1, 2)) == ("calendar_unpublished",)


def test_britain_without_a_nation_is_off_wherever_one_nation_is() -> None:
    britain, scotland, england = (calendar_for(code) for code in ("GB", "GB-SCT", "GB-ENG"))
    second_january, easter_monday = date(2026, 1, 2), date(2026, 4, 6)
    assert england.is_working(second_january)
    assert not scotland.is_working(second_january)
    assert scotland.is_working(easter_monday)
    assert not england.is_working(easter_monday)
    assert britain.why_off(second_january) == "New Year Holiday"
    assert britain.why_off(easter_monday) == "Easter Monday"
    assert britain.is_working(date(2026, 1, 5))


def test_britain_is_doubted_only_where_its_nations_differ() -> None:
    britain = calendar_for("GB")
    assert britain.flags(date(2026, 4, 1), date(2026, 4, 6)) == ("nation_unknown",)
    assert britain.flags(date(2026, 9, 1), date(2026, 10, 30)) == ()
    assert calendar_for("UK").id == "GB"


def test_a_region_has_its_own_days() -> None:
    corpus_christi = date(2026, 6, 4)
    assert calendar_for("de-by").id == "DE-BY"
    assert calendar_for("DE_BY").why_off(corpus_christi) == "Corpus Christi"
    assert calendar_for("DE").is_working(corpus_christi)


def test_a_weekend_is_the_country_s_own() -> None:
    friday = date(2026, 9, 4)
    assert calendar_for("IL").why_off(friday) == "weekend"
    assert calendar_for("IL").is_working(friday + timedelta(days=2))


def test_no_country_means_weekends_only_and_says_so() -> None:
    calendar = calendar_for(" ")
    assert calendar.id == ""
    assert calendar.is_working(date(2026, 1, 1))
    assert calendar.why_off(date(2026, 1, 3)) == "weekend"
    assert calendar.flags(date(2026, 1, 1), date(2026, 1, 1)) == ("weekends_only",)


def test_the_list_of_countries_is_the_library_s() -> None:
    assert {codes[1] for codes in LIBRARY_COUNTRIES.values()} == COUNTRIES


@pytest.mark.parametrize("country", ["XX", "Russia", "R", "-", "-SCT", "РФ", "RUS"])
def test_an_unknown_country_is_refused_at_once(country: str) -> None:
    with pytest.raises(BadInput) as error:
        calendar_for(country)
    assert f"no calendar for “{country}”" in Wording("en").say(error.value.sentence)


def test_an_unknown_region_is_refused_with_the_known_ones() -> None:
    with pytest.raises(BadInput) as error:
        calendar_for("GB-ZZ").is_working(date(2026, 1, 1))
    assert "ENG, NIR, SCT, WLS" in Wording("en").say(error.value.sentence)
    with pytest.raises(BadInput) as error:
        calendar_for("RU-MOW").is_working(date(2026, 1, 1))
    assert "Write RU." in Wording("en").say(error.value.sentence)


def test_without_the_region_a_day_off_in_a_part_of_the_country_is_a_doubt() -> None:
    corpus_christi = date(2026, 6, 4)  # off in Bavaria, not in Berlin
    assert calendar_for("DE").flags(corpus_christi, corpus_christi) == ("region_unknown",)
    assert calendar_for("DE").flags(date(2026, 6, 8), date(2026, 6, 12)) == ()
    assert calendar_for("DE-BY").flags(corpus_christi, corpus_christi) == ()
    assert calendar_for("US").flags(date(2026, 2, 12), date(2026, 4, 30)) == ()
