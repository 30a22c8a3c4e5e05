"""The steps of a ladder, as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from tui.cases.words import Owes
from tui.cli.saying import in_language
from tui.wording.late_steps import taken_late
from tui.wording.mark import N_
from tui.wording.wording import Wording
from tui.wording.working_steps import period_in_words

if TYPE_CHECKING:
    from tui.playbooks.rung import Rung

_STATES = {
    "done": N_("taken"),
    "current": N_("here"),
    "open": N_("open now"),
    "early": N_("too early"),
    "ahead": N_("later"),
    "back": N_("taken, may be taken again"),
    "closed": N_("too late"),
    "unfit": N_("not for this case"),
    "unchecked": N_("open, its time is not checked"),
    "left_out": N_("passed over"),
}
_MARKS = {
    "done": "x",
    "current": ">",
    "open": "*",
    "early": "-",
    "ahead": ".",
    "back": "<",
    "closed": "!",
}


def rung_lines(
    words: Wording, rungs: Iterable[Rung], today: date, *, whole: bool = False
) -> Iterator[str]:
    """One line a step; with `whole` also the reason, to whom, and the checklist."""
    for number, rung in enumerate(rungs, 1):
        yield _step(words, number, rung, today)
        if whole:
            for line in _details(words, rung):
                yield f"     {line}"


def checklist_lines(words: Wording, rung: Rung) -> Iterator[str]:
    """What to do and to have ready for a step."""
    for line in in_language(rung.step.checklist, words.language):
        yield f"[ ] {line}"


def enclosure_lines(words: Wording, rung: Rung) -> Iterator[str]:
    """What to enclose with the letter of a step."""
    if rung.step.enclose:
        yield words.t("To enclose:")
    for line in in_language(rung.step.enclose, words.language) if rung.step.enclose else ():
        yield f"  - {line}"


def _step(words: Wording, number: int, rung: Rung, today: date) -> str:
    title = in_language(rung.step.title, words.language)
    state = words.t(_STATES[rung.told_as])
    dates = _dates(words, rung, today)
    return f"{_MARKS[rung.state]} {number}. {title} ({rung.step.id}): {state}{dates}"


def _dates(words: Wording, rung: Rung, today: date) -> str:
    dates = []
    if rung.opens and rung.state == "open":
        dates.append(words.t("since {day}", day=words.short_day(rung.opens, today)))
    elif rung.opens and rung.state in ("early", "ahead"):
        dates.append(words.t("opens {day}", day=words.due(rung.opens, rung.opens_at, today)))
    if rung.closes:
        dates.append(words.t("closes {day}", day=words.short_day(rung.closes, today)))
    if rung.within:  # at which hour nobody knows before it is taken
        within = period_in_words(words, rung.within)
        dates.append(words.t("answer within {period}", period=within))
    elif rung.due:
        day = words.due(rung.due, rung.due_at, today)
        is_word = rung.owes is Owes.RECEIPT
        due = words.t("confirmation due {day}", day=day) if is_word else ""
        dates.append(due or words.t("answer due {day}", day=day))
    if rung.ended:
        dates.append(taken_late(words, rung.ended, today))
    return "; " + ", ".join(dates) if dates else ""


def _details(words: Wording, rung: Rung) -> Iterator[str]:
    yield words.say(rung.reason)
    if rung.despite:
        yield words.t("Why all the same: {why}", why=rung.despite)
    yield words.t("To: {addressee}", addressee=in_language(rung.step.addressee, words.language))
    if rung.state in ("open", "current"):
        yield from checklist_lines(words, rung)
        yield from enclosure_lines(words, rung)
        if rung.step.rests_on:
            yield words.t("Rests on: {ids}", ids=rung.step.rests_on)
