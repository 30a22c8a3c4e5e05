"""Putting cases off and chasing them, as verbs of the desk."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from tui.cases.case import Case
from tui.cases.sentence import Sentence
from tui.desk.later import later
from tui.desk.verbs import Verbs

if TYPE_CHECKING:
    from tui.desk.cases import chasing, snoozing
    from tui.desk.cases.chasing import Chasers
else:
    chasing = later("cases.chasing")
    snoozing = later("cases.snoozing")


class WaitingVerbs(Verbs):
    """Not now; and again and again."""

    def snooze(
        self, case_ids: Iterable[int], until: str = "", *, reply: bool = False
    ) -> tuple[Case, ...]:
        """Put cases off as one change; see `snoozing.snooze`."""
        return self._done(snoozing.snooze(self._office, case_ids, until, reply=reply))

    def wake(self, case_ids: Iterable[int]) -> tuple[Case, ...]:
        """End the snooze of cases as one change."""
        return self._done(snoozing.wake(self._office, case_ids))

    def held_back(self, case_id: int) -> Sentence | None:
        """What of a case comes back before its snooze ends."""
        return snoozing.held_back(self._office, case_id)

    def snooze_ends(self, case_id: int) -> tuple[tuple[str, date], ...]:
        """The lengths that are set, such as 1d, each with the day on which it would end."""
        lengths = self._office.settings.config.snooze.replace(",", " ").split()
        return snoozing.ends(self._office, self.case(case_id), lengths)

    def chase_every(self, case_ids: Iterable[int], typed: str) -> tuple[Case, ...]:
        """Remind them regularly until they answer, as one change; `off` ends it."""
        return self._done(chasing.chase_every(self._office, case_ids, typed))

    def chasers(self, case_ids: Iterable[int] = ()) -> Chasers:
        """Of these cases, or of all in which they are late, whom to remind now."""
        return chasing.chasers(self._office, case_ids)
