"""The verbs about the ladder of a case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from tui.cases.case import Case
from tui.cases.sentence import Sentence
from tui.desk.cleaned import cleaned_card
from tui.desk.later import later
from tui.desk.verbs import Verbs

if TYPE_CHECKING:
    from tui.advice.next_action import NextAction
    from tui.deadlines.rule import StartsOn
    from tui.desk import opening
    from tui.desk.ladder import advising, insisting, outside
    from tui.desk.ladder.planning import Plan
    from tui.playbooks.ladder import Rung
    from tui.playbooks.steps import Playbook
else:
    advising, outside = later("ladder.advising"), later("ladder.outside")
    insisting = later("ladder.insisting")
    opening = later("opening")


class LadderVerbs(Verbs):
    """What comes next, the steps with their dates, and which ladder it is."""

    def next_action(self, case_id: int) -> NextAction:
        return advising.next_of(self._office, cleaned_card(self.card(case_id)))

    def ladder(self, case_id: int) -> tuple[Rung, ...]:
        return advising.rungs_of(self._office, self.case(case_id))

    def ladder_fault(self, case_id: int) -> Sentence | None:
        """Why the person's own ladder of a case cannot be used; the general one is shown then."""
        fault = self._office.ladder_fault(self.case(case_id))
        return fault.sentence if fault else None

    def ladders(self, case_id: int) -> tuple[tuple[Playbook, ...], tuple[Playbook, ...]]:
        """The ladders that fit a case, and all others, each in its order."""
        return advising.ladders_of(self._office, self.case(case_id))

    def plan(self, case_id: int) -> Plan:
        """The ladder on one line of time, as it goes if they stay silent."""
        from tui.desk.ladder import planning

        case = self.case(case_id)
        return planning.plan_of(case, self.ladder(case_id), self._office.today(case))

    def tick(self, case_id: int, step: str, line: str) -> Case:
        """Mark a line of the checklist of a step as done, or take the mark away."""
        return self._done(opening.tick(self._office, case_id, step, line))

    def parties(self, case_id: int) -> Mapping[str, Mapping[str, str]]:
        """Whom else the ladder of a case leads to: role -> title by language."""
        return self._office.playbook(self.case(case_id)).parties

    def body(self, case_id: int) -> Mapping[str, str] | None:
        """Whom above the company the case stands with, by language; None where it does not."""
        case = self.case(case_id)
        step = outside.body_of(case, self._office.playbook(case))
        return step.addressee if step else None

    def beside(self, case_id: int) -> Mapping[str, Mapping[str, str]]:
        """Beside whom the case stands, who were written to: step -> addressee by language."""
        case = self.case(case_id)
        return {s.id: s.addressee for s in outside.beside(case, self._office.playbook(case))}

    def insist(self, case_id: int, step: str, why: str) -> Case:
        """Take a step knowingly after its time, and say why. Raises BadInput, NotOpen."""
        return self._done(insisting.insist(self._office, case_id, step, why))

    def longer(self, case_id: int, step: str) -> tuple[tuple[int, date], ...]:
        """Lines of the checklist of a step that give it more time if they are so; till when."""
        return insisting.longer_of(self._office, self.case(case_id), step)

    def untold(self, case_id: int, step: str) -> StartsOn | None:
        """The day that must be told before anybody knows until when a step may be taken."""
        return advising.untold_of(self._office, self.case(case_id), step)
