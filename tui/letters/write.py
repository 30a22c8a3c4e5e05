"""Writing a letter: the template's paragraphs with the facts of the case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.company import Company
from tui.cases.words import Part
from tui.letters.closing import closing_parts
from tui.letters.demand import asks_exchange
from tui.letters.fields import facts_of
from tui.letters.letter import Letter, Sender
from tui.letters.letter_book import load_template
from tui.letters.matter import Matter
from tui.letters.numbers import SUBJECT_LIMIT, with_number
from tui.letters.phrases import Phrases, Voice
from tui.letters.shorten import shortened
from tui.letters.template import Template
from tui.wording.wording import Wording

FIRST = "request"  # the template whose subject is the person's own

_SOME_DAY = "…"  # for every date that a new day makes another one


def write_letter(
    case: Case,
    sender: Sender,
    template: str,
    words: Wording,
    *,
    today: date,
    answer_by: date | None = None,
    company: Company | None = None,
    step: str = "",
) -> Letter:
    """The letter of `case` in the language of `words`, by a template that ships.

    The person's own words for a part, kept in `case.letters` under `step` (or under the
    name of the template where no step is given), stand instead of what would be written.
    Raises NotFound where there is no such template.
    """
    read = load_template(template)
    name = company.name if company else case.company
    phrases = Phrases(words.language, read.voice)
    matter = Matter(case, sender, words, phrases, today, answer_by, name, read.tone)
    return letter_from(matter, read, case.letters.get(step or template, {}))


def letter_from(matter: Matter, template: Template, own: Mapping[str, str] | None = None) -> Letter:
    """The letter of a matter by any template; `own` words, by part, stand instead."""
    parts = written_parts(matter, template)
    mine = {part: text for part in Part if (text := (own or {}).get(part, "").strip())}
    return Letter(matter.words.language, parts | mine)


def written_parts(matter: Matter, template: Template) -> dict[Part, str]:
    """The parts as the template has them, without anybody's own words."""
    matter = _heard_by(matter, template)
    return _parts(matter, template, facts_of(matter))


def marks_of(matter: Matter, template: Template) -> dict[Part, str]:
    """A mark for each part: another one where the part would read otherwise.

    The day of the letter and the day asked for are left out, since they change every day.
    """
    matter = _heard_by(matter, template)
    facts = facts_of(matter)
    daily = {name: _SOME_DAY for name in ("today", "answer_by", "by_when") if facts[name]}
    parts = _parts(matter, template, facts | daily)
    return {part: sha256(text.encode()).hexdigest()[:12] for part, text in parts.items()}


def _heard_by(matter: Matter, template: Template) -> Matter:
    """The matter as it is told to those to whom the template speaks."""
    heard = replace(matter, phrases=Phrases(matter.words.language, template.voice))
    is_told = template.names("missed_answer")
    return replace(heard, asks_exchange=asks_exchange(heard, template.id), tells_missed=is_told)


def _parts(matter: Matter, template: Template, facts: Mapping[str, str]) -> dict[Part, str]:
    language = matter.words.language
    parts = {part: template.part(part, facts, language, matter.tone) for part in Part}
    is_public = template.voice is Voice.PUBLIC  # names neither me nor numbers
    if facts["is_all_back"] and template.demands and not is_public:
        parts |= closing_parts(matter, facts)
    if template.id != FIRST:  # what is put before the person's own subject may make it too long
        parts[Part.SUBJECT] = shortened(parts[Part.SUBJECT], SUBJECT_LIMIT)
    if template.voice is Voice.YOU:  # others know nothing of the company's numbers
        parts[Part.SUBJECT] = with_number(parts[Part.SUBJECT], matter.case, matter.phrases)
    return parts
