"""How a company, a channel, or everybody has done in the person's own cases."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from tui.advice.history import ENOUGH, History, Past, middle, weigh
from tui.cases.card import Card
from tui.cases.words import Channel, DeadlineKind, Outcome, Stage

Day = Callable[[Card], date]  # the company's today of a card

UPHELD = (Outcome.UPHELD, Outcome.PARTLY)
_NOTHING = Decimal(0)


class Sums(Struct, frozen=True):
    """Money of one currency: sums of several are never added up.

    `asked`: what all cases that went out are about; `back`: what came back; `at_stake`: what
    did not in those that are open.
    """

    currency: str
    asked: Decimal = Decimal(0)
    back: Decimal = Decimal(0)
    at_stake: Decimal = Decimal(0)


class Score(Struct, frozen=True):
    """Cases as figures.

    `drafts` are nobody's fault yet and count nowhere else. `outcomes` of closed cases, those
    that have one. Days are whole, sorted, and run from my first message: `answer_days` to their
    first answer, `outcome_days` to the end of a case that I did not withdraw. A promise is
    `kept`, `broken` (also one that is late today), or `running`. `late`: cases in which they
    owe something that is late today. `satisfaction`: 1 (bad) to 5, sorted, of those cases that
    have it.
    """

    drafts: int = 0
    open: int = 0
    closed: int = 0
    outcomes: tuple[tuple[Outcome, int], ...] = ()
    answer_days: tuple[int, ...] = ()
    outcome_days: tuple[int, ...] = ()
    kept: int = 0
    broken: int = 0
    running: int = 0
    late: int = 0
    money: tuple[Sums, ...] = ()
    satisfaction: tuple[int, ...] = ()

    @property
    def cases(self) -> int:
        """Cases that went out."""
        return self.open + self.closed

    @property
    def judged(self) -> int:
        """Closed cases that tell something of them: with an outcome, and not withdrawn by me."""
        return sum(n for outcome, n in self.outcomes if outcome is not Outcome.WITHDRAWN)

    @property
    def upheld(self) -> int:
        """Of the judged ones, those that were upheld wholly or in part."""
        return sum(n for outcome, n in self.outcomes if outcome in UPHELD)

    @property
    def partly(self) -> int:
        return dict(self.outcomes).get(Outcome.PARTLY, 0)

    @property
    def given(self) -> int:
        """Promises that are over, kept or broken."""
        return self.kept + self.broken

    @property
    def to_answer(self) -> int | None:
        """The median of days to the first answer; None where none came."""
        return middle(self.answer_days) if self.answer_days else None

    @property
    def to_outcome(self) -> int | None:
        """The median of days to the outcome; None where none ended."""
        return middle(self.outcome_days) if self.outcome_days else None


def score_of(cards: Iterable[Card], day: Day) -> Score:
    """The figures of these cases as they stand today."""
    everything = tuple(cards)
    out = [card for card in everything if card.stage is not Stage.DRAFT]
    ended = [card for card in out if card.stage is Stage.CLOSED]
    counted = Counter(card.outcome for card in ended)
    kept, broken, running = _promises(out, day)
    return Score(
        drafts=len(everything) - len(out),
        open=len(out) - len(ended),
        closed=len(ended),
        outcomes=tuple((outcome, counted[outcome]) for outcome in Outcome if counted[outcome]),
        answer_days=_days((c.figures.asked_on, c.figures.answered_on) for c in out),
        outcome_days=_days((c.figures.asked_on, c.closed_on) for c in ended if _judged(c)),
        kept=kept,
        broken=broken,
        running=running,
        late=sum(bool(card.late(day(card))) for card in out if card.deadlines),
        money=_money(out),
        satisfaction=tuple(sorted(s for c in out if (s := c.figures.satisfaction))),
    )


def _judged(card: Card) -> bool:
    return card.outcome not in (None, Outcome.WITHDRAWN)


def _days(spans: Iterable[tuple[date | None, date | None]]) -> tuple[int, ...]:
    """Whole days from the first to the second, where both are known."""
    known = (max(0, (end - start).days) for start, end in spans if start and end)
    return tuple(sorted(known))


def _promises(cards: Iterable[Card], day: Day) -> tuple[int, int, int]:
    """Kept, broken, running."""
    kept = broken = running = 0
    for card in cards:
        kept += card.figures.kept
        broken += card.broken_promises
        for deadline in card.deadlines:
            if deadline.kind is DeadlineKind.PROMISE:
                is_late = deadline.late_on(day(card))
                broken, running = broken + is_late, running + (not is_late)
    return kept, broken, running


def _money(cards: Iterable[Card]) -> tuple[Sums, ...]:
    """By currency, in the order of their codes."""
    asked, back, at_stake = (defaultdict[str, Decimal](Decimal) for _ in range(3))
    for card in cards:
        came = {one.currency: one.value for one in card.figures.back}
        for currency, some in came.items():
            back[currency] += some
        if card.amount:
            currency, whole = card.amount.currency, card.amount.value
            asked[currency] += whole
            if card.stage is not Stage.CLOSED:
                elsewhere = {one.currency: one.value for one in card.figures.elsewhere}
                rest = whole - came.get(currency, _NOTHING) - elsewhere.get(currency, _NOTHING)
                at_stake[currency] += max(rest, _NOTHING)
    known = sorted({*asked, *back})
    return tuple(Sums(one, asked[one], back[one], at_stake[one]) for one in known)


def best_channel(history: History) -> Channel | None:
    """The channel that its own past speaks for most; None where too little speaks for any.

    The points are those of channel advice. Of two that are equal, the one that answers sooner.
    """
    weighed = {channel: weigh(past) for channel, past in history.items()}
    points = {c: sum(w for w, _ in weights) for c, weights in weighed.items() if weights}
    good = [channel for channel, total in points.items() if total > 0]
    return max(good, key=lambda c: (points[c], -_speed(history[c])), default=None)


def _speed(past: Past) -> int:
    return middle(past.days) if len(past.days) >= ENOUGH else 10**6


def quantile(days: Sequence[int], quarter: int) -> int:
    """The first, second or third quartile of sorted days, in whole days: between two of them
    that which lies in proportion (the second is the median)."""
    place, rest = divmod((len(days) - 1) * quarter, 4)
    following = days[min(place + 1, len(days) - 1)]
    return round(days[place] + (following - days[place]) * rest / 4)
