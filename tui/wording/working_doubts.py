"""How certain a date is, and what is not known about it, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.cases.deadline import Deadline, Working
from tui.wording.mark import N_
from tui.wording.working_steps import period_in_words

if TYPE_CHECKING:
    from tui.wording.wording import Wording

# By flag; a flag that a later version adds is shown by its id.
_SAID = {
    "unverified": N_("This rule is not verified: check it before you rely on the date."),
    "confirmed": N_("You have checked it and switched it on."),
    "older_than_source": N_(
        "The sources of this rule are younger than the start: it may have read differently then."
    ),
    "review_due": N_("This rule was to be checked again before that day: look whether it changed."),
    "must_arrive": N_(
        "It counts when it reaches them, not when it is posted: seven days are left for the post."
    ),
    "part_missing": N_("Another period of this rule was left out, because its start is not known."),
    "weekends_only": N_("No country is known, so only weekends were skipped, no holidays."),
    "calendar_unpublished": N_(
        "The days off of that year are not published yet: the date may move."
    ),
    "calendar_estimated": N_(
        "Holidays by the moon are only estimated there: the date may move by a day or two."
    ),
    "calendar_one_source": N_(
        "The days off of that year rest on one source only: check them before you rely on the date."
    ),
    "region_unknown": N_(
        "In some regions of the country a day among these is off: give the region for a sure date."
    ),
    "nation_unknown": N_(
        "The nations of the country differ on these days: the latest date is taken."
    ),
    "own_days": N_("Days of your own are among them (from your rules folder)."),
}


def doubts(words: Wording, deadline: Deadline, working: Working) -> Iterator[str]:
    """The calendar, how certain the rule is, and what is not known."""
    if working.calendar:
        yield words.t("Days off: calendar of {calendar}.", calendar=working.calendar)
    yield from _origin(words, working)
    yield from _unknown(words, deadline, working)
    for flag in working.flags:
        yield told_of(words, flag)


def told_of(words: Wording, flag: str) -> str:
    """What a flag of a working says."""
    return words.t(_SAID[flag]) if flag in _SAID else flag


def _origin(words: Wording, working: Working) -> Iterator[str]:
    """Where the rule stands, and how certain it is."""
    if working.certainty == "practice":
        yield words.t("A customary time to wait, not a rule of law.")
    elif working.certainty == "own":
        yield words.t("A rule of your own.")
    elif working.source:
        yield words.t(
            "Source: {source} (certainty {grade}).", source=working.source, grade=working.certainty
        )
    if working.quote:
        yield words.t("It says: “{quote}”", quote=working.quote)


def _unknown(words: Wording, deadline: Deadline, working: Working) -> Iterator[str]:
    """What the person could learn and record: when it began."""
    if working.assumed:
        yield words.t(
            "When they entered it in their books is not known: {period} after sending at the "
            "latest. Record the day when you learn it.",
            period=period_in_words(words, working.assumed),
        )
    if deadline.unsure == "start":
        yield words.t(
            "That day is a guess: the day on which you wrote is not the one that counts. Until you "
            "record that it was delivered or registered, nobody is called late."
        )
    elif deadline.unsure:
        yield words.t(
            "On which day the letter reached them is not known: until you record it, nobody is "
            "called late."
        )
