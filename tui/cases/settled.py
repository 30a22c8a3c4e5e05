"""Whether there is anything left to ask for."""

from __future__ import annotations

from tui.cases.case import Case
from tui.cases.event import Event
from tui.cases.money import left_of
from tui.cases.order import in_order, is_reopened
from tui.cases.words import Answer


def is_settled(case: Case) -> bool:
    """Whether they solved it, or all of the money came back, and I did not reopen the case since.

    What they ask me for is to be answered all the same.
    """
    if case.last_answer is Answer.ASKED:
        return False
    return case.last_answer is Answer.SOLVED or is_all_back(case)


def is_all_back(case: Case) -> bool:
    """Whether the whole amount of the case came back, and I have not reopened the case since."""
    left = left_of(case.amount, case.refunds)
    if left is None or left.value:
        return False
    return not is_reopened(case, last_refund(case))


def last_refund(case: Case) -> Event | None:
    """The last event with which money came back."""
    return next((event for event in reversed(in_order(case)) if event.refund), None)
