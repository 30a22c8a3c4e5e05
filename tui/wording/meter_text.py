"""Meters in words: a row of a list, one whole, and how the sum of a case came about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from tui.deadlines.meter import Meter, MeterExample, Per, Reading
from tui.deadlines.rule import Fact
from tui.terminal.clean import clean_line
from tui.wording import rule_terms
from tui.wording.rule_origin import source_lines
from tui.wording.rule_terms import in_language

if TYPE_CHECKING:
    from tui.playbooks.meters import Running
    from tui.wording.wording import Wording


def meter_row(words: Wording, meter: Meter, today: date) -> tuple[str, str, str, str]:
    """One meter in a list: id, rate, title, and its certainty and state."""
    title = clean_line(in_language(words, meter.titles))
    return meter.id, rate_in_words(words, meter), title, _state(words, meter, today)


def rate_in_words(words: Wording, meter: Meter) -> str:
    """1 % a day, 7.5 % a year."""
    rate = percent(words, meter.rate)
    if meter.per is Per.DAY:
        return words.t("{rate} % a day", rate=rate)
    return words.t("{rate} % a year", rate=rate)


def percent(words: Wording, rate: Decimal) -> str:
    """7.5, and 7,5 in Russian: as many places as it has, and no zero after them."""
    digits = f"{rate.normalize():f}"
    return digits.replace(".", ",") if words.language == "ru" else digits


def meter_lines(words: Wording, meter: Meter, today: date, basis: Sequence[Fact] = ()) -> list[str]:
    """A meter whole; `basis`: the facts it rests on."""
    titles = {fact.id: in_language(words, fact.titles) for fact in basis}
    lines = [f"{meter.id}: {in_language(words, meter.titles)}", *_terms(words, meter)]
    lines += _standing(words, meter, today)
    for fact_id in meter.basis:
        told = f"{fact_id}: {titles[fact_id]}" if fact_id in titles else fact_id
        lines.append(words.t("It rests on {fact}", fact=told))
    lines += source_lines(words, meter.sources)
    lines += (_example(words, example) for example in meter.examples)
    return [clean_line(line) for line in lines]


def running_lines(words: Wording, running: Running) -> list[str]:
    """How the sum of a case came about, one sentence a line: the result first, then how."""
    meter, reading = running.meter, running.reading
    title, since = in_language(words, meter.titles), running.late_since
    if not meter.is_on:
        lines = [
            words.t("{title}: it may run since {day}.", title=title, day=since),
            words.t("It is unverified and off. To check it: upheld rules {id}", id=meter.id),
        ]
    elif reading is None:
        lines = [
            words.t("{title}: it runs since {day}.", title=title, day=since),
            words.t("Give the case the amount at stake to see the sum."),
        ]
    else:
        lines = [_result(words, title, running, reading), *_working(words, meter, reading)]
    return [clean_line(line) for line in lines]


def _result(words: Wording, title: str, running: Running, reading: Reading) -> str:
    sum_, day = words.money(reading.amount), reading.last
    if running.ended:
        return words.t("{title}: {sum}; it ended on {day}.", title=title, sum=sum_, day=day)
    return words.t("{title}: {sum} by {day}.", title=title, sum=sum_, day=day)


def _working(words: Wording, meter: Meter, reading: Reading) -> Iterator[str]:
    yield words.n(
        "{count} day of delay, from {first} to {last}; the last day counts, too.",
        "{count} days of delay, from {first} to {last}; the last day counts, too.",
        reading.days,
        first=reading.first,
        last=reading.last,
    )
    price, raw = words.money(reading.price), words.money(reading.raw)
    rate = rate_in_words(words, meter)
    yield words.t("{rate} of {price}: {sum}.", rate=rate, price=price, sum=raw)
    if reading.capped:
        yield words.t("It cannot be more than the price: {price}.", price=price)
    if reading.at_most and meter.cap_from:
        yield words.t(
            "The cap is law since {day}. Nothing here says whether it holds for the days before: "
            "if it does not, the sum is {sum}.",
            day=meter.cap_from,
            sum=words.money(reading.at_most),
        )
    yield from _certainty(words, meter)


def _terms(words: Wording, meter: Meter) -> Iterator[str]:
    rate = rate_in_words(words, meter)
    yield words.t("It grows by {rate} of the amount at stake.", rate=rate)
    if meter.per is Per.YEAR:
        yield words.t("A day is a 365th of a year, and there is no interest on interest.")
    if meter.cap and meter.cap_from:
        yield words.t("Since {day} it cannot be more than the price.", day=meter.cap_from)
    elif meter.cap:
        yield words.t("It cannot be more than the price.")
    if meter.for_rules:
        yield words.t(
            "It runs from the day after their time to answer is over, by: {rules}.",
            rules=meter.for_rules,
        )
    else:
        yield words.t("It names no rule: it runs in no case by itself.")
    if note := in_language(words, meter.notes):
        yield words.t("Note: {note}", note=note)


def _standing(words: Wording, meter: Meter, today: date) -> Iterator[str]:
    yield from _certainty(words, meter)
    if not meter.is_on:
        yield words.t("It is off: no sum rests on it until you have checked it and switch it on.")
        yield words.t(
            'To switch it on, write [meter."{id}"] and below it confirmed = true in a file of '
            "the rules folder.",
            id=meter.id,
        )
    yield from rule_terms.review_lines(words, meter, today)


def _certainty(words: Wording, meter: Meter) -> Iterator[str]:
    certainty = rule_terms.certainty(words, meter.certainty)
    yield words.t("How certain: {certainty}.", certainty=certainty)
    if meter.confirmed:
        yield words.t("You have checked it and switched it on.")


def _example(words: Wording, example: MeterExample) -> str:
    price, sum_ = (f"{text} {example.currency}" for text in (example.price, example.amount))
    told = words.t(
        "Example: {price}, from {first} to {last}: {sum}",
        price=price, first=example.first, last=example.last, sum=sum_,
    )  # fmt: skip
    most = f"{example.at_most} {example.currency}"
    return f"{told} ({words.t('or {sum}', sum=most)})" if example.at_most else told


def _state(words: Wording, meter: Meter, today: date) -> str:
    """C, unverified, off: its grade, then what makes it special."""
    states = [rule_terms.grade(words, meter.certainty), *rule_terms.switched(words, meter)]
    return ", ".join((*states, *rule_terms.to_mind(words, meter, today)))
