"""What a letter is written from: the case, who writes, and in which tone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.cases.came_of import first_clock_of
from tui.cases.case import Case
from tui.cases.numbers import latest_given
from tui.cases.on_steps import on_steps
from tui.cases.order import in_order
from tui.desk.keeping.preferences import profile_of
from tui.desk.letters.enclosing import may_go
from tui.desk.letters.letter_answer import answer_time
from tui.desk.letters.letter_drafts import Draft, is_outside, template_of, tone_of
from tui.desk.letters.letter_grounds import ground_of
from tui.desk.letters.letter_others import (
    kinds_of,
    opponent_of,
    others_of,
    without_numbers_of,
)
from tui.desk.letters.letter_rest import rest_of_term
from tui.desk.letters.wish import PLAIN, Wish
from tui.desk.office import Office
from tui.playbooks.severity import filed_as
from tui.wording.wording import Wording

if TYPE_CHECKING:
    from tui.letters.letter import Letter, Sender
    from tui.letters.matter import Matter, Reader
    from tui.letters.template import Template
    from tui.playbooks.steps import Playbook, Step
    from tui.settings.config import Profile


class Written(Struct, frozen=True):
    """A letter, by which template it was written, and from what."""

    draft: Draft
    template: Template
    matter: Matter
    letter: Letter


def written(office: Office, case: Case, draft: Draft, wish: Wish = PLAIN) -> Written:
    """The letter of a draft, the person's own words in it as they are saved in `case`."""
    from tui.letters.write import letter_from

    template = template_of(office, draft)
    matter = matter_of(office, case, draft, template, wish)
    letter = letter_from(matter, template, case.letters.get(draft.key or draft.template, {}))
    return Written(draft, template, matter, letter)


def matter_of(
    office: Office, case: Case, draft: Draft, template: Template, wish: Wish = PLAIN
) -> Matter:
    """Everything that the letter is written from."""
    from tui.letters.matter import Matter
    from tui.letters.phrases import Phrases

    words = Wording(wish.language or case.language)
    playbook = office.playbook(case)
    step = playbook.step(draft.step)
    you = _side(case, playbook, step, template)
    name = _company(case, step, you, words.language)
    company = office.store.company(name)
    rest = rest_of_term(office, case, draft)
    asked = rest or answer_time(office, case, draft, template, wish.channel)
    others = others_of(case, playbook, you, words.language)
    return Matter(
        case=may_go(without_numbers_of(case, others), draft),
        sender=sender_of(office, case),
        words=words,
        phrases=Phrases(words.language, template.voice),
        today=office.today(case),
        answer_by=asked.day,
        answer_at=asked.at,
        answer_within=asked.within,
        word_by=asked.word,
        word_within=asked.word_within,
        now=office.now(case),
        company=company.name if company else name,
        tone=wish.tone or tone_of(case, draft, template),
        ground=ground_of(office, case, draft, template, words.language, you),
        others=others,
        kinds=kinds_of(case, playbook, words.language),
        filed=filed_as(playbook, first_clock_of(case)),
        reader=_reader(case, step, template),
        is_abroad=_is_abroad(office, case),
    )


def _is_abroad(office: Office, case: Case) -> bool:
    """Whether an hour there is another one than here."""
    return office.now(case).utcoffset() != office.clock.now().utcoffset()


def _reader(case: Case, step: Step, template: Template) -> Reader:
    """Of a letter about the company to another party of the dispute, or to a body, who that is."""
    from tui.letters.matter import Reader
    from tui.letters.phrases import Voice

    if template.voice is not Voice.THEY or not is_outside(step):
        return Reader()
    on_step = {event.id for event, taken in on_steps(case) if taken == step.id}
    theirs = [
        event
        for event in in_order(case)
        if (event.party == step.party if step.party else event.id in on_step)
    ]
    return Reader(
        name=case.company_of(step.party) if step.party else "",
        events=frozenset(event.id for event in theirs),
        number=latest_given(theirs),
    )


def _side(case: Case, playbook: Playbook, step: Step, template: Template) -> str:
    """The role of whom the letter speaks to, or of; empty for the company of the case."""
    from tui.letters.phrases import Voice

    if template.voice is Voice.YOU:
        return step.party
    return opponent_of(case, playbook, step) if template.voice is Voice.THEY else ""


def _company(case: Case, step: Step, role: str, language: str) -> str:
    """Whom the letter speaks to, or of: the company in that role. One without a name is described
    where the letter goes to them, and is a place to fill in where others are told of them."""
    from tui.letters.phrases import blank

    unnamed = step.addressee[language] if role == step.party else blank("company", language)
    return case.company_of(role) or unnamed


def sender_of(office: Office, case: Case | None = None) -> Sender:
    """Who I am in the letters of a case. Raises BadInput where its profile is not there."""
    return sender_from(profile_of(office, case))


def sender_from(mine: Profile) -> Sender:
    """A profile as a letter takes it."""
    from tui.letters.letter import Principal, Sender

    principal = Principal(
        mine.represented,
        mine.represented_address,
        mine.power_number,
        _day_or_text(mine.power_date),
        mine.power_by,
    )
    return Sender(
        mine.name, mine.email, mine.phone, mine.address, mine.hours, mine.signature, principal
    )


def _day_or_text(text: str) -> date | str:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return text
