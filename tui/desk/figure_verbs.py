"""What a person can ask of figures and of the calendar, as verbs of the desk."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tui.cases.company import Company
from tui.desk.verbs import Verbs

if TYPE_CHECKING:
    from tui.advice.scoreboard import Score
    from tui.advice.statistics import Statistics
    from tui.desk.figures import CompanyView
    from tui.desk.months import MonthView


class FigureVerbs(Verbs):
    """Scoreboards, statistics, the calendar. Nothing of it is loaded before it is asked for."""

    def scored_companies(self) -> tuple[tuple[Company, Score], ...]:
        """All companies by name, each with the figures of its cases."""
        from tui.desk import figures

        return figures.scored_companies(self._office)

    def company_view(self, name: str) -> CompanyView:
        """A company with its scoreboard and its open cases. Raises NotFound."""
        from tui.desk import figures

        return figures.company_view(self._office, name)

    def statistics(self, company: str = "") -> Statistics:
        """The figures of the whole book, or of one company. Raises NotFound."""
        from tui.desk import figures

        return figures.statistics(self._office, company)

    def month(self, some_day: date) -> MonthView:
        """The month of a day, with what falls on each of its days."""
        from tui.desk import months

        return months.month(self._office, some_day)
