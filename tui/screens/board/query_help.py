"""What can be typed to find cases: the language of the filter, the lists and the search."""

from __future__ import annotations

from tui.widgets.rows import Row, heading
from tui.widgets.spans import Span, Tone
from tui.wording.mark import N_
from tui.wording.wording import Wording

_SAMPLES = (
    (N_("kettle"), N_("a word in any form, anywhere in the case")),
    (N_('"refund of a kettle"'), N_("words side by side")),
    (N_("kett*"), N_("a word that begins so")),
    ("24 990", N_("a sum in any spelling: 24990, 24,990.00")),
    (N_("-kettle"), N_("not so; before anything else on this page, too")),
    ("#12", N_("the case of this number")),
    (N_("is:late"), N_("late, overdue, open, closed, mine, theirs, draft, snoozed, blocked")),
    ("mine  theirs", N_("my move or a date of mine; a date of theirs")),
    (N_("stage:waiting"), N_("draft, waiting, my_move, escalated, closed")),
    (N_("company:meteor"), N_("a part of its name")),
    (N_("tag:home"), N_("the whole tag")),
    (N_("link:12"), N_("linked with that case; is:blocked waits for an open one")),
    (N_("due<7d  due>2w"), N_("the deadline that presses: days, weeks, months")),
    (N_("due:2026-12-01"), N_("or on a day; due<tomorrow is by today")),
    (N_("amount>1000"), N_("in any currency; amount>1000EUR in one")),
    (N_("ladder:ru"), N_("what the name of its ladder begins with")),
    (N_("opened<30d"), N_("opened less than thirty days ago")),
)


def query_help(words: Wording) -> tuple[Row, ...]:
    """A line for each, to be read and not chosen."""
    lines = (
        (Span(f"   {words.t(sample):<22} ", Tone.ACCENT), Span(words.t(meaning)))
        for sample, meaning in _SAMPLES
    )
    title = words.t("What can be typed here and in the filter; all of it has to be so")
    return (heading(" " + title), *(Row((line,)) for line in lines))
