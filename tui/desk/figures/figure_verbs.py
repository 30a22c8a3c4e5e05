"""Companies, figures and the calendar, as verbs of the desk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from tui.cases.company import Company
from tui.cases.words import Channel
from tui.desk.later import later
from tui.desk.verbs import Verbs

if TYPE_CHECKING:
    from tui.advice.figures.scoreboard import Score
    from tui.advice.figures.statistics import Statistics
    from tui.desk.figures import companies, figures, months
    from tui.desk.figures.figures import CompanyView
    from tui.desk.figures.months import MonthView
else:
    companies = later("figures.companies")
    figures = later("figures.figures")
    months = later("figures.months")


class FigureVerbs(Verbs):
    """Companies, scoreboards, statistics, the calendar."""

    def companies(self) -> tuple[Company, ...]:
        return self._office.store.companies()

    def company(self, name: str) -> Company:
        return companies.company(self._office, name)

    def nearest_companies(self, name: str) -> tuple[str, ...]:
        return companies.nearest(self._office, name)

    def save_company(
        self,
        name: str,
        texts: Mapping[str, str],
        points: str | None = None,
        seen: Mapping[str, str] | None = None,
    ) -> Company:
        return self._done(companies.save(self._office, name, texts, points, seen))

    def add_contact_point(
        self, name: str, channel: Channel, address: str, note: str = "", instead: str = ""
    ) -> Company:
        made = companies.add_point(self._office, name, channel, address, note, instead)
        return self._done(made)

    def scored_companies(self) -> tuple[tuple[Company, Score], ...]:
        """All companies by name, each with the figures of its cases."""
        return figures.scored_companies(self._office)

    def company_view(self, name: str) -> CompanyView:
        """A company with its scoreboard and its open cases. Raises NotFound."""
        return figures.company_view(self._office, name)

    def statistics(self, company: str = "") -> Statistics:
        """The figures of the whole book, or of one company. Raises NotFound."""
        return figures.statistics(self._office, company)

    def month(self, some_day: date) -> MonthView:
        """The month of a day, with what falls on each of its days."""
        return months.month(self._office, some_day)
