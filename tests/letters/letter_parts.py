"""One part of a letter, written on a fixed day."""

from __future__ import annotations

from datetime import date

from tui.cases.case import Case
from tui.cases.particulars import Identifier
from tui.cases.words import Part, Problem
from tui.letters.letter import Sender
from tui.letters.write import write_letter
from tui.wording.wording import Wording

EN = Wording("en")
TODAY = date(2026, 11, 22)
ANSWER_BY = date(2026, 12, 2)
BARE = Case(company="Northbank", subject="Card blocked", problem=Problem.ACCOUNT)
ORDER = (Identifier(kind="order", value="4821-77"),)


def part(
    which: Part, case: Case, *, sender: Sender | None = None, template: str = "request"
) -> str:
    letter = write_letter(
        case, sender or Sender(), template, EN, today=TODAY, answer_by=ANSWER_BY, company=None
    )
    return letter.parts[which]
