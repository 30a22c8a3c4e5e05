"""Letters: the parts a person fills in, the letter as it will read, and what checks say."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from dataclasses import replace as replaced
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.words import Channel, Part, Problem, Tone
from tui.desk.enclosing import enclosed, may_go
from tui.desk.in_public import in_public, is_shortened, of_public_text
from tui.desk.letter_drafts import (
    NO_RULE,
    Draft,
    draft_of,
    note_of,
    rule_of,
    with_note,
)
from tui.desk.letter_grounds import require_rule
from tui.desk.letter_matter import Wish, Written, own_words, sender_of, with_own, written
from tui.desk.letter_offers import marked, offered
from tui.desk.office import Office
from tui.desk.opening import change
from tui.desk.overtaken import refuse_overwriting

# Letters and checks are loaded when one is written: `upheld today` needs neither.
if TYPE_CHECKING:
    from tui.advice.checks import Finding
    from tui.letters.letter import Letter

__all__ = ["Composition", "Draft", "Wish", "compose", "draft_of", "sender_of"]


# Findings that something is missing, by the part in which it would stand.
_ABOUT_PART = {"L18": Part.ENCLOSURES, "L21": Part.DONE}


@dataclass(frozen=True, slots=True)
class Composition:
    """A letter in the making: the person's own words by part, the letter, the findings.

    `offered`: what would now be written for a part where the person's own words stand, if it
    has changed since they took its place. `law`: what is cited, or would be in a formal tone.
    `sets_date`: the date asked for is one of this kind of letter, and not the step's clock.
    `is_public`: everybody may read it, and it goes to nobody.
    """

    case: Case
    draft: Draft
    own: dict[Part, str]
    letter: Letter
    findings: tuple[Finding, ...]
    answer_by: date | None
    tone: Tone = Tone.NEUTRAL
    law: str = ""
    rule: str = ""
    sets_date: bool = False
    is_public: bool = False
    offered: dict[Part, str] = field(default_factory=dict)


def compose(
    office: Office,
    case: Case,
    step: str = "",
    own: Mapping[Part, str] | None = None,
    language: str = "",
    channel: Channel | None = None,
    problem: Problem | None = None,
) -> Composition:
    """The letter of a step; see `compose_wish`."""
    wish = Wish(step, language=language)
    return compose_wish(office, case, wish, own, channel, problem)


def compose_wish(
    office: Office,
    case: Case,
    wish: Wish,
    own: Mapping[Part, str] | None = None,
    channel: Channel | None = None,
    problem: Problem | None = None,
) -> Composition:
    """The letter that is wished for, with `own` words not yet saved in place of the saved ones.

    The checks leave out what `channel` has no place for.
    """
    wish = replaced(wish, channel=channel or wish.channel)
    draft = draft_of(office, case, wish.step, wish.template)
    if own is not None:
        case = with_own(case, draft, own)
    done = written(office, case, draft, wish)
    if is_shortened(done, channel):
        done = in_public(done)
    return Composition(
        case=case,
        draft=draft,
        own=own_words(case, draft),
        letter=done.letter,
        findings=_checked(office, case, done, channel, problem),
        answer_by=done.matter.answer_by,
        tone=done.matter.tone,
        law=done.matter.ground.law,
        rule=rule_of(office, case, draft),
        is_public=done.template.voice == "public",
        sets_date=bool(done.template.answer_within) and done.matter.answer_by is not None,
        offered=offered(office, case, draft) if done.letter.language == case.language else {},
    )


def _checked(
    office: Office, case: Case, done: Written, channel: Channel | None, problem: Problem | None
) -> tuple[Finding, ...]:
    """What the checks say that this kind of letter has a place for."""
    from tui.desk.checking import Occasion, check_composed

    draft, is_public = done.draft, done.template.voice == "public"
    step = "" if is_public else draft.step  # what everybody may read is filed with nobody
    findings = check_composed(
        office,
        may_go(case, draft),
        done.letter,
        channel,
        problem,
        public=is_public or channel is Channel.SOCIAL,
        occasion=Occasion(step, draft.template, draft.key, done.matter.answer_by),
        attached=_attached(office, case, done),
    )
    if is_shortened(done, channel):
        return of_public_text(findings)
    return _fitting(done, findings)


def _attached(office: Office, case: Case, done: Written) -> tuple[tuple[str, str], ...]:
    """The texts that go with this letter: secrets are looked for in them, too."""
    going = enclosed(done.letter, done.matter.case)
    if not going:
        return ()
    from tui.desk.evidence import evidence_texts

    return evidence_texts(office, replace(case, evidence=going))


def _fitting(done: Written, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Without those that ask for what this kind of letter has no place for.

    One that asks for no answer needs no date (L03), nor does one to a body that owes an answer by
    no day; one that does not tell what was done before needs no history (L21), and one without
    enclosures lacks none (L18).
    """
    template = done.template
    parts = {paragraph.part for paragraph in template.paragraphs}
    owes_none = template.voice == "they" and done.matter.answer_by is None
    undated = {"L03"} if template.answer_within == "none" or owes_none else set()
    absent = {name for name, part in _ABOUT_PART.items() if part not in parts}
    return tuple(f for f in findings if f.id not in undated and (f.id not in absent or f.text))


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
    """Whether taking `step` is more than writing again on the step where the case stands."""
    return step != office.step(case)
