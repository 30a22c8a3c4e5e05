"""The words of rules: how they count, how certain they are, where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from tui.deadlines.rule import FIRM, Bound, Counting, Roll, Rule
from tui.terminal.clean import clean_line
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.deadlines.meter import Meter
    from tui.deadlines.rule import Fact
    from tui.wording.wording import Wording

_HEADINGS = {
    "ru": N_("Russia"),
    "eu": N_("European Union"),
    "uk": N_("United Kingdom"),
    "us": N_("United States"),
    "cards": N_("Cards"),
    "vendors": N_("Vendors"),
    "own": N_("Your own"),
}
_CERTAINTIES = {
    "A": N_("A (the text itself was seen)"),
    "B": N_("B (seen on a secondary page)"),
    "C": N_("C (unverified)"),
    "X": N_("X (the sources disagree, or it is changing)"),
    "own": N_("your own"),
    "practice": N_("customary, no rule of law"),
}
_GRADES = {"own": N_("own"), "practice": N_("customary")}
_SOURCE_KINDS = {
    "law": N_("official text"),
    "regulator": N_("regulator"),
    "legal_db": N_("legal database"),
    "law_firm": N_("law firm"),
    "news": N_("news"),
    "company": N_("the company’s own page"),
    "practice": N_("practical advice"),
}
_COUNTINGS = {
    Counting.EXCLUDED: N_("The day of the start is not counted."),
    Counting.INCLUSIVE: N_("The day of the start is the first day."),
    Counting.SAME_DATE: N_("From the day of the start to the same date of the month."),
}
_ROLLS = {
    Roll.NONE: N_("A last day off stays where it is."),
    Roll.NEXT_WD: N_("A last day off moves to the next working day."),
    Roll.PREVIOUS_WD: N_("A last day off moves to the working day before."),
    Roll.UNKNOWN: N_(
        "A last day off: the law is read in two ways. Expected on the working day before, "
        "certainly late only after the next."
    ),
    Roll.UNSAID: N_(
        "A last day off: no rule says whether it moves, so nobody is called late before the "
        "next working day is over."
    ),
}


def heading(words: Wording, jurisdiction: str) -> str:
    """Russia, European Union ...; a jurisdiction that has no name as its id."""
    return words.t(_HEADINGS.get(jurisdiction, jurisdiction))


def certainty(words: Wording, grade: str) -> str:
    """What a grade means: A (the text itself was seen)."""
    return words.t(_CERTAINTIES.get(grade, grade))


def grade(words: Wording, certainty: str) -> str:
    """A grade in a column: A, B, own, customary."""
    return words.t(_GRADES.get(certainty, certainty))


def source_kind(words: Wording, kind: str) -> str:
    return words.t(_SOURCE_KINDS.get(kind, kind))


def counting_of(words: Wording, rule: Rule) -> str:
    """How the day of the start counts; of a rule of hours, which hours."""
    if not rule.period.unit.is_clock:
        return words.t(_COUNTINGS[rule.counting])
    if not rule.period.unit.is_business:
        return words.t("It runs by the clock, day and night.")
    if not rule.hours:
        return words.t("Only hours count in which they are open.")
    hours = " ".join(filter(None, (rule.hours, rule.zone)))
    return words.t("Only these hours count: {hours}.", hours=hours)


def last_day_of(words: Wording, rule: Rule) -> str:
    """What becomes of a last day off; empty where no day can be one."""
    return "" if rule.period.unit.is_clock else words.t(_ROLLS[rule.roll])


def calendar_of(words: Wording, rule: Rule) -> str:
    """Whose days off count."""
    if rule.calendar == FIRM:
        return words.t("Working days of the country where the company is.")
    if rule.calendar:
        return words.t("Working days of {calendar}.", calendar=rule.calendar)
    return words.t("Plain dates: no calendar is asked.")


def bound_of(words: Wording, rule: Rule) -> str:
    """What the end means, where it is not that it must be done by then."""
    return words.t("When it is over, you may go on.") if rule.bound is Bound.OPENS else ""


def switched(words: Wording, what: Rule | Meter) -> Iterator[str]:
    """In a column whether what is unverified is on; nothing of what is verified."""
    if not what.is_on:
        yield words.t("unverified, off")
    elif what.confirmed:
        yield words.t("unverified, on by you")


def to_mind(words: Wording, what: Rule | Fact | Meter, today: date) -> Iterator[str]:
    """In a column that it is to be checked again, and in which file of the person's it is."""
    if what.review_by and what.review_by < today:
        yield words.t("check again")
    if what.file:
        yield clean_line(what.file)


def review_lines(words: Wording, what: Rule | Fact | Meter, today: date) -> Iterator[str]:
    """The same in sentences."""
    day = what.review_by
    if day and day < today:
        yield words.t("It was to be checked again by {day}: see if it changed.", day=day)
    elif day:
        yield words.t("To be checked again by {day}.", day=day)
    if what.file:
        yield words.t("From your file {file}.", file=what.file)


def in_language(words: Wording, texts: Mapping[str, str]) -> str:
    """The text in the language of `words`, in English where there is none."""
    return texts.get(words.language) or texts.get("en", "")
