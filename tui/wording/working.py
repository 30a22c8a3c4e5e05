"""How a date came about, in sentences that a person can check by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from tui.cases.deadline import Deadline, Working
from tui.cases.words import DeadlineKind, Owner
from tui.wording.working_doubts import doubts
from tui.wording.working_steps import counting, moment_with_zone, period_in_words

if TYPE_CHECKING:
    from tui.wording.wording import Wording

__all__ = ["explain", "period_in_words"]

_DAY = timedelta(days=1)


def explain(words: Wording, deadline: Deadline) -> list[str]:
    """The working of a deadline, one sentence a line: the result first, then how."""
    lines = [_result(words, deadline)]
    if deadline.paused_on:
        lines.append(words.t("The clock stands still since {day}.", day=deadline.paused_on))
    working = deadline.working
    if working is None or not working.period:
        lines += _given(words, deadline)
    if working is not None:
        lines += _rule(words, deadline, working)
        lines += _several(words, working) if working.parts else counting(words, working)
        lines += _around(words, working)
        lines += doubts(words, deadline, working)
    return lines


def _rule(words: Wording, deadline: Deadline, working: Working) -> Iterator[str]:
    title = working.titles.get(words.language) or working.titles.get("en")
    if title:
        yield words.t("Rule {rule}: {title}.", rule=deadline.rule, title=title)


def _several(words: Wording, working: Working) -> Iterator[str]:
    """Each period of a combined rule, then which of them counts."""
    for part in working.parts:
        yield from counting(words, part)
    if len(working.parts) > 1 and working.combine == "max":
        yield words.t("The later of these counts.")
    elif len(working.parts) > 1:
        yield words.t("The earlier of these counts.")


def _around(words: Wording, working: Working) -> Iterator[str]:
    """Extensions, and from when on it may be done."""
    if working.extended:
        period = period_in_words(words, working.extended_to)
        yield words.t(
            "They extended the time: {period} in all, from the same start.", period=period
        )
    elif working.extended_to:
        period = period_in_words(words, working.extended_to)
        yield words.t("They may extend it to {period} in all, if they say so.", period=period)
    if working.opens:
        yield words.t("You may go on from {day}; before that it is too early.", day=working.opens)


def _result(words: Wording, deadline: Deadline) -> str:
    due, kind = deadline.due, deadline.kind
    moment = deadline.due_at
    if kind is DeadlineKind.CONTACT:
        return words.t("Agreed next contact: {due}; not before.", due=due)
    if moment:
        owner = words.t("Theirs") if deadline.owner is Owner.THEIRS else words.t("Mine")
        return words.t(
            "{owner}, {kind}: by {moment}.",
            owner=owner,
            kind=kind,
            moment=moment_with_zone(words, moment),
        )
    if deadline.owner is Owner.THEIRS and deadline.unsure:
        return words.t(
            "Theirs, {kind}: by {due} if that was the day; nobody is late until you record it.",
            kind=kind,
            due=due,
        )
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
