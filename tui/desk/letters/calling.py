"""What to have at hand for a call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cases.case import Case
from tui.desk.letters.letter_matter import sender_of
from tui.desk.office import Office
from tui.wording.wording import Wording

if TYPE_CHECKING:
    from tui.letters.call_sheet import CallSheet


def call_sheet_of(office: Office, case: Case, language: str = "") -> CallSheet:
    """The call sheet of a case, in the language in which one speaks to the company."""
    from tui.letters.call_sheet import call_sheet

    return call_sheet(
        case, sender_of(office, case), Wording(language or case.language), office.today(case)
    )
