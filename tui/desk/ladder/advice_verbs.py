"""What the rules and the past say, with a case or without one, as verbs of the desk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.cases.sentence import Sentence
from tui.desk.later import later
from tui.desk.verbs import Verbs

if TYPE_CHECKING:
    from tui.advice.channels import Advised
    from tui.advice.preparation.preparation_list import Preparation
    from tui.cases.deadline import Deadline
    from tui.desk import lawbook
    from tui.desk.cases import preparing
    from tui.desk.ladder import channel_advice, money, reckoning
    from tui.desk.ladder.channel_advice import Question
    from tui.desk.ladder.money import MoneyView
    from tui.desk.ladder.reckoning import Circumstances
    from tui.desk.lawbook import Entry, LawBook
    from tui.desk.letters import letter_kinds
    from tui.playbooks.meters import Running
    from tui.playbooks.steps import Playbook
else:
    channel_advice = later("ladder.channel_advice")
    lawbook = later("lawbook")
    letter_kinds = later("letters.letter_kinds")
    money = later("ladder.money")
    preparing = later("cases.preparing")
    reckoning = later("ladder.reckoning")


class AdviceVerbs(Verbs):
    """Channels, what to have ready, dates and penalties reckoned, and the rules themselves."""

    def advise(self, question: Question) -> tuple[Advised, ...]:
        return channel_advice.advise(self._office, question)

    def advise_case(self, case_id: int, step: str = "") -> tuple[Advised, ...]:
        """Channels ranked for the letter of a step, of the current one if none is named."""
        return channel_advice.advise_case(self._office, self.case(case_id), step)

    def does_not_count(self, case_id: int) -> Sentence | None:
        """Why what I did last went by a channel that does not count at its step; None if it did."""
        return channel_advice.does_not_count(self._office, self.case(case_id))

    def preparation(self, case_id: int) -> Preparation:
        """What to have at hand for a case, and what of it is missing."""
        return preparing.prepared(self._office, self.case(case_id))

    def calc(self, start: str, what: str, given: Circumstances | None = None) -> Deadline:
        """The date of a period or a rule, with its working, without a case."""
        return reckoning.calc(self._office, start, what, given or reckoning.NOWHERE)

    def lawbook(self, prefix: str = "") -> LawBook:
        """The rules, facts and playbooks there are, at and below an id such as "ru.zpp"."""
        return lawbook.lawbook(self._office, prefix)

    def check_rules(self, file: Path) -> Playbook | None:
        """Look through a file of the person's own: its playbook, or None for one of rules.

        Raises BadInput, which names the file, the step or rule, and the field that is wrong.
        """
        kinds = {kind.id for kind in letter_kinds.all_kinds(self._office)}
        return lawbook.check(self._office, file, kinds)

    def playbook_faults(self) -> tuple[Sentence, ...]:
        """What is wrong in the person's own playbooks, one sentence a file."""
        from tui.desk.ladder.faulty_ladders import faults_in

        office = self._office
        return faults_in(office.playbooks, office.law, office.settings.letters)

    def rule(self, some_id: str) -> Entry:
        """The rule, fact or playbook of this id, whole. Raises NotFound."""
        return lawbook.entry(self._office, some_id)

    def money(self, case_id: int) -> MoneyView:
        """What is at stake in a case, what came back, what the delay costs them by today."""
        case = self.case(case_id)
        return money.money_view(self._office, case, self._office.today(case))

    def calc_meter(self, start: str, meter_id: str, amount: str, country: str = "") -> Running:
        """A penalty or interest from the first day of a delay until today, without a case."""
        return money.calc_meter(self._office, start, meter_id, amount, country)
