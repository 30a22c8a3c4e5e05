"""Which letter is written next, in which tone, on which ground, and what else would fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.cases.case import I_WRITE, Case
from tui.cases.particulars import LetterNote
from tui.cases.words import Tone
from tui.desk.letters.letter_steps import require_reader, step_of_kind, step_to_write
from tui.desk.letters.letter_usual import CLAIM, again, usual_letter
from tui.desk.office import Office
from tui.playbooks.steps import Step

# Letters are loaded when one is written: `upheld today` needs none.
if TYPE_CHECKING:
    from tui.letters.letter_book import LetterBook
    from tui.letters.template import Template

NO_RULE = "none"  # the person wants no law in this letter


class Draft(Struct, frozen=True):
    """Which letter is written: of which step, by which template, and where own words are kept.

    `key` is empty for the first letter of a case: its own words are the facts of the case.
    """

    step: str
    template: str
    key: str

    @property
    def noted(self) -> str:
        """Where it is kept how the letter was chosen to be."""
        return self.key or self.step


def draft_of(office: Office, case: Case, step: str = "", template: str = "") -> Draft:
    """What is to be written next on a step; on the one where the case stands if none is named.

    On a step already taken it is a reminder, or the answer to what they asked for. Another
    letter may be chosen by its name. Each of these keeps own words of its own, so that the
    last one never shows through. One that is named stands on the step that it is the letter of,
    where no step is. Raises BadInput while the ladder of the case is faulty, since to whom a letter
    goes is told by no other; and for one about a complaint that nobody has.
    """
    office.require_ladder(case)
    playbook = office.playbook(case)
    step = step or step_of_kind(office, case, template) or step_to_write(office, case)
    require_reader(case, playbook, playbook.step(step), template)
    usual = usual_letter(case, playbook.step(step).letter)
    if step in case.taken:
        template = template or again(case, playbook.step(step))
        usual = ""
    if template and template != usual:
        written = sum(event.kind in I_WRITE for event in case.timeline)
        return Draft(step, template, f"{step}.{template}.{written}")
    return Draft(step, usual, "" if step == playbook.steps[0].id else step)


def is_outside(step: Step) -> bool:
    """Whether a step goes to somebody else than the company: a body, or another party."""
    return step.is_body or bool(step.party)


def goes_to(step: Step, template: Template) -> bool:
    """Whether a letter goes to whoever the step goes to.

    One that speaks to the company goes to it, though it stands on the step of a body; one that
    everybody may read goes to nobody.
    """
    speaks_to_company = template.voice == "you" and step.is_body and not step.party
    return template.voice != "public" and not speaks_to_company


def letter_book(office: Office) -> LetterBook:
    """The letters that ship, and the person's own."""
    from tui.letters.letter_book import LetterBook

    return LetterBook(office.settings.letters)


def template_of(office: Office, draft: Draft) -> Template:
    """The template of a draft. Raises NotFound and BadInput as `LetterBook.template` does."""
    return letter_book(office).template(draft.template)


def note_of(case: Case, draft: Draft) -> LetterNote:
    """How this letter was chosen to be; an empty note where nothing was chosen."""
    noted = (note for note in case.letter_notes if note.key == draft.noted)
    return next(noted, LetterNote(key=draft.noted))


def with_note(case: Case, note: LetterNote) -> Case:
    """The case with a note in the place of that of the same letter; without an empty one."""
    others = tuple(other for other in case.letter_notes if other.key != note.key)
    new = () if note == LetterNote(key=note.key) else (note,)
    return replace(case, letter_notes=(*others, *new))


def tone_of(case: Case, draft: Draft, template: Template) -> Tone:
    """The tone that the person chose for this letter, else that of its kind."""
    return note_of(case, draft).tone or template.tone


def rule_of(office: Office, case: Case, draft: Draft) -> str:
    """The rule that a letter relies on: as chosen for it, as recorded on its step, or the step's.

    Of a step it is the clock, else the rule of mine whose window it has. Empty where there is
    none, or the person wants none.
    """
    chosen = note_of(case, draft).rule
    if chosen:
        return "" if chosen == NO_RULE else chosen
    # A claim demands what was asked for before, whichever step it is written on.
    claims = draft.template == CLAIM
    recorded = (
        e.rule for e in reversed(case.timeline) if e.rule and (claims or e.step == draft.step)
    )
    step = office.playbook(case).step(draft.step)
    return next(recorded, step.rule or step.window)
