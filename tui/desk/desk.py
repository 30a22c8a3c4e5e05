"""The desk: everything a person can do with Upheld, as verbs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.advice.channels import Advised
from tui.advice.duplicates import Duplicate
from tui.cases.case import Case
from tui.cases.deadline import Deadline
from tui.cases.promises import Promise, promises_of
from tui.cases.sentence import Sentence
from tui.clock import Clock
from tui.desk import (
    advising,
    boards,
    lawbook,
    many,
    opening,
    reckoning,
    recording,
    searching,
    showing,
)
from tui.desk.advising import Question
from tui.desk.evidence_verbs import EvidenceVerbs
from tui.desk.figure_verbs import FigureVerbs
from tui.desk.keeping_verbs import KeepingVerbs
from tui.desk.ladder_verbs import LadderVerbs
from tui.desk.lawbook import Entry, LawBook
from tui.desk.letter_verbs import LetterVerbs
from tui.desk.money import MoneyView, calc_meter, money_view
from tui.desk.office import Office
from tui.desk.query import query_of
from tui.desk.reckoning import NOWHERE, Circumstances
from tui.desk.recording import Happening
from tui.desk.searching import FoundView
from tui.desk.settings_verbs import SettingsVerbs
from tui.desk.views import BoardView, CardView, CaseView, TodayView
from tui.playbooks.law import Law
from tui.playbooks.meters import Running
from tui.playbooks.shelf import Playbooks
from tui.settings.config import Settings
from tui.store.contract import Change, Drafts, Store

if TYPE_CHECKING:
    from tui.advice.preparation import Preparation
    from tui.playbooks.steps import Playbook


class Desk(LadderVerbs, LetterVerbs, EvidenceVerbs, KeepingVerbs, FigureVerbs, SettingsVerbs):
    """The use cases. Screens and the command line call nothing else."""

    def __init__(self, store: Store, clock: Clock, settings: Settings) -> None:
        law, playbooks = Law(settings.rules), Playbooks(settings.playbooks)
        super().__init__(Office(store, clock, settings, law, playbooks))

    # what there is

    def board(self, query: str = "") -> BoardView:
        return boards.board(self._office, query)

    def today(self) -> TodayView:
        return boards.today(self._office)

    def listed(self, query: str = "", sort: str = "") -> tuple[CardView, ...]:
        return boards.listed(self._office, query, sort)

    def search(self, text: str, limit: int = 20, *, begun: bool = False) -> tuple[FoundView, ...]:
        return searching.search(self._office, text, limit, begun=begun)

    def doubts(self, query: str) -> tuple[Sentence, ...]:
        """What of a query can be so of no case, and the fields in it that there are not."""
        return query_of(query).doubts

    def unknown_fields(self, query: str) -> tuple[Sentence, ...]:
        """The fields in a query that there are not."""
        return query_of(query).unknown

    def known_by(self, case: Case, language: str) -> tuple[str, ...]:
        """The identifiers of a case in words: order no. 4821-77."""
        return showing.known_by(case, language)

    def case_view(self, case_id: int) -> CaseView:
        """The case as a screen shows it. Raises NotFound."""
        return showing.case_view(self._office, case_id)

    def money(self, case_id: int) -> MoneyView:
        """What is at stake in a case, what came back, what the delay costs them by today."""
        case = self.case(case_id)
        return money_view(self._office, case, self._office.today(case))

    def calc_meter(self, start: str, meter_id: str, amount: str, country: str = "") -> Running:
        """A penalty or interest from the first day of a delay until today, without a case."""
        return calc_meter(self._office, start, meter_id, amount, country)

    def promises(self, case_id: int) -> tuple[Promise, ...]:
        """Every date that they gave, and what became of it by today."""
        case = self.case(case_id)
        return promises_of(case, self._office.today(case))

    def look_again(self) -> bool:
        """Take in what another window or cron wrote; whether anything did."""
        return self._office.store.poll()

    # the way of a case

    def draft(self, texts: Mapping[str, str]) -> Case:
        """A case of these facts that is not in the book yet."""
        return opening.draft(self._office, texts)

    def open_case(self, texts: Mapping[str, str]) -> Case:
        return self.open_cases([self.draft(texts)])[0]

    def open_cases(self, cases: Iterable[Case]) -> tuple[Case, ...]:
        return self._done(opening.open_cases(self._office, cases))

    def cases_of_json(self, document: Any) -> tuple[Case, ...]:
        return opening.cases_of_json(self._office, document)

    def duplicates(self, case: Case) -> tuple[Duplicate, ...]:
        """Open cases that seem to be about the same as one that is opened, each with its why."""
        return advising.duplicates(self._office, case)

    def same_matter(self, case_id: int) -> tuple[Duplicate, ...]:
        """The same for a case of the book, before it is sent."""
        return advising.duplicates(self._office, self.case(case_id))

    def edit(
        self, case_id: int, texts: Mapping[str, str], seen: Mapping[str, str] | None = None
    ) -> Case:
        return self._done(opening.edit(self._office, case_id, texts, seen))

    def edit_many(self, case_ids: Iterable[int], texts: Mapping[str, str]) -> tuple[Case, ...]:
        """Change facts of several cases at once, as one change."""
        return self._done(many.edit_many(self._office, case_ids, texts))

    def retag(self, case_ids: Iterable[int], typed: str) -> tuple[Case, ...]:
        """Put tags on cases, and take away those with a `-` before them, as one change."""
        return self._done(many.retag(self._office, case_ids, typed))

    def record(self, case_id: int, happening: Happening) -> Case:
        return self._done(recording.record(self._office, case_id, happening))

    def changes(self) -> tuple[Change, ...]:
        """What was done last, by whom, the newest first."""
        return self._office.store.changes()

    def undo(self) -> Change:
        return self._done(self._office.store.undo())

    # advice

    def advise(self, question: Question) -> tuple[Advised, ...]:
        return advising.advise(self._office, question)

    def advise_case(self, case_id: int, step: str = "") -> tuple[Advised, ...]:
        """Channels ranked for the letter of a step, of the current one if none is named."""
        return advising.advise_case(self._office, self.case(case_id), step)

    def preparation(self, case_id: int) -> Preparation:
        """What to have at hand for a case, and what of it is missing."""
        from tui.desk import preparing

        return preparing.prepared(self._office, self.case(case_id))

    def calc(self, start: str, what: str, given: Circumstances = NOWHERE) -> Deadline:
        """The date of a period or a rule, with its working, without a case."""
        return reckoning.calc(self._office, start, what, given)

    def lawbook(self, prefix: str = "") -> LawBook:
        """The rules, facts and playbooks there are, at and below an id such as "ru.zpp"."""
        return lawbook.lawbook(self._office, prefix)

    def check_rules(self, file: Path) -> Playbook | None:
        """Look through a file of the person's own: its playbook, or None for one of rules.

        Raises BadInput, which names the file, the step or rule, and the field that is wrong.
        """
        return lawbook.check(self._office, file, {kind.id for kind in self.all_letter_kinds()})

    def rule(self, some_id: str) -> Entry:
        """The rule, fact or playbook of this id, whole. Raises NotFound."""
        return lawbook.entry(self._office, some_id)

    # now

    @property
    def drafts(self) -> Drafts:
        """Text that is typed but not saved yet."""
        return self._office.store.drafts

    def moment(self) -> datetime:
        """The present moment, where I am."""
        return self._office.clock.now()

    def day(self) -> date:
        """Today, where I am."""
        return self._office.today()
