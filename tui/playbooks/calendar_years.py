"""Until which year the days off of a country are known from more than one source."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tui.deadlines.period import FIRST_YEAR, LAST_YEAR
from tui.playbooks.rule_fields import read_sources
from tui.playbooks.tables import Table, load_toml

YEARS = Path(__file__).parent / "data" / "calendars" / "years.toml"

_FIELDS = frozenset({"confirmed_until", "source"})


@cache
def confirmed_years() -> Mapping[str, int]:
    """The last confirmed year by country, of the countries where later ones are in doubt."""
    return read_years(YEARS.read_text("utf-8"), YEARS.name)


def read_years(text: str, file: str) -> dict[str, int]:
    """Raises BadInput, which names the file, the calendar and the field that is wrong."""
    whole = Table(load_toml(text, file), file)
    whole.only(frozenset({"calendar"}))
    calendars = whole.table("calendar")
    return {
        country: _confirmed_until(Table(calendars.table(country).plain, file, "calendar", country))
        for country in calendars.plain
    }


def _confirmed_until(table: Table) -> int:
    table.only(_FIELDS)
    read_sources(table, "source")
    return table.number("confirmed_until", FIRST_YEAR, LAST_YEAR)
