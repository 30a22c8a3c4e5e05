"""The kinds of letters: all there are, and those that fit a case now."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.cases.case import Case
from tui.cases.errors import BadInput
from tui.cases.sentence import Sentence
from tui.cases.words import Tone
from tui.desk.letters.letter_drafts import Draft, draft_of, letter_book
from tui.desk.letters.letter_matter import matter_of
from tui.desk.letters.letter_patience import CHASES, chased_too_early
from tui.desk.letters.letter_steps import OF_COMPLAINTS, step_for_kind
from tui.desk.letters.letter_usual import FIRST
from tui.desk.office import Office

if TYPE_CHECKING:
    from tui.letters.letter_book import Listed


class LetterKind(Struct, frozen=True):
    """A kind of letter. `title` and `about` are by language: its name, and one sentence.

    `file`: the person's own; None for one that ships. `replaces`: it stands instead of one
    that ships. `usual`: it is the one that would be written now. `fault`: why its file cannot
    be used; title and about are its id and nothing then.
    """

    id: str
    title: dict[str, str]
    about: dict[str, str]
    tone: Tone
    file: Path | None = None
    replaces: bool = False
    usual: bool = False
    fault: Sentence | None = None


def all_kinds(office: Office) -> tuple[LetterKind, ...]:
    """Every kind there is, by its id, also those whose file is faulty."""
    return tuple(_kind(listed) for listed in letter_book(office).listed())


def fitting_kinds(office: Office, case: Case, step: str = "") -> tuple[LetterKind, ...]:
    """The kinds that fit the case as it stands: first the usual one, then the others by id.

    One that is for a step of some ladders fits where the ladder of the case has such a step. One
    of the person's that names no condition always fits; so does one that is faulty, so that it
    can be mended. While they have time to answer nothing fits that chases them.
    """
    usual = draft_of(office, case, step)
    steps = frozenset(step.letter for step in office.playbook(case).steps)
    # How a case stands is the same for them, and does not hang on a file of the person's.
    facts = _facts(office, case, usual, FIRST)
    fitting = [
        _kind(listed, usual=listed.id == usual.template)
        for listed in letter_book(office).listed()
        if _is_in_time(office, case, usual, listed)
        and (listed.id == usual.template or _fits(listed, facts, steps))
    ]
    return tuple(sorted(fitting, key=lambda kind: not kind.usual))


def _facts(office: Office, case: Case, draft: Draft, template: str) -> Mapping[str, str]:
    from tui.letters.fields import facts_of
    from tui.letters.letter_book import load_template

    return facts_of(matter_of(office, case, draft, load_template(template)))


def _is_in_time(office: Office, case: Case, usual: Draft, listed: Listed) -> bool:
    """Whether those whom such a letter chases, or to whom a complaint went, have not answered it
    and have no time left."""
    kind = listed.id
    if listed.template is None or kind not in CHASES | OF_COMPLAINTS:
        return True
    try:
        draft = draft_of(office, case, step_for_kind(office, case, kind, usual.step), kind)
    except BadInput:
        return False
    if chased_too_early(office, case, draft.step, kind):
        return False
    return kind not in OF_COMPLAINTS or _is_awaited(_facts(office, case, draft, kind), listed)


def _is_awaited(facts: Mapping[str, str], listed: Listed) -> bool:
    """Whether a body has a complaint that it did not decide, or asked for something."""
    needs = ("is_pending",) if listed.id in CHASES else ()
    fits = (name for name in listed.template.fits if name != "is_late") if listed.template else ()
    return all(facts[name] for name in (*needs, *fits))


def _fits(listed: Listed, facts: Mapping[str, str], steps: frozenset[str]) -> bool:
    """Whether a kind fits these facts, on a ladder whose steps have these letters."""
    template = listed.template
    if template is None or listed.id in OF_COMPLAINTS:
        return True
    on_ladder = not template.of_ladder or template.id in steps
    return on_ladder and all(facts[name] for name in template.fits)


def _kind(listed: Listed, *, usual: bool = False) -> LetterKind:
    from tui.letters.letter_book import template_ids

    template = listed.template
    named = dict.fromkeys(("en", "ru"), listed.id)
    return LetterKind(
        id=listed.id,
        title=dict(template.titles) if template and template.titles else named,
        about=dict(template.abouts) if template and template.abouts else {"en": "", "ru": ""},
        tone=template.tone if template else Tone.NEUTRAL,
        file=listed.file,
        replaces=listed.file is not None and listed.id in template_ids(),
        usual=usual,
        fault=listed.fault,
    )
