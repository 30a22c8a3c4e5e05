"""How a step of a ladder is shown: its mark, its state in words, its dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tui.cases.words import Owes
from tui.playbooks.rung import LEFT_OUT, UNCHECKED, UNFIT, Rung, RungState
from tui.widgets.rows import Row
from tui.widgets.spans import Line, Span, Tone, wrapped
from tui.wording.late_steps import taken_late
from tui.wording.mark import N_
from tui.wording.wording import Wording

RUNG_MARKS = {
    RungState.DONE: ("+", Tone.DIM),
    RungState.BACK: ("<", Tone.DIM),
    RungState.CURRENT: (">", Tone.ACCENT),
    RungState.OPEN: ("o", Tone.GOOD),
    RungState.EARLY: ("-", Tone.DIM),
    RungState.AHEAD: (" ", Tone.DIM),
    RungState.CLOSED: ("x", Tone.LATE),
}
RUNG_STATES = {
    RungState.DONE: N_("done"),
    RungState.BACK: N_("done, may be taken again"),
    RungState.CURRENT: N_("now here"),
    RungState.OPEN: N_("open now"),
    RungState.EARLY: N_("too early"),
    RungState.AHEAD: N_("ahead"),
    RungState.CLOSED: N_("too late"),
    UNFIT: N_("not for this case"),
    UNCHECKED: N_("open, its time is not checked"),
    LEFT_OUT: N_("passed over"),
}
_NOT_YET = frozenset({RungState.EARLY, RungState.AHEAD})


def rung_title(words: Wording, rung: Rung) -> str:
    """The title of a step in the language of the screens."""
    return rung.step.title[words.language]


def rung_dates(words: Wording, rung: Rung, today: date) -> str:
    """When a step opens, by when it is answered, and its last day."""
    return ", ".join(_dates(words, rung, today))


def _dates(words: Wording, rung: Rung, today: date) -> Iterator[str]:
    if rung.state is RungState.CURRENT and rung.due:
        day = words.due(rung.due, rung.due_at, today)
        is_word = rung.owes is Owes.RECEIPT
        due = words.t("confirmation by {day}", day=day) if is_word else ""
        yield due or words.t("answer by {day}", day=day)
    if rung.state is RungState.OPEN:
        yield words.t(RUNG_STATES[rung.told_as])
    if rung.state in _NOT_YET and rung.opens:
        yield words.t("opens {day}", day=words.due(rung.opens, rung.opens_at, today))
    if rung.closes and rung.state is not RungState.CLOSED:
        yield words.t("until {day}", day=words.short_day(rung.closes, today))
    if rung.ended:
        yield taken_late(words, rung.ended, today)


def rung_row(words: Wording, rung: Rung, today: date) -> Row:
    """A step in two lines, for a narrow pane; it cannot be chosen."""
    mark, tone = RUNG_MARKS[rung.state]
    head: Line = (Span(f"{mark} {rung_title(words, rung)}", tone),)
    dates = rung_dates(words, rung, today)
    return Row((head, (Span(f"    {dates}", Tone.DIM),)) if dates else (head,))


def step_row(words: Wording, number: int, rung: Rung, width: int, today: date) -> Row:
    """A step with its state, its dates and why."""
    mark, tone = RUNG_MARKS[rung.state]
    state = words.t(RUNG_STATES[rung.told_as])
    is_open = rung.state is RungState.OPEN
    strong = Tone.STRONG if is_open or rung.state is RungState.CURRENT else tone
    if rung.only_late and rung.despite:
        state, strong = words.t("too late, you take it all the same"), Tone.STRONG
    dates = rung_dates(words, rung, today)
    if is_open:  # it says so itself
        dates = dates.removeprefix(words.t(RUNG_STATES[rung.told_as])).lstrip(", ")
    head: Line = (
        Span(f" {mark} ", tone),
        Span(f"{number} {rung_title(words, rung)}", strong),
        Span(f"   {state}", tone),
        Span(f"   {dates}" if dates else "", Tone.DIM),
    )
    why = wrapped(words.say(rung.reason), width, Tone.DIM, "     ")
    return Row((head, *why), rung.step.id)
