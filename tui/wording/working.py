"""How a date came about, in sentences that a person can check by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from tui.cases.deadline import Deadline, Skipped, Working
from tui.cases.words import DeadlineKind, Owner

if TYPE_CHECKING:
    from tui.wording.wording import Wording

_DAY = timedelta(days=1)
_MANY = 12  # runs of days that can still be read; more are counted


def explain(words: Wording, deadline: Deadline) -> list[str]:
    """The working of a deadline, one sentence a line: the result first, then how."""
    lines = [_result(words, deadline)]
    if deadline.paused_on:
        lines.append(words.t("The clock stands still since {day}.", day=deadline.paused_on))
    working = deadline.working
    if working is None or not working.period:
        lines += _given(words, deadline)
    if working is not None:
        lines += _counting(words, working)
        lines += _doubts(words, working)
    return lines


def period_in_words(words: Wording, period: str) -> str:
    """“10wd” as 10 working days; what is no period as it is."""
    found = re.fullmatch(r"(\d+)(cal|wd|w|m)", period)
    if not found:
        return period
    count = int(found[1])
    if found[2] == "cal":
        return words.n("{count} calendar day", "{count} calendar days", count)
    if found[2] == "wd":
        return words.n("{count} working day", "{count} working days", count)
    if found[2] == "w":
        return words.n("{count} week", "{count} weeks", count)
    return words.n("{count} month", "{count} months", count)


def _result(words: Wording, deadline: Deadline) -> str:
    due, kind = deadline.due, deadline.kind
    if kind is DeadlineKind.CONTACT:
        return words.t("Agreed next contact: {due}; not before.", due=due)
    if deadline.owner is Owner.THEIRS:
        return words.t(
            "Theirs, {kind}: by {due}; late from {late} on.",
            kind=kind,
            due=due,
            late=deadline.late_after + _DAY,
        )
    if deadline.act_by and deadline.act_by != due:
        return words.t(
            "Mine, {kind}: by {due}; to be safe, act by {act_by}.",
            kind=kind,
            due=due,
            act_by=deadline.act_by,
        )
    return words.t("Mine, {kind}: by {due}.", kind=kind, due=due)


def _given(words: Wording, deadline: Deadline) -> Iterator[str]:
    """Who named the date, where it was not counted."""
    if deadline.rule == "promise":
        yield words.t("They promised this day.")
    elif deadline.rule == "extended":
        yield words.t("They extended the time to this day.")
    elif deadline.rule == "given" and deadline.owner is Owner.THEIRS:
        yield words.t("I asked for an answer by this day.")
    elif deadline.rule == "given":
        yield words.t("They want it by this day.")


def _counting(words: Wording, working: Working) -> Iterator[str]:
    if working.period:
        yield words.t(
            "{period} from {start}; that day itself is not counted.",
            period=period_in_words(words, working.period),
            start=working.start,
        )
        yield from _skipped(words, working)
    for pause in working.pauses:
        yield words.t(
            "The clock stood still from {start} to {end}.", start=pause.start, end=pause.end
        )
    if working.period:
        yield words.t("The count ends on {day}.", day=working.raw_end)
        yield from _roll(words, working)


def _skipped(words: Wording, working: Working) -> Iterator[str]:
    if not working.period.endswith("wd"):
        return  # only pauses stop those, and the roll has a sentence of its own
    on_the_way = [s for s in working.skipped if s.date < working.raw_end and s.why != "paused"]
    by_name = sorted(on_the_way, key=lambda s: (s.why == "weekend", s.why, s.date))
    for why, days in groupby(by_name, key=lambda s: s.why):
        yield words.t(
            "Not counted, {why}: {days}.",
            why=_why(words, why),
            days=_days(words, working.start, tuple(days)),
        )


def _days(words: Wording, start: date, skipped: Sequence[Skipped]) -> str:
    runs = list(_runs([s.date for s in skipped]))
    if len(runs) > _MANY:
        return words.n("{count} day", "{count} days", len(skipped))
    ends = ([words.short_day(day, start) for day in dict.fromkeys(run)] for run in runs)
    return ", ".join(" – ".join(run) for run in ends)


def _runs(days: Sequence[date]) -> Iterator[tuple[date, date]]:
    """First and last day of each unbroken run."""
    first = last = days[0]
    for day in days[1:]:
        if day - last > _DAY:
            yield first, last
            first = day
        last = day
    yield first, last


def _roll(words: Wording, working: Working) -> Iterator[str]:
    """What becomes of a last day that is a day off."""
    why = next((s.why for s in working.skipped if s.date == working.raw_end), "")
    if not why:
        return
    if working.due != working.raw_end:
        yield words.t(
            "That is a day off ({why}), so it moves to {due}.",
            why=_why(words, why),
            due=working.due,
        )
    elif working.roll == "unknown":
        yield words.t(
            "That is a day off ({why}). No rule says whether it moves, so nobody is called late "
            "before the next working day is over.",
            why=_why(words, why),
        )


def _why(words: Wording, why: str) -> str:
    return words.t("weekend") if why == "weekend" else why


def _doubts(words: Wording, working: Working) -> Iterator[str]:
    """The calendar, how certain the rule is, and what is not known."""
    if working.calendar:
        yield words.t("Working days of {calendar}.", calendar=working.calendar)
    if working.certainty == "practice":
        yield words.t("A customary time to wait, not a rule of law.")
    elif working.source:
        yield words.t(
            "Rule: {source} (certainty {grade}).", source=working.source, grade=working.certainty
        )
    if "weekends_only" in working.flags:
        yield words.t("No country is known, so only weekends were skipped, no holidays.")
    if "calendar_unpublished" in working.flags:
        yield words.t("The days off of that year are not published yet: the date may move.")
    if "nation_unknown" in working.flags:
        yield words.t("The nations of the country differ on these days: the latest date is taken.")
