"""The fields about what a letter rests on, and about the step that would follow."""

from __future__ import annotations

import re

from tui.cases.deadline import Deadline
from tui.cases.words import Owes, Tone
from tui.deadlines.meter import Meter, Reading
from tui.letters.ending import end_of, lapsed
from tui.letters.matter import Matter
from tui.letters.plain import one_line
from tui.wording.meter_text import percent

# With these the English titles of steps begin that are no name.
_NO_NAMES = re.compile(
    r"(?:Account|Ask|Claim|Complaint|Court|Data-protection|Duty|Executive|Formal|Head|Last|Letter"
    r"|New|Raise|Rejection|Reminder|Request|Second|Senior|Written)\b"
)
_CYRILLIC_TITLE = re.compile(r"[А-ЯЁ][а-яё]")


def ground_fields(matter: Matter) -> dict[str, str]:
    """The law, where the letter is formal, and what it says here; the step that would follow."""
    law = matter.ground.law if matter.tone is Tone.FORMAL else ""
    move = _next_move(matter)
    return {
        "law": law,
        "law_said": _law_said(matter, law) if law else "",
        "law_answer": matter.phrases.say("law.answer", law=law) if _is_timed(matter, law) else "",
        "law_confirm": matter.phrases.say("law.word", law=law) if _is_of_word(matter, law) else "",
        "meter_said": _meter_said(matter) if matter.tone is Tone.FORMAL else "",
        "next_move": move,
        "no_next_move": "" if move else "yes",
    }


def _law_said(matter: Matter, law: str) -> str:
    """Empty where the law has nothing to do with a date or a demand of this letter."""
    ground, phrases = matter.ground, matter.phrases
    if ground.is_mine:
        return phrases.say("law.ground", law=law)
    if ended := _lapsed(matter):
        form = "law.word_lapsed" if ended.owes is Owes.RECEIPT else "law.lapsed"
        return phrases.say(form, law=law, day=end_of(matter, ended))
    return phrases.say("law.time", law=law) if ground.sets_time and matter.answer_by else ""


def _is_of_word(matter: Matter, law: str) -> bool:
    """Whether the law gives them a time to confirm that they have this letter."""
    return bool(law and matter.ground.sets_word and matter.word_by and not _lapsed(matter))


def _is_timed(matter: Matter, law: str) -> bool:
    """Whether the law gives them a time that runs, or will run, from this letter."""
    return bool(law and matter.ground.sets_time and matter.answer_by and not _lapsed(matter))


def _meter_said(matter: Matter) -> str:
    """A line for each penalty or interest: the sum, its day, and how it comes about."""
    return "\n".join(_one_meter(matter, *pair) for pair in matter.ground.meters)


def _one_meter(matter: Matter, meter: Meter, reading: Reading) -> str:
    words, language = matter.words, matter.words.language
    said = matter.phrases.say(
        f"meter.{meter.per}",
        title=one_line(meter.titles.get(language, "")),
        sum=words.money(reading.amount),
        day=matter.day(reading.last),
        days=words.number(reading.days),
        rate=percent(words, meter.rate),
        price=words.money(reading.price),
    )
    return said + (matter.phrases.say("meter.capped") if reading.capped else "") + "."


def _lapsed(matter: Matter) -> Deadline | None:
    """Their time by the same rule, if it is over."""
    events = reversed(matter.case.timeline)
    over = (lapsed(matter.case, event, matter.today, matter.now) for event in events)
    return next((d for d in over if d and d.rule == matter.ground.rule), None)


def _next_move(matter: Matter) -> str:
    """“I will take the next step: complaint ...”, as part of a sentence."""
    title, addressee = map(one_line, (matter.ground.next_title, matter.ground.next_addressee))
    if addressee:
        return matter.phrases.say("next.body", title=_within(title), addressee=addressee)
    return matter.phrases.say("next.step", title=_within(title)) if title else ""


def _within(title: str) -> str:
    """A title within a sentence begins small; a name in Latin letters stays."""
    if _CYRILLIC_TITLE.match(title) or _NO_NAMES.match(title):
        return title[:1].lower() + title[1:]
    return title
