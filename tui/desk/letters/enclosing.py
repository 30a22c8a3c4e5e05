"""Which files of a case go with a letter: those that it names, without those left out of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.event import Evidence
from tui.cases.words import Part
from tui.desk.evidence.evidence import enclosure_of
from tui.desk.letters.letter_drafts import Draft, draft_of, note_of, with_note
from tui.desk.letters.own_words import with_own
from tui.desk.office import Office
from tui.desk.opening import change
from tui.letters.plain import file_named
from tui.terminal.clean import clean_line

if TYPE_CHECKING:
    from tui.desk.letters.wish import Wish
    from tui.letters.letter import Letter


def may_go(case: Case, draft: Draft) -> Case:
    """The case with the files that this letter may enclose, under their own numbers."""
    out = note_of(case, draft).left_out
    kept = tuple(piece for piece in case.evidence if piece.number not in out)
    return replace(case, evidence=kept) if out else case


def enclosed(letter: Letter, case: Case) -> tuple[Evidence, ...]:
    """The files that the letter names among its enclosures; `case` as `may_go` gives it."""
    from tui.letters.export.layout import is_named

    return tuple(piece for piece in case.evidence if is_named(letter, piece.name))


def left_out(office: Office, case: Case, wish: Wish) -> frozenset[int]:
    """The numbers of the files that are left out of the letter that is wished for."""
    return frozenset(note_of(case, draft_of(office, case, wish.step, wish.template)).left_out)


def leave_out(
    office: Office, case_id: int, wish: Wish, number: int, *, listed: bool = True
) -> Case:
    """Leave a file out of one letter; one that is left out goes with it again.

    `listed`: where the person's own list of enclosures stands in that letter, it follows. Raises
    NotFound for a number that the case has not.
    """
    with office.store.writing(change(office, "compose", case_id, wish.step)) as book:
        case = book.case(case_id)
        piece = enclosure_of(case, number)
        draft = draft_of(office, case, wish.step, wish.template)
        note = note_of(case, draft)
        goes = number in note.left_out
        others = tuple(sorted({*note.left_out} ^ {number}))
        case = with_note(case, replace(note, left_out=others))
        return book.put(_relisted(case, draft, piece, goes) if listed else case)


def _relisted(case: Case, draft: Draft, piece: Evidence, goes: bool) -> Case:
    """Own lists of a first letter stand beside the files: only those of others name them."""
    own = case.letters.get(draft.key, {}).get(Part.ENCLOSURES, "") if draft.key else ""
    if not own:
        return case
    own = relisted(own, piece.number, piece.name, goes)
    return with_own(case, draft, {Part.ENCLOSURES: own})


def relisted(listed: str, number: int, name: str, goes: bool) -> str:
    """A list of enclosures with the line of a file, or without it."""
    name = clean_line(name)
    named = file_named(name, re.IGNORECASE)
    text = "\n".join(line for line in listed.split("\n") if not named.search(line))
    return f"{text.rstrip()}\n{number}. {name}".lstrip("\n") if goes else text
