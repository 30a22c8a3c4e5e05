"""Playbooks as a person reads them: a row of a list, and whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from tui.cases.words import Channel, Urgency
from tui.terminal.clean import clean_line
from tui.wording.rule_terms import certainty, grade, in_language
from tui.wording.working_steps import period_in_words

if TYPE_CHECKING:
    from tui.wording.wording import Wording

Texts = Mapping[str, str]


class StepOf(Protocol):
    """A step of a playbook, as far as it is shown here."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> Texts: ...
    @property
    def addressee(self) -> Texts: ...
    @property
    def answer_within(self) -> str: ...
    @property
    def channels(self) -> tuple[Channel, ...]: ...
    @property
    def certainty(self) -> str: ...
    @property
    def rule(self) -> str: ...
    @property
    def rule_by_urgency(self) -> Mapping[Urgency, str]: ...
    @property
    def within_by_urgency(self) -> Mapping[Urgency, str]: ...
    @property
    def window(self) -> str: ...
    @property
    def is_by_the_hour(self) -> bool: ...


class PlaybookOf(Protocol):
    """A playbook, as far as it is shown here."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> Texts: ...
    @property
    def steps(self) -> Sequence[StepOf]: ...


def playbook_row(words: Wording, playbook: PlaybookOf) -> tuple[str, str, str, str]:
    """One playbook in a list: id, title, how many steps, how certain they are."""
    steps = words.n("{count} step", "{count} steps", len(playbook.steps))
    grades = sorted({step.certainty for step in playbook.steps})
    certain = ", ".join(grade(words, one) for one in grades)
    return playbook.id, in_language(words, playbook.title), steps, certain


def playbook_lines(words: Wording, playbook: PlaybookOf) -> list[str]:
    """A playbook whole: its steps from the lowest to the highest."""
    lines = [f"{playbook.id}: {in_language(words, playbook.title)}"]
    for number, step in enumerate(playbook.steps, 1):
        lines.append(f"{number}. {in_language(words, step.title)} ({step.id})")
        is_timed = number > 1 and bool(playbook.steps[0].rule_by_urgency)
        lines += [f"   {line}" for line in _step(words, step, is_timed=is_timed)]
    return [clean_line(line) for line in lines]


def _step(words: Wording, step: StepOf, *, is_timed: bool) -> Iterator[str]:
    yield words.t("To: {addressee}", addressee=in_language(words, step.addressee))
    if step.rule:
        yield words.t("They have to answer by the rule {rule}.", rule=step.rule)
    elif step.answer_within:
        period = period_in_words(words, step.answer_within)
        yield words.t("They are given {period} to answer.", period=period)
    if is_timed and step.is_by_the_hour:
        yield words.t("Urgency critical or high: the hours of the first step, where it counts any.")
    for urgency, within in step.within_by_urgency.items():
        name, period = words.term(urgency), period_in_words(words, within)
        yield words.t("Urgency {urgency}: {period} to answer.", urgency=name, period=period)
    for urgency, rule in reversed(tuple(step.rule_by_urgency.items())):
        name = words.term(urgency)
        yield words.t("Urgency {urgency}: the rule {rule}.", urgency=name, rule=rule)
    if step.window:
        yield words.t("It may be taken until a day, by the rule {rule}.", rule=step.window)
    if step.channels:
        yield words.t("Channels: {channels}", channels=", ".join(map(words.term, step.channels)))
    yield words.t("How certain: {certainty}.", certainty=certainty(words, step.certainty))
