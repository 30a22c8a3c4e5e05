"""A quotation of the evidence, put into the letter that is written next."""

from __future__ import annotations

from tui.cases.case import Case
from tui.cases.words import Part
from tui.desk.letters import composing
from tui.desk.letters.wish import Wish
from tui.desk.office import Office


def quote_in_letter(office: Office, case_id: int, quote: str, step: str = "") -> Case:
    """Put a quotation below the problem in the letter that is written next.

    In a later letter, where own words stand instead of what is written from the case, the
    latter becomes the person's own words first.
    """
    made = composing.compose(office, office.store.get(case_id), Wish(step))
    before = made.own.get(Part.PROBLEM, "")
    is_first = not made.draft.key  # its problem is told by a fact of the case
    written = before if before.strip() or is_first else made.letter.parts[Part.PROBLEM]
    text = quoted(written, quote)
    return composing.save(
        office, case_id, made.draft.step, {Part.PROBLEM: text}, {Part.PROBLEM: before}
    )


def quoted(written: str, quote: str) -> str:
    """A text with a quotation below it."""
    return f"{written.rstrip()}\n\n{quote}" if written.strip() else quote
