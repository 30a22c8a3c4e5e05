"""What a letter may tell whom, in a dispute with several: “you refused” is said to who refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.cases.case import Case
from tui.playbooks.steps import Step

if TYPE_CHECKING:
    from tui.letters.template import Template


def as_told_to(case: Case, step: Step, template: Template) -> Case:
    """The case with what happened with those alone of whom the letter of `step` speaks.

    Who is spoken to reads of their own letters and answers; who is asked for help against the
    company reads of what happened with the company, and when asked again of their own. Numbers
    that others gave are left out as well.
    """
    from tui.letters.phrases import Voice

    to_them = template.voice is Voice.YOU or step.id in case.taken
    party = step.party if to_them else ""
    told = tuple(event for event in case.timeline if event.party == party)
    if len(told) == len(case.timeline):
        return case
    theirs = {event.reference for event in told}
    others = {event.reference for event in case.timeline} - theirs
    numbers = tuple(one for one in case.references if one.number not in others)
    return replace(case, timeline=told, references=numbers)
