"""The letter of a step as it went out: to print it, or to send it anew, after it was recorded."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from tui.cases.case import I_WRITE, Case, answers
from tui.cases.event import Event
from tui.cases.lifecycle import replay
from tui.cases.words import Stage
from tui.clock import FixedClock

if TYPE_CHECKING:
    from tui.desk.office import Office


def as_sent(office: Office, case: Case, step: str) -> tuple[Office, Case, date | None]:
    """The case as it stood when the letter of a step went out, and the day.

    As it stands, without a day, where the step was not taken, or something came since then that
    another letter answers: an answer, a second letter, the end of their time, the end of the case.
    """
    mine = [event for event in case.timeline if event.kind in I_WRITE and event.step == step]
    if len(mine) != 1 or case.stage is Stage.CLOSED or _is_over(office, case, mine[0]):
        return office, case, None
    (sent,) = mine
    before = _without_later_numbers(case, case.timeline.index(sent))
    return replace(office, clock=FixedClock(sent.at)), before, sent.day


def _is_over(office: Office, case: Case, sent: Event) -> bool:
    from tui.letters.ending import lapsed

    later = case.timeline[case.timeline.index(sent) + 1 :]
    answered = any(answers(event) for event in later if event.party == sent.party)
    return answered or lapsed(case, sent, office.today(case), office.now(case)) is not None


def _without_later_numbers(case: Case, place: int) -> Case:
    """The case as its first events tell it, without the numbers that only later ones brought."""
    first, later = case.timeline[:place], case.timeline[place:]
    new = {event.reference for event in later} - {event.reference for event in first}
    before = replay(case, first)
    known = tuple(number for number in before.references if number.number not in new)
    return msgspec.structs.replace(before, references=known)
