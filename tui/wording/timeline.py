"""A line of time as text: months above, and for each step how long it runs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tui.wording.dates import short_month
from tui.wording.wording import Wording

RUNS, OPEN, BEGINS, NOW = "█", "░", "▌", "|"


def months_line(words: Wording, first: date, last: date, width: int) -> str:
    """The names of the months, each where it begins; those that have no room are left out.

    Of a first month that is nearly over the second one takes the place.
    """
    names = [
        (_place(max(day, first), first, last, width), _name(words, day))
        for day in _months(first, last)
    ]
    if len(names) > 1 and names[1][0] <= len(names[0][1]):
        del names[0]
    text = ""
    for place, name in names:
        if place >= len(text) and place + len(name) <= width:
            text = text.ljust(place) + name + " "
    return text.ljust(width)[:width]


def _months(first: date, last: date) -> Iterator[date]:
    """The first days of the months from that of `first` on."""
    day = first.replace(day=1)
    while day <= last:
        yield day
        day = (day + timedelta(days=31)).replace(day=1)


def _name(words: Wording, day: date) -> str:
    return short_month(words, day) + (f" {day.year}" if day.month == 1 else "")


def bar(
    first: date,
    last: date,
    width: int,
    starts: date | None,
    ends: date | None,
    closes: date | None,
) -> str:
    """One step in `width` cells from `first` to `last`.

    Their time to answer is filled; where a step has no clock, only its beginning is marked; the
    days on which it may be taken are shaded, to the edge where they go on beyond it.
    """
    cells = [" "] * width
    if starts is None:
        return "".join(cells)
    begin = _place(starts, first, last, width)
    if closes:
        _fill(cells, begin, _place(min(closes, last), first, last, width), OPEN)
    if ends:
        _fill(cells, begin, _place(min(ends, last), first, last, width), RUNS)
    else:
        cells[begin] = BEGINS
    return "".join(cells)


def with_now(bar: str, first: date, last: date, today: date) -> str:
    """The same with today's line through it, where nothing is drawn there."""
    place = _place(today, first, last, len(bar))
    return bar if bar[place] != " " else f"{bar[:place]}{NOW}{bar[place + 1 :]}"


def now_line(first: date, last: date, today: date, width: int, name: str) -> str:
    """Where today is, with its name beside it."""
    place = _place(today, first, last, width)
    if place + len(name) + 2 <= width:
        return (" " * place + f"{NOW} {name}").ljust(width)
    return (f"{name} {NOW}").rjust(place + 1).ljust(width)


def _fill(cells: list[str], begin: int, end: int, sign: str) -> None:
    for place in range(begin, end + 1):
        cells[place] = sign


def _place(day: date, first: date, last: date, width: int) -> int:
    """The cell of a day."""
    days = max(1, (last - first).days)
    return max(0, min(width - 1, (day - first).days * (width - 1) // days))
