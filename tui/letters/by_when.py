"""By when an answer is asked for, as part of a sentence: a day, an hour, or days from arrival."""

from __future__ import annotations

from datetime import date

from tui.deadlines.period import Period
from tui.letters.ending import moment
from tui.letters.matter import Matter
from tui.letters.phrases import Phrases


def by_when(matter: Matter) -> str:
    """“by 2 December 2026”, “by 23:45 on 28 November 2026”, “within 10 days of receiving this
    letter”; empty where the letter asks for no date."""
    if matter.answer_at and not matter.answer_within:
        return matter.phrases.say("by.day", day=moment(matter, matter.answer_at))
    return _by(matter, matter.answer_by, matter.answer_within)


def confirm_by(matter: Matter) -> str:
    """By when they have to confirm that they have the letter; empty where no rule says that."""
    return _by(matter, matter.word_by, matter.word_within)


def _by(matter: Matter, day: date | None, within: Period | None) -> str:
    speak = matter.phrases.say
    if within:
        return speak("by.arrival", period=_period(matter.phrases, within))
    return speak("by.day", day=matter.day(day)) if day else ""


def _period(phrases: Phrases, period: Period) -> str:
    """10 days; in Russian as after “в течение”: 10 дней, 21 дня."""
    ru_one = period.count % 10 == 1 and period.count % 100 != 11
    is_one = ru_one if phrases.language == "ru" else period.count == 1
    form = "one" if is_one else "many"
    return phrases.say(f"period.{period.unit}.{form}", count=str(period.count))
