"""The desk: everything a person can do with Upheld, as verbs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from tui.cases.case import Case
from tui.clock import Clock
from tui.desk.board.board_verbs import BoardVerbs
from tui.desk.cases.several_verbs import SeveralVerbs
from tui.desk.cases.waiting_verbs import WaitingVerbs
from tui.desk.evidence.evidence_verbs import EvidenceVerbs
from tui.desk.figures.figure_verbs import FigureVerbs
from tui.desk.keeping.keeping_verbs import KeepingVerbs
from tui.desk.keeping.settings_verbs import SettingsVerbs
from tui.desk.ladder.advice_verbs import AdviceVerbs
from tui.desk.ladder.ladder_verbs import LadderVerbs
from tui.desk.later import later
from tui.desk.letters.letter_out_verbs import LetterOutVerbs
from tui.desk.letters.letter_verbs import LetterVerbs
from tui.desk.mail.inbox_verbs import InboxVerbs
from tui.desk.mail.mail_verbs import MailVerbs
from tui.desk.office import Office
from tui.desk.reminders.calendar_verbs import CalendarVerbs
from tui.desk.reminders.reminder_verbs import ReminderVerbs
from tui.desk.views import CaseView
from tui.playbooks.law import Law
from tui.playbooks.shelf import Playbooks
from tui.settings.config import Settings
from tui.store.beside import Drafts
from tui.store.contract import Change, Store

if TYPE_CHECKING:
    from tui.advice.duplicates import Duplicate
    from tui.cases.promises import Promise
    from tui.desk import opening, undone
    from tui.desk.cases import identifiers, judging, recording, showing
    from tui.desk.cases.recording import Happening
else:
    opening = later("opening")
    identifiers = later("cases.identifiers")
    judging = later("cases.judging")
    recording = later("cases.recording")
    showing = later("cases.showing")
    undone = later("undone")


class Desk(
    BoardVerbs,
    AdviceVerbs,
    LadderVerbs,
    LetterVerbs,
    LetterOutVerbs,
    EvidenceVerbs,
    KeepingVerbs,
    FigureVerbs,
    SettingsVerbs,
    SeveralVerbs,
    WaitingVerbs,
    MailVerbs,
    InboxVerbs,
    ReminderVerbs,
    CalendarVerbs,
):
    """The use cases. Screens and the command line call nothing else."""

    def __init__(self, store: Store, clock: Clock, settings: Settings) -> None:
        law = Law(settings.rules)
        playbooks = Playbooks(settings.playbooks, law)
        super().__init__(Office(store, clock, settings, law, playbooks))
        self.as_of: date | None = None  # the day that somebody asked for instead of today

    # what there is

    def known_by(self, case: Case, language: str) -> tuple[str, ...]:
        """The identifiers of a case in words: order no. 4821-77."""
        return identifiers.known_by(case, language)

    def case_view(self, case_id: int) -> CaseView:
        """The case as a screen shows it. Raises NotFound."""
        return showing.case_view(self._office, case_id)

    def promises(self, case_id: int) -> tuple[Promise, ...]:
        """Every date that they gave, and what became of it by today."""
        from tui.cases.promises import promises_of

        case = self.case(case_id)
        return promises_of(case, self._office.today(case))

    def look_again(self) -> bool:
        """Take in what another window or cron wrote; whether anything did."""
        return self._office.store.poll()

    @property
    def preparations(self) -> tuple[Callable[[], object], ...]:
        """What may be done before anybody waits for it; see Store."""
        return (*self._office.store.preparations(), lambda: undone.require)

    def take_in_rules(self) -> None:
        """Work my own time for steps out anew, where the person's rules have changed."""
        from tui.desk.ladder.law_changes import take_in

        take_in(self._office)

    # the way of a case

    def draft(self, texts: Mapping[str, str]) -> Case:
        """A case of these facts that is not in the book yet."""
        return opening.draft(self._office, texts)

    def open_case(self, texts: Mapping[str, str]) -> Case:
        return self.open_cases([self.draft(texts)])[0]

    def open_cases(self, cases: Iterable[Case]) -> tuple[Case, ...]:
        opened = self._done(opening.open_cases(self._office, cases))
        self._opened = self._office.store.undone_next()
        return opened

    def cases_of_json(self, document: Any) -> tuple[Case, ...]:
        return opening.cases_of_json(self._office, document)

    def duplicates(self, case: Case) -> tuple[Duplicate, ...]:
        """Open cases that seem to be about the same as one that is opened, each with its why."""
        from tui.advice.duplicates import similar_open

        return similar_open(case, self._office.store.cards.values())

    def same_matter(self, case_id: int) -> tuple[Duplicate, ...]:
        """The same for a case of the book, before it is sent."""
        return self.duplicates(self.case(case_id))

    def edit(
        self, case_id: int, texts: Mapping[str, str], seen: Mapping[str, str] | None = None
    ) -> Case:
        return self._done(opening.edit(self._office, case_id, texts, seen))

    def record(self, case_id: int, happening: Happening) -> Case:
        """See `recording.record`; where it tells what a message was, `judging.judge`."""
        record = judging.judge if happening.judges else recording.record
        return self._done(record(self._office, case_id, happening))

    def changes(self) -> tuple[Change, ...]:
        """What was done last, by whom, the newest first."""
        return self._office.store.changes()

    def undo(self, *, beyond: bool = False, asks: bool = False) -> Change:
        """Take back my last change. Raises NotFound, Conflict; GoesBeyond where what I did last
        cannot be, unless it may go `beyond` that; WholeCase where one `asks` before a case goes
        whole that was not opened just now, at this desk.
        """
        allow = partial(undone.require, just=self._opened, beyond=beyond, asks=asks)
        return self._done(self._office.store.undo(allow))

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
