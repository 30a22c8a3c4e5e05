"""What can be typed to find cases: the language of the filter, the lists and the search."""

from __future__ import annotations

from tui.widgets.rows import Row, heading
from tui.widgets.spans import Span, Tone
from tui.wording.mark import N_
from tui.wording.wording import Wording

_SAMPLES = (
    ("refund", N_("a word in any form, anywhere in the case")),
    ('"refund of a kettle"', N_("words side by side")),
    ("refu*", N_("a word that begins so")),
    ("24 990", N_("a sum in any spelling: 24990, 24,990.00")),
    ("-refund", N_("not so; before anything else on this page, too")),
    ("#12", N_("the case of this number")),
    ("is:late", N_("late, overdue, open, closed, mine, theirs, draft, snoozed, blocked")),
    ("mine  theirs", N_("my move or a date of mine; a date of theirs")),
    ("stage:waiting", N_("draft, waiting, my_move, escalated, closed")),
    ("company:meteor", N_("a part of its name")),
    ("tag:home", N_("the whole tag")),
    ("link:12", N_("linked with that case; is:blocked waits for an open one")),
    ("due<7d  due>2w", N_("the deadline that presses: days, weeks, months")),
    ("due:2026-12-01", N_("or on a day; due<tomorrow is by today")),
    ("amount>1000", N_("in any currency; amount>1000EUR in one")),
    ("ladder:ru", N_("what the name of its ladder begins with")),
    ("opened<30d", N_("opened less than thirty days ago")),
)


def query_help(words: Wording) -> tuple[Row, ...]:
    """A line for each, to be read and not chosen."""
    lines = (
        (Span(f"   {sample:<22} ", Tone.ACCENT), Span(words.t(meaning)))
        for sample, meaning in _SAMPLES
    )
    title = words.t("What can be typed here and in the filter; all of it has to be so")
    return (heading(" " + title), *(Row((line,)) for line in lines))
