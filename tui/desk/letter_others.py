"""Who is meant in a letter, where a dispute is with several: whose words are not the company's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from tui.cases.case import I_WRITE, Case
from tui.cases.event import Event
from tui.desk.outside import COMPANY
from tui.playbooks.steps import Playbook, Step


def others_of(case: Case, playbook: Playbook, you: str, language: str) -> dict[int, str]:
    """Id of an event -> with whom it was, where that is not who the letter speaks to or of.

    `you`: the role of that one, empty for the company of the case. An answer is that of
    whoever was written to last; the parties of a dispute are told apart.
    """
    wrote: dict[str, Step | None] = {}
    others: dict[int, str] = {}
    for event in case.timeline:
        if event.kind in I_WRITE:
            wrote[event.party] = _step(playbook, event.step)
        name = _other(case, event, wrote.get(event.party), you, language)
        if name:
            others[event.id] = name
    return others


def _step(playbook: Playbook, step_id: str) -> Step | None:
    """The step, if the case is still on the playbook that has it."""
    return playbook.step(step_id) if playbook.place(step_id) else None


def _other(case: Case, event: Event, step: Step | None, you: str, language: str) -> str:
    """With whom an event was; empty for whom the letter speaks to or of."""
    if step and step.is_body:
        return step.addressee[language]
    if event.party == you or (event.party == COMPANY and not you):
        return ""
    return case.company_of(event.party) or (step.addressee[language] if step else "")


def without_numbers_of(case: Case, others: Mapping[int, str]) -> Case:
    """The case without the numbers that only others gave: they tell the company nothing."""
    theirs = _numbers(e for e in case.timeline if e.id in others)
    ours = _numbers(e for e in case.timeline if e.id not in others)
    kept = tuple(r for r in case.references if r.number not in theirs - ours)
    return case if kept == case.references else replace(case, references=kept)


def _numbers(events: Iterable[Event]) -> set[str]:
    return {event.reference for event in events if event.reference}
