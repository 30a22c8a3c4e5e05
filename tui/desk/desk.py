"""The desk: everything a person can do with Upheld, as verbs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from tui.advice.channels import Advised
from tui.advice.duplicates import Duplicate
from tui.advice.next_action import NextAction
from tui.cases.card import Card, card_of
from tui.cases.case import Case
from tui.cases.company import Company
from tui.cases.deadline import Deadline
from tui.cases.words import Channel, Part, Problem, Tone
from tui.clock import Clock
from tui.desk import (
    advising,
    boards,
    calling,
    companies,
    composing,
    exchange,
    keeping,
    lawbook,
    letter_export,
    letter_files,
    letter_kinds,
    opening,
    preferences,
    reckoning,
    recording,
    searching,
    sending,
    showing,
    spelling,
)
from tui.desk.advising import Question
from tui.desk.composing import Composition, Wish
from tui.desk.evidence_verbs import EvidenceVerbs
from tui.desk.exchange import Counts
from tui.desk.lawbook import Entry, LawBook
from tui.desk.letter_kinds import LetterKind
from tui.desk.office import Office
from tui.desk.reckoning import NOWHERE, Circumstances
from tui.desk.recording import Happening
from tui.desk.searching import FoundView
from tui.desk.views import BoardView, CardView, CaseView, TodayView, cleaned_card
from tui.playbooks.ladder import Rung
from tui.playbooks.law import Law
from tui.settings.config import Profile, Settings
from tui.store.contract import Change, Drafts, Store
from tui.store.copies.listing import Copy

if TYPE_CHECKING:
    from tui.advice.checks import Finding
    from tui.advice.preparation import Preparation
    from tui.letters.call_sheet import CallSheet
    from tui.letters.letter import Letter
    from tui.letters.workspaces import Workspace

T = TypeVar("T")


class Desk(EvidenceVerbs):
    """The use cases. Screens and the command line call nothing else.

    A verb that changes something does it wholly or not at all, and tells `changed`.
    """

    def __init__(self, store: Store, clock: Clock, settings: Settings) -> None:
        self._office = Office(store, clock, settings, Law(settings.rules))
        self.changed: Callable[[], None] = lambda: None

    # what there is

    def board(self, query: str = "") -> BoardView:
        return boards.board(self._office, query)

    def today(self) -> TodayView:
        return boards.today(self._office)

    def listed(self, query: str = "", sort: str = "") -> tuple[CardView, ...]:
        return boards.listed(self._office, query, sort)

    def search(self, text: str, limit: int = 20) -> tuple[FoundView, ...]:
        return searching.search(self._office, text, limit)

    def case(self, case_id: int) -> Case:
        """The case as it is stored. Raises NotFound."""
        return self._office.store.get(case_id)

    def card(self, case_id: int) -> Card:
        """The case in brief, as it is stored. Raises NotFound."""
        return self._office.store.cards.get(case_id) or card_of(self.case(case_id))

    def known_by(self, case: Case, language: str) -> tuple[str, ...]:
        """The identifiers of a case in words: order no. 4821-77."""
        return showing.known_by(case, language)

    def case_view(self, case_id: int) -> CaseView:
        """The case as a screen shows it. Raises NotFound."""
        return showing.case_view(self._office, case_id)

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

    def next_action(self, case_id: int) -> NextAction:
        return advising.next_of(self._office, cleaned_card(self.card(case_id)))

    def ladder(self, case_id: int) -> tuple[Rung, ...]:
        return advising.rungs_of(self._office, self.case(case_id))

    def calc(self, start: str, what: str, given: Circumstances = NOWHERE) -> Deadline:
        """The date of a period or a rule, with its working, without a case."""
        return reckoning.calc(self._office, start, what, given)

    def lawbook(self, prefix: str = "") -> LawBook:
        """The rules, facts and playbooks there are, at and below an id such as "ru.zpp"."""
        return lawbook.lawbook(self._office, prefix)

    def rule(self, some_id: str) -> Entry:
        """The rule, fact or playbook of this id, whole. Raises NotFound."""
        return lawbook.entry(self._office, some_id)

    # letters

    def compose(
        self,
        case_id: int,
        step: str = "",
        own: Mapping[Part, str] | None = None,
        language: str = "",
        channel: Channel | None = None,
        template: str = "",
        tone: Tone | None = None,
    ) -> Composition:
        """The letter of a step, or another kind of letter by its name; see `compose_wish`."""
        wish = composing.Wish(step, template, tone, language)
        return composing.compose_wish(self._office, self.case(case_id), wish, own, channel)

    def letter_kinds(self, case_id: int, step: str = "") -> tuple[LetterKind, ...]:
        """The kinds of letters that fit a case now, the usual one first."""
        return letter_kinds.fitting_kinds(self._office, self.case(case_id), step)

    def all_letter_kinds(self) -> tuple[LetterKind, ...]:
        """Every kind there is, with the file of the person's own and what is wrong with it."""
        return letter_kinds.all_kinds(self._office)

    def choose_letter(
        self, case_id: int, step: str, template: str, tone: Tone | None, rule: str | None = None
    ) -> Case:
        """Keep the tone of a letter and the rule that it cites; see `composing.choose`."""
        wish = composing.Wish(step, template, tone)
        return self._done(composing.choose(self._office, case_id, wish, rule))

    def keep_own(
        self, case_id: int, step: str, parts: Collection[Part], template: str = ""
    ) -> Case:
        """What is offered for these parts was seen; the person's own words stay."""
        return self._done(composing.keep_own(self._office, case_id, step, parts, template))

    def save_letter(
        self,
        case_id: int,
        step: str,
        own: Mapping[Part, str],
        seen: Mapping[Part, str] | None = None,
        template: str = "",
    ) -> Case:
        return self._done(composing.save(self._office, case_id, step, own, seen, template))

    def letter(self, case_id: int, step: str = "", language: str = "") -> Letter:
        return self.compose(case_id, step, language=language).letter

    def letter_file(
        self,
        case_id: int,
        kind: str,
        step: str = "",
        language: str = "",
        registered: bool = False,
        enclose: bool = False,
        template: str = "",
    ) -> tuple[str, bytes]:
        """The letter as a file, its name and its bytes; see `letter_export.letter_file`."""
        case, wish = self.case(case_id), Wish(step, template, language=language)
        return letter_export.letter_file(
            self._office, case, kind, wish, registered=registered, enclose=enclose
        )

    def write_letter(
        self,
        case_id: int,
        kind: str,
        step: str = "",
        language: str = "",
        registered: bool = False,
        template: str = "",
    ) -> Path:
        """Write the letter as a file of its own into the folder where Upheld was started."""
        name, content = self.letter_file(
            case_id, kind, step, language, registered, template=template
        )
        return letter_files.write_new_file(Path.cwd(), name, content)

    def mail_link(
        self, case_id: int, step: str = "", language: str = "", template: str = ""
    ) -> str:
        """The link that opens a mail program with the letter in it."""
        wish = Wish(step, template, language=language)
        return letter_export.mail_link(self._office, self.case(case_id), wish)

    def addressee(
        self, case_id: int, channel: Channel, step: str = "", language: str = ""
    ) -> tuple[str, str]:
        """To whom the letter of a step goes, and where; empty where that is not known."""
        wish = Wish(step, language=language)
        return letter_export.addressee_of(self._office, self.case(case_id), wish, channel)

    def workspace(
        self, case_id: int, channel: Channel, wish: Wish = Wish(), limit: int = 0
    ) -> Workspace:
        """What to do with a letter on a channel, piece by piece."""
        return sending.workspace_of(self._office, self.case(case_id), channel, wish, limit)

    def record_pasted(self, case_id: int, happening: Happening, text: str, name: str) -> Case:
        """Record an event with a pasted text, which is kept whole as evidence called `name`."""
        return self._done(sending.record_pasted(self._office, case_id, happening, text, name))

    def misspelt(self, made: Composition) -> tuple[Finding, ...]:
        """What no dictionary knows in the person's own words, where one is installed."""
        return spelling.misspelt(self._office, made)

    def spelt(self, word: str, language: str) -> str:
        """The likeliest word that was meant; empty where there is none."""
        return spelling.suggestion(word, language)

    def step_title(self, case: Case | Card, step: str, language: str) -> str:
        """What a step of the ladder of a case is called."""
        return self._office.playbook(case).step(step).title[language]

    def is_climb(self, case_id: int, step: str) -> bool:
        """Whether taking this step climbs above the one where the case stands."""
        return composing.is_climb(self._office, self.case(case_id), step)

    def check_case(
        self,
        case_id: int,
        channel: Channel | None = None,
        problem: Problem | None = None,
        language: str = "",
    ) -> tuple[Finding, ...]:
        """What to mend in the letter that the case would send now."""
        return composing.compose(
            self._office, self.case(case_id), language=language, channel=channel, problem=problem
        ).findings

    def check_text(
        self, text: str, channel: Channel | None = None, problem: Problem | None = None
    ) -> tuple[Finding, ...]:
        """What to mend in a plain text, read as one letter."""
        from tui.desk import checking

        return checking.check_plain(self._office, text, channel, problem)

    def call_sheet(self, case_id: int, language: str = "") -> CallSheet:
        return calling.call_sheet_of(self._office, self.case(case_id), language)

    # companies, profile, exchange

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
        self, name: str, channel: Channel, address: str, note: str = ""
    ) -> Company:
        return self._done(companies.add_point(self._office, name, channel, address, note))

    @property
    def profile(self) -> Profile:
        """The usual one."""
        return preferences.profile_of(self._office)

    @property
    def profiles(self) -> dict[str, Profile]:
        """All of them by id, the usual one first; that of the plain one is empty."""
        return preferences.profiles(self._office)

    @property
    def mouse(self) -> bool:
        """Whether the screens take the mouse from the terminal."""
        return self._office.settings.config.mouse

    def save_profile(self, profile: Profile, profile_id: str = "") -> None:
        """Keep a profile under its id, or the usual one."""
        preferences.save_profile(self._office, profile, profile_id)
        self.changed()

    def save_usual_profile(self, profile_id: str) -> None:
        """Make the profile of this id the usual one."""
        preferences.save_usual(self._office, profile_id)
        self.changed()

    def remove_profile(self, profile_id: str) -> None:
        """Take away a profile that no case names."""
        preferences.remove_profile(self._office, profile_id)
        self.changed()

    def save_language(self, language: str) -> None:
        preferences.save_language(self._office, language)

    def export(self, case_ids: tuple[int, ...] = ()) -> dict[str, Any]:
        return exchange.export(self._office, case_ids)

    def import_document(self, document: Any) -> Counts:
        return self._done(exchange.import_document(self._office, document))

    def import_copy(self, text: str, name: str) -> Counts:
        """Take in the plain copy of a book, called `name` where something is wrong with it."""
        return self._done(keeping.import_copy(self._office, text, name))

    def copies(self) -> tuple[Copy, ...]:
        """The copies of the book, the newest first."""
        return self._office.store.backups.copies()

    def backup(self) -> Copy:
        """Copy the book as it is now."""
        return self._office.store.backups.make()

    def backup_to(self, target: str) -> Path:
        """Copy all that is kept into a new folder."""
        return keeping.whole(self._office, target)

    def restore(self, name: str) -> Copy:
        """Bring a copy back, after one was made of the book as it is."""
        return self._done(keeping.restore(self._office, name))

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

    def _done(self, result: T) -> T:
        self.changed()
        return result
