"""Writing letters and checking them, as verbs of the desk."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from tui.cases.card import Card
from tui.cases.case import Case
from tui.cases.words import Channel, Part, Problem, Tone
from tui.desk.later import later
from tui.desk.letters.wish import Wish
from tui.desk.verbs import Verbs

if TYPE_CHECKING:
    from tui.advice.checks.checks import Finding
    from tui.desk.ladder import channel_advice
    from tui.desk.letters import (
        calling,
        composing,
        letter_going,
        letter_kinds,
        letter_steps,
        spelling,
    )
    from tui.desk.letters.composing import Composition
    from tui.desk.letters.letter_drafts import Draft
    from tui.desk.letters.letter_going import Going
    from tui.desk.letters.letter_kinds import LetterKind
    from tui.letters.call_sheet import CallSheet
    from tui.letters.letter import Letter
else:
    calling = later("letters.calling")
    channel_advice = later("ladder.channel_advice")
    composing = later("letters.composing")
    letter_going = later("letters.letter_going")
    letter_kinds = later("letters.letter_kinds")
    letter_steps = later("letters.letter_steps")
    spelling = later("letters.spelling")


class LetterVerbs(Verbs):
    """Writing letters, choosing what they are, and checking them."""

    def compose(
        self,
        case_id: int,
        step: str = "",
        own: Mapping[Part, str] | None = None,
        language: str = "",
        channel: Channel | None = None,
        template: str = "",
        tone: Tone | None = None,
        as_sent: bool = False,
    ) -> Composition:
        """The letter of a step, or another kind of letter by its name; see `composing.compose`."""
        wish = Wish(step, template, tone, language, channel, as_sent)
        return composing.compose(self._office, self.case(case_id), wish, own)

    def channel_for_letter(self, case_id: int, step: str = "") -> Channel:
        """By which channel the letter of a step best goes where nobody chose one."""
        return channel_advice.channel_for_letter(self._office, self.case(case_id), step)

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
        wish = Wish(step, template, tone)
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
        return self.compose(case_id, step, None, language).letter

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

    def going(self, case_id: int, draft: Draft) -> Going:
        """As what a letter is recorded when it is out."""
        return letter_going.going_of(self._office, self.case(case_id), draft)

    def step_for_kind(self, case_id: int, template: str, here: str) -> str:
        """The step on which a kind of letter is written that is chosen at another."""
        return letter_steps.step_for_kind(self._office, self.case(case_id), template, here)

    def check_case(
        self,
        case_id: int,
        channel: Channel | None = None,
        problem: Problem | None = None,
        language: str = "",
        step: str = "",
        template: str = "",
    ) -> tuple[Finding, ...]:
        """What to mend in a letter of the case, usually in the one that it would send now.

        With the secrets that another letter would tell.
        """
        from tui.desk.letters.fact_secrets import with_secrets_of_facts

        case, wish = self.case(case_id), Wish(step, template, language=language, channel=channel)
        made = composing.compose(self._office, case, wish, problem=problem)
        return with_secrets_of_facts(case, made.findings)

    def check_text(
        self, text: str, channel: Channel | None = None, problem: Problem | None = None
    ) -> tuple[Finding, ...]:
        """What to mend in a plain text, read as one letter."""
        from tui.desk.letters import checking

        return checking.check_plain(self._office, text, channel, problem)

    def call_sheet(self, case_id: int, language: str = "") -> CallSheet:
        return calling.call_sheet_of(self._office, self.case(case_id), language)
