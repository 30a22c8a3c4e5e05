"""The whole book, or one company's part of it, in figures. Made from cards alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct

from tui.advice.figures.scoreboard import Day, Score, quantile, score_of
from tui.advice.figures.shares import cards_by_company
from tui.advice.history import ENOUGH
from tui.cases.card import Card
from tui.cases.company import name_key
from tui.cases.deadline import Deadline
from tui.cases.words import Channel, Stage

MONTHS = 12
_QUARTERS = 4
_HOUR, _FEW_HOURS = timedelta(hours=1), timedelta(days=2)
_BOUNDS = (7, 14, 30, 60, 90)  # days; above the last there is one bin more


class Month(Struct, frozen=True):
    """One month, by its `first` day: cases that were opened and closed in it."""

    first: date
    opened: int
    closed: int


class Bin(Struct, frozen=True):
    """Cases that took from `least` to `most` days to their outcome; None: no upper end."""

    least: int
    most: int | None
    count: int


class Late(Struct, frozen=True):
    """A case in which they owe something, for how many days it has been late today.

    `hours`: where hours are counted and it has been late for less than two days.
    """

    card: Card
    deadline: Deadline
    days: int
    hours: int | None = None


class Statistics(Struct, frozen=True):
    """Everything that the statistics show.

    `months`: the last twelve, the present one last. `bins` and `quartiles` tell of days to
    the outcome; `quartiles` is None where fewer than four cases have ended. `channels`: by the
    channel that they answered first, else that used last, the busiest first; `companies`: the best
    first, those of which too little is known at the end; `late`: the longest late first.
    """

    score: Score
    stages: tuple[tuple[Stage, int], ...]
    months: tuple[Month, ...]
    bins: tuple[Bin, ...]
    quartiles: tuple[int, int, int] | None
    channels: tuple[tuple[Channel, Score], ...]
    companies: tuple[tuple[str, Score], ...]
    late: tuple[Late, ...]


def statistics_of(
    cards: Iterable[Card], today: date, day: Day, now: datetime | None = None
) -> Statistics:
    """The figures of these cases. `today` is my day, `day` that of a card's company.

    `now`: the moment up to which hours are counted; without it days are, as everywhere.
    """
    everything = tuple(cards)
    counted = Counter(card.stage for card in everything)
    score = score_of(everything, day)
    days = score.outcome_days
    return Statistics(
        score=score,
        stages=tuple((stage, counted[stage]) for stage in Stage),
        months=_months(everything, today),
        bins=_bins(days),
        quartiles=_quartiles(days),
        channels=_channels(everything, day),
        companies=_companies(everything, day),
        late=_late(everything, day, now),
    )


def _months(cards: Sequence[Card], today: date) -> tuple[Month, ...]:
    begun = (day for card in cards if (day := _begun(card)))
    opened = Counter((day.year, day.month) for day in begun)
    closed = Counter((c.closed_on.year, c.closed_on.month) for c in cards if c.closed_on)
    last = today.year * 12 + today.month - 1
    shown = (divmod(number, 12) for number in range(last - MONTHS + 1, last + 1))
    keys = ((year, month + 1) for year, month in shown)
    return tuple(Month(date(*key, 1), opened[key], closed[key]) for key in keys)


def _begun(card: Card) -> date | None:
    """When it began: it may have been written down long after I first wrote."""
    days = (card.opened_on, card.figures.asked_on)
    return min((day for day in days if day), default=None)


def _quartiles(days: Sequence[int]) -> tuple[int, int, int] | None:
    if len(days) < _QUARTERS:
        return None
    return quantile(days, 1), quantile(days, 2), quantile(days, 3)


def _bins(days: Sequence[int]) -> tuple[Bin, ...]:
    least, bins = 0, []
    for most in (*_BOUNDS, None):
        count = sum(least <= one and (most is None or one <= most) for one in days)
        bins.append(Bin(least, most, count))
        least = most + 1 if most is not None else least
    return tuple(bins)


def _channels(cards: Sequence[Card], day: Day) -> tuple[tuple[Channel, Score], ...]:
    by_channel: dict[Channel, list[Card]] = {}
    for card in cards:
        if channel := card.figures.answered_by or card.channel:
            by_channel.setdefault(channel, []).append(card)
    scored = [(channel, score_of(some, day)) for channel, some in by_channel.items()]
    return tuple(sorted(scored, key=lambda one: -one[1].cases))


def by_company(cards: Iterable[Card]) -> dict[str, list[Card]]:
    """The cards of each company, by the key that makes two spellings of its name the same.

    Of a dispute with several each has a card of its own, which tells what was with it alone.
    """
    keys: dict[str, str] = {}
    found: dict[str, list[Card]] = {}
    for whole in cards:
        for card in cards_by_company(whole) if whole.figures.shares else (whole,):
            if card.company not in keys:
                keys[card.company] = name_key(card.company)
            found.setdefault(keys[card.company], []).append(card)
    return found


def _companies(cards: Sequence[Card], day: Day) -> tuple[tuple[str, Score], ...]:
    """By the name that its newest case gives it."""
    grouped = by_company(cards).values()
    scored = [(some[-1].company, score_of(some, day)) for some in grouped]
    return tuple(sorted((one for one in scored if one[1].cases), key=_rank))


def _rank(one: tuple[str, Score]) -> tuple[bool, float, float, str]:
    """Those that can be compared by the share upheld, then by the promises kept, then by name."""
    name, score = one
    return (not compares(score), -_share(score), -_word(score), name_key(name))


def compares(score: Score) -> bool:
    """Whether a company has done enough to stand above or below another."""
    return score.judged + score.given >= ENOUGH


def _share(score: Score) -> float:
    return score.upheld / score.judged if score.judged else 0.5


def _word(score: Score) -> float:
    return score.kept / score.given if score.given else 0.5


def _late(cards: Sequence[Card], day: Day, now: datetime | None) -> tuple[Late, ...]:
    owed = ((card, owed[0]) for card in cards if (owed := card.late(day(card))))
    late = [_late_by(card, deadline, day(card), now) for card, deadline in owed]
    return tuple(sorted(late, key=lambda one: (-one.days, -(one.hours or 0), one.card.id)))


def _late_by(card: Card, deadline: Deadline, today: date, now: datetime | None) -> Late:
    if deadline.due_at is None or now is None:
        return Late(card, deadline, deadline.days_late(today))
    passed = now - deadline.due_at
    hours = passed // _HOUR if passed < _FEW_HOURS else None
    return Late(card, deadline, passed.days, hours)
