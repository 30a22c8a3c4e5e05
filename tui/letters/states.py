"""The fields about how the matter stands: they decide which letters are worth writing."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tui.cases.case import I_WRITE, Case, answer_of
from tui.cases.event import Event
from tui.cases.order import is_reopened
from tui.cases.settled import is_settled
from tui.cases.words import DECISIONS, Answer, Outcome, Problem, Stage
from tui.letters.matter import Matter
from tui.letters.plain import one_line

_GOODS = frozenset({Problem.REFUND, Problem.DELIVERY, Problem.DEFECT})
_YES = {True: "yes", False: ""}


def state_fields(matter: Matter) -> dict[str, str]:
    """Flags, "yes" or empty; and the day of the solution. To another reader than the company it is
    that one who has decided, or has not."""
    case = matter.case
    mine = [event for event in case.timeline if event.kind in I_WRITE]
    contacted, told = bool(mine), any(matter.concerns(event.id) for event in mine)
    decision = _decided(matter, matter.with_reader())
    answer = answer_of(decision) if decision else None
    done = case.stage is not Stage.CLOSED and is_settled(case)
    settled = done or _is_settled(case, answer)
    open_still = contacted and not settled and case.stage is not Stage.CLOSED
    # Where it was solved, or all the money is back, there is nothing left to claim.
    unsettled = (open_still or (contacted and answer is Answer.PARTLY)) and not is_settled(case)
    asked = case.last_answer is Answer.ASKED
    return {
        "is_new": _YES[not told],
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


def decision_of(matter: Matter) -> Event | None:
    """Their last decision: solved, partly, refused. What somebody else decided is not theirs.

    That it was solved says nothing any more once I reopened the case.
    """
    return _decided(matter, matter.events())


def _decided(matter: Matter, events: Sequence[Event]) -> Event | None:
    last = _last(events, DECISIONS)
    is_undone = last and answer_of(last) is Answer.SOLVED and is_reopened(matter.case, last)
    return None if is_undone else last


def question_of(matter: Matter) -> Event | None:
    """The last thing that whoever reads the letter asked for; what somebody else did is not."""
    return _last(matter.with_reader(), {Answer.ASKED})


def _last(events: Sequence[Event], answers: Collection[Answer]) -> Event | None:
    return next((e for e in reversed(events) if answer_of(e) in answers), None)


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
