"""What things are called in a bundle: letters by their kind, numbers under who gave them, hours."""

from __future__ import annotations

from collections.abc import Mapping

from tui.cases.case import I_WRITE, Case
from tui.cases.errors import BadInput, NotFound
from tui.cases.event import Event
from tui.cases.leaving import whom_of
from tui.cases.numbers import has_postal, their_numbers
from tui.desk.letters.letter_drafts import letter_book
from tui.desk.letters.letter_others import kinds_of
from tui.desk.letters.letter_usual import usual_letter
from tui.desk.office import Office
from tui.letters.zones import days_with_hours, has_hour, hour_in_zone
from tui.terminal.clean import clean_line
from tui.wording.wording import Wording


def titles_of(office: Office, case: Case, words: Wording) -> Mapping[int, str]:
    """Id of an event -> its step, or the kind of the letter where that is not the step’s own."""
    language, playbook = words.language, office.playbook(case)
    kinds = kinds_of(case, playbook, language)
    titles = {}
    for event in case.timeline:
        if not event.step:
            continue
        title = step_title(office, case, event.step, words)
        kind = kinds[event.id].kind if event.id in kinds and event.kind in I_WRITE else ""
        own = playbook.step(event.step).letter if playbook.place(event.step) else ""
        if kind and kind != usual_letter(case, own):
            title = _kind_title(office, kind, language) or title
        titles[event.id] = clean_line(title)
    return titles


def step_title(office: Office, case: Case, step: str, words: Wording) -> str:
    """What a step of the ladder is called; its id where the playbook no longer has it."""
    try:
        return office.playbook(case).step(step).title[words.language]
    except NotFound:
        return step


def _kind_title(office: Office, kind: str, language: str) -> str:
    """Empty where there is no such kind any more, or its file is faulty."""
    try:
        return letter_book(office).template(kind).titles.get(language, "")
    except (NotFound, BadInput):
        return ""


def numbers_by_giver(office: Office, case: Case, language: str) -> str:
    """Their numbers, a line for each who gave some; with one alone nobody is named."""
    whom = {e.reference: by for e, by in whom_of(case) if e.reference and not has_postal(e)}
    given: dict[str, list[str]] = {}
    for number in their_numbers(case):
        given.setdefault(_name(office, case, whom.get(number, ""), language), []).append(number)
    if len({by for _, by in whom_of(case)}) < 2:
        return "\n".join(number for numbers in given.values() for number in numbers)
    return "\n".join(f"{name}: {', '.join(numbers)}" for name, numbers in given.items())


def _name(office: Office, case: Case, whom: str, language: str) -> str:
    """A company by its name, a body by what it is."""
    playbook = office.playbook(case)
    if playbook.place(whom):
        told = playbook.step(whom).addressee[language]
    else:
        told = case.company_of(whom) or playbook.parties.get(whom, {}).get(language, whom)
    return clean_line(told[:1].upper() + told[1:])


def day_of(case: Case, event: Event, words: Wording) -> str:
    """The day of an event, with its hour and zone where clocks run by the hour."""
    day = words.day(event.day)
    return f"{day}, {hour_in_zone(event.at)}" if has_hour(event, days_with_hours(case)) else day
