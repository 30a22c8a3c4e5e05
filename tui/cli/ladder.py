"""`upheld ladder`."""

from __future__ import annotations

from tui.cli import plain
from tui.cli.kinds import CaseId
from tui.cli.rungs import rung_lines
from tui.cli.session import Session
from tui.cli.verb import argument, verb
from tui.wording.mark import N_


@verb("ladder")
@argument("case_id", metavar="ID", type=CaseId(), help=N_("The number of the case."))
def ladder(session: Session, case_id: int) -> int:
    """The steps of the escalation: when each opens, and what it needs."""
    rungs = session.desk.ladder(case_id)
    if session.as_json:
        session.out.json(plain.of_ladder(session.words, rungs))
    else:
        if fault := session.desk.ladder_fault(case_id):
            session.out.note(session.words.say(fault))
            session.out.note(session.words.t("Until it is mended, the general ladder is shown."))
        session.out.lines(rung_lines(session.words, rungs, session.desk.day(), whole=True))
    return 0
