"""How a date came about, for somebody who reads of a case and has nothing to do in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.cases.deadline import Deadline
from tui.cases.sentence import Value
from tui.cases.words import Owner
from tui.wording.owed import what_is_due
from tui.wording.working import explain
from tui.wording.working_doubts import told_of
from tui.wording.working_steps import period_in_words

if TYPE_CHECKING:
    from tui.wording.wording import Wording


def explain_to_others(words: Wording, deadline: Deadline, whose: Value = "") -> list[str]:
    """As `explain`, without what it tells the person to find out, to record or to check."""
    first, *lines = explain(words, deadline, whose)
    instead = dict(_instead(words, deadline))
    told = (instead.get(line, line) for line in lines)
    return [_unsure(words, deadline, whose) if deadline.unsure else first, *filter(None, told)]


def _unsure(words: Wording, deadline: Deadline, whose: Value) -> str:
    owner = words.t("Theirs") if deadline.owner is Owner.THEIRS else words.t("Mine")
    return words.t(
        "{whose}, {kind}: by {due}, if that was the day.",
        whose=whose or owner,
        kind=what_is_due(words, deadline),
        due=deadline.due,
    )


def _instead(words: Wording, deadline: Deadline) -> Iterator[tuple[str, str]]:
    """Sentences, and what is said in their place; nothing where it is empty."""
    working, t = deadline.working, words.t
    if working is None:
        return
    if working.assumed:
        period = period_in_words(words, working.assumed)
        yield (
            t("When they entered it in their books is not known: {period} after sending at the "
              "latest. Record the day when you learn it.", period=period),
            t("When they entered it in their books is not known: {period} after sending at the "
              "latest.", period=period),
        )  # fmt: skip
    if deadline.unsure == "start":
        yield (
            t("That day is a guess: the day on which you wrote is not the one that counts. Until "
              "you record that it was delivered or registered, nobody is called late."),
            t("That day is not certain: when it was delivered or registered is not known."),
        )  # fmt: skip
    elif deadline.unsure:
        yield (
            t("On which day the letter reached them is not known: until you record it, nobody is "
              "called late."),
            t("On which day the letter reached them is not known."),
        )  # fmt: skip
    if working.opens:
        yield (
            t("You may go on from {day}; before that it is too early.", day=working.opens),
            t("The way goes on from {day}.", day=working.opens),
        )
    if working.certainty == "own":
        yield t("A rule of your own."), t("A rule that whoever made this file has set.")
    yield told_of(words, "unverified"), t("This rule is not verified.")
    yield told_of(words, "calendar_one_source"), t("The days off of that year rest on one source.")
    yield told_of(words, "own_days"), t("Some days off are set by whoever made this file.")
    for flag in ("confirmed", "review_due", "region_unknown"):
        yield told_of(words, flag), ""
