"""What a letter is written from: the case, who writes, in which tone, and own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.words import Channel, Part, Tone
from tui.desk.enclosing import may_go
from tui.desk.facts import FACT_OF_PART, as_text, changed
from tui.desk.letter_answer import answer_time
from tui.desk.letter_drafts import Draft, template_of, tone_of
from tui.desk.letter_grounds import ground_of
from tui.desk.letter_others import others_of, without_numbers_of
from tui.desk.office import Office
from tui.desk.preferences import profile_of
from tui.wording.wording import Wording

if TYPE_CHECKING:
    from tui.letters.letter import Letter, Sender
    from tui.letters.matter import Matter
    from tui.letters.template import Template
    from tui.settings.config import Profile


@dataclass(frozen=True, slots=True)
class Wish:
    """Which letter a person asks for: its step, its kind, its tone, its language.

    What is empty is chosen: see `draft_of` and `tone_of`; the language is that of the case.
    `channel`: how it goes out, if that is known.
    """

    step: str = ""
    template: str = ""
    tone: Tone | None = None
    language: str = ""
    channel: Channel | None = None


PLAIN = Wish()


@dataclass(frozen=True, slots=True)
class Written:
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
    from tui.letters.phrases import Phrases, Voice

    words = Wording(wish.language or case.language)
    name = _spoken_to(office, case, draft, template, words.language)
    company = office.store.company(name)
    playbook = office.playbook(case)
    step = playbook.step(draft.step)
    you = step.party if template.voice is Voice.YOU else ""
    asked = answer_time(office, case, draft, template, wish.channel)
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
        now=office.now(case),
        company=company.name if company else name,
        tone=wish.tone or tone_of(case, draft, template),
        ground=ground_of(office, case, draft, template, words.language),
        others=others,
    )


def _spoken_to(office: Office, case: Case, draft: Draft, template: Template, language: str) -> str:
    """The company of the case; another one where the letter is to that."""
    from tui.letters.phrases import Voice

    step = office.playbook(case).step(draft.step)
    if not step.party or template.voice is not Voice.YOU:
        return case.company
    return case.company_of(step.party) or step.addressee[language]


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


def own_words(case: Case, draft: Draft) -> dict[Part, str]:
    """The person's own words by part."""
    if not draft.key:
        return {part: as_text(case, fact) for part, fact in FACT_OF_PART.items()}
    return {part: case.letters.get(draft.key, {}).get(part, "") for part in Part}


def with_own(case: Case, draft: Draft, own: Mapping[Part, str]) -> Case:
    """The case with these own words. An empty subject of a first letter stays as it was."""
    if not draft.key:
        facts = {FACT_OF_PART[part]: text for part, text in own.items()}
        if not facts.get("subject", "").strip():
            facts.pop("subject", None)
        return changed(case, facts)
    words = {**case.letters.get(draft.key, {}), **{part.value: own[part] for part in own}}
    kept = {part: text for part, text in words.items() if text.strip()}
    letters = {**case.letters, draft.key: kept}
    return replace(case, letters={key: parts for key, parts in letters.items() if parts})
