"""`upheld advise`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.cases.errors import BadInput
from tui.cases.words import Problem, Urgency
from tui.cli import plain
from tui.cli.kinds import CaseId, Word
from tui.cli.letter_options import of_step
from tui.cli.session import Session
from tui.cli.verb import argument, option, verb
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.advice.channels import Advised


@verb("advise")
@argument(
    "case_id", metavar="[ID]", type=CaseId(), required=False, help=N_("The number of the case.")
)
@option("--problem", metavar=N_("KIND"), type=Word(Problem), help=N_("What kind of problem it is."))
@option("--urgency", metavar=N_("KIND"), type=Word(Urgency), help=N_("How fast the harm grows."))
@option("--formal", is_flag=True, help=N_("It has to be on record: a formal complaint."))
@option("--company", metavar=N_("NAME"), help=N_("Whom it is with, for their addresses."))
@of_step
def advise(
    session: Session,
    case_id: int | None,
    problem: Problem | None,
    urgency: Urgency | None,
    formal: bool,
    company: str | None,
    step: str,
) -> int:
    """Which channel to use, for a case or for a kind of problem."""
    asked = any((problem, urgency, formal, company))
    if case_id is None and step:
        raise BadInput("--step belongs to a case: give its number.")
    if case_id is not None and asked:
        raise BadInput("Give the number of a case, or the kind of problem, not both.")
    if case_id is not None:
        advised = session.desk.advise_case(case_id, step)
    elif asked:
        advised = _for_question(session, problem, urgency, formal, company)
    else:
        raise BadInput("Give the number of a case, or --problem.")
    if session.as_json:
        session.out.json(plain.of_advice(session.words, advised))
    else:
        for one in advised:
            session.out.lines(_lines(session, one))
    return 0


def _for_question(
    session: Session,
    problem: Problem | None,
    urgency: Urgency | None,
    formal: bool,
    company: str | None,
) -> tuple[Advised, ...]:
    from tui.desk.ladder.channel_advice import Question

    if company:
        session.desk.company(company)  # an unknown one is a slip, not a fact
    question = Question(problem or Problem.OTHER, urgency or Urgency.NORMAL, formal, company or "")
    return session.desk.advise(question)


def _lines(session: Session, one: Advised) -> Iterator[str]:
    words = session.words
    yield f"{one.score:>3}  {words.term(one.channel)}"
    for reason in one.reasons:
        yield f"     {'-' if reason in one.against else '+'} {words.say(reason)}"
    for warning in one.warnings:
        yield f"     ! {words.say(warning)}"
    for point in one.points:
        yield f"     @ {point.address}" + (f" ({point.note})" if point.note else "")
