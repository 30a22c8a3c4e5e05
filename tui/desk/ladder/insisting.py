"""Taking a step knowingly, although its time is over."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.errors import BadInput
from tui.cases.particulars import Despite
from tui.desk.ladder.advising import rungs_of
from tui.desk.ladder.climbing import not_open
from tui.desk.office import Office
from tui.desk.opening import change
from tui.playbooks.windows import longer


def insist(office: Office, case_id: int, step: str, why: str) -> Case:
    """Keep with a case why a step is to be taken after its time; what records it tells that.

    Raises BadInput where no reason is given, NotOpen for a step that is not merely too late.
    """
    with office.store.writing(change(office, "insist", case_id)) as book:
        case = book.case(case_id)
        office.require_ladder(case)
        rungs = rungs_of(office, case)
        wanted = office.playbook(case).step(step).id
        rung = next(r for r in rungs if r.step.id == wanted)
        if not rung.only_late:
            raise not_open(rung, rungs)
        if not why.strip():
            raise BadInput("Say in one sentence why you take it all the same.", name="why")
        others = tuple(one for one in case.despite if one.step != wanted)
        despite = (*others, Despite(step=wanted, why=" ".join(why.split())))
        return book.put(replace(case, despite=despite))


def longer_of(office: Office, case: Case, step_id: str) -> tuple[tuple[int, date], ...]:
    """Lines of the checklist of a step, counted from 1, that give it more time if they are so,
    each with the last day it then has. Nothing where that day is over, too."""
    playbook, today = office.playbook(case), office.today(case)
    step = playbook.step(step_id)
    found = longer(step, case, playbook, office.clocks(case)) if step_id not in case.taken else ()
    return tuple((line, window.due) for line, window in found if not window.past_on(today))
