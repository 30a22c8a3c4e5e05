"""What to have at hand for a call."""

from __future__ import annotations

from tui.cases.case import Case
from tui.desk.composing import sender_of
from tui.desk.office import Office
from tui.letters.call_sheet import CallSheet, call_sheet
from tui.wording.wording import Wording


def call_sheet_of(office: Office, case: Case, language: str = "") -> CallSheet:
    """The call sheet of a case, in the language in which one speaks to the company."""
    return call_sheet(
        case, sender_of(office), Wording(language or case.language), office.today(case)
    )
