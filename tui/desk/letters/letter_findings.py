"""What the checks say of a letter as it was composed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.words import Channel, Part, Problem
from tui.desk.letters.enclosing import enclosed, may_go
from tui.desk.letters.in_public import is_shortened, of_public_text
from tui.desk.letters.letter_drafts import goes_to
from tui.desk.letters.letter_matter import Written
from tui.desk.office import Office

# Checks are loaded when a letter is written.
if TYPE_CHECKING:
    from tui.advice.checks.checks import Finding

# Findings that something is missing, by the part in which it would stand.
_ABOUT_PART = {"L18": Part.ENCLOSURES, "L21": Part.DONE}


def checked(
    office: Office, case: Case, done: Written, channel: Channel | None, problem: Problem | None
) -> tuple[Finding, ...]:
    """What the checks say that this kind of letter has a place for."""
    from tui.desk.letters.checking import Occasion, check_composed

    draft, is_public = done.draft, done.template.voice == "public"
    # What goes to somebody else than the step does is not filed there.
    goes = goes_to(office.playbook(case).step(draft.step), done.template)
    findings = check_composed(
        office,
        may_go(case, draft),
        done.letter,
        channel,
        problem,
        public=is_public or channel is Channel.SOCIAL,
        occasion=Occasion(draft.step if goes else "", draft.template, draft.key,
                          done.matter.answer_by, done.template.names("payment_said")),
        attached=_attached(office, case, done),
    )  # fmt: skip
    if is_shortened(done, channel):
        return of_public_text(findings)
    return _fitting(done, findings)


def _attached(office: Office, case: Case, done: Written) -> tuple[tuple[str, str], ...]:
    """The texts that go with this letter: secrets are looked for in them, too."""
    going = enclosed(done.letter, done.matter.case)
    if not going:
        return ()
    from tui.desk.evidence.evidence import evidence_texts

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
