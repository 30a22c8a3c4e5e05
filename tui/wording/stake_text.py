"""The money of a case on one line each, and its promises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from tui.cases.money import Money
from tui.cases.promises import Kept, Promise
from tui.deadlines.meter import Per
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.playbooks.meters import Running
    from tui.wording.wording import Wording

KEPT = {
    Kept.KEPT: N_("kept"),
    Kept.BROKEN: N_("broken"),
    Kept.MOVED: N_("another date was given"),
    Kept.PENDING: N_("still open"),
    Kept.DROPPED: N_("the case was closed before"),
    Kept.OVERTAKEN: N_("another answer came before"),
}
# A mark first, so that the state needs no colour.
MARKS = {
    Kept.KEPT: "+",
    Kept.BROKEN: "!",
    Kept.MOVED: ">",
    Kept.PENDING: " ",
    Kept.DROPPED: "-",
    Kept.OVERTAKEN: "-",
}


def stake_lines(words: Wording, at_stake: Money | None, meters: Sequence[Running]) -> Iterator[str]:
    """At stake 12 490 ₽, penalty 2 498 ₽ by today: a line for each meter that shows a sum."""
    if at_stake is None:
        return
    stake = words.t("at stake {amount}", amount=words.money(at_stake))
    grown = [_grown(words, running) for running in meters if running.reading]
    yield ", ".join((stake, *grown[:1]))
    yield from grown[1:]


def back_line(words: Wording, at_stake: Money | None, back: Sequence[Money]) -> str:
    """Back 5 000 ₽ of 12 490 ₽; empty where nothing came back."""
    if not back:
        return ""
    sums = ", ".join(map(words.money, back))
    if at_stake and [money.currency for money in back] == [at_stake.currency]:
        return words.t("back {sum} of {amount}", sum=sums, amount=words.money(at_stake))
    return words.t("back {sum}", sum=sums)


def promise_line(words: Wording, promise: Promise, today: date) -> str:
    """For 9 Nov: broken (Olga, phone, 5 Nov); with the year where it is not that of `today`."""
    channel = words.term(promise.channel) if promise.channel else ""
    by = ", ".join(filter(None, (promise.agent, channel, words.short_day(promise.made_on, today))))
    state = words.t(KEPT[promise.state])
    due = words.short_day(promise.due, today)
    return words.t("for {day}: {state} ({by})", day=due, state=state, by=by)


def _grown(words: Wording, running: Running) -> str:
    reading = running.reading
    if reading is None:
        return ""
    sum_ = words.money(reading.amount)
    if reading.at_most:
        sum_ = words.t("{low} to {high}", low=sum_, high=words.money(reading.at_most))
    if running.meter.per is Per.YEAR:
        return (
            words.t("interest {sum} in all", sum=sum_)
            if running.ended
            else words.t("interest {sum} by today", sum=sum_)
        )
    if running.ended:
        return words.t("penalty {sum} in all", sum=sum_)
    return words.t("penalty {sum} by today", sum=sum_)
