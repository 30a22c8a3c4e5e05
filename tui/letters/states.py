"""The fields about how the matter stands: they decide which letters are worth writing."""

from __future__ import annotations

from tui.cases.case import I_WRITE, Case, answer_of
from tui.cases.event import Event
from tui.cases.promises import in_order
from tui.cases.words import Answer, Outcome, Problem, Stage
from tui.letters.matter import Matter
from tui.letters.plain import one_line

_DECISIONS = frozenset({Answer.SOLVED, Answer.PARTLY, Answer.REFUSED})
_GOODS = frozenset({Problem.REFUND, Problem.DELIVERY, Problem.DEFECT})
_YES = {True: "yes", False: ""}


def state_fields(matter: Matter) -> dict[str, str]:
    """Flags, "yes" or empty; and the day of the solution."""
    case = matter.case
    contacted = any(event.kind in I_WRITE for event in case.timeline)
    decision = decision_of(case)
    answer = answer_of(decision) if decision else None
    settled = _is_settled(case, answer)
    open_still = contacted and not settled and case.stage is not Stage.CLOSED
    unsettled = open_still or (contacted and answer is Answer.PARTLY)
    asked = case.last_answer is Answer.ASKED
    return {
        "is_new": _YES[not contacted],
        "is_unsettled": _YES[unsettled],
        "may_claim": _YES[unsettled or (case.formal and not contacted)],
        "is_pending": _YES[open_still and not asked and answer is None],
        "is_asked": _YES[asked],
        "is_refused": _YES[answer in (Answer.REFUSED, Answer.PARTLY)],
        "is_undecided": _YES[answer not in (Answer.REFUSED, Answer.PARTLY)],
        "is_settled": _YES[settled],
        **_matter(case.problem, is_open=unsettled or not contacted),
        **_said(matter, decision),
    }


def _matter(problem: Problem, *, is_open: bool) -> dict[str, str]:
    """What it is about, where some kinds of letters are about that alone."""
    return {
        "may_withdraw": _YES[problem in _GOODS and is_open],
        "about_data": _YES[problem is Problem.DATA],
    }


def decision_of(case: Case) -> Event | None:
    """Their last decision: solved, partly, refused."""
    events = reversed(in_order(case))
    return next((e for e in events if answer_of(e) in _DECISIONS), None)


def _is_settled(case: Case, answer: Answer | None) -> bool:
    """Whether there is something to thank for."""
    return case.outcome in (Outcome.UPHELD, Outcome.PARTLY) or (
        case.outcome is None and answer in (Answer.SOLVED, Answer.PARTLY)
    )


def _said(matter: Matter, decision: Event | None) -> dict[str, str]:
    """The day of a solution, and who brought it."""
    solved = decision if decision and answer_of(decision) is Answer.SOLVED else None
    return {
        "solved_on": matter.day(solved.day) if solved else "",
        "solved_by": one_line(solved.agent) if solved else "",
    }
