"""What a person can do with letters, as verbs of the desk."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cases.card import Card
from tui.cases.case import Case
from tui.cases.words import Channel, Part, Problem, Tone
from tui.desk import (
    advising,
    calling,
    composing,
    letter_export,
    letter_files,
    letter_kinds,
    sending,
    spelling,
)
from tui.desk.composing import Composition, Wish
from tui.desk.letter_kinds import LetterKind
from tui.desk.letter_matter import PLAIN
from tui.desk.recording import Happening
from tui.desk.verbs import Verbs

if TYPE_CHECKING:
    from tui.advice.checks import Finding
    from tui.letters.call_sheet import CallSheet
    from tui.letters.letter import Letter
    from tui.letters.workspaces import Workspace


class LetterVerbs(Verbs):
    """Writing letters, checking them, and handing them over as a channel takes them."""

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

    def channel_for_letter(self, case_id: int, step: str = "") -> Channel:
        """By which channel the letter of a step best goes where nobody chose one."""
        return advising.channel_for_letter(self._office, self.case(case_id), step)

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
        enclose: bool | None = False,
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
        """Write the letter as a file of its own into the folder where Upheld was started.

        An e-mail has the files that it names with it.
        """
        enclose = None if kind == "eml" else False
        name, content = self.letter_file(
            case_id, kind, step, language, registered, enclose, template
        )
        return letter_files.write_new_file(Path.cwd(), name, content)

    def mail_link(
        self, case_id: int, step: str = "", language: str = "", template: str = ""
    ) -> str:
        """The link that opens a mail program with the letter in it."""
        wish = Wish(step, template, language=language)
        return letter_export.mail_link(self._office, self.case(case_id), wish)

    def addressee(
        self,
        case_id: int,
        channel: Channel,
        step: str = "",
        language: str = "",
        template: str = "",
    ) -> tuple[str, str]:
        """To whom the letter of a step goes, and where; empty where that is not known."""
        wish = Wish(step, template, language=language)
        return letter_export.addressee_of(self._office, self.case(case_id), wish, channel)

    def workspace(
        self, case_id: int, channel: Channel, wish: Wish = PLAIN, limit: int = 0
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
