"""Rules and facts as a person reads them: a row of a list, and whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from tui.cases.words import Owes
from tui.deadlines.rule import Combine, Fact, Rule
from tui.terminal.clean import clean_line
from tui.wording import rule_terms
from tui.wording.rule_origin import example_lines, source_lines
from tui.wording.rule_terms import in_language
from tui.wording.working_steps import period_in_words

if TYPE_CHECKING:
    from tui.wording.wording import Wording


def rule_row(words: Wording, rule: Rule, today: date) -> tuple[str, str, str, str, str]:
    """One version in a list: id, period, whose, title, and its certainty and state."""
    title = in_language(words, rule.titles)
    period = period_in_words(words, str(rule.period))
    return rule.id, period, words.term(rule.owner), clean_line(title), _state(words, rule, today)


def fact_row(words: Wording, fact: Fact, today: date) -> tuple[str, str, str]:
    """One fact in a list: id, title, and its certainty and state."""
    title = in_language(words, fact.titles)
    return fact.id, clean_line(title), _state(words, fact, today)


def rule_lines(
    words: Wording, versions: Sequence[Rule], today: date, basis: Sequence[Fact] = ()
) -> list[str]:
    """A rule whole, every version of it, newest first; `basis`: the facts it rests on."""
    lines = [f"{versions[-1].id}: {in_language(words, versions[-1].titles)}"]
    for version in reversed(versions):
        lines += ["", _span(words, version)] if len(versions) > 1 else [_span(words, version)]
        lines += filter(None, _version(words, version, today))
        lines += _basis(words, version, basis)
        lines += source_lines(words, version.sources)
        lines += example_lines(words, version)
    return [clean_line(line) for line in lines]


def fact_lines(words: Wording, fact: Fact, today: date) -> list[str]:
    """A fact whole."""
    lines = [f"{fact.id}: {in_language(words, fact.titles)}"]
    lines += [*in_language(words, fact.texts).splitlines(), _span(words, fact)]
    lines += _standing(words, fact, today)
    lines += source_lines(words, fact.sources)
    return [clean_line(line) for line in lines]


def note_of(words: Wording, rule: Rule) -> str:
    """What a person must know besides; empty where nothing is."""
    note = in_language(words, rule.notes)
    return clean_line(words.t("Note: {note}", note=note)) if note else ""


def _version(words: Wording, rule: Rule, today: date) -> Iterator[str]:
    """Whose, how long, from when, how counted, and how far it can be relied on."""
    yield words.t(
        "Whose: {owner}. How long: {period}.",
        owner=rule.owner,
        period=period_in_words(words, str(rule.period)),
    )
    yield words.t("It starts with: {event}.", event=rule.starts_on)
    if rule.owes is Owes.RECEIPT:
        yield words.t("It is for their word that they have it, not for the answer itself.")
        if rule.then:
            yield words.t("The time for the answer itself: {rule}.", rule=rule.then)
    elif rule.owes is not Owes.ANSWER:
        yield words.t("An answer alone does not keep it, only what was asked for does.")
    yield rule_terms.counting_of(words, rule)
    yield from _parts(words, rule)
    yield rule_terms.calendar_of(words, rule)
    yield rule_terms.last_day_of(words, rule)
    yield from _around(words, rule)
    yield note_of(words, rule)
    yield from _standing(words, rule, today)


def _parts(words: Wording, rule: Rule) -> Iterator[str]:
    for part in rule.parts:
        period = period_in_words(words, str(part.period))
        yield words.t("Also: {period} from: {event}.", period=period, event=part.starts_on)
    if rule.parts and rule.combine is Combine.MAX:
        yield words.t("The later of these counts.")
    elif rule.parts:
        yield words.t("The earlier of these counts.")


def _around(words: Wording, rule: Rule) -> Iterator[str]:
    """Extension, assumption, window, and when it counts as done."""
    if rule.extended_to:
        longer = period_in_words(words, str(rule.extended_to))
        yield words.t("They may extend it to {period} in all, if they say so.", period=longer)
    if rule.assume:
        assumed = period_in_words(words, str(rule.assume))
        yield words.t("While that day is not known: {period} after sending.", period=assumed)
    if rule.opens_after:
        wait = period_in_words(words, str(rule.opens_after))
        yield words.t("Before {period} are over it is too early.", period=wait)
    yield rule_terms.bound_of(words, rule)
    if rule.must_arrive:
        yield words.t("It must have reached them by then; posting it is not enough.")


def _standing(words: Wording, what: Rule | Fact, today: date) -> Iterator[str]:
    """How certain it is, when to look again, and in which file it is."""
    yield words.t(
        "How certain: {certainty}.", certainty=rule_terms.certainty(words, what.certainty)
    )
    if isinstance(what, Rule) and not what.is_on:
        yield words.t("It is off: no date rests on it until you have checked it and switch it on.")
    elif isinstance(what, Rule) and what.confirmed:
        yield words.t("You have checked it and switched it on.")
    yield from rule_terms.review_lines(words, what, today)


def _span(words: Wording, what: Rule | Fact) -> str:
    first, last = what.effective_from, what.effective_to
    if first and last:
        return words.t("In force from {first} until {last}.", first=first, last=last)
    if first:
        return words.t("In force from {first}.", first=first)
    if last:
        return words.t("In force until {last}; since when is not known.", last=last)
    return words.t("In force; since when is not known.")


def _basis(words: Wording, rule: Rule, basis: Sequence[Fact]) -> Iterator[str]:
    titles = {fact.id: in_language(words, fact.titles) for fact in basis}
    for fact_id in rule.basis:
        told = f"{fact_id}: {titles[fact_id]}" if fact_id in titles else fact_id
        yield words.t("It rests on {fact}", fact=told)


def _state(words: Wording, what: Rule | Fact, today: date) -> str:
    """B, until 7 April 2026: its grade, then what makes it special."""
    states = [rule_terms.grade(words, what.certainty)]
    if isinstance(what, Rule):
        states += rule_terms.switched(words, what)
    if what.effective_to:
        states.append(words.t("until {day}", day=what.effective_to))
    if what.effective_from and what.effective_from > today:
        states.append(words.t("from {day}", day=what.effective_from))
    return ", ".join((*states, *rule_terms.to_mind(words, what, today)))
