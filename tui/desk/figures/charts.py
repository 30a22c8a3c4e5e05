"""Statistics as charts: titles, sentences, lines and the lengths of their bars."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.advice.figures.scoreboard import Score
from tui.advice.figures.statistics import Bin, Late, Statistics, compares
from tui.desk.figures.figure_lines import brief, shortly
from tui.terminal.clean import clean_line

if TYPE_CHECKING:
    from tui.wording.wording import Wording

_FEW = 5  # companies at each end of the list, cases that are late


class Measure(Struct, frozen=True):
    """One line of a chart: what it is, its numbers (each a bar), and what else is known.

    `key`: what it leads to, `case 12` or `company Meteor`; empty for none.
    """

    label: str
    counts: tuple[int, ...] = ()
    told: str = ""
    key: str = ""


class Section(Struct, frozen=True):
    """A chart: its title, a sentence about it, its lines. `legend` names the bars of a line."""

    title: str
    said: str = ""
    measures: tuple[Measure, ...] = ()
    legend: tuple[str, ...] = ()

    @property
    def most(self) -> int:
        """The number that fills a whole bar; never 0."""
        return max((n for measure in self.measures for n in measure.counts), default=0) or 1


def filled(count: int, most: int, room: int) -> int:
    """How many cells of `room` a bar fills; what is there at all fills one."""
    return max(1, round(count / most * room)) if count else 0


def sections(words: Wording, told: Statistics) -> tuple[Section, ...]:
    """The charts in their order; those that would be empty are left out."""
    made = (
        _late(words, told),
        _stages(words, told),
        _months(words, told),
        _outcomes(words, told),
        _to_outcome(words, told),
        _channels(words, told),
        *_companies(words, told),
    )
    return tuple(section for section in made if section.measures)


def _late(words: Wording, told: Statistics) -> Section:
    more = len(told.late) - _FEW
    said = words.n("The longest; {count} more.", "The longest; {count} more.", more)
    lines = (_late_line(words, late) for late in told.late[:_FEW])
    return Section(words.t("Late now"), said if more > 0 else "", tuple(lines))


def _how_late(words: Wording, late: Late) -> str:
    if late.hours is None:
        return words.n("{count} day late", "{count} days late", late.days)
    if late.hours == 0:
        return words.t("less than an hour late")
    return words.n("{count} hour late", "{count} hours late", late.hours)


def _late_line(words: Wording, late: Late) -> Measure:
    what = f"{_how_late(words, late)}: {words.term(late.deadline.kind)}"
    label = clean_line(f"#{late.card.id} {late.card.company}")
    return Measure(label, told=f"! {what}", key=f"case {late.card.id}")


def _stages(words: Wording, told: Statistics) -> Section:
    lines = (Measure(words.term(stage), (count,)) for stage, count in told.stages)
    return Section(words.t("By stage"), measures=tuple(lines) if _any(told) else ())


def _any(told: Statistics) -> bool:
    return any(count for _, count in told.stages)


def _months(words: Wording, told: Statistics) -> Section:
    lines = tuple(
        Measure(words.month(month.first), (month.opened, month.closed)) for month in told.months
    )
    legend = (words.t("opened"), words.t("closed"))
    return Section(words.t("Opened and closed"), "", lines if _any(told) else (), legend)


def _outcomes(words: Wording, told: Statistics) -> Section:
    lines = (Measure(words.term(outcome), (count,)) for outcome, count in told.score.outcomes)
    return Section(words.t("Outcomes"), measures=tuple(lines))


def _to_outcome(words: Wording, told: Statistics) -> Section:
    said = _quartiles(words, *told.quartiles) if told.quartiles else ""
    lines = (Measure(_bin(words, one), (one.count,)) for one in told.bins)
    is_known = bool(told.score.outcome_days)
    return Section(words.t("Days to the outcome"), said, tuple(lines) if is_known else ())


def _quartiles(words: Wording, first: int, second: int, third: int) -> str:
    return words.t(
        "A quarter took up to {first} days, half up to {second}, three quarters up to {third}.",
        first=first,
        second=second,
        third=third,
    )


def _bin(words: Wording, one: Bin) -> str:
    if one.most is None:
        return words.t("{least} and more", least=one.least)
    return words.t("{least} to {most}", least=one.least, most=one.most)


def _channels(words: Wording, told: Statistics) -> Section:
    lines = (
        Measure(words.term(channel), (score.cases,), shortly(words, score))
        for channel, score in told.channels
    )
    return Section(words.t("By channel, that of the first answer"), measures=tuple(lines))


def _companies(words: Wording, told: Statistics) -> Iterator[Section]:
    """The best and the worst; one list where there are few. Too little known: not compared."""
    if len(told.companies) < 2:  # nobody to compare with
        return
    known = [one for one in told.companies if compares(one[1])]
    if len(known) <= 2 * _FEW:
        yield Section(words.t("Companies, the best first"), "", _company_lines(words, known))
        return
    yield Section(words.t("The best companies"), "", _company_lines(words, known[:_FEW]))
    worst = known[: -_FEW - 1 : -1]
    yield Section(words.t("The worst companies"), "", _company_lines(words, worst))


def _company_lines(words: Wording, some: list[tuple[str, Score]]) -> tuple[Measure, ...]:
    return tuple(
        Measure(clean_line(name), told=brief(words, score), key=f"company {name}")
        for name, score in some
    )
