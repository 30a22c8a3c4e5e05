"""How a date came about, in sentences that a person can check by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.cases.deadline import Deadline, Working
from tui.cases.sentence import Value
from tui.cases.words import DeadlineKind, Owner
from tui.deadlines.days import DAY
from tui.wording.owed import what_is_due
from tui.wording.working_doubts import doubts
from tui.wording.working_steps import counting, moment_with_zone, period_in_words

if TYPE_CHECKING:
    from tui.wording.wording import Wording


def explain(words: Wording, deadline: Deadline, whose: Value = "") -> list[str]:
    """The working of a deadline, one sentence a line: the result first, then how.

    `whose`: who has to keep it, and of my own time for which step, where that is not plain.
    """
    lines = [_result(words, deadline, whose)]
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


def _result(words: Wording, deadline: Deadline, whose: Value) -> str:
    kind = what_is_due(words, deadline)
    if deadline.kind is DeadlineKind.CONTACT:
        return words.t("Agreed next contact: {due}; not before.", due=deadline.due)
    is_theirs = deadline.owner is Owner.THEIRS
    if deadline.due_at:
        owner = whose or (words.t("Theirs") if is_theirs else words.t("Mine"))
        moment = moment_with_zone(words, deadline.due_at)
        return words.t("{owner}, {kind}: by {moment}.", owner=owner, kind=kind, moment=moment)
    return _theirs(words, deadline, whose) if is_theirs else _mine(words, deadline, whose)


def _theirs(words: Wording, deadline: Deadline, whose: Value) -> str:
    due, kind, late = deadline.due, what_is_due(words, deadline), deadline.late_after + DAY
    told: dict[str, Value] = {"kind": kind, "due": due}
    if deadline.unsure and whose:
        return words.t(
            "{whose}, {kind}: by {due} if that was the day; nobody is late until you record it.",
            whose=whose,
            **told,
        )
    if deadline.unsure:
        return words.t(
            "Theirs, {kind}: by {due} if that was the day; nobody is late until you record it.",
            **told,
        )
    if whose:
        return words.t(
            "{whose}, {kind}: by {due}; late from {late} on.", whose=whose, late=late, **told
        )
    return words.t("Theirs, {kind}: by {due}; late from {late} on.", late=late, **told)


def _mine(words: Wording, deadline: Deadline, whose: Value) -> str:
    due, safe = deadline.due, deadline.safe_day
    kind: Value = what_is_due(words, deadline)
    if whose:
        kind = words.t("{kind} ({step})", kind=kind, step=whose)
    if safe == due:
        return words.t("Mine, {kind}: by {due}.", kind=kind, due=due)
    return words.t(
        "Mine, {kind}: by {due}; to be safe, act by {act_by}.", kind=kind, due=due, act_by=safe
    )


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
