"""Which days are working days where.

The days come from the `holidays` library, which knows the days that governments move:
a transferred day off is off, and a working Saturday is working. The library is loaded when
a day is first asked about, so that a board that only shows dates does not pay for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache, cached_property
from typing import Any, Protocol

from tui.cases.errors import BadInput
from tui.deadlines.countries import COUNTRIES
from tui.deadlines.days import DAY
from tui.deadlines.published import Published

_SATURDAY = 5
_UK_NATIONS = ("ENG", "NIR", "SCT", "WLS")
# Their laws speak of the days off of the whole: "US" is the federal calendar.
_MEANT_WHOLE = frozenset({"US"})
_NAMED_IN_RUSSIAN = frozenset({"RU", "BY"})


class Calendar(Protocol):
    """Tells working days from days off. `id` is a country or a part of one; empty for none."""

    @property
    def id(self) -> str: ...

    def is_working(self, day: date) -> bool: ...

    def why_off(self, day: date) -> str:
        """Empty for a working day, else "weekend" or the name of the holiday."""
        ...

    def flags(self, first: date, last: date) -> tuple[str, ...]:
        """Ids of the doubts about the days from `first` to `last`."""
        ...


def calendar_for(country: str) -> Calendar:
    """The calendar of a country ("RU") or a part of it ("GB-SCT", "DE-BY"), else weekends only.

    Of a country of regions (DE, ES ...) without the region, only the days off that hold in
    the whole of it; where a region has another day off among those counted, the date carries
    the flag "region_unknown". "GB" alone is not the list that `holidays` gives for it, which lacks
    Easter Monday and the summer bank holiday and so holds nowhere: a day is off if it is off
    in any of the four nations. That is the latest date any of them allows, so nobody in
    Scotland or Northern Ireland is called late too early; where the nations differ within
    the days counted, the date carries the flag "nation_unknown". "GB-ANY" is the same list
    without that doubt, for a law that means it so (a bank holiday anywhere in the kingdom).

    Raises BadInput for an unknown country at once, for an unknown region when a day is asked.
    """
    if not country.strip():
        return WeekendsOnly()
    nation, _, region = country.strip().upper().replace("_", "-").partition("-")
    nation = "GB" if nation == "UK" else nation
    if nation not in COUNTRIES:
        raise BadInput(
            "There is no calendar for “{country}”. Write a country in two letters, such as RU, "
            "or a part of it, such as GB-SCT or DE-BY.",
            country=country,
        )
    return _national(nation, region)


@cache
def _national(nation: str, region: str) -> Calendar:
    # Kept, because a calendar builds each year once and a book holds hundreds of cases.
    if nation == "GB" and region in ("", "ANY"):
        parts = tuple(National("GB", part) for part in _UK_NATIONS)
        return AnyNation("GB-ANY", parts, meant=True) if region else AnyNation("GB", parts)
    return National(nation, region)


class WeekendsOnly:
    """Saturdays and Sundays are off; no country is known, so no holiday is either."""

    id = ""

    def is_working(self, day: date) -> bool:
        return day.weekday() < _SATURDAY

    def why_off(self, day: date) -> str:
        return "" if self.is_working(day) else "weekend"

    def flags(self, first: date, last: date) -> tuple[str, ...]:
        return ("weekends_only",)


class National:
    """The official calendar of a country, or of a region of it."""

    def __init__(self, nation: str, region: str = "") -> None:
        self._nation, self._region = nation, region.upper()

    @property
    def id(self) -> str:
        return f"{self._nation}-{self._region}" if self._region else self._nation

    def is_working(self, day: date) -> bool:
        self._known.look(day.year)
        return bool(self._days.is_working_day(day))

    def why_off(self, day: date) -> str:
        return "" if self.is_working(day) else str(self._days.get(day) or "weekend")

    def flags(self, first: date, last: date) -> tuple[str, ...]:
        doubts = self._known.doubts(first, last)
        return (*doubts, "region_unknown") if self._regions_differ(first, last) else doubts

    def _regions_differ(self, first: date, last: date) -> bool:
        """Whether somewhere in the country a day is off that is not off in all of it."""
        days = [first + DAY * n for n in range((last - first).days + 1)]
        days = [day for day in days if self.is_working(day)]
        return any(not region.is_working(day) for region in self._regions for day in days)

    @cached_property
    def _regions(self) -> tuple[National, ...]:
        """The regions where it is not known which one is meant."""
        if self._region or self._nation in _MEANT_WHOLE:
            return ()
        return tuple(National(self._nation, region) for region in self._country.subdivisions)

    @cached_property
    def _known(self) -> Published:
        return Published(self._days)

    @cached_property
    def _country(self) -> Any:
        import holidays

        return getattr(holidays, self._nation)

    @cached_property
    def _days(self) -> Any:
        country = self._country
        regions = {region.upper(): region for region in country.subdivisions}
        if self._region and self._region not in regions:
            raise _no_such_region(self.id, self._nation, sorted(regions))
        return country(subdiv=regions.get(self._region), language=self._language(country))

    def _language(self, country: Any) -> str | None:
        """Always one by name: without it the library takes it from the environment."""
        wanted = "ru" if self._nation in _NAMED_IN_RUSSIAN else "en_US"
        spoken = [name for name in (wanted, "en_US") if name in country.supported_languages]
        return next(iter(spoken), country.default_language)


class AnyNation:
    """A day is off if it is off in any of several calendars.

    `meant`: the law says so; else it is the careful guess where the nation is not known.
    """

    def __init__(self, name: str, nations: Sequence[Calendar], *, meant: bool = False) -> None:
        self._name, self._nations, self._meant = name, nations, meant

    @property
    def id(self) -> str:
        return self._name

    def is_working(self, day: date) -> bool:
        return all(nation.is_working(day) for nation in self._nations)

    def why_off(self, day: date) -> str:
        reasons = [why for nation in self._nations if (why := nation.why_off(day))]
        return next((why for why in reasons if why != "weekend"), next(iter(reasons), ""))

    def flags(self, first: date, last: date) -> tuple[str, ...]:
        doubts = [doubt for nation in self._nations for doubt in nation.flags(first, last)]
        if not self._meant and self._differ_within(first, last):
            doubts.append("nation_unknown")
        return tuple(dict.fromkeys(doubts))

    def _differ_within(self, first: date, last: date) -> bool:
        days = (first + DAY * n for n in range((last - first).days + 1))
        return any(self._differ(day) for day in days)

    def _differ(self, day: date) -> bool:
        return len({nation.is_working(day) for nation in self._nations}) > 1


def _no_such_region(code: str, nation: str, regions: Sequence[str]) -> BadInput:
    if not regions:
        return BadInput(
            "“{code}”: no regional calendar of {nation} is known. Write {nation}.",
            code=code,
            nation=nation,
        )
    return BadInput(
        "“{code}”: {nation} has no such region. Write one of: {regions}.",
        code=code,
        nation=nation,
        regions=tuple(regions),
    )
