"""Letters: the parts a person fills in, the letter as it will read, and what checks say."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.words import Part, Problem, Stage, Tone
from tui.desk.cases.overtaken import refuse_overwriting
from tui.desk.letters.in_public import in_public, is_shortened
from tui.desk.letters.letter_drafts import (
    NO_RULE,
    Draft,
    draft_of,
    note_of,
    rule_of,
    with_note,
)
from tui.desk.letters.letter_findings import checked
from tui.desk.letters.letter_grounds import require_rule
from tui.desk.letters.letter_matter import Written, written
from tui.desk.letters.letter_offers import marked, offered
from tui.desk.letters.letter_sent import as_sent
from tui.desk.letters.own_words import own_words, with_own
from tui.desk.letters.wish import Wish
from tui.desk.office import Office
from tui.desk.opening import change

# Letters and checks are loaded when one is written: `upheld today` needs neither.
if TYPE_CHECKING:
    from tui.advice.checks.checks import Finding
    from tui.letters.letter import Letter
    from tui.letters.matter import Matter


class Composition(Struct, frozen=True):
    """A letter in the making: the person's own words by part, the letter, what it is written from,
    the findings.

    `rule`: the one that it relies on. `offered`: what would now be written for a part where the
    person's own words stand, if it has changed since they took its place. `sets_date`: the date
    asked for is one of this kind of letter, and not the step's clock. `is_public`: everybody may
    read it, and it goes to nobody. `sent_on`: it is as it was sent then.
    """

    case: Case
    draft: Draft
    own: dict[Part, str]
    letter: Letter
    matter: Matter
    findings: tuple[Finding, ...]
    rule: str
    sets_date: bool
    is_public: bool
    offered: dict[Part, str]
    sent_on: date | None

    @property
    def answer_by(self) -> date | None:
        """The day by which they are asked to answer."""
        return self.matter.answer_by

    @property
    def tone(self) -> Tone:
        return self.matter.tone

    @property
    def law(self) -> str:
        """What is cited, or would be in a formal tone."""
        return self.matter.ground.law


def compose(
    office: Office,
    case: Case,
    wish: Wish,
    own: Mapping[Part, str] | None = None,
    problem: Problem | None = None,
) -> Composition:
    """The letter that is wished for, with `own` words not yet saved in place of the saved ones.

    The checks leave out what the channel of the wish has no place for.
    """
    sent_on = None
    if wish.as_sent:
        office, case, sent_on = as_sent(office, case, wish.step)
    draft = draft_of(office, case, wish.step, wish.template)
    if own is not None:
        case = with_own(case, draft, own)
    done = written(office, case, draft, wish)
    if is_shortened(done, wish.channel):
        done = in_public(done)
    findings = checked(office, case, done, wish.channel, problem)
    return _composition(office, case, done, findings, sent_on)


def _composition(
    office: Office,
    case: Case,
    done: Written,
    findings: tuple[Finding, ...],
    sent_on: date | None,
) -> Composition:
    draft, is_own_language = done.draft, done.letter.language == case.language
    return Composition(
        case=case,
        draft=draft,
        own=own_words(case, draft),
        letter=done.letter,
        matter=done.matter,
        findings=findings,
        rule=rule_of(office, case, draft),
        is_public=done.template.voice == "public",
        sets_date=bool(done.template.answer_within) and done.matter.answer_by is not None,
        offered=offered(office, case, draft) if is_own_language else {},
        sent_on=sent_on,
    )


def save(
    office: Office,
    case_id: int,
    step: str,
    own: Mapping[Part, str],
    seen: Mapping[Part, str] | None = None,
    template: str = "",
) -> Case:
    """Keep the person's own words of these parts.

    With `seen`, what stood there before: a part that another window changed meanwhile is
    not overwritten (Overtaken, nothing is changed).
    """
    with office.store.writing(change(office, "compose", case_id, step)) as book:
        case = book.case(case_id)
        draft = draft_of(office, case, step, template)
        before = own_words(case, draft)
        refuse_overwriting(f"#{case_id}", own, seen or {}, before)
        written = with_own(case, draft, own)
        new = {part for part, text in own_words(written, draft).items() if text != before[part]}
        return book.put(marked(office, written, draft, new))


def keep_own(
    office: Office, case_id: int, step: str, parts: Collection[Part], template: str = ""
) -> Case:
    """The person has seen what is offered for these parts, and keeps their own words."""
    with office.store.writing(change(office, "compose", case_id, step)) as book:
        case = book.case(case_id)
        draft = draft_of(office, case, step, template)
        return book.put(marked(office, case, draft, parts))


def choose(office: Office, case_id: int, wish: Wish, rule: str | None = None) -> Case:
    """Keep the tone of a letter, and the rule that it relies on: its id, "none", or "" for the
    rule of the step. Raises NotFound and BadInput for a rule that no letter may cite."""
    with office.store.writing(change(office, "compose", case_id, wish.step)) as book:
        case = book.case(case_id)
        draft = draft_of(office, case, wish.step, wish.template)
        note = note_of(case, draft)
        if rule not in (None, "", NO_RULE):
            require_rule(office, case, rule)
        tone, rule = wish.tone or note.tone, note.rule if rule is None else rule
        return book.put(with_note(case, replace(note, tone=tone, rule=rule)))


def is_climb(office: Office, case: Case, step: str) -> bool:
    """Whether taking `step` is more than writing again on the step where the case stands.

    A draft stands on none: with whichever step it may begin, that is its first letter.
    """
    return case.stage is not Stage.DRAFT and step != office.step(case)
