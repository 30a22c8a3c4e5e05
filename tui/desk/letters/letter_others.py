"""Who is meant in a letter, where a dispute is with several: whose words are not the company's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.cases.came_of import first_clock_of
from tui.cases.case import I_WRITE, Case, answer_of
from tui.cases.event import Event
from tui.cases.numbers import is_live
from tui.cases.words import Answer
from tui.desk.ladder.outside import COMPANY
from tui.desk.letters.letter_usual import THANKS, letter_again, usual_letter
from tui.playbooks.severity import has_highest
from tui.playbooks.steps import Playbook, Step

if TYPE_CHECKING:
    from tui.letters.sent import Sent

_TO_A_MANAGER = "management"
_RAISE, _ESCALATION = "severity", "escalation"
_ANSWERS = frozenset({Answer.SOLVED, Answer.PARTLY, Answer.REFUSED, Answer.ASKED})


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


def opponent_of(case: Case, playbook: Playbook, step: Step) -> str:
    """The role of whom a letter to somebody else is about; empty for the company of the case.

    Another one than that only where something was sent to them.
    """
    roles = {playbook.step(taken).party for taken in case.taken if playbook.place(taken)}
    return step.against if step.against in roles else ""


def kinds_of(case: Case, playbook: Playbook, language: str) -> dict[int, Sent]:
    """Id of what I sent -> the kind of letter that it was, and to which manager if to one."""
    kinds = _kinds(case, playbook)
    if has_highest(playbook, case.urgency, first_clock_of(case)):
        kinds = {n: _ESCALATION if kind == _RAISE else kind for n, kind in kinds.items()}
    steps = {event.id: event.step for event in case.timeline}
    return {n: _sent(kind, playbook, steps[n], language) for n, kind in kinds.items() if kind}


def _kinds(case: Case, playbook: Playbook) -> dict[int, str]:
    """The first on a step is the letter of the step, unless own words are kept of another one. Who
    writes again answers what they asked, or reminds them if they have not answered.
    """
    kinds: dict[int, str] = {}
    last: dict[str, Event] = {}  # what came last, by with whom it was
    seen: set[str] = set()
    written = 0
    for event in case.timeline:
        before, is_mine = last.get(event.party), event.kind in I_WRITE
        if is_mine and playbook.place(event.step):
            step = playbook.step(event.step)
            first = usual_letter(case, step.letter)
            usual = _again(before, step) if event.step in seen else first
            kinds[event.id] = _thanks(event) or _kept(case, event.step, written) or usual
        if is_mine or answer_of(event) in _ANSWERS:
            last[event.party] = event
        seen |= {event.step} if is_mine else set()
        written += is_mine
    return kinds


def _thanks(event: Event) -> str:
    """A letter holds no answer of theirs: that it was solved is what I thank for."""
    is_so = answer_of(event) is Answer.SOLVED and not is_live(event.kind, event.channel)
    return THANKS if is_so else ""


def _sent(kind: str, playbook: Playbook, step: str, language: str) -> Sent:
    """Of several managers each is named."""
    from tui.letters.sent import Sent

    return Sent(kind, playbook.step(step).addressee[language] if kind == _TO_A_MANAGER else "")


def _again(before: Event | None, step: Step) -> str:
    """What is written once more on a step; empty where their decision came before."""
    if before and before.kind in I_WRITE:
        return letter_again(step, is_asked=False)
    is_asked = before is not None and answer_of(before) is Answer.ASKED
    return letter_again(step, is_asked=True) if is_asked else ""


def _kept(case: Case, step: str, written: int) -> str:
    """The kind of the letter, where own words for one are kept; see `draft_of`."""
    keys = (key.split(".") for key in case.letters)
    kept = {key[1] for key in keys if key[:1] + key[2:] == [step, str(written)]}
    return kept.pop() if len(kept) == 1 else ""


def without_numbers_of(case: Case, others: Mapping[int, str]) -> Case:
    """The case without the numbers that only others gave: they tell the company nothing."""
    theirs = _numbers(e for e in case.timeline if e.id in others)
    ours = _numbers(e for e in case.timeline if e.id not in others)
    kept = tuple(r for r in case.references if r.number not in theirs - ours)
    return case if kept == case.references else replace(case, references=kept)


def _numbers(events: Iterable[Event]) -> set[str]:
    return {event.reference for event in events if event.reference}
