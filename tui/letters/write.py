"""Writing a letter: the template's paragraphs with the facts of the case."""

from __future__ import annotations

from datetime import date

from tui.cases.case import Case
from tui.cases.company import Company
from tui.cases.words import Part
from tui.letters.fields import facts_of
from tui.letters.letter import Letter, Sender
from tui.letters.matter import Matter
from tui.letters.numbers import SUBJECT_LIMIT, with_number
from tui.letters.paragraphs import load_template
from tui.letters.phrases import Phrases, Voice
from tui.letters.shorten import shortened
from tui.wording.wording import Wording

FIRST = "request"  # the template whose subject is the person's own


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
    """The letter of `case` in the language of `words`.

    The person's own words for a part, kept in `case.letters` under `step` (or under the
    name of the template where no step is given), stand instead of what would be written.
    Raises NotFound where there is no such template.
    """
    read = load_template(template)
    phrases = Phrases(words.language, read.voice)
    name = company.name if company else case.company
    facts = facts_of(Matter(case, sender, words, phrases, today, answer_by, name))
    parts = {part: read.part(part, facts, words.language) for part in Part}
    if template != FIRST:  # what is put before the person's own subject may make it too long
        parts[Part.SUBJECT] = shortened(parts[Part.SUBJECT], SUBJECT_LIMIT)
    if read.voice is Voice.YOU:  # others know nothing of the company's numbers
        parts[Part.SUBJECT] = with_number(parts[Part.SUBJECT], case, phrases)
    return Letter(words.language, parts | _own_words(case, step or template))


def _own_words(case: Case, step: str) -> dict[Part, str]:
    own = case.letters.get(step, {})
    return {part: text for part in Part if (text := own.get(part, "").strip())}
